# needs: python3
"""Write to a file that was opened for reading."""

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
CASES = [(SETUP + "sqlite3.connect('file:x.db?mode=ro', uri=True).execute('delete from users')\n", "sqlite3.OperationalError: attempt to write a readonly database")]
sys.exit(check(CASES))
