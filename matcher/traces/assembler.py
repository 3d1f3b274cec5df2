"""Lines -> events: where the one error that holds a given line begins and ends.

An event is a stack trace with its chain, a block of a build tool, or a single line. The answer depends on the
lines around only, never on where reading began, so a stream may be cut anywhere.
"""

from bisect import bisect_right
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from matcher.traces import (
    build_tools,
    compilers,
    dart,
    dotnet,
    elixir,
    go,
    java,
    kernel,
    lua,
    native,
    node,
    package_managers,
    perl,
    php,
    prefixes,
    python,
    ruby,
    rust,
    tools,
)
from matcher.traces.dialect import MAX_UNKEPT, START, Dialect, LineAt, Rule
from matcher.traces.lines import Line, Lines
from matcher.traces.unions import Union, alternatives

#: Each may say where an event ends; the one that reaches farthest counts, so their order does not matter.
DIALECTS: tuple[Dialect, ...] = (
    python.DIALECT,
    java.DIALECT,
    node.DIALECT,
    go.DIALECT,
    rust.DIALECT,
    ruby.DIALECT,
    php.DIALECT,
    dotnet.DIALECT,
    dart.DIALECT,
    native.DIALECT,
    kernel.DIALECT,
    elixir.DIALECT,
    perl.DIALECT,
    lua.DIALECT,
    *compilers.DIALECTS,
    *build_tools.DIALECTS,
    *package_managers.DIALECTS,
    *tools.DIALECTS,
)

EVENT_LINES = 500  # of one event; what follows is an event of its own
REACH = MAX_UNKEPT  # lines without a sign of an error that may stand inside one
BACK_LINES = 1_000  # how far back the beginning of an error is looked for
SPAN_BYTES = 256 * 1024  # of the stream, over which one event may reach


_RULES = [rule for dialect in DIALECTS for rule in dialect.rules]
_BEGINS = Union([rule.pattern for rule in _RULES if rule.state == START and not rule.ahead])
_BEFORE = Union([rule.ahead for rule in _RULES if rule.state == START and rule.ahead])
#: Alternatives of patterns that ordinary lines match as well, most of them because they are indented: they
#: say nothing about the lines around. A test finds them anew by asking ordinary lines.
QUIET = frozenset(
    (
        rb"    \s*\S", rb"   \s*\S", rb"  \S", rb"  \s*\S", rb" *[|+]", rb" {6}\s*\S", rb"(?:    |\.\.\. )\S",
        rb"(?: {2,}|\t)(?!File \")\S", rb"(?: {2,}|\t)\S", rb"(?:\[ERROR\] ?)?  \s*\S",
        rb"(?:flutter: )?\s+\S", rb".*\]$", rb"[ \d]{0,12}\|", rb"[^\s:]{1,300}:\d+: ?",
        rb"\s*(?:\xc3\x97|\xe2\x94\x82|\xe2\x95\xb0)", rb"\s+(?:-->|:::|=|\S)",
        rb"\s+(?:[\w$]+|\[[\w$()]+\]|'[^'\n]*'|\"[^\"\n]*\"): ", rb"\s+\S", rb"\s+\d+: ", rb"\t\S",
        rb"\xe2\x94\x82", rb"\s+-",
    )
)  # fmt: skip


def telling(rule: Rule) -> list[bytes]:
    """The patterns of a rule that are a sign of an error by themselves."""
    own = [] if rule.loose or rule.filler or rule.state == START else alternatives(rule.pattern)
    found = [*own, *(alternatives(rule.ahead) if rule.ahead else ())]
    return [pattern for pattern in found if pattern not in QUIET]


#: Lines that are a sign of an error by themselves: frames, causes, carets, notes.
_SIGN = Union([pattern for rule in _RULES for pattern in telling(rule)])
_STARTS = [(d, Union([rule.pattern for rule in d.rules if rule.state == START])) for d in DIALECTS]


def is_sign(line: bytes) -> bool:
    """Whether a line shows by itself that it belongs to an error of several lines."""
    return _SIGN.match(line)


def is_indented(line: bytes) -> bool:
    """Whether a line depends on the one above."""
    return line.startswith((b"  ", b"\t")) or not line


def begins(line: bytes) -> bool:
    """Whether a line may be the first of an error, whatever follows."""
    return _BEGINS.match(line)


def event_end(line_at: LineAt, first: int) -> int:
    """The line behind the event that begins at line `first`; a line that begins none is one by itself."""
    line = line_at(first)
    if line is None:
        return first
    limit = first + EVENT_LINES
    end = first + 1
    if not _BEGINS.match(line):
        following = line_at(first + 1)
        if following is None or not _BEFORE.match(following):
            return end
    for dialect, starts in _STARTS:
        if starts.match(line):
            end = max(end, dialect.end(line_at, first, limit, begins, is_sign))
    return end


