"""Call functions with too few arguments."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("class Shop:\n    def open(self, hour):\n        pass\n\n\nShop.open(9)\n", "missing 1 required positional argument: 'hour'"),
    ("class Shop:\n    def __init__(self, name, city):\n        pass\n\n\nShop('x')\n", "missing 1 required positional argument: 'city'"),
    ("def add(a, b):\n    return a + b\n\n\nadd()\n", "missing 2 required positional arguments: 'a' and 'b'"),
    ("def connect(*, host):\n    pass\n\n\nconnect()\n", "missing 1 required keyword-only argument: 'host'"),
    ("class Shop:\n    def open(self):\n        pass\n\n\nShop.open()\n", "missing 1 required positional argument: 'self'"),
    ("import datetime\ndatetime.date()\n", "missing required argument 'year' (pos 1)"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
