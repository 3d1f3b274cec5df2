"""Run statements of Python 2."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("print 'hello'\n", "Missing parentheses in call to 'print'"),
    ("exec 'x = 1'\n", "Missing parentheses in call to 'exec'"),
    ("name = 'x'\nprint name\n", "Missing parentheses in call to 'print'"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
