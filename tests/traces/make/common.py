"""Runs small programs that fail, in /app, and keeps what they print as cases; paths of this machine become neutral."""

import os
import re
import shutil
import subprocess
from pathlib import Path

APP = Path("/app")  # where the programs run, so that their paths look like those of a container
CASES = Path(__file__).parents[1] / "cases"
CUT = "-- 8< --\n"  # between the events of one case
TOOLS = os.environ.get("TRACE_TOOLS", "/opt/tools")  # js/ with packages of npm, venv/ with those of pip
_HOME = re.escape(str(Path.home()))
_NEUTRAL = (
    (re.compile(r"\x1b\[[0-9;?]*[A-Za-z]"), ""),
    (re.compile(_HOME + r"/\.pyenv/versions/[\d.]+"), "/usr/local"),
    (re.compile(re.escape(TOOLS) + r"/(?:js|venv)"), "/app"),
    (re.compile(_HOME + r"\b"), "/home/user"),
    (re.compile(r"/tmp/cc\w{6}\.o"), "/tmp/main.o"),
)


def neutral(text: str) -> str:
    """The text without colours and without paths of the machine that printed it."""
    for pattern, instead in _NEUTRAL:
        text = pattern.sub(instead, text)
    return text


def run(command: str, files: dict[str, str] | None = None, **env: str) -> str:
    """What a shell command prints, both streams, in a fresh /app with these files."""
    for old in APP.iterdir():
        shutil.rmtree(old) if old.is_dir() and not old.is_symlink() else old.unlink()
    for name, content in (files or {}).items():
        path = APP / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    done = subprocess.run(
        command,
        shell=True,
        cwd=APP,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=600,
        check=False,
        env={k: v for k, v in {**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1", **env}.items() if v},
    )
    return neutral(done.stdout.decode("utf-8", "replace"))


def save(dialect: str, name: str, text: str, *cuts: str) -> None:
    """Keep a case. A line that begins with one of `cuts` begins another event."""
    lines = text.strip("\n").split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    kept = ""
    for number, line in enumerate(lines):
        if number and cuts and (line + "\n").startswith(cuts):
            kept = kept.rstrip("\n") + "\n" + CUT
        kept += line + "\n"
    path = CASES / dialect / f"{name}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(kept, encoding="utf-8")
