"""Ask objects for attributes that their type does not have."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("text = 'abc'\nprint(text.decode('utf-8'))\n", "no attribute 'decode'"),
    ("names = 'a b'\nnames.append('c')\n", "'str' object has no attribute 'append'"),
    ("rows = [{'id': 1}]\nprint(rows.items())\n", "'list' object has no attribute 'items'"),
    ("user = {'name': 'Ann'}\nprint(user.name)\n", "'dict' object has no attribute 'name'"),
    ("for key, value in {'a': 1}.iteritems():\n    print(key)\n", "'dict' object has no attribute 'iteritems'"),
    ("class Shop:\n    def open(self):\n        pass\n\n\nprint(Shop().opened)\n", "'Shop' object has no attribute 'opened'"),
    (
        "import asyncio\n\n\nasync def fetch():\n    return {'id': 1}\n\n\nasync def main():\n"
        "    row = fetch()\n    print(row.keys())\n\n\nasyncio.run(main())\n",
        "'coroutine' object has no attribute 'keys'",
    ),
    ("def load():\n    return 1\n\n\nprint(load.value)\n", "'function' object has no attribute 'value'"),
    ("import argparse\nargs = argparse.ArgumentParser().parse_args([])\nprint(args.port)\n", "'Namespace' object has no attribute 'port'"),
    ("class Shop:\n    name = 'x'\n\n\nprint(Shop.opened)\n", "type object 'Shop' has no attribute 'opened'"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
