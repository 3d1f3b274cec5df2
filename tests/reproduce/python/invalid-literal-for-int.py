"""Make whole numbers of texts that are none."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("print(int('3.5'))\n", "invalid literal for int() with base 10: '3.5'"),
    ("print(int(''))\n", "invalid literal for int() with base 10: ''"),
    ("print(int('abc'))\n", "invalid literal for int() with base 10: 'abc'"),
    ("print(int('1,000'))\n", "invalid literal for int() with base 10: '1,000'"),
    ("print(int('0x1f'))\n", "invalid literal for int() with base 10: '0x1f'"),
    ("print(int('1 2 3\\n'))\n", "invalid literal for int() with base 10: '1 2 3\\n'"),
    ("print(int('nan'))\n", "invalid literal for int() with base 10: 'nan'"),
    ("print(int('12', 2))\n", "invalid literal for int() with base 2: '12'"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