class Event(NamedTuple):
    """The lines of one error, all of one process; their bytes are [start, end) of the stream."""

    lines: tuple[Line, ...]

    @property
    def process(self) -> bytes:
        """Whose lines they are, where a prefix tells."""
        return self.lines[0].key

    @property
    def is_whole(self) -> bool:
        """Whether no line of another process stands between its lines."""
        return all(one.end == other.start for one, other in pairwise(self.lines))

    @property
    def start(self) -> int:
        """The offset of the first byte in the stream."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """The offset behind the last byte in the stream."""
        return self.lines[-1].end

    @property
    def text(self) -> bytes:
        """What the process wrote: without transports, and from the second line on without stamps."""
        first, *rest = self.lines
        levels = all(len(line.body) != len(line.stamped) for line in self.lines)
        texts = [line.body if line.timed or levels else line.stamped for line in rest]
        return b"\n".join([first.stamped, *texts])


def event_around(lines: Lines, offset: int, borders: Mapping[bytes, int]) -> Event | None:
    """The event that holds the byte at `offset`; None if lines that may still come could change it.

    `borders` are, for each process, the offset at which its last known event ended: nothing
    before it is looked at.
    """
    lines.missing = False
    hit = lines.holding(offset)
    found = _neighbourhood(lines, hit, borders.get(hit.key, 0))
    first = 0
    while not lines.missing:
        end = event_end(_Bodies(lines, found, first), first)
        if found[end - 1].start >= hit.start:
            return None if lines.missing else Event(tuple(found[first:end]))
        first = end
    return None


class _Bodies:
    """`LineAt` for a list of lines that grows. A time that comes or goes behind the second line ends it."""

    __slots__ = ("_first", "_found", "_lines")

    def __init__(self, lines: Lines, found: list[Line], first: int) -> None:
        self._lines = lines
        self._found = found
        self._first = first

    def __call__(self, number: int) -> bytes | None:
        found = self._found
        while number >= len(found):
            line = self._lines.after(found[-1])
            if line is None:
                return None
            found.append(line)
        line = found[number]
        if line.end - found[self._first].start > SPAN_BYTES:
            return None
        if number > self._first + 1 and line.timed != found[self._first + 1].timed:
            return None
        return line.body


def _is_sign(lines: Lines, line: Line) -> bool:
    """`is_sign`, remembered: hits that stand close to each other look at the same lines."""
    answer = lines.signs.get(line.start)
    if answer is None:
        answer = lines.signs[line.start] = is_sign(line.body)
    return answer


def _neighbourhood(lines: Lines, hit: Line, border: int) -> list[Line]:
    """The lines from which the events around `hit` can be told, up to it.

    Lines belong together as long as no more than twice REACH of them follow each other without a sign.
    Indented lines do not count: they belong to the line above, whatever it is.
    """
    farthest = 0 if _is_sign(lines, hit) else None  # sign, in bare lines back from the hit
    line, bare = hit, 0
    while farthest is None and bare < REACH:
        following = lines.after(line)
        if following is None or following.start > hit.start + SPAN_BYTES:
            break
        if _is_sign(lines, following):
            farthest = -bare
        bare += not is_indented(following.body)
        line = following
    back: list[Line] = []
    reaches: list[int] = []  # bare lines up to each line of `back`
    line, bare = hit, 0
    while bare <= (REACH if farthest is None else farthest + 2 * REACH) and len(back) < BACK_LINES:
        previous = lines.before(line)
        if previous is None or previous.start < max(border, hit.start - SPAN_BYTES):
            break
        bare += not is_indented(previous.body)
        back.append(previous)
        reaches.append(bare)
        line = previous
        if _is_sign(lines, previous):
            farthest = bare
    if farthest is None:  # alone, but for the line that it is indented below
        above = next((place for place, one in enumerate([hit, *back]) if not is_indented(one.body)), 0)
        return [*reversed(back[:above]), hit]
    del back[bisect_right(reaches, farthest + REACH) :]
    return [*reversed(back), hit]


def without_prefixes(text: bytes) -> bytes:
    """The text of one event as the process wrote it, given as a log shows it; line for line.

    Transports go everywhere; times go from the second line on, if what follows them is a stack trace.
    """
    second = text.find(b"\n") + 1
    split = [prefixes.split(line) for line in text.split(b"\n")]
    if not (split[1].timed or split[1].key or len(split[1].stamped) < text.find(b"\n", second) - second):
        return text
    is_trace = any(is_sign(one.body) for one in split if one.timed)
    rest = [one.body if one.timed and is_trace else one.stamped for one in split[1:]]
    return b"\n".join([split[0].stamped, *rest])
