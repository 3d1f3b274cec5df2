"""Make files and directories that are there."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import os\nos.mkdir('data')\nos.mkdir('data')\n", "[Errno 17] File exists: 'data'"),
    ("open('main.py', 'x')\n", "[Errno 17] File exists: 'main.py'"),
    ("import os\nos.makedirs('a/b')\nos.makedirs('a/b')\n", "[Errno 17] File exists: 'a/b'"),
    ("import os\nos.symlink('x', 'main.py')\n", "[Errno 17] File exists: 'x' -> 'main.py'"),
    ("import os, shutil\nos.makedirs('a')\nos.makedirs('b')\nshutil.copytree('a', 'b')\n", "[Errno 17] File exists: 'b'"),
    ("import os\nos.makedirs('a/b')\nos.rmdir('a')\n", "[Errno 39] Directory not empty: 'a'"),
    ("import pathlib\npathlib.Path('main.py').mkdir(exist_ok=True)\n", "[Errno 17] File exists: 'main.py'"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
