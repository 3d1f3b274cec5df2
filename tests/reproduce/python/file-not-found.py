"""Open files and start commands that are not there."""

import subprocess
import sys
import tempfile
from pathlib import Path

CASES = [
    # (files, arguments, what the output must hold)
    ({"main.py": "open('data/input.csv')\n"}, ["main.py"], "[Errno 2]"),
    ({"main.py": "open('/var/lib/acme-no-such/state.json')\n"}, ["main.py"], "[Errno 2]"),
    ({"main.py": "open('~/settings.toml')\n"}, ["main.py"], "'~/settings.toml'"),
    ({"main.py": "open('/srv/acme-no-such/out.txt', 'w')\n"}, ["main.py"], "[Errno 2]"),
    (
        {"main.py": "import subprocess\nsubprocess.run(['acme-convert', 'a.png'])\n"},
        ["main.py"],
        "'acme-convert'",
    ),
    (
        {"main.py": "import subprocess\nsubprocess.run('ls -l /srv')\n"},
        ["main.py"],
        "'ls -l /srv'",
    ),
    ({"main.py": "import os\nos.rename('old.txt', 'new.txt')\n"}, ["main.py"], "-> 'new.txt'"),
    ({"main.py": "import os\nos.mkdir('a/b')\n"}, ["main.py"], "[Errno 2]"),
    ({"main.py": "import os\nos.listdir('reports ')\n"}, ["main.py"], "[Errno 2]"),
    ({}, ["no_such_script.py"], "can't open file"),
    (
        {"main.py": "import os, subprocess\nsubprocess.run(['true'], cwd='no-such-folder')\n"},
        ["main.py"],
        "'no-such-folder'",
    ),
    (
        {
            "main.py": "import os, subprocess\nos.chmod('tool', 0o755)\nsubprocess.run(['./tool'])\n",
            "tool": "#!/no/such/interpreter\n",
        },
        ["main.py"],
        "'./tool'",
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
