"""Convert very long numbers to text and back."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("print(10 ** 5000)\n", "Exceeds the limit"),
    ("int('1' * 5000)\n", "Exceeds the limit"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
