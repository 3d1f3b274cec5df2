"""Ask for input where there is none."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("name = input('Name? ')\n", "EOFError: EOF when reading a line"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
