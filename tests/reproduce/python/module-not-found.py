"""Import modules that are not there; print what Python says.

-S keeps installed packages away, so that the result does not depend on the machine.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

CASES = [
    # (files, arguments, what the output must hold)
    ({"main.py": "import yaml\n"}, ["main.py"], "No module named"),
    ({"main.py": "import cv2\n"}, ["main.py"], "No module named"),
    ({"main.py": "import acme_client.retry\n"}, ["main.py"], "No module named"),
    (
        {"main.py": "import acme_client.retry\n", "acme_client/__init__.py": ""},
        ["main.py"],
        "acme_client.retry",
    ),
    (
        {"main.py": "import requests.adapters\n", "requests.py": "print('mine')\n"},
        ["main.py"],
        "is not a package",
    ),
    (
        {"main.py": "import importlib\nimportlib.import_module('acme-client')\n"},
        ["main.py"],
        "acme-client",
    ),
    ({}, ["-m", "acme_client"], "No module named acme_client"),
    (
        {"acme_client/__init__.py": ""},
        ["-m", "acme_client"],
        "is a package and cannot be directly executed",
    ),
    ({"scripts/main.py": "from src.app import run\n"}, ["scripts/main.py"], "src"),
    ({"main.py": "import urllib2\n"}, ["main.py"], "urllib2"),
    ({"main.py": "from distutils.core import setup\nimport imp\nimport cgi\n"}, ["main.py"], ""),
]


def run(files: dict[str, str], arguments: list[str]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        done = subprocess.run(
            [sys.executable, "-S", *arguments], cwd=folder, capture_output=True, text=True
        )
        return done.stderr.replace(str(Path(folder).resolve()), "/srv/app")


def main() -> int:
    reproduced = True
    for files, arguments, wanted in CASES:
        output = run(files, arguments)
        print(output)
        reproduced = reproduced and wanted in output
    return 0 if reproduced else 1


if __name__ == "__main__":
    sys.exit(main())
