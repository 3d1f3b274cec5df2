# needs: pip:pymongo
"""Servers that are not there."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

FIND = "import pymongo\npymongo.MongoClient('mongodb://{}', serverSelectionTimeoutMS=500).db.c.find_one()\n"
CASES = [
    (FIND.format("127.0.0.1:9"), "pymongo.errors.ServerSelectionTimeoutError: 127.0.0.1:9: [Errno 111] Connection refused"),
    (FIND.format("no-such-host.invalid"), "pymongo.errors.ServerSelectionTimeoutError: no-such-host.invalid:27017:"),
]
sys.exit(check(CASES))
