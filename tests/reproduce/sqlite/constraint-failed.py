# needs: python3
"""Break constraints."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

SETUP = """
import sqlite3
db = sqlite3.connect("x.db")
db.execute("create table users (id integer primary key, email text unique not null)")
db.execute("insert into users values (1, 'a')")
db.commit()
"""
CASES = [
    (SETUP + "db.execute(\"insert into users(email) values ('a')\")\n", "sqlite3.IntegrityError: UNIQUE constraint failed: users.email"),
    (SETUP + "db.execute('insert into users(id) values (2)')\n", "sqlite3.IntegrityError: NOT NULL constraint failed: users.email"),
]
sys.exit(check(CASES))
