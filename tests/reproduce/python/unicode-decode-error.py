"""Decode bytes with a codec they were not written in."""

import subprocess
import sys
import tempfile
from pathlib import Path

CASES = [
    # (files, arguments, what the output must hold)
    (
        {"main.py": "'caf\\xe9 noir'.encode('latin-1').decode('utf-8')\n"},
        ["main.py"],
        "codec can't decode",
    ),
    ({"main.py": "b'na\\xefve'.decode('ascii')\n"}, ["main.py"], "codec can't decode"),
    ({"main.py": "'a,b'.encode('utf-16').decode('utf-8')\n"}, ["main.py"], "codec can't decode"),
    (
        {"main.py": "import gzip\ngzip.compress(b'text').decode('utf-8')\n"},
        ["main.py"],
        "0x8b in position 1",
    ),
    (
        {"main.py": "import pickle\npickle.dumps([1]).decode('utf-8')\n"},
        ["main.py"],
        "0x80 in position 0",
    ),
    ({"main.py": "b'\\x89PNG\\r\\n'.decode('utf-8')\n"}, ["main.py"], "0x89 in position 0"),
    (
        {"main.py": "'\\u20ac'.encode()[:2].decode('utf-8')\n"},
        ["main.py"],
        "unexpected end of data",
    ),
    (
        {"main.py": "'\\u201d'.encode().decode('cp1252')\n"},
        ["main.py"],
        "character maps to <undefined>",
    ),
    ({"main.py": "b'\\x80\\xff'.decode('gbk')\n"}, ["main.py"], "illegal multibyte sequence"),
    (
        {
            "main.py": "from pathlib import Path\nPath('n.txt').write_bytes(b'50 \\x80')\nopen('n.txt', encoding='utf-8').read()\n"
        },
        ["main.py"],
        "invalid start byte",
    ),
    (
        {
            "main.py": "from pathlib import Path\nPath('n.txt').write_text('caf\\xe9', 'utf-8')\nopen('n.txt').read()\n"
        },
        [
            "-X",
            "utf8=0",
            "-c",
            "import locale, os, sys; os.environ.update(LC_ALL='C', PYTHONCOERCECLOCALE='0'); os.execv(sys.executable, [sys.executable, '-X', 'utf8=0', 'main.py'])",
        ],
        "'ascii' codec",
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
