"""Calculate with types that do not go together."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("total = 0\nprice = '3'\nprint(total + price)\n", "unsupported operand type(s) for +: 'int' and 'str'"),
    ("def price():\n    print(3)\n\n\nprint(1 + price())\n", "'int' and 'NoneType'"),
    ("year = input\nage = '2026' - 1990\n", "'str' and 'int'"),
    ("from datetime import datetime\nprint(datetime(2026, 1, 1) - '2025-01-01')\n", "'datetime.datetime' and 'str'"),
    ("print('Total: %d') % 3\n", "'NoneType' and 'int'"),
    ("print >> open('main.py'), 'x'\n", "unsupported operand type(s) for >>"),
    ("def find(name: str | None):\n    return name\nfind(1) + 1 if False else [1] - [2]\n", "unsupported operand type(s) for"),
    ("class Money:\n    pass\n\n\nprint(Money() + Money())\n", "'Money' and 'Money'"),
    ("import decimal\nprint(decimal.Decimal('1') * 1.5)\n", "'decimal.Decimal' and 'float'"),
    ("parts = 'a/b' / 'c'\n", "'str' and 'str'"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
