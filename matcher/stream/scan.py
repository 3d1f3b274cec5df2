"""The loop: fill the window, scan it in one native call, and open the event around each hit.

A clean stream costs one scan and one count of its line ends for each read; there is no loop over lines.
"""

import _thread
from collections.abc import Iterator
from typing import NamedTuple

from matcher.engine.context import Context
from matcher.engine.diagnoser import diagnose
from matcher.engine.haystack import Haystack, normalize
from matcher.engine.library import Library
from matcher.model import Place, Report
from matcher.stream.memory import Memory
from matcher.stream.source import READ_BYTES, Source
from matcher.stream.window import BUFFER_BYTES, HISTORY_BYTES, Window
from matcher.traces.assembler import Event, event_around
from matcher.traces.controls import FACT, raw_offsets, strip_controls
from matcher.traces.lines import LONG_LINE_BYTES, Line, Lines
from matcher.traces.times import time_text

IDLE_S = 0.2  # of silence after which an event on a pipe counts as finished
OVERLAP_BYTES = 256  # scanned again, so that no literal is lost between two reads; literals are shorter
BLOCK_BYTES = 16 * 1024  # of text with terminal escapes that is stripped and scanned at a time
MARKS = (b"\x1b", FACT)
PIECE_BYTES = 32 * 1024  # on each side of a hit in a long line


class Counts(NamedTuple):
    """What was read and found. `lines` is the sum of those in recognised events and all others."""

    bytes: int
    lines: int
    events: int
    event_lines: int
    limits: dict[str, int]

    @property
    def unmatched_lines(self) -> int:
        """Lines in which nothing was recognised."""
        return self.lines - self.event_lines


