"""Give SQLite another number of values than the statement has places."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import sqlite3\nsqlite3.connect(':memory:').execute('select ?', ('abc'))\n", "Incorrect number of bindings supplied"),
    ("import sqlite3\nsqlite3.connect(':memory:').execute('select ?, ?', (1,))\n", "Incorrect number of bindings supplied"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
