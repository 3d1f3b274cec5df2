"""`matcher [FILE...]`: reads files or stdin, prints what is known about the errors in them."""

import argparse
import os
import signal
import sys

from matcher.api import Matcher
from matcher.cli.options import add_color, open_matcher, parser
from matcher.cli.stopping import Stopping
from matcher.cli.writers import Totals, Writer, make_writer
from matcher.engine.haystack import EVENT_BYTES
from matcher.errors import InputError
from matcher.model import CONFIDENCES, Diagnosis, Report

EPILOG = """\
exit status: 0 something was recognised, 1 nothing (what is merely near is nothing), 2 an error
other commands: run -- COMMAND, explain ID, why ID, list, search WORDS, mine PACKAGE, kb check, kb compile,
  schema (each has --help)

examples:
  python app.py 2>&1 | matcher
  matcher build-*.log.gz
  matcher --follow app.log
  tail -F app.log | matcher --json --line-buffered | jq .
  make 2>&1 | matcher --passthrough > build.log
  matcher --context requests=2.32.0 --context os=linux error.txt"""


def arguments() -> argparse.ArgumentParser:
    """The options of `matcher`."""
    made = parser("", "Recognise known errors; say what causes them and what to do.", EPILOG)
    made.add_argument("files", metavar="FILE", nargs="*",
                      help="files to read, also .gz .bz2 .xz .zst; `-` or none: stdin")  # fmt: skip
    shown = made.add_argument_group("what is shown")
    shown.add_argument("--json", action="store_true", help="one JSON object per line, last a summary")
    shown.add_argument("--full", action="store_true", help="all causes, fixes, checks and references")
    shown.add_argument("--explain", action="store_true", help="each contribution to the ranking, in bits")
    shown.add_argument("--top", action="store_true", help="only the table, kept up to date on a terminal")
    shown.add_argument("--min-confidence", choices=CONFIDENCES, default="low",
                       help="show only answers of this confidence or better")  # fmt: skip
    shown.add_argument(
        "--near", action="store_true", help="show near entries beside fallbacks also in long logs"
    )
    shown.add_argument("-q", "--quiet", action="store_true", help="print nothing, stop at the first match")
    shown.add_argument(
        "-m", "--max-matches", metavar="N", type=_positive, help="stop after N recognised errors"
    )
    flow = made.add_argument_group("how it is read and written")
    flow.add_argument("-f", "--follow", action="store_true",
                      help="go on when a file grows, is rotated or truncated")  # fmt: skip
    flow.add_argument(
        "--passthrough",
        action="store_true",
        help="write the log itself to stdout, byte for byte, the answers to stderr",
    )
    flow.add_argument("-j", "--jobs", metavar="N", type=_positive, default=1,
                      help="read N files at the same time, each in a process of its own")  # fmt: skip
    flow.add_argument(
        "--line-buffered", action="store_true", help="write each answer at once, also into a pipe"
    )
    flow.add_argument(
        "--block-buffered", action="store_true", help="write in large blocks, also on a terminal"
    )
    flow.add_argument("--exit-zero", action="store_true", help="exit 0 also when nothing was recognised")
    made.add_argument("--version", action="store_true", help="print the version")
    add_color(made)
    return made


def _positive(word: str) -> int:
    if not word.isdecimal() or int(word) < 1:
        raise argparse.ArgumentTypeError(f"{word!r} is not a number from 1 on")
    return int(word)


def run(command: str, words: list[str]) -> int:
    """Match files or stdin."""
    given = arguments().parse_args(words)
    if given.version:
        from matcher import __version__

        print(f"matcher {__version__}")
        return 0
    if given.passthrough and len(given.files) > 1:
        raise InputError("--passthrough writes one log; name one file, or none for stdin")
    if given.follow and len(given.files) > 1:
        raise InputError("--follow follows one file; use `tail -F FILE... | matcher` for several")
    if given.jobs > 1 and len(given.files) > 1:
        from matcher.cli.jobs import run_jobs

        return run_jobs(given, words)
    matcher = open_matcher(given)
    with Stopping() as stopping:
        status = Run(given, matcher, stopping).all(given.files or ["-"])
    if stopping.signal is not None:
        sys.stdout.flush()
        if stopping.signal == signal.SIGINT:
            raise KeyboardInterrupt
        signal.signal(stopping.signal, signal.SIG_DFL)
        os.kill(os.getpid(), stopping.signal)
    return status


