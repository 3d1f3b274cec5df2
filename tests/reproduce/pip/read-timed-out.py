"""Ask an index that accepts connections and says nothing."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import socket, subprocess, sys\nserver = socket.create_server(('127.0.0.1', 0))\nport = server.getsockname()[1]\nsys.exit(subprocess.run([sys.executable, '-m', 'pip', '--isolated', '--disable-pip-version-check', 'install', '--timeout', '1', '--retries', '1', '--index-url', f'http://127.0.0.1:{port}/simple', '--target', 'out', 'acme']).returncode)\n", "Read timed out. (read timeout=1.0)"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
