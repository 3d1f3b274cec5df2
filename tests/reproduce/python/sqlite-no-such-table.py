"""Ask SQLite for tables and columns that are not there."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import sqlite3\nsqlite3.connect('shop.db').execute('select * from teas')\n", "sqlite3.OperationalError: no such table: teas"),
    ("import sqlite3\ndb = sqlite3.connect(':memory:')\ndb.execute('create table teas (name)')\ndb.execute('select price from teas')\n", "sqlite3.OperationalError: no such column: price"),
    ("import sqlite3\ndb = sqlite3.connect(':memory:')\ndb.execute('create table teas (name)')\nname = 'green'\ndb.execute(f'select * from teas where name = {name}')\n", "no such column: green"),
    ("import sqlite3\ndb = sqlite3.connect(':memory:')\ndb.execute('create table teas (name)')\ndb.execute('insert into teas (price) values (1)')\n", "table teas has no column named price"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
