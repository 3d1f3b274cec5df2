"""`-j N`: each file in a process of its own, N at a time; answers come out in the order of the files."""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import deque
from typing import IO, Any, NamedTuple

from matcher.cli.options import page_width, use_color
from matcher.errors import InputError
from matcher.report import jsonl


class Job(NamedTuple):
    """One process and the file that takes what it prints."""

    process: "subprocess.Popen[bytes]"
    out: IO[bytes]


def run_jobs(given: argparse.Namespace, words: list[str]) -> int:
    """Read the files in parallel; gives the exit status as one process would."""
    if "-" in given.files:
        raise InputError("stdin cannot be read in parallel; leave `-` or -j away")
    waiting = deque(given.files)
    options = _options(given, words)
    running: deque[Job] = deque()
    statuses: list[int] = []
    totals: dict[str, Any] = {}
    try:
        while waiting or running:
            while waiting and len(running) < given.jobs:
                running.append(_start(options, waiting.popleft()))
            job = running.popleft()
            statuses.append(job.process.wait())
            if not given.quiet:
                _print(job.out, totals if given.json else None)
            job.out.close()
    finally:
        for job in running:
            job.process.terminate()
    if given.json and not given.quiet:
        sys.stdout.write(jsonl.dumps(totals) + "\n")
    if given.quiet and 0 in statuses:
        return 0
    if any(status not in (0, 1) for status in statuses):
        return 2
    return 0 if 0 in statuses else 1


def _options(given: argparse.Namespace, words: list[str]) -> list[str]:
    """The options without the files and -j; colours and width as they are here."""
    options, skip = [], False
    for word in words:
        if skip or word in ("-j", "--jobs"):
            skip = not skip
        elif not word.startswith(("--jobs=", "-j")) and word not in given.files and word != "--":
            options.append(word)
    color = "always" if use_color(given.color) else "never"
    return [*options, "--color", color]


def _start(options: list[str], name: str) -> Job:
    out = tempfile.TemporaryFile()  # noqa: SIM115  # closed when it was printed
    columns = page_width() or shutil.get_terminal_size().columns
    process = subprocess.Popen(
        [sys.executable, "-m", "matcher", *options, "--", name],
        stdin=subprocess.DEVNULL,
        stdout=out,
        env={**os.environ, "COLUMNS": str(columns)},
    )
    return Job(process, out)


def _print(out: IO[bytes], totals: dict[str, Any] | None) -> None:
    """Print what a job wrote; of records, the summaries are added up."""
    out.seek(0)
    sys.stdout.flush()
    if totals is None:
        shutil.copyfileobj(out, sys.stdout.buffer)
        return
    for line in out:
        if line.startswith(b'{"type":"summary"'):
            _add(totals, json.loads(line))
        else:
            sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


def _add(totals: dict[str, Any], summary: dict[str, Any]) -> None:
    for key, value in summary.items():
        if isinstance(value, dict):
            inner = totals.setdefault(key, {})
            _add(inner, value)
        elif key in ("type", "schema_version"):
            totals[key] = value
        else:
            totals[key] = totals.get(key, 0) + value
