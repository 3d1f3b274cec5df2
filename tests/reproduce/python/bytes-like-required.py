"""Mix bytes and texts."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("b'a b'.split(' ')\n", "a bytes-like object is required, not 'str'"),
    ("open('a.bin', 'wb').write('x')\n", "a bytes-like object is required, not 'str'"),
    ("open('a.txt', 'w').write(b'x')\n", "write() argument must be str, not bytes"),
    ("import socket\na, b = socket.socketpair()\na.send('x')\n", "a bytes-like object is required, not 'str'"),
    ("import re\nre.search('a', b'a')\n", "cannot use a string pattern on a bytes-like object"),
    ("import re\nre.search(b'a', 'a')\n", "cannot use a bytes pattern on a string-like object"),
    ("import hashlib\nhashlib.sha256('x')\n", "must be encoded before hashing"),
    ("import csv\ncsv.writer(open('a.csv', 'wb')).writerow(['a'])\n", "a bytes-like object is required, not 'str'"),
    ("import csv\nnext(csv.reader(open('main.py', 'rb')))\n", "iterator should return strings, not bytes"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
