"""Speak TLS to a port that does not."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import http.server, ssl, socket, threading\nserver = http.server.HTTPServer(('127.0.0.1', 0), http.server.BaseHTTPRequestHandler)\nthreading.Thread(target=server.serve_forever, daemon=True).start()\nssl.create_default_context().wrap_socket(socket.create_connection(server.server_address), server_hostname='localhost')\n", "ssl.SSLError: [SSL"),
    ("import http.server, threading, urllib.request\nserver = http.server.HTTPServer(('127.0.0.1', 0), http.server.BaseHTTPRequestHandler)\nthreading.Thread(target=server.serve_forever, daemon=True).start()\nurllib.request.urlopen(f'https://127.0.0.1:{server.server_port}/')\n", "SSL"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
