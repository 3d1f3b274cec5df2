"""Make numbers of texts that are none."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("print(float('1,5'))\n", "could not convert string to float: '1,5'"),
    ("print(float(''))\n", "could not convert string to float: ''"),
    ("print(float('abc'))\n", "could not convert string to float: 'abc'"),
    ("print(float('$3.50'))\n", "could not convert string to float: '$3.50'"),
    ("print(float('1 2'))\n", "could not convert string to float: '1 2'"),
    ("print(float('12%'))\n", "could not convert string to float: '12%'"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
