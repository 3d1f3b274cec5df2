"""Read and write files that are closed already."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("with open('a.txt', 'w') as file:\n    file.write('x')\nfile.write('y')\n", "I/O operation on closed file"),
    ("import csv\nwith open('main.py') as file:\n    rows = csv.reader(file)\nfor row in rows:\n    print(row)\n", "I/O operation on closed file"),
    ("import sys\nsys.stdout.close()\nprint('x')\n", "I/O operation on closed file"),
    ("import zipfile\nwith zipfile.ZipFile('a.zip', 'w') as archive:\n    archive.writestr('a', 'b')\narchive.writestr('c', 'd')\n", "already closed"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
