"""Leave quotes and brackets open."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("print('hello)\n", "string literal"),
    ("print('a', (1, 2)\n", "SyntaxError"),
    ("rows = [1, 2\nprint(rows)\n", "SyntaxError"),
    ("'''text\n", "triple-quoted string literal"),
    ("print(1))\n", "unmatched ')'"),
    ("rows = [1, 2)\n", "does not match opening parenthesis '['"),
    ("data = {'a': 1\n", "SyntaxError"),
    ("try:\n    print(1)\n", "SyntaxError"),
    ("name = 'x'\nprint(f'{name}\n", "string"),
    ("print('it's')\n", "SyntaxError"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
