"""Use texts and floats as the index of a list."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("rows = [{'id': 1}]\nprint(rows['id'])\n", "list indices must be integers or slices, not str"),
    ("rows = [1, 2, 3]\nprint(rows[len(rows) / 2])\n", "list indices must be integers or slices, not float"),
    ("rows = [[1, 2], [3, 4]]\nprint(rows[0, 1])\n", "list indices must be integers or slices, not tuple"),
    ("names = ['a', 'b']\nfor name in names:\n    print(names[name])\n", "list indices must be integers or slices, not str"),
    ("row = (1, 2)\nprint(row['id'])\n", "tuple indices must be integers or slices, not str"),
    ("rows = [1, 2]\nindex = input if False else '0'\nprint(rows[index])\n", "list indices must be integers or slices, not str"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
