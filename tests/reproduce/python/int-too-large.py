"""Give numbers to C code that are too large for it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import time\ntime.sleep(10 ** 30)\n", "OverflowError"),
    ("import sqlite3\nsqlite3.connect(':memory:').execute('select ?', (2 ** 70,))\n", "Python int too large to convert to SQLite INTEGER"),
    ("'a' * 2 ** 70\n", "OverflowError: cannot fit 'int' into an index-sized integer"),
    ("import itertools\nitertools.islice([1], 2 ** 70)\n", ""),
    ("range(2 ** 70).__len__()\n", "Python int too large to convert to C ssize_t"),
    ("import ctypes, array\narray.array('l', [2 ** 70])\n", "Python int too large to convert to C long"),
    ("float(10 ** 400)\n", "int too large to convert to float"),
    ("(300).to_bytes(1, 'big')\n", "int too big to convert"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
