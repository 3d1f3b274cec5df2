# needs: pip:scikit-learn pip:pandas
"""Give estimators data of different lengths and with other columns."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CASES = [
    ("from sklearn.linear_model import LinearRegression\nLinearRegression().fit([[1], [2], [3]], [1, 2])\n", "Found input variables with inconsistent numbers of samples: [3, 2]"),
    ("from sklearn.linear_model import LinearRegression\nm = LinearRegression().fit([[1, 2], [2, 3]], [1, 2])\nm.predict([[1]])\n", "X has 1 features, but LinearRegression is expecting 2 features as input"),
    ("from sklearn.model_selection import train_test_split\ntrain_test_split([1, 2, 3], [1, 2])\n", "Found input variables with inconsistent numbers of samples: [3, 2]"),
    ("import pandas as pd\nfrom sklearn.linear_model import LinearRegression\nm = LinearRegression().fit(pd.DataFrame({'a': [1, 2], 'b': [1, 2]}), [1, 2])\nm.predict(pd.DataFrame({'b': [1], 'a': [1]}))\n", "feature names"),
    ("import pandas as pd\nfrom sklearn.linear_model import LinearRegression\nm = LinearRegression().fit(pd.DataFrame({'a': [1, 2], 'b': [1, 2]}), [1, 2])\nm.predict(pd.DataFrame({'a': [1], 'c': [1]}))\n", "feature names"),
]
sys.exit(check(CASES))
