# needs: pip:pandas
"""Put a list of another length into a frame."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

SETUP = "import pandas as pd\ndf = pd.DataFrame({'a': [1, 2, 3]})\n"
CASES = [
    (SETUP + "df['b'] = [1, 2]\n", "Length of values (2) does not match length of index (3)"),
    ("import pandas as pd\npd.DataFrame({'a': [1, 2, 3], 'b': [1, 2]})\n", "All arrays must be of the same length"),
    (SETUP + "df.columns = ['a', 'b']\n", "Length mismatch"),
    (SETUP + "df.loc[df.a > 1, 'a'] = [1]\n",),
    (SETUP + "df.loc[df.a > 1, 'a'] = [1,2,3]\n",),
]
sys.exit(check(CASES))
