"""Write a Windows path into a text without doubling its backslashes."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("file = open('C:\\Users\\ann\\data.csv')\n", "truncated \\UXXXXXXXX escape"),
    ("file = 'C:\\new\\xyz'\n", "truncated \\xXX escape"),
    ("file = 'C:\\data\\N1'\n", "malformed \\N character escape"),
    ("'''\nSee C:\\users\\x.\n'''\n", "truncated \\uXXXX escape"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
