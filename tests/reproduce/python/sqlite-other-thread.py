"""Use a SQLite connection in another thread."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import sqlite3, threading\ndb = sqlite3.connect(':memory:')\nthread = threading.Thread(target=db.execute, args=('select 1',))\nthread.start()\nthread.join()\n", "SQLite objects created in a thread can only be used in that same thread"),
    ("import sqlite3, concurrent.futures\ndb = sqlite3.connect(':memory:')\nwith concurrent.futures.ThreadPoolExecutor() as pool:\n    pool.submit(db.cursor).result()\n", "SQLite objects created in a thread can only be used in that same thread"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
