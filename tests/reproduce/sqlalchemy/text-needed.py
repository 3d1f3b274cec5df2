# needs: pip:sqlalchemy
"""Plain SQL with SQLAlchemy 2."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

SETUP = "from sqlalchemy import create_engine\nfrom sqlalchemy.orm import Session\nengine = create_engine('sqlite://')\n"
CASES = [
    (SETUP + "Session(engine).execute('select 1')\n", "Textual SQL expression 'select 1' should be explicitly declared as text('select 1')"),
    (SETUP + "engine.execute('select 1')\n", "'Engine' object has no attribute 'execute'"),
    (SETUP + "engine.connect().execute('select 1')\n", "Not an executable object: 'select 1'"),
]
sys.exit(check(CASES))
