"""Call things that are not functions."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("str = 'abc'\nprint(str(3))\n", "'str' object is not callable"),
    ("list = [1, 2]\nprint(list(range(3)))\n", "'list' object is not callable"),
    ("import datetime\nimport pprint\npprint({})\n", "'module' object is not callable"),
    ("prices = {'tea': 3}\nprint(prices('tea'))\n", "'dict' object is not callable"),
    ("total = 3\nprint(total(2 + 1))\n", "'int' object is not callable"),
    ("def load():\n    pass\n\n\nload()()\n", "'NoneType' object is not callable"),
    ("class Shop:\n    @property\n    def size(self):\n        return 3\n\n\nprint(Shop().size())\n", "'int' object is not callable"),
    ("class Shop:\n    pass\n\n\nShop()()\n", "'Shop' object is not callable"),
    ("rows = [\n    (1, 2)\n    (3, 4)\n]\n", "'tuple' object is not callable"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
