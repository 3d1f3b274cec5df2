# needs: pip:scikit-learn
"""Give estimators one-dimensional data."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CASES = [
    ("from sklearn.linear_model import LinearRegression\nLinearRegression().fit([1, 2, 3], [1, 2, 3])\n", "Expected 2D array, got 1D array instead"),
    ("from sklearn.linear_model import LinearRegression\nm = LinearRegression().fit([[1], [2]], [1, 2])\nm.predict([3])\n", "Expected 2D array, got 1D array instead"),
    ("from sklearn.linear_model import LinearRegression\nm = LinearRegression().fit([[1], [2]], [1, 2])\nm.predict(3)\n", "Expected 2D array, got scalar array instead"),
    ("import numpy as np\nfrom sklearn.linear_model import LinearRegression\nLinearRegression().fit(np.ones((2, 2, 2)), [1, 2])\n", "Found array with dim 3"),
]
sys.exit(check(CASES))
