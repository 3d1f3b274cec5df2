"""Loop over things that are not made of items."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("for number in 3:\n    pass\n", "'int' object is not iterable"),
    ("rows = None\nfor row in rows:\n    pass\n", "'NoneType' object is not iterable"),
    ("a, b = None\n", "cannot unpack non-iterable NoneType object"),
    ("print('a' in None)\n", "argument of type 'NoneType' is not"),
    ("a, b = 3\n", "cannot unpack non-iterable int object"),
    ("class Shop:\n    pass\n\n\nlist(Shop())\n", "'Shop' object is not iterable"),
    ("print(sum(1, 2, 3) if False else sum(1))\n", "'int' object is not iterable"),
    ("print(1 in 12)\n", "argument of type 'int' is not"),
    ("print(list(len))\n", "'builtin_function_or_method' object is not iterable"),
    ("names = []\nnames += 3\n", "'int' object is not iterable"),
    ("import asyncio\n\n\nasync def rows():\n    yield 1\n\n\nasync def main():\n    for row in rows():\n        print(row)\n\n\nasyncio.run(main())\n", "'async_generator' object is not iterable"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
