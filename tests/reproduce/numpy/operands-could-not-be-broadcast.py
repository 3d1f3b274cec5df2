# needs: pip:numpy
"""Combine arrays whose shapes do not fit."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CASES = [
    ("import numpy as np\na = np.ones(3)\nb = np.ones(4)\nprint(a + b)\n", "shapes (3,) (4,)"),
    ("import numpy as np\nprint(np.ones((3, 4)) * np.ones(3))\n", "shapes (3,4) (3,)"),
    ("import numpy as np\na = np.zeros(4)\na[1:3] = [1, 2, 3]\n", "could not broadcast input array"),
    ("import numpy as np\na = np.zeros(4)\na += np.ones((2, 4))\n", "non-broadcastable output"),
]
sys.exit(check(CASES))
