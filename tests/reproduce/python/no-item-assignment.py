"""Change items of values that cannot change."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("name = 'tea'\nname[0] = 'T'\n", "'str' object does not support item assignment"),
    ("point = (1, 2)\npoint[0] = 3\n", "'tuple' object does not support item assignment"),
    ("rows = None\nrows[0] = 3\n", "'NoneType' object does not support item assignment"),
    ("total = 3\ntotal['a'] = 3\n", "'int' object does not support item assignment"),
    ("names = ('a', 'b')\ndel names[0]\n", "'tuple' object doesn't support item deletion"),
    ("class Shop:\n    pass\n\n\nShop()['a'] = 1\n", "'Shop' object does not support item assignment"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
