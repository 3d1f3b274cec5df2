"""Open SQLite databases in places that do not exist."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import sqlite3\nsqlite3.connect('data/shop.db')\n", "unable to open database file"),
    ("import sqlite3\nsqlite3.connect('/no-such-folder/shop.db')\n", "unable to open database file"),
    ("import sqlite3\nsqlite3.connect('.')\n", "unable to open database file"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
