# needs: pip:pandas
"""Use .str and .dt on columns of other types."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CASES = [
    ("import pandas as pd\ns = pd.Series([1, 2])\nprint(s.str.upper())\n", "Can only use .str accessor with string values"),
    ("import pandas as pd\ns = pd.Series(['2026-01-01'])\nprint(s.dt.year)\n", "Can only use .dt accessor with datetimelike values"),
    ("import pandas as pd\ns = pd.Series([1, 2])\nprint(s.dt.year)\n", "Can only use .dt accessor with datetimelike values"),
]
sys.exit(check(CASES))
