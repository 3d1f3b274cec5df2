"""Listen at a port that is taken."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import socket\na = socket.socket()\na.bind(('127.0.0.1', 0))\na.listen()\nb = socket.socket()\nb.bind(a.getsockname())\n", "[Errno 98] Address already in use"),
    ("import asyncio, socket\n\na = socket.socket()\na.bind(('127.0.0.1', 0))\na.listen()\n\n\nasync def main():\n    await asyncio.start_server(lambda r, w: None, *a.getsockname())\n\n\nasyncio.run(main())\n", "address already in use"),
    ("import http.server, socket\na = socket.socket()\na.bind(('127.0.0.1', 0))\na.listen()\nhttp.server.ThreadingHTTPServer(a.getsockname(), http.server.SimpleHTTPRequestHandler)\n", "[Errno 98] Address already in use"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
