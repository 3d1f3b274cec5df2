# needs: pip:pandas
"""Ask frames for columns and labels that are not there."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

SETUP = "import pandas as pd\ndf = pd.DataFrame({'Name ': ['a'], 'price': [1]})\n"
CASES = [
    (SETUP + "print(df['Name'])\n", "KeyError: 'Name'"),
    (SETUP + "print(df[['Name', 'price']])\n", "not in index"),
    (SETUP + "print(df[['Name', 'Preis']])\n", "None of ["),
    (SETUP + "print(df.loc[3])\n", "KeyError: 3"),
    (SETUP + "print(df.drop(columns=['Name']))\n", "not found in axis"),
    (SETUP + "print(df.groupby('Name').sum())\n", "KeyError: 'Name'"),
    (SETUP + "print(df[0])\n", "KeyError: 0"),
    (SETUP + "print(df.drop('price'))\n", "not found in axis"),
    (SETUP + "print(df.price[5])\n", "KeyError: 5"),
    (SETUP + "print(df.merge(df, on='id'))\n", "KeyError: 'id'"),
]
sys.exit(check(CASES))
