"""Open more files than allowed."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (32, 32))\nfiles = []\nwhile True:\n    files.append(open('main.py'))\n", "[Errno 24] Too many open files: 'main.py'"),
    ("import resource, socket\nresource.setrlimit(resource.RLIMIT_NOFILE, (32, 32))\nsockets = []\nwhile True:\n    sockets.append(socket.socket())\n", "[Errno 24] Too many open files"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
