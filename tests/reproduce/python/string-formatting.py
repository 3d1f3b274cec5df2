"""Format with % and the wrong number or type of values."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("print('%s' % (1, 2))\n", "not all arguments converted during string formatting"),
    ("print('%s %s' % 'a')\n", "not enough arguments for format string"),
    ("print('%d' % 'a')\n", "%d format: a"),
    ("if '3' % 2 == 0:\n    pass\n", "not all arguments converted during string formatting"),
    ("print('{:.2f}'.format('1'))\n", "Unknown format code 'f' for object of type 'str'"),
    ("print(f'{None:>10}')\n", "unsupported format string passed to NoneType.__format__"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
