"""Write text in an encoding that lacks its characters."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"main.py": "print('price: \\u20ac')\n"}, ["-X", "utf8=0", "-c", "import sys; sys.stdout.reconfigure(encoding='cp1252'); print('\\u2192')"], "'charmap' codec can't encode character"),
    ("'gr\\xfc\\xdfe'.encode('ascii')\n", "'ascii' codec can't encode characters in position 2-3"),
    ("print('\\ud800')\n", "surrogates not allowed"),
    ("open('a.txt', 'w', encoding='latin-1').write('\\u20ac 3')\n", "'latin-1' codec can't encode character"),
    ("import http.client\nhttp.client.HTTPConnection('127.0.0.1', 1).putheader\n'\\u201cx'.encode('latin-1')\n", "'latin-1' codec can't encode character"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
