"""`matcher run -- COMMAND ...`: runs it, passes its output through, and explains at the end what went wrong.

Python code without `--` runs in this process instead, see `script`.

The command sees its own stdin, its exit status is ours, and nothing it prints is changed or held back.
"""

import argparse
import os
import signal
import subprocess
import sys
import threading
from typing import IO

from matcher.api import Matcher
from matcher.cli.options import add_color, open_matcher, parser
from matcher.cli.writers import Totals, make_writer
from matcher.errors import InputError
from matcher.model import Report
from matcher.stream.source import READ_BYTES, Source, enlarge_pipe

NOT_FOUND, NOT_EXECUTABLE = 127, 126  # as shells have it
KEPT_REPORTS = 1_000  # of one run; the rest is counted

EPILOG = """\
A file that ends in .py, -m MODULE or -c CODE as the first word runs in this process, as `python`
would run it; the traceback of an exception that nobody catches then ends with what it means and what to
do. It sees the exception itself, with its attributes, and nothing else of the output is read or changed.
Behind `--`, or behind an option of this command, everything is a command of its own: all its
output is read, whatever language it is written in.

The exit status is that of the command: 127 if there is none, 126 if it cannot be run,
128 + N if signal N ended it.

examples:
  matcher run app.py --port 8000
  matcher run -m pytest -x
  matcher run -- python app.py
  matcher run --json -- make -j4 2> answers.ndjson"""


def run(command: str, words: list[str]) -> int:
    """Run a command and explain its failure."""
    place = words.index("--") if "--" in words else _first_word(words)
    made = parser("run", "Run a command; if it fails, explain the known errors in its output.", EPILOG)
    made.usage = (
        "matcher run [options] -- COMMAND [ARGUMENT ...]\n"
        "       matcher run FILE.py | -m MODULE | -c CODE [ARGUMENT ...]"
    )
    made.add_argument("--json", action="store_true", help="records instead of text, on stderr")
    made.add_argument("--full", action="store_true", help="all causes, fixes, checks and references")
    made.add_argument("--always", action="store_true", help="explain also when the command succeeds")
    add_color(made)
    given = made.parse_args(words[:place])
    wanted = words[place + 1 :] if words[place : place + 1] == ["--"] else words[place:]
    if not wanted:
        raise InputError("which command? write: matcher run -- COMMAND [ARGUMENT ...]")
    off = ("quiet", "top", "near", "explain", "follow", "line_buffered", "block_buffered")
    vars(given).update(dict.fromkeys(off, False), passthrough=True)
    matcher = open_matcher(given)
    try:
        child = subprocess.Popen(wanted, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0)
    except FileNotFoundError:
        print(f"matcher: {wanted[0]}: command not found", file=sys.stderr)
        return NOT_FOUND
    except OSError as error:
        print(f"matcher: {wanted[0]}: {error.strerror}", file=sys.stderr)
        return NOT_EXECUTABLE
    status = _watch(child, matcher, given)
    if status < 0:  # a signal ended it: end the same way, so that shells see it
        sys.stderr.flush()
        if -status != signal.SIGINT:
            return 128 - status
        raise KeyboardInterrupt
    return status


def _first_word(words: list[str]) -> int:
    """Where the command begins if no `--` says so: at the first word that is no option."""
    return next((place for place, word in enumerate(words) if not word.startswith("-")), len(words))


def _watch(child: "subprocess.Popen[bytes]", matcher: Matcher, given: argparse.Namespace) -> int:
    """Pass both streams on and read along; gives the exit status, negative for a signal."""
    outputs = [_Output(child.stdout, 1, "stdout"), _Output(child.stderr, 2, "stderr")]
    threads = [threading.Thread(target=one.read, args=(matcher,), daemon=True) for one in outputs]
    # The terminal sends Ctrl-C to the command as well; whether it ends is its decision.
    previous = signal.signal(signal.SIGINT, signal.SIG_IGN)
    terminate = signal.signal(signal.SIGTERM, lambda number, frame: child.send_signal(number))
    try:
        for thread in threads:
            thread.start()
        status = child.wait()
        for thread in threads:
            thread.join()
    finally:
        signal.signal(signal.SIGINT, previous)
        signal.signal(signal.SIGTERM, terminate)
    if status or given.always:
        _explain(outputs, matcher, given)
    return status


def _explain(outputs: "list[_Output]", matcher: Matcher, given: argparse.Namespace) -> None:
    writer = make_writer(given, matcher.context.os)
    totals = Totals()
    for output in outputs:
        for report in output.reports:
            writer.report(report)
        totals.sources.append(output.name)
        totals.bytes += output.bytes
        totals.lines += output.lines
        totals.events += output.events
        totals.event_lines += output.event_lines
    if totals.events or given.json:
        writer.finish(totals)


class _Output:
    """One stream of the command: what it writes goes on at once, and is searched on the way."""

    def __init__(self, pipe: "IO[bytes] | None", descriptor: int, name: str) -> None:
        assert pipe is not None
        self._pipe = pipe
        self._descriptor = descriptor
        self.name = name
        self.reports: list[Report] = []
        self.bytes = self.lines = self.events = self.event_lines = 0

    def read(self, matcher: Matcher) -> None:
        """Read to the end. Whatever happens to the search, the output goes on."""
        descriptor = self._pipe.fileno()
        enlarge_pipe(descriptor)
        source = Source(self.name, lambda view: os.readv(descriptor, [view]), descriptor)
        source.listeners.append(self._pass_on)
        try:
            scan = matcher.scan(source)
            for report in scan:
                if len(self.reports) < KEPT_REPORTS:
                    self.reports.append(report)
            counts = scan.counts
            self.bytes, self.lines = counts.bytes, counts.lines
            self.events, self.event_lines = counts.events, counts.event_lines
        finally:
            while data := os.read(descriptor, READ_BYTES):
                self._pass_on(memoryview(data))

    def _pass_on(self, view: memoryview) -> None:
        try:
            while view:
                view = view[os.write(self._descriptor, view) :]
        except OSError:  # nobody reads our output any more: the command shall see that
            self._pipe.close()
            raise
