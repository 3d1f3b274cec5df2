"""Join texts or lists with something else by +."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("age = 30\nprint('Age: ' + age)\n", "can only concatenate str (not \"int\") to str"),
    ("print('Name: ' + None)\n", "can only concatenate str (not \"NoneType\") to str"),
    ("print('x' + b'y')\n", "can only concatenate str (not \"bytes\") to str"),
    ("rows = [1]\nrows = rows + 'a'\n", "can only concatenate list (not \"str\") to list"),
    ("print(b'x' + 'y')\n", "can't concat str to bytes"),
    ("print((1, 2) + [3])\n", "can only concatenate tuple (not \"list\") to tuple"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
