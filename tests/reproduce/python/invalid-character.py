"""Run files with characters that Python does not take."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("print(“hello”)\n", "invalid character"),
    ("x = 1\n\u00a0y = 2\n", "invalid"),
    ("x = 3 – 1\n", "invalid character"),
    ("x\u200b = 3\n", "invalid"),
    ("if x：\n    pass\n", "invalid character"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
