# needs: pip:sqlalchemy
"""Take more connections than the pool has."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CODE = "from sqlalchemy import create_engine\nfrom sqlalchemy.pool import QueuePool\nengine = create_engine('sqlite:///x.db', poolclass=QueuePool, pool_size=1, max_overflow=0, pool_timeout=0.3)\nfirst = engine.connect()\nsecond = engine.connect()\n"
sys.exit(check([(CODE, "QueuePool limit of size 1 overflow 0 reached, connection timed out, timeout 0.30")]))
