# needs: pip:numpy
"""Call functions for one number with an array."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CASES = [
    ("import math\nimport numpy as np\nprint(math.sqrt(np.array([1, 4])))\n", "can be converted to Python scalars"),
    ("import numpy as np\nprint(int(np.array([1, 4])))\n", "can be converted to Python scalars"),
    ("import numpy as np\nprint(float(np.array([[1.0]])))\n",),
]
sys.exit(check(CASES))
