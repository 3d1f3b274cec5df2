"""Recurse until Python stops it."""

import subprocess
import sys
import tempfile
from pathlib import Path

CASES = [
    # (files, arguments, what the output must hold)
    (
        {"main.py": "def count(n):\n    return 1 + count(n - 1)\n\n\ncount(5)\n"},
        ["main.py"],
        "recursion",
    ),
    (
        {
            "main.py": "class Box:\n    def __getattr__(self, name):\n        return self.inner[name]\n\n\nBox().x\n"
        },
        ["main.py"],
        "recursion",
    ),
    (
        {
            "main.py": "class Box:\n    @property\n    def size(self):\n        return self.size\n\n\nBox().size\n"
        },
        ["main.py"],
        "recursion",
    ),
    (
        {
            "main.py": "class Box:\n    def __repr__(self):\n        return f'<{self!r}>'\n\n\nprint(Box())\n"
        },
        ["main.py"],
        "recursion",
    ),
    (
        {
            "main.py": "import json\ndata = []\nfor _ in range(200000):\n    data = [data]\njson.dumps(data)\n"
        },
        ["main.py"],
        "recursion",
    ),
    ({"main.py": "import json\njson.loads('[' * 200000)\n"}, ["main.py"], "recursion"),
    (
        {
            "main.py": "import copy\ndata = []\nfor _ in range(2000):\n    data = [data]\ncopy.deepcopy(data)\n"
        },
        ["main.py"],
        "recursion",
    ),
    (
        {
            "main.py": "import pickle\ndata = []\nfor _ in range(200000):\n    data = [data]\npickle.dumps(data)\n"
        },
        ["main.py"],
        "recursion",
    ),
    (
        {
            "main.py": "class A:\n    def __lt__(self, other):\n        return other > self\n\n    __gt__ = lambda self, other: other < self\n\n\nA() < A()\n"
        },
        ["main.py"],
        "recursion",
    ),
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
