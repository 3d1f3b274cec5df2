# needs: pip:pandas
"""Merge frames whose key columns have different types."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

SETUP = "import pandas as pd\na = pd.DataFrame({'id': ['1', '2']})\nb = pd.DataFrame({'id': [1, 2]})\n"
CASES = [
    (SETUP + "print(a.merge(b, on='id'))\n", "You are trying to merge on"),
    (SETUP + "print(a.astype(object).merge(b, on='id'))\n", "You are trying to merge on object and int64 columns for key 'id'"),
    (SETUP + "b['id'] = pd.to_datetime(['2026-01-01', '2026-01-02'])\nprint(a.merge(b, on='id'))\n", "You are trying to merge on"),
]
sys.exit(check(CASES))
