# needs: pip:sqlalchemy
"""Make engines of texts that are no database URLs."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CASES = [
    (f"from sqlalchemy import create_engine\ncreate_engine({url!r})\n", wanted)
    for url, wanted in (
        ("", "Could not parse SQLAlchemy URL from"),
        ("localhost/shop", "Could not parse SQLAlchemy URL from"),
        ("postgres://a@b/c", "Can't load plugin: sqlalchemy.dialects:postgres"),
        (None, "Expected string or URL object, got None"),
    )
]
sys.exit(check(CASES))
