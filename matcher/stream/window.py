"""The bytes of a stream that are in memory: a buffer that is read into, scanned in place, and moved on.

Offsets are those of the whole stream. Nothing is copied but what must survive when the buffer is full.
"""

from matcher.stream.source import READ_BYTES, Source

BUFFER_BYTES = 6 << 20
FIRST_BUFFER_BYTES = 64 * 1024  # most inputs are short, and clearing megabytes takes a millisecond
HISTORY_BYTES = 512 * 1024  # before the place that was scanned last: an event may have begun there
LONG_LINE_BYTES = 64 * 1024  # a line longer than this is searched in pieces, around its hits


class Window:
    """`data[low - base : end - base]` is valid.

    Up to `scanned` everything was searched; up to `ready` it may be: whole lines, or part of a long one.
    """

    __slots__ = ("base", "data", "end", "ended", "low", "ready", "scanned", "view")

    def __init__(self) -> None:
        self.data = bytearray(FIRST_BUFFER_BYTES)
        self.view = memoryview(self.data)
        self.base = 0
        self.low = 0
        self.scanned = 0
        self.ready = 0
        self.end = 0
        self.ended = False

    def fill(self, source: Source, keep_from: int) -> int:
        """Read once, and move `ready` on; give the number of bytes, 0 at the end. `keep_from` must stay.

        Raises what reading raises; the window stays valid then.
        """
        room = len(self.data) - (self.end - self.base)
        if len(self.data) < BUFFER_BYTES:
            if not room:
                self._grow()
        elif room < READ_BYTES:
            self._move(min(keep_from, self.scanned - HISTORY_BYTES))
        at = self.end - self.base
        count = source.readinto(self.view[at : at + READ_BYTES])
        if not count:
            self.finish()
            return 0
        last = self.data.rfind(b"\n", at, at + count)
        self.end += count
        if last >= 0:
            self.ready = last + 1 + self.base
        elif self.end - self.ready > LONG_LINE_BYTES:
            self.ready = self.end
        return count

    def finish(self) -> None:
        """Nothing follows: the last line counts without its line end."""
        self.ended = True
        self.ready = self.end

    def _grow(self) -> None:
        """The first buffer is full: take the large one."""
        data = bytearray(BUFFER_BYTES)
        data[: len(self.data)] = self.data
        self.data, self.view = data, memoryview(data)

    def _move(self, keep_from: int) -> None:
        """Drop what lies before `keep_from`, or as much of it as makes room for one read."""
        most = self.end - (len(self.data) - READ_BYTES)  # must be dropped in any case
        start = max(self.low, keep_from, most)
        size = self.end - start
        at = start - self.base
        self.view[:size] = self.view[at : at + size]
        self.base = self.low = start
