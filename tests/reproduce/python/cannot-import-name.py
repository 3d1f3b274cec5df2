"""Import names that a module does not have, or does not have yet."""

import subprocess
import sys
import tempfile
from pathlib import Path

CASES = [
    # (files, arguments, what the output must hold)
    (
        {
            "main.py": "import models\n",
            "models.py": "from views import show\n\nclass User:\n    pass\n",
            "views.py": "from models import User\n\ndef show():\n    pass\n",
        },
        ["main.py"],
        "cannot import name",
    ),
    ({"main.py": "from collections import Mapping\n"}, ["main.py"], "cannot import name"),
    ({"main.py": "from math import sqroot\n"}, ["main.py"], "cannot import name"),
    ({"main.py": "from typing import NoSuchForm\n"}, ["main.py"], "cannot import name"),
    (
        {"main.py": "from colorsys import rgb_to_hsv\n", "colorsys.py": "print('mine')\n"},
        ["main.py"],
        "cannot import name",
    ),
    (
        {"main.py": "from acme import Client\n", "acme.py": "from acme import Client\n"},
        ["main.py"],
        "cannot import name",
    ),
    (
        {"main.py": "from acme import Client\n", "acme/client.py": "class Client:\n    pass\n"},
        ["main.py"],
        "unknown location",
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
