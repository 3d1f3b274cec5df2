# needs: pip:pandas
"""Make integers of missing values."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CASES = [
    ("import pandas as pd\ns = pd.Series([1.0, None])\nprint(s.astype(int))\n", "Cannot convert non-finite values (NA or inf) to integer"),
    ("import pandas as pd\ndf = pd.DataFrame({'a': [1.0, None]})\nprint([int(x) for x in df.a])\n", "cannot convert float NaN to integer"),
    ("print(int(float('inf')))\n", "cannot convert float infinity to integer"),
]
sys.exit(check(CASES))
