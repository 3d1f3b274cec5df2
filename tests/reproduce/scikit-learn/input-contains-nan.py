# needs: pip:scikit-learn pip:pandas
"""Fit estimators with missing and infinite values."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CASES = [
    ("import numpy as np\nfrom sklearn.linear_model import LinearRegression\nLinearRegression().fit([[1.0], [np.nan]], [1, 2])\n", "Input X contains NaN."),
    ("import numpy as np\nfrom sklearn.linear_model import LinearRegression\nLinearRegression().fit([[1.0], [np.inf]], [1, 2])\n", "Input X contains infinity or a value too large"),
    ("import numpy as np\nfrom sklearn.linear_model import LinearRegression\nLinearRegression().fit([[1.0], [2.0]], [1, np.nan])\n", "Input y contains NaN."),
    ("import numpy as np\nfrom sklearn.metrics import mean_squared_error\nmean_squared_error([1, 2], [1, np.nan])\n", "Input contains NaN."),
]
sys.exit(check(CASES))
