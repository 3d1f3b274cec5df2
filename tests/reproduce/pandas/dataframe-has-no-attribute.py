# needs: pip:pandas
"""Use methods that pandas no longer has, and columns as attributes."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

SETUP = "import pandas as pd\ndf = pd.DataFrame({'price': [1]})\n"
CASES = [
    (SETUP + "df = df.append({'price': 2}, ignore_index=True)\n", "'DataFrame' object has no attribute 'append'"),
    (SETUP + "print(df.ix[0])\n", "'DataFrame' object has no attribute 'ix'"),
    (SETUP + "print(df.Price)\n", "'DataFrame' object has no attribute 'Price'"),
    (SETUP + "print(df.price.iteritems())\n", "'Series' object has no attribute 'iteritems'"),
    (SETUP + "print(df.as_matrix())\n", "as_matrix"),
    (SETUP + "print(df.applymap(str))\n",),
    (SETUP + "print(df.unique())\n", "unique"),
    (SETUP + "print(df.str.upper())\n", "str"),
]
sys.exit(check(CASES))
