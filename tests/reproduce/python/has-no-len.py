"""Ask things for their length that have none."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("rows = None\nprint(len(rows))\n", "object of type 'NoneType' has no len()"),
    ("print(len(12345))\n", "object of type 'int' has no len()"),
    ("print(len(n for n in [1]))\n", "object of type 'generator' has no len()"),
    ("def rows():\n    return []\n\n\nprint(len(rows))\n", "object of type 'function' has no len()"),
    ("class Shop:\n    pass\n\n\nprint(len(Shop()))\n", "object of type 'Shop' has no len()"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
