"""Use lists and dicts as keys or members of a set."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("prices = {['tea']: 3}\n", "unhashable type: 'list'"),
    ("print({{'a': 1}})\n", "unhashable type: 'dict'"),
    ("rows = [[1], [1]]\nprint(set(rows))\n", "unhashable type: 'list'"),
    ("import functools\n\n\n@functools.lru_cache\ndef total(prices):\n    return sum(prices)\n\n\ntotal([1])\n", "unhashable type: 'list'"),
    ("from dataclasses import dataclass\n\n\n@dataclass\nclass Point:\n    x: int\n\n\nprint({Point(1)})\n", "unhashable type: 'Point'"),
    ("names = {}\nprint(names[0:2])\n", "Error"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
