"""Open directories like files."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import os\nos.mkdir('data')\nopen('data')\n", "[Errno 21] Is a directory: 'data'"),
    ("import os\nos.mkdir('data')\nos.remove('data')\n", "[Errno 21] Is a directory: 'data'"),
    ("open('main.py/x')\n", "[Errno 20] Not a directory: 'main.py/x'"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
