# needs: pip:numpy
"""Use names that NumPy no longer has."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CASES = [
    ("import numpy as np\nx = np.float(1)\n", "module 'numpy' has no attribute 'float'"),
    ("import numpy as np\nx = np.zeros(3, dtype=np.int)\n", "module 'numpy' has no attribute 'int'"),
    ("import numpy as np\nx = np.float_(3)\n", "was removed in the NumPy 2.0 release"),
    ("import numpy as np\nx = np.NaN\n", "was removed in the NumPy 2.0 release"),
    ("import numpy as np\nx = np.bool8(1)\n", "bool8"),
    ("import numpy as np\nx = np.product([1])\n", "product"),
    ("import numpy as np\nx = np.no_such_thing([1])\n", "no_such_thing"),
]
sys.exit(check(CASES))
