"""Use None as if it were an object."""

import subprocess
import sys
import tempfile
from pathlib import Path

CASES = [
    # (files, arguments, what the output must hold)
    ({"main.py": "import re\nprint(re.match('a', 'b').group(0))\n"}, ["main.py"], "NoneType"),
    (
        {
            "main.py": "def load(path):\n    rows = open(path).read().split()\n\n\n"
            "names = load('main.py')\nprint(names.count('x'))\n"
        },
        ["main.py"],
        "NoneType",
    ),
    (
        {"main.py": "import os\nprint(os.environ.get('NO_SUCH_SETTING').split(','))\n"},
        ["main.py"],
        "NoneType",
    ),
    (
        {"main.py": "items = [2, 1]\nitems = items.sort()\nitems.append(3)\n"},
        ["main.py"],
        "NoneType",
    ),
    ({"main.py": "user = None\nuser.name = 'x'\n"}, ["main.py"], "NoneType"),
    ({"main.py": "user = None\ndel user.name\n"}, ["main.py"], "NoneType"),
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
