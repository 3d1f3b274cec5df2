"""Indent lines wrongly."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("print(1)\n  print(2)\n", "unexpected indent"),
    ("if True:\nprint(1)\n", "expected an indented block"),
    ("if True:\n    print(1)\n  print(2)\n", "unindent does not match any outer indentation level"),
    ("if True:\n        print(1)\n\tprint(2)\n", "inconsistent use of tabs and spaces in indentation"),
    ("def load():\n# later\n\nprint(1)\n", "expected an indented block"),
    ("if True:\n    if True:\n\tprint(1)\n", "TabError"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
