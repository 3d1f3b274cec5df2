# needs: pip:requests
"""Parse texts and HTTP answers that are not JSON."""

import subprocess
import sys
import tempfile
from pathlib import Path

SERVER = """
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import requests


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(502)
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>502 Bad Gateway</title>")

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{server.server_port}/"
"""
CASES = [
    # (files, arguments, what the output must hold)
    ({"main.py": "import json\njson.loads('')\n"}, ["main.py"], "Expecting value"),
    ({"main.py": "import json\njson.loads('data.json')\n"}, ["main.py"], "Expecting value"),
    ({"main.py": "import json\njson.loads('{\"a\": None}')\n"}, ["main.py"], "Expecting value"),
    (
        {
            "main.py": "import json\njson.load(open('data.json'))\n",
            "data.json": '{"event": "start"\n, "rows": ',
        },
        ["main.py"],
        "Expecting value",
    ),
    ({"main.py": SERVER + "requests.get(url).json()\n"}, ["main.py"], "requests.exceptions.JSON"),
]


def run(files: dict[str, str], arguments: list[str]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        done = subprocess.run(
            [sys.executable, *arguments], cwd=folder, capture_output=True, text=True
        )
        output = done.stdout + done.stderr
        return output.replace(str(Path(folder).resolve()), "/srv/app")


def main() -> int:
    reproduced = True
    for files, arguments, wanted in CASES:
        output = run(files, arguments)
        print(output)
        reproduced = reproduced and wanted in output
    return 0 if reproduced else 1


if __name__ == "__main__":
    sys.exit(main())
