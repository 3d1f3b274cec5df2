"""`matcher [FILE...]`: reads files or stdin, prints what is known about the errors in them."""

import argparse
import sys
from collections.abc import Iterator

from matcher.api import Matcher
from matcher.cli.options import add_color, open_matcher, page_width, parser, platform_of, use_color
from matcher.engine.haystack import EVENT_BYTES
from matcher.model import CONFIDENCES, Diagnosis, Report
from matcher.report import jsonl

EPILOG = """\
exit status: 0 something was recognised, 1 nothing (what is merely near is nothing), 2 an error
other commands: explain ID, why ID, list, search WORDS, kb check, kb compile, schema (each has --help)

examples:
  python app.py 2>&1 | matcher
  matcher --full build.log
  matcher --json < error.txt
  matcher --context requests=2.32.0 --context os=linux error.txt"""


def run(command: str, words: list[str]) -> int:
    """Match files or stdin."""
    made = parser("", "Recognise known errors; say what causes them and what to do.", EPILOG)
    made.add_argument("files", metavar="FILE", nargs="*", help="files to read; `-` or none: stdin")
    made.add_argument("--json", action="store_true", help="one JSON object per line, last a summary")
    made.add_argument("--full", action="store_true", help="all causes, fixes, checks and references")
    made.add_argument("--explain", action="store_true", help="each contribution to the ranking, in bits")
    made.add_argument("--min-confidence", choices=CONFIDENCES, default="low",
                      help="show only answers of this confidence or better")  # fmt: skip
    made.add_argument("--near", action="store_true", help="show near entries also when there are many events")
    made.add_argument("-q", "--quiet", action="store_true", help="print nothing, stop at the first match")
    made.add_argument("--exit-zero", action="store_true", help="exit 0 also when nothing was recognised")
    made.add_argument("--version", action="store_true", help="print the version")
    add_color(made)
    given = made.parse_args(words)
    if given.version:
        from matcher import __version__

        print(f"matcher {__version__}")
        return 0
    return _match(given, open_matcher(given))


def _match(given: argparse.Namespace, matcher: Matcher) -> int:
    events = matched = size = 0
    failed = False
    limits: dict[str, int] = {}
    said: set[str] = set()  # each limit is announced once, and counted always
    for source in given.files or ["-"]:
        try:
            data = _read(source)
        except OSError as error:
            print(f"matcher: {source}: {error.strerror}", file=sys.stderr)
            failed = True
            continue
        size += len(data)
        single = len(data) <= EVENT_BYTES
        for first_line, text in split_events(data):
            events += 1
            report = matcher.match(text, source=source, first_line=first_line)
            report = at_least(report, given.min_confidence)
            matched += bool(report)
            for limit in report.incomplete:
                limits[limit] = limits.get(limit, 0) + 1
                if not report and limit not in said and not given.json:
                    said.add(limit)
                    print(
                        f"matcher: {source}:{first_line}: not everything was searched: {limit}",
                        file=sys.stderr,
                    )
            if given.quiet:
                if report:
                    return 0
                continue
            _show(report, given, matcher.context.os, find_near=single or given.near)
    if given.json and not given.quiet:
        print(jsonl.dumps(jsonl.summary_record(events, matched, events - matched, size, limits)))
    if failed:
        return 2
    return 0 if matched or given.exit_zero else 1


def _read(source: str) -> bytes:
    if source != "-":
        with open(source, "rb") as file:
            return file.read()
    if sys.stdin is None:  # closed by the caller
        return b""
    if sys.stdin.isatty():
        print("matcher: reading from the terminal; paste an error, then press Ctrl-D", file=sys.stderr)
    return sys.stdin.buffer.read()


def split_events(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Cut what is too long for one event at line ends; gives (number of the first line, bytes)."""
    line, start = 1, 0
    while len(data) - start > EVENT_BYTES:
        end = data.rfind(b"\n", start, start + EVENT_BYTES) + 1 or start + EVENT_BYTES
        yield line, data[start:end]
        line += data.count(b"\n", start, end)
        start = end
    if start < len(data) or not data:
        yield line, data[start:]


def at_least(report: Report, confidence: str) -> Report:
    """The report without answers below a confidence."""
    floor = CONFIDENCES.index(confidence)
    if not floor:
        return report

    def keep(found: tuple[Diagnosis, ...]) -> tuple[Diagnosis, ...]:
        return tuple(one for one in found if CONFIDENCES.index(one.confidence) >= floor)

    return Report(report.source, report.line, keep(report.diagnoses), keep(report.fallbacks),
                  report.other_versions, report.incomplete)  # fmt: skip


def _show(report: Report, given: argparse.Namespace, system: str, find_near: bool) -> None:
    near = report.near if find_near else ()
    if not (report or report.other_versions or near):
        return
    if given.json:
        sys.stdout.write(jsonl.dumps(jsonl.report_record(report, find_near)) + "\n")
        return
    from matcher.report.text import render

    sys.stdout.write(
        render(
            report,
            full=given.full,
            explain=given.explain,
            color=use_color(given.color),
            width=page_width(),
            platform=platform_of(system),
            find_near=find_near,
        )
    )