class Scan:
    """An iterator of the reports of one source, in the order in which the events were found.

    Memory is bounded whatever comes. Iterating raises `OSError` or `InputError` when reading
    fails, after everything that could be read was reported.
    """

    def __init__(self, library: Library, source: Source, context: Context) -> None:
        self.source = source
        self._library = library
        self._context = context
        self._window = Window()
        self._lines = Lines(self._window.data, 0, final=False)
        self._memory = Memory(library, context, source.name)
        self._pending: list[tuple[int, int]] = []  # hits (literal, end) whose event is not complete yet
        self._borders: dict[bytes, int] = {}
        self._last: Event | None = None
        self._taken: set[int] = set()  # where lines begin that belong to events with other lines in between
        self._taken_end = 0
        self._numbered = (0, 1)  # an offset, and the number of the line that holds it
        self._line_ends = 0  # in everything that was scanned
        self._events = 0
        self._event_lines = 0
        self._limits: dict[str, int] = {}
        self._reports = self._run()

    def __iter__(self) -> Iterator[Report]:
        return self

    def __next__(self) -> Report:
        return next(self._reports)

    def close(self) -> None:
        """Stop, and close what was opened."""
        self._reports = iter(())
        self.source.close()

    @property
    def counts(self) -> Counts:
        """What was read and found so far."""
        window = self._window
        ended = window.end > window.base and window.data[window.end - 1 - window.base] != 10
        lines = self._line_ends + (window.ended and ended)
        return Counts(window.end, lines, self._events, self._event_lines, dict(self._limits))

    def _run(self) -> Iterator[Report]:
        window, source = self._window, self.source
        failure: Exception | None = None
        try:
            while not window.ended:
                if self._pending and not source.is_ready(IDLE_S):
                    yield from self._process(final=True)
                keep_from = self._keep_from()
                if window.end - keep_from > BUFFER_BYTES - READ_BYTES:
                    self._limit("an event did not end within the memory of the stream")
                    yield from self._process(final=True)
                    keep_from = self._keep_from()
                try:
                    window.fill(source, keep_from)
                except Exception as error:  # reported after what was read
                    failure = error
                    window.finish()
                self._scan()
                if self._pending:
                    yield from self._process(final=window.ended)
                window.scanned = window.ready
            if failure is not None:
                raise failure
        finally:
            source.close()

    def _keep_from(self) -> int:
        if not self._pending:
            return self._window.scanned - HISTORY_BYTES
        return self._pending[0][1] - HISTORY_BYTES

    # -- scanning

    def _scan(self) -> None:
        """Search what has become ready; hits are added to the pending ones."""
        window = self._window
        start, end = window.scanned - window.base, window.ready - window.base
        if start >= end:
            return
        self._numbered = (window.scanned, 1 + self._line_ends)
        counted = self._count_line_ends(start, end)
        data = window.data
        while start < end:
            places = [at for mark in MARKS if (at := data.find(mark, start, end)) >= 0]
            stop = data.rfind(b"\n", start, min(places)) + 1 if places else end
            if stop > start:
                self._scan_plain(start, stop)
            if places:
                start = max(stop, start)
                stop = data.rfind(b"\n", start, min(end, start + BLOCK_BYTES)) + 1
                stop = stop or min(end, start + BLOCK_BYTES)
                self._scan_marked(start, stop)
            start = stop
        counted.acquire()

    def _scan_plain(self, start: int, end: int) -> None:
        """Search data[start:end] in place."""
        window = self._window
        first = max(window.low - window.base, start - OVERLAP_BYTES)
        hits = self._library.scanner.scan_all(window.view[first:end])
        self._pending += [(n, at + first + window.base) for n, at in hits if at + first > start]

    def _scan_marked(self, start: int, end: int) -> None:
        """Search data[start:end] without its terminal escapes; the places of hits are those in the data."""
        window = self._window
        first = max(window.low - window.base, start - OVERLAP_BYTES)
        raw = bytes(window.view[first:end])
        hits = self._library.scanner.scan_all(strip_controls(raw))
        if hits:
            ends = raw_offsets(raw, [at for _, at in hits])
            self._pending += [
                (n, at + first + window.base)
                for (n, _), at in zip(hits, ends, strict=True)
                if at + first > start
            ]

    def _count_line_ends(self, start: int, end: int) -> "_thread.LockType":
        """Count beside the scan, which lets other threads run: it costs a third of the scan otherwise."""
        done = _thread.allocate_lock()
        done.acquire()

        def count() -> None:
            try:
                self._line_ends += self._window.data.count(b"\n", start, end)
            finally:
                done.release()

        if end - start < READ_BYTES // 8:
            count()
            return done
        try:
            _thread.start_new_thread(count, ())
        except RuntimeError:  # no more threads, or the interpreter is shutting down
            count()
        return done

    # -- events

    def _process(self, final: bool) -> Iterator[Report]:
        """Report the events of pending hits, as far as they are complete."""
        window = self._window
        self._lines.move(window.data, window.base, window.low, window.ready, final)
        hits, self._pending = self._pending, []
        for number, (literal, end) in enumerate(hits):
            if self._is_known(end - 1) or self._is_refuted(literal, end):
                continue
            event = self._event(end, final)
            if event is None:
                self._pending = hits[number:]
                return
            self._take(event)
            yield from self._examine(event)

    def _is_known(self, offset: int) -> bool:
        """Whether a hit lies in an event that was examined already."""
        last = self._last
        if last is not None and last.start <= offset < last.end and last.is_whole:
            return True
        return offset < self._taken_end and self._lines.holding(offset).start in self._taken

    def _is_refuted(self, literal: int, end: int) -> bool:
        """Whether the line of a hit tells that no signature is there: most false candidates end here."""
        texts = self._library.of_a_line(literal)
        if texts is None:
            return False
        window, at = self._window, end - self._window.base
        start = window.data.rfind(b"\n", max(0, at - LONG_LINE_BYTES), at) + 1
        stop = window.data.find(b"\n", at - 1, at + LONG_LINE_BYTES)
        if not start or stop < 0:
            return False
        line = strip_controls(bytes(window.view[start:stop]))
        # What is escaped in a JSON record may only be there when it is decoded.
        return b"\\" not in line and not any(text.stands_in(line) for text in texts)

    def _take(self, event: Event) -> None:
        self._last = event
        self._borders[event.process] = event.end
        if event.start >= self._taken_end:
            self._taken.clear()
        if not event.is_whole:
            self._taken.update(line.start for line in event.lines)
            self._taken_end = max(self._taken_end, event.end)

    def _event(self, hit_end: int, final: bool) -> Event | None:
        """The event around a hit; None if it has to wait for more. Of a long line only a piece counts."""
        window = self._window
        at, ready = hit_end - window.base, window.ready - window.base
        begin = window.data.rfind(b"\n", max(0, at - LONG_LINE_BYTES), at) + 1
        end = window.data.find(b"\n", at - 1, min(at + LONG_LINE_BYTES, ready)) + 1
        known = bool(begin) or (window.base == 0 and at <= LONG_LINE_BYTES)
        if not end:
            if final and ready - at < LONG_LINE_BYTES:
                end = ready
            elif not final and ready - at < (LONG_LINE_BYTES if known else PIECE_BYTES):
                return None
        if known and end and end - begin <= LONG_LINE_BYTES:
            return event_around(self._lines, hit_end - 1, self._borders)
        last = self._last.end - window.base if self._last is not None else 0
        start = max(begin, at - PIECE_BYTES, last if last < at else 0)
        stop = min(end or ready, at + PIECE_BYTES)
        text = strip_controls(bytes(window.view[start:stop])).rstrip(b"\r\n")
        return Event((Line(start + window.base, stop + window.base, b"", text, text, False),))

    def _examine(self, event: Event) -> Iterator[Report]:
        """Diagnose one event, alone and together with what came before."""
        numbers = self._line_numbers(event)
        haystack = Haystack(normalize(event.text), None, numbers[0], None if event.is_whole else numbers)
        report = diagnose(self._library, haystack, self._context, self.source.name)
        for limit in haystack.incomplete:
            self._limit(limit)
        wider = self._memory.together(event, numbers, haystack) if self._memory.is_needed else ()
        if not (report or report.other_versions or wider):
            return
        place = self._place(event, numbers)
        if report or report.other_versions:
            report.place = place
            self._events += bool(report)
            self._event_lines += len(numbers) if report else 0
            yield report
        for found, first in wider:
            found.place = place._replace(first_line=first.number, start=first.start)
            self._events += 1
            yield found

    def _place(self, event: Event, numbers: list[int]) -> Place:
        at = event.start - self._window.base
        head = bytes(self._window.view[at : min(at + 200, event.end - self._window.base)])
        process = event.process.decode("utf-8", "replace")
        return Place(numbers[0], numbers[-1], len(numbers), event.start, event.end, process, time_text(head))

    def _line_numbers(self, event: Event) -> list[int]:
        """The number of each line; counted from the last place where one was known."""
        window = self._window
        offset, number = self._numbered
        numbers = []
        for line in event.lines:
            known, here = offset - window.base, line.start - window.base
            if here >= known:
                number += window.data.count(b"\n", known, here)
            else:
                number -= window.data.count(b"\n", here, known)
            offset = line.start
            numbers.append(number)
        self._numbered = (offset, number)
        return numbers

    def _limit(self, limit: str) -> None:
        self._limits[limit] = self._limits.get(limit, 0) + 1
