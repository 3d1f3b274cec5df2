"""Divide by zero."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("prices = []\nprint(sum(prices) / len(prices))\n", "ZeroDivisionError"),
    ("print(1.5 / 0)\n", "ZeroDivisionError"),
    ("print(7 % 0)\n", "ZeroDivisionError"),
    ("print(7 // 0)\n", "ZeroDivisionError"),
    ("print(7.0 // 0)\n", "ZeroDivisionError"),
    ("print(0 ** -1)\n", "ZeroDivisionError"),
    ("import decimal\nprint(decimal.Decimal(1) / 0)\n", "DivisionByZero"),
    ("import fractions\nprint(fractions.Fraction(1, 0))\n", "ZeroDivisionError"),
    ("print(divmod(1, 0))\n", "ZeroDivisionError"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
