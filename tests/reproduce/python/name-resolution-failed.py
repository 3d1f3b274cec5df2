"""Connect to hosts whose names nobody knows."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import socket\nsocket.create_connection(('db.example.invalid', 5432))\n", "socket.gaierror: [Errno"),
    ("import urllib.request\nurllib.request.urlopen('http://shop.example.invalid/')\n", "urlopen error [Errno"),
    ("import socket\nsocket.getaddrinfo('http://example.com/', 80)\n", "socket.gaierror: [Errno"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