class Run:
    """One run of the command over its sources."""

    def __init__(self, given: argparse.Namespace, matcher: Matcher, stopping: Stopping) -> None:
        self._given = given
        self._matcher = matcher
        self._stopping = stopping
        self._writer: Writer = make_writer(given, matcher.context.os)
        self._totals = Totals()
        self._failed = False
        self._said: set[str] = set()  # each limit is announced once, and counted always

    def all(self, names: list[str]) -> int:
        """Read all sources; gives the exit status."""
        for name in names:
            if self._stopping.signal is not None or self._is_enough():
                break
            self._one(name)
        if self._given.quiet and self._totals.events:
            return 0
        self._writer.finish(self._totals)
        if self._failed:
            return 2
        return 0 if self._totals.events or self._given.exit_zero else 1

    def _is_enough(self) -> bool:
        limit = 1 if self._given.quiet else self._given.max_matches
        return limit is not None and self._totals.events >= limit

    def _one(self, name: str) -> None:
        from matcher.cli.sources import Head, open_named, progress_of

        try:
            source = open_named(name, self._given.follow)
        except (OSError, InputError) as error:
            self._complain(name, error)
            return
        head = Head(EVENT_BYTES)
        source.listeners.append(head.take)
        if self._given.passthrough:
            from matcher.cli.sources import copier

            source.listeners.append(copier())
        progress = progress_of(source, self._given)
        self._stopping.source = source
        scan = self._matcher.scan(source)
        before = self._totals.events
        try:
            for report in scan:
                progress.clear()
                self._take(report)
                self._notices(source.name, source.notices)
                if self._is_enough():
                    break
        except (OSError, InputError) as error:
            if isinstance(error, BrokenPipeError):
                raise
            self._complain(name, error)
        finally:
            progress.clear()
            scan.close()
        self._notices(source.name, source.notices)
        if source.trouble:
            self._complain(name, InputError(f"{name}: {source.trouble}"))
        self._count(name, scan.counts)
        if self._totals.events == before and head.is_whole and not self._given.follow:
            self._single(name, head.data)

    def _take(self, report: Report) -> None:
        report = at_least(report, self._given.min_confidence)
        self._totals.events += bool(report)
        self._totals.event_lines += report_lines(report)
        if report or report.other_versions:
            self._writer.report(report)

    def _single(self, name: str, data: bytes) -> None:
        """Nothing was recognised in a short text: perhaps it is one error as a whole, or near to one."""
        report = at_least(self._matcher.match(data, source=name), self._given.min_confidence)
        self._announce(name, report)
        if report:
            self._totals.events += 1
            self._totals.event_lines += data.count(b"\n") + (not data.endswith(b"\n"))
            self._writer.report(report)
        else:
            self._writer.near(report)

    def _count(self, name: str, counts: "object") -> None:
        from matcher.stream.scan import Counts

        assert isinstance(counts, Counts)
        totals = self._totals
        totals.sources.append(name)
        totals.bytes += counts.bytes
        totals.lines += counts.lines
        for limit, count in counts.limits.items():
            totals.limits[limit] = totals.limits.get(limit, 0) + count
            self._limit(name, limit)

    def _announce(self, name: str, report: Report) -> None:
        for limit in report.incomplete:
            self._totals.limits[limit] = self._totals.limits.get(limit, 0) + 1
            if not report:
                self._limit(name, limit)

    def _limit(self, name: str, limit: str) -> None:
        if limit not in self._said and not self._given.json:
            self._said.add(limit)
            _say(f"{name}: not everything was searched: {limit}")

    def _notices(self, name: str, notices: list[str]) -> None:
        for notice in notices:
            _say(f"{name} {notice}")
        notices.clear()

    def _complain(self, name: str, error: Exception) -> None:
        self._failed = True
        if isinstance(error, OSError):
            _say(f"{name}: {error.strerror or error}")
        else:
            _say(str(error))


def report_lines(report: Report) -> int:
    """How many lines a recognised event has."""
    if not report or report.place is None:
        return 0
    return report.place.lines


def at_least(report: Report, confidence: str) -> Report:
    """The report without answers below a confidence."""
    floor = CONFIDENCES.index(confidence)
    if not floor:
        return report

    def keep(found: tuple[Diagnosis, ...]) -> tuple[Diagnosis, ...]:
        return tuple(one for one in found if CONFIDENCES.index(one.confidence) >= floor)

    return Report(report.source, report.line, keep(report.diagnoses), keep(report.fallbacks),
                  report.other_versions, report.incomplete, None, report.place)  # fmt: skip


def _say(text: str) -> None:
    print(f"matcher: {text}", file=sys.stderr)
