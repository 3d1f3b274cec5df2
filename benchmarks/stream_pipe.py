"""One feeder and one pipe for every engine: `cat` writes, the pipe holds 1 MiB, as much is read at a time.

Also runs commands at the end of such a pipe, and samples their memory.
"""

import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import perf_counter, sleep
from typing import Any, NamedTuple

from benchmarks import subjects
from benchmarks.make_kb import WORK
from benchmarks.stream_definitions import MIB

READ_BYTES = MIB
F_SETPIPE_SZ = 1031
SAMPLE_S = 0.05
ROOT = Path(__file__).parent.parent


class Ended(NamedTuple):
    """A command that has ended."""

    seconds: float
    status: int
    out: bytes
    peak_bytes: int = 0


def feeder_words(kind: str, size: float, known: Sequence[str], module: str = "") -> Sequence[str]:
    """The feeder that makes what it writes."""
    given = json.dumps({"known": known, "module": module})
    return (sys.executable, "-m", "benchmarks.stream_feeder", kind, f"{size:g}", given)


def environment() -> dict[str, str]:
    """That of every process: our package, and a cache folder that is not the user's."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("MATCHER_", "PYTHON"))}
    return {**kept, "PYTHONPATH": str(ROOT), "MATCHER_CACHE_DIR": str(WORK / "cache"),
            "XDG_CONFIG_HOME": str(WORK / "no-config")}  # fmt: skip


@contextmanager
def fed(feeder: Sequence[str]) -> Iterator[int]:
    """A descriptor from which the output of a feeder is read. Leaving early stops the feeder."""
    reading, writing = os.pipe()
    with suppress(OSError):
        fcntl.fcntl(writing, F_SETPIPE_SZ, READ_BYTES)
    process = subprocess.Popen(
        feeder, stdout=writing, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT
    )
    os.close(writing)
    try:
        yield reading
    finally:
        os.close(reading)
        process.wait()


def command(
    words: Sequence[str], feeder: Sequence[str] | None, kept: bool = True, peak: bool = False
) -> Ended:
    """Run a command with a feeder at its stdin (None: nothing); what it prints is kept or thrown away."""
    if feeder is None:
        return _run(words, subprocess.DEVNULL, kept, peak, perf_counter())
    start = perf_counter()
    with fed(feeder) as reading:
        return _run(words, reading, kept, peak, start)


def _run(words: Sequence[str], stdin: int, kept: bool, peak: bool, start: float) -> Ended:
    """What is kept goes into a file: nobody reads it before the end."""
    with tempfile.TemporaryFile() as out:
        stdout = out if kept else subprocess.DEVNULL
        process = subprocess.Popen(
            words, stdin=stdin, stdout=stdout, stderr=subprocess.DEVNULL, env=environment()
        )
        most = 0
        while peak and process.poll() is None:
            most = max(most, peak_bytes(process.pid))
            sleep(SAMPLE_S)
        status = process.wait()
        seconds = perf_counter() - start
        out.seek(0)
        return Ended(seconds, status, out.read(), most)


def peak_bytes(process: int) -> int:
    """The most memory that a process ever had in RAM; 0 where the system does not tell."""
    return _status(process, "VmHWM:")


def resident_bytes(process: int) -> int:
    """The memory that a process has in RAM now."""
    return _status(process, "VmRSS:")


def _status(process: int, field: str) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith(field):
                return int(line.split()[1]) * 1024
    return 0


def matcher_words(database: str, *options: str) -> Sequence[str]:
    """The command with a compiled database."""
    return (*subjects.command(), "--kb", database, "--color", "never", *options)


def summary(out: bytes) -> dict[str, Any]:
    """The last record that `--json` wrote; empty if there is none."""
    last = out.rstrip(b"\n").rpartition(b"\n")[2]
    return json.loads(last) if last.startswith(b'{"type":"summary"') else {}  # type: ignore[no-any-return]


def tools() -> dict[str, str]:
    """The versions of the commands that are measured."""
    found = {}
    for name in ("rg", "grep", "cat"):
        if shutil.which(name):
            done = subprocess.run((name, "--version"), capture_output=True, text=True, check=False)
            words = done.stdout.partition("\n")[0].split()
            found[name] = next((word for word in words if word[0].isdigit()), "unknown")
    return found
