"""What the scripts of Python errors share: write a few files, run Python on them, look at the output.

A case is (source of main.py, text that the output must hold), or (files, arguments, text).
An empty text: what is said depends on the version of Python.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

NEUTRAL = [  # what differs from machine to machine in the output of Python and pip
    (r'[^"\s]*/lib/python(?=[23]\.\d)', "/usr/lib/python"),
    (r"(interpreter at: )\S+", r"\1/usr/bin/python3"),
    (r"-I\S*/include", "-I/usr/include"),
    (r"(?m)^ *(?:Looking in |WARNING: Location |\[notice\]).*\n", ""),
    (r"(?m)^Processing /\S*/(?=[^/\s]+\.whl)", "Processing ./"),
    (r"(?:https?|file)://\S*/([\w.+-]+\.(?:whl|tar\.gz))", r"https://packages.example/\1"),
]
Case = tuple[str, str] | tuple[dict[str, str], list[str], str]


def run(case: Case, python: str = sys.executable) -> str:
    """Run one case in an empty directory; the paths of this machine are replaced in the output."""
    files, arguments = ({"main.py": case[0]}, ["main.py"]) if len(case) == 2 else case[:2]
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        done = subprocess.run([python, *arguments], cwd=folder, capture_output=True, stdin=subprocess.DEVNULL)
        output = (done.stdout + done.stderr).decode("utf-8", "replace")
        output = output.replace(str(Path(folder).resolve()), "/srv/app")
        output = output.replace(str(Path(python).parent.parent), "/usr")
    for pattern, text in NEUTRAL:
        output = re.sub(pattern, text, output)
    return output


def main(cases: list[Case]) -> int:
    """Run all cases, print what they say; 1 if one did not say what it should."""
    reproduced = True
    for case in cases:
        output = run(case)
        print(output)
        reproduced = reproduced and case[-1] in output
    return 0 if reproduced else 1
