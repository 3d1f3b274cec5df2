"""The cases as data, the styles of prefixes, and a slow, plain twin of the assembler."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from matcher.traces.assembler import Event, event_around, event_end
from matcher.traces.lines import Lines

CASES = Path(__file__).parent / "cases"
CUT = "-- 8< --\n"


@dataclass(frozen=True, slots=True)
class Case:
    """The text of a tool, as the events that it must become."""

    name: str
    events: tuple[str, ...]

    @property
    def lines(self) -> list[str]:
        return [line for event in self.events for line in event.split("\n")]


def all_cases() -> list[Case]:
    """Every file below cases/."""
    found = []
    for path in sorted(CASES.rglob("*.txt")):
        events = path.read_text(encoding="utf-8").split(CUT)
        name = str(path.relative_to(CASES).with_suffix(""))
        found.append(Case(name, tuple(event.removesuffix("\n") for event in events)))
    return found


ALL = all_cases()
SHORT = [case for case in ALL if len(case.lines) < 60]

#: Ordinary lines: none begins an error, none is a sign of one.
BEFORE = ["server listening on port 8080", "request 17 served in 3 ms"]
AFTER = ["request 18 served in 2 ms", "cache holds 41 items"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a line looks in a log. `each`: every line of an error has the prefix, not its first alone."""

    name: str
    line: Callable[[str], str]
    stamp: str = ""  # what the first line of an event keeps
    each: bool = True
    end: str = "\n"


def _docker(line: str) -> str:
    return json.dumps({"log": line + "\n", "stream": "stderr", "time": "2026-05-01T10:00:00.123456789Z"})


def _prefix(text: str) -> Callable[[str], str]:
    return lambda line: text + line


def _style(name: str, prefix: str) -> Style:
    return Style(name, _prefix(prefix))


def _stamped(name: str, prefix: str, each: bool = False) -> Style:
    return Style(name, _prefix(prefix), prefix, each)


STYLES = [
    Style("plain", str),
    Style("crlf", str, end="\r\n"),
    _style("syslog", "May  1 10:00:00 host jobs[123]: "),
    _style("journald short-iso", "2026-05-01T10:00:00+0000 host jobs[123]: "),
    _style("Docker Compose", "web-1  | "),
    _style("CRI", "2026-05-01T10:00:00.123456789Z stderr F "),
    Style("docker json-file", _docker),
    _style("GitHub Actions", "2026-05-01T10:00:00.1234567Z "),
    _style("gh run view --log", "build\tRun tests\t2026-05-01T10:00:00.1234567Z "),
    _style("GitLab", "2026-05-01T10:00:00.123456Z 01E "),
    _style("kubectl --prefix", "[pod/web-5d9f/web] "),
    _style("kernel ring buffer", "[   12.345678] "),
    _style("kernel with caller", "[   12.345678][  T123] "),
    Style("colours", lambda line: f"\x1b[1m\x1b[31m{line}\x1b[0m"),
    Style("Compose, colours", lambda line: f"\x1b[36mweb-1  |\x1b[0m {line}"),
    Style("Compose, CRLF", _prefix("web-1  | "), end="\r\n"),
    _stamped("time and level", "2026-05-01 10:00:00 ERROR "),
    _stamped("time and level on each line", "2026-05-01T10:00:00.123Z ERROR ", each=True),
    _stamped("Python logging", "2026-05-01 10:00:00,123 - jobs.worker - ERROR - "),
    _stamped("logback", "10:00:00.123 [main] ERROR c.e.jobs.Main - "),
    _stamped("Spring Boot", "2026-05-01 10:00:00.123 ERROR 4242 --- [           main] c.e.jobs.Main  : "),
    _stamped("Ruby's Logger", "E, [2026-05-01T10:00:00.123456 #12] ERROR -- : ", each=True),
    _stamped("Airflow", "[2026-05-01, 10:00:00 UTC] {main.py:93} ERROR - ", each=True),
]


def planted(case: Case, style: Style, before: list[str] = BEFORE, after: list[str] = AFTER) -> list[str]:
    """The lines of a log with the case in its middle."""
    log = [style.line(line) for line in before]
    for event in case.events:
        for number, line in enumerate(event.split("\n")):
            log.append(style.line(line) if style.each or number == 0 else line)
    return log + [style.line(line) for line in after]


def joined(lines: list[str], end: str = "\n") -> bytes:
    return "".join(line + end for line in lines).encode()


def spans_of(data: bytes) -> list[tuple[int, int]]:
    """Where each line begins and ends."""
    spans, start = [], 0
    while start < len(data):
        end = data.find(b"\n", start) + 1 or len(data)
        spans.append((start, end))
        start = end
    return spans


def events_of(data: bytes) -> list[Event]:
    """The event around each line of one process, asked in order."""
    lines, position, found = Lines(data), 0, []
    while position < len(data):
        event = event_around(lines, position, {})
        assert event is not None
        found.append(event)
        position = max(event.end, position + 1)
    return found


def slow_events(data: bytes) -> list[tuple[int, int]]:
    """The spans of all events of a text of one process, segmented forwards from its beginning.

    The plain twin of `event_around`, which must find the same without reading from the beginning.
    """
    window = Lines(data)
    lines = []
    line = window.holding(0) if data else None
    while line is not None:
        lines.append(line)
        line = window.after(line)
    spans, first = [], 0

    def body(number: int) -> bytes | None:
        if number >= len(lines):
            return None
        if number > first + 1 and lines[number].timed != lines[first + 1].timed:
            return None
        return lines[number].body

    while first < len(lines):
        end = event_end(body, first)
        spans.append((lines[first].start, lines[end - 1].end))
        first = end
    return spans
