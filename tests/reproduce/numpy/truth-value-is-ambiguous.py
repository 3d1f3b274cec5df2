# needs: pip:numpy pip:pandas
"""Use arrays, series and frames where one truth value is needed."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CASES = [
    ("import numpy as np\na = np.array([1, 2, 3])\nif a > 1:\n    print('big')\n", "truth value of an array"),
    ("import numpy as np\na = np.array([1, 2, 3])\nprint(a[(a > 1) and (a < 3)])\n", "truth value of an array"),
    ("import pandas as pd\ndf = pd.DataFrame({'a': [1, 2]})\nprint(df[(df.a > 1) and (df.a < 3)])\n", "truth value of a Series"),
    ("import pandas as pd\ndf = pd.DataFrame({'a': [1, 2]})\nif df:\n    print(df)\n", "truth value of a DataFrame"),
    ("import numpy as np\nprint(bool(np.array([])))\n", "truth value of an empty array"),
]
sys.exit(check(CASES))
