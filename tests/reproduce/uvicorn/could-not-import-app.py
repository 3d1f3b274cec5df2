# needs: pip:uvicorn
"""Name applications that are not there."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CASES = [
    (({"main.py": "x = 1"}, ["-m", "uvicorn", target]), wanted)
    for target, wanted in (
        ("nope:app", 'Could not import module "nope".'),
        ("main:app", 'Attribute "app" not found in module "main".'),
        ("main", 'Import string "main" must be in format'),
        ("src/main:app", 'Could not import module "src/main".'),
    )
]
sys.exit(check(CASES))
