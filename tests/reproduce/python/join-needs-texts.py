"""Join values that are no texts."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("print(', '.join([1, 2]))\n", "sequence item 0: expected str"),
    ("print(', '.join(['a', None]))\n", "sequence item 1: expected str instance, NoneType found"),
    ("print(b', '.join(['a']))\n", "expected a bytes-like object, str found"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
