"""Use square brackets on things that have no items."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import re\nprint(re.match('a', 'b')[0])\n", "'NoneType' object is not subscriptable"),
    ("age = 30\nprint(age[0])\n", "'int' object is not subscriptable"),
    ("def rows():\n    return [1]\n\n\nprint(rows[0])\n", "'function' object is not subscriptable"),
    ("names = {'a': 1}\nprint(names.keys()[0])\n", "'dict_keys' object is not subscriptable"),
    ("names = []\nnames.append['x']\n", "'builtin_function_or_method' object is not subscriptable"),
    ("class Shop:\n    pass\n\n\nprint(Shop()['x'])\n", "'Shop' object is not subscriptable"),
    ("def total(prices: list[int]) -> int:\n    return sum(prices)\n\n\nclass Shop:\n    pass\n\n\nShop[int]\n", "is not subscriptable"),
    ("names = {'a', 'b'}\nprint(names[0])\n", "'set' object is not subscriptable"),
    ("print(map(str, [1])[0])\n", "'map' object is not subscriptable"),
    ("print((n for n in [1])[0])\n", "'generator' object is not subscriptable"),
    ("import asyncio\n\n\nasync def fetch():\n    return [1]\n\n\nasync def main():\n    print(fetch()[0])\n\n\nasyncio.run(main())\n", "'coroutine' object is not subscriptable"),
    ("import re\nprint(None['x'])\n", "'NoneType' object is not subscriptable"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
