"""Unpack too many or too few values."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("a, b = [1]\n", "not enough values to unpack (expected 2, got 1)"),
    ("a, b = 1, 2, 3\n", "too many values to unpack (expected 2"),
    ("for key, value in {'tea': 3, 'milk': 1}:\n    pass\n", "too many values to unpack (expected 2"),
    ("line = 'a'\nkey, value = line.split('=')\n", "not enough values to unpack (expected 2, got 1)"),
    ("for a, b, c in enumerate([1]):\n    pass\n", "not enough values to unpack (expected 3, got 2)"),
    ("a, *b, c = [1]\n", "not enough values to unpack (expected at least 2, got 1)"),
    ("for i, name in ['abc']:\n    pass\n", "too many values to unpack (expected 2"),
    ("import sys\nscript, name = sys.argv\n", "not enough values to unpack (expected 2, got 1)"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
