# needs: pip:pandas
"""Read and write formats whose package is not installed."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

SETUP = "import pandas as pd\ndf = pd.DataFrame({'a': [1]})\n"
CASES = [
    (SETUP + "print(df.to_markdown())\n", "`Import tabulate` failed."),
    (SETUP + "pd.read_html('<table>')\n", "`Import lxml` failed."),
    (SETUP + "df.to_parquet('out.parquet')\n", "Unable to find a usable engine; tried using: 'pyarrow', 'fastparquet'."),
]
sys.exit(check(CASES))
