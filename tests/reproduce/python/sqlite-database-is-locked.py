"""Write to a SQLite database that another connection is writing to."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import sqlite3\na = sqlite3.connect('shop.db')\na.execute('create table teas (name)')\na.execute('begin immediate')\nb = sqlite3.connect('shop.db', timeout=0.1)\nb.execute('insert into teas values (1)')\n", "sqlite3.OperationalError: database is locked"),
    ("import sqlite3\na = sqlite3.connect('file:x?mode=memory&cache=shared', uri=True)\na.execute('create table teas (name)')\na.commit()\na.execute('insert into teas values (1)')\nb = sqlite3.connect('file:x?mode=memory&cache=shared', uri=True)\nb.execute('select * from teas').fetchall()\n", "database table is locked"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
