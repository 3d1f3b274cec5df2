"""Use floats where whole numbers are needed."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("for i in range(10 / 2):\n    pass\n", "'float' object cannot be interpreted as an integer"),
    ("for i in range('3'):\n    pass\n", "'str' object cannot be interpreted as an integer"),
    ("for i in range([1]):\n    pass\n", "'list' object cannot be interpreted as an integer"),
    ("'a' * 2.0\n", "can't multiply sequence by non-int of type 'float'"),
    ("'a' * 'b'\n", "can't multiply sequence by non-int of type 'str'"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
