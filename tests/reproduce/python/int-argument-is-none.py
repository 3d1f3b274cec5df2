"""Make numbers of things that are no texts."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("print(int(None))\n", "int() argument must be a string, a bytes-like object or a"),
    ("print(float(None))\n", "float() argument must be a string or a"),
    ("print(int([1]))\n", "not 'list'"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
