# needs: pip:scikit-learn
"""Predict with estimators that were not fitted."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CASES = [
    ("from sklearn.linear_model import LinearRegression\nLinearRegression().predict([[1]])\n", "This LinearRegression instance is not fitted yet"),
    ("from sklearn.preprocessing import StandardScaler\nStandardScaler().transform([[1]])\n", "This StandardScaler instance is not fitted yet"),
    ("from sklearn.feature_extraction.text import TfidfVectorizer\nTfidfVectorizer().transform(['a'])\n", "not fitted"),
]
sys.exit(check(CASES))
