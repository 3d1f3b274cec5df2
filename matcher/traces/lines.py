"""Bytes -> lines with their prefixes taken off, forwards and backwards from any place, one process at a time.

A window onto a stream: offsets are those of the whole stream, and lines that were looked at are remembered
while the bytes under the window move on.
"""

from typing import NamedTuple

from matcher.traces import prefixes
from matcher.traces.controls import strip_controls

LINE_BYTES = 16 * 1024  # of a line that are looked at for structure
LONG_LINE_BYTES = 64 * 1024  # a longer line is never part of an error of several lines
FOREIGN_LINES = 200  # of other processes that may stand between two lines of one
PARTS_BYTES = 256 * 1024  # of one line that a container runtime has cut into parts
REMEMBERED = 4_096


class Line(NamedTuple):
    """One line: the bytes [start, end) of the stream, with its line end; the rest as in `prefixes.Prefix`."""

    start: int
    end: int
    key: bytes
    stamped: bytes
    body: bytes
    timed: bool


class Lines:
    """The lines of `data`, which holds the bytes [base, base + len) of a stream; [low, high) are valid.

    `high` stands behind a line end, or `final` is set: then nothing follows, and the last line counts
    without its line end.
    """

    __slots__ = ("_known", "base", "data", "final", "high", "low", "missing", "signs")

    def __init__(self, data: bytes | bytearray, base: int = 0, final: bool = True) -> None:
        self.data = data
        self.base = base
        self.low = base
        self.high = base + len(data)
        self.final = final
        self.missing = False  # a line behind `high` was asked for, and it may still come
        self._known: dict[int, Line] = {}
        self.signs: dict[int, bool] = {}  # whether the line that begins there is a sign, where it was asked

    def move(self, data: bytes | bytearray, base: int, low: int, high: int, final: bool) -> None:
        """The window shows other bytes now, and what is remembered of it stays true."""
        if len(self._known) > REMEMBERED:
            self._known.clear()
            self.signs.clear()
        self.data, self.base, self.low, self.high, self.final = data, base, low, high, final

    def holding(self, offset: int) -> Line:
        """The line that holds a byte offset (one that has arrived)."""
        start = self._start(offset)
        line = self._at(start)
        if line.start == start and line.key and self._is_container(line):
            start = self._first_part(line)
            line = self._at(start)
        return line

    def before(self, line: Line) -> Line | None:
        """The line before of the same process; None at the beginning of what is kept."""
        start = line.start
        for _ in range(FOREIGN_LINES):
            if start <= self.low:
                return None
            start = self._start(start - 1)
            other = self._at(start)
            if other.end - start > LONG_LINE_BYTES:
                return None
            if other.key == line.key:
                if other.key and self._is_container(other):
                    return self._at(self._first_part(other))
                return other
        return None

    def after(self, line: Line) -> Line | None:
        """The next line of the same process; None if there is none (`missing`: it may still come)."""
        start = line.end
        for _ in range(FOREIGN_LINES):
            if start >= self.high:
                self.missing = self.missing or not self.final
                return None
            other = self._at(start)
            if other.end - start > LONG_LINE_BYTES:
                return None
            if other.key == line.key and other.start >= line.end:
                return other
            start = self._end(start)
        return None

    def _start(self, offset: int) -> int:
        return self.data.rfind(b"\n", self.low - self.base, offset - self.base) + 1 + self.base or self.low

    def _end(self, start: int) -> int:
        """The offset behind the line end."""
        end = self.data.find(b"\n", start - self.base, self.high - self.base)
        return self.high if end < 0 else end + 1 + self.base

    def _at(self, start: int) -> Line:
        """The line that begins at `start`, together with the parts that a runtime cut it into."""
        line = self._known.get(start)
        if line is None:
            end = self._end(start)
            prefix = self._prefix(start, end)
            line = Line(start, end, prefix.key, prefix.stamped, prefix.body, prefix.timed)
            if prefix.partial:
                line = self._joined(line)
            if end != self.high or self.data[end - 1 - self.base] == 10:
                self._known[start] = line
        return line

    def _prefix(self, start: int, end: int) -> prefixes.Prefix:
        raw = bytes(self.data[start - self.base : min(end, start + LINE_BYTES) - self.base])
        return prefixes.split(strip_controls(raw.rstrip(b"\r\n")))

    def _joined(self, first: Line) -> Line:
        stamped, body, end = [first.stamped], [first.body], first.end
        position, partial = first.end, True
        for _ in range(FOREIGN_LINES):
            if not partial or position >= self.high or position - first.start > PARTS_BYTES:
                self.missing = self.missing or (partial and position >= self.high and not self.final)
                break
            end_of_line = self._end(position)
            prefix = self._prefix(position, end_of_line)
            if not prefix.key:
                break  # what no runtime wrote ends what is pending
            if prefix.key == first.key:
                stamped.append(prefix.stamped)
                body.append(prefix.stamped)
                end, partial = end_of_line, prefix.partial
            position = end_of_line
        return Line(first.start, end, first.key, b"".join(stamped), b"".join(body), first.timed)

    @staticmethod
    def _is_container(line: Line) -> bool:
        return line.key.endswith((b"stdout", b"stderr"))

    def _first_part(self, line: Line) -> int:
        """Where the line begins of which this one may be a later part."""
        start = position = line.start
        for _ in range(FOREIGN_LINES):
            if position <= self.low:
                break
            position = self._start(position - 1)
            prefix = self._prefix(position, self._end(position))
            if not prefix.key or (prefix.key == line.key and not prefix.partial):
                break
            if prefix.key == line.key:
                start = position
        return start
