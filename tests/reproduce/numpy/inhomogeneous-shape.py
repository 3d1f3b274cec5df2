# needs: pip:numpy
"""Make arrays from rows of different lengths."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CASES = [
    ("import numpy as np\nprint(np.array([[1, 2, 3], [4, 5]]))\n", "inhomogeneous shape after 1 dimensions"),
    ("import numpy as np\na = np.zeros(3)\na[0] = [1, 2]\n", "setting an array element with a sequence."),
    ("import numpy as np\nnp.array([np.ones((2, 2)), np.ones((3, 3))])\n", "inhomogeneous shape after 1 dimensions"),
    ("import numpy as np\nnp.array([[1, 2], [3]], dtype=float)\n", "setting an array element with a sequence."),
]
sys.exit(check(CASES))
