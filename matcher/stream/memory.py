"""Signatures that reach over several events: what was seen of each lately, until the rest of it comes.

A `sequence`, a `count`, or an `all` of several texts may find its parts in different events. Those events are
kept, as few and as long as the signature can use them, and tried together. State is bounded.
"""

from collections import deque
from typing import NamedTuple

from matcher.engine.context import Context
from matcher.engine.diagnoser import diagnose_branch
from matcher.engine.haystack import Haystack
from matcher.engine.library import Library, Wide
from matcher.model import Report
from matcher.traces.assembler import Event
from matcher.traces.times import seconds_at

KEPT_EVENTS = 1_000  # of one signature and process
KEPT_BYTES = 64 * 1024
KEPT_PROCESSES = 64  # of one signature


class Seen(NamedTuple):
    """One event that a signature may need later."""

    number: int  # of its first line
    start: int
    text: bytes
    numbers: tuple[int, ...]
    seconds: float | None


class Memory:
    """What was seen lately, for each signature that reaches over several events, and each process."""

    __slots__ = ("_context", "_kept", "_library", "_source", "is_needed")

    def __init__(self, library: Library, context: Context, source: str) -> None:
        self._library = library
        self._context = context
        self._source = source
        self._kept: dict[int, dict[bytes, deque[Seen]]] = {}
        self.is_needed = library.has_wide

    def together(self, event: Event, numbers: list[int], haystack: Haystack) -> list[tuple[Report, Seen]]:
        """Remember an event; give what it completes, with the event that began it."""
        found: list[tuple[Report, Seen]] = []
        branches = {
            branch
            for literal in self._library.scanner.scan(haystack.data)
            for branch in self._library.watched_by(literal)
        }
        for index in sorted(branches):
            wide = self._library.wide(index)
            text = haystack.text
            seen = Seen(numbers[0], event.start, text, _numbers_of(text, numbers), seconds_at(text, 0))
            kept = self._remember(index, wide, event.process, seen)
            if len(kept) < 2:
                continue
            together = Haystack(
                b"\n".join(one.text for one in kept), None, kept[0].number,
                [number for one in kept for number in one.numbers],
            )  # fmt: skip
            report = diagnose_branch(self._library, together, index, self._context, self._source)
            if report:
                first = next((one for one in kept if report.line in one.numbers), kept[0])
                found.append((report, first))
                kept.clear()
        return found

    def _remember(self, index: int, wide: Wide, process: bytes, seen: Seen) -> "deque[Seen]":
        by_process = self._kept.setdefault(index, {})
        kept = by_process.pop(process, None) or deque(maxlen=KEPT_EVENTS)
        if len(by_process) >= KEPT_PROCESSES:
            by_process.pop(next(iter(by_process)))  # the one that was silent for longest
        by_process[process] = kept
        kept.append(seen)
        while kept and (
            kept[0].number <= seen.number - wide.lines
            or sum(len(one.text) for one in kept) > KEPT_BYTES
            or _is_older(kept[0], seen, wide.seconds)
        ):
            kept.popleft()
        return kept


def _is_older(first: Seen, last: Seen, seconds: float) -> bool:
    if not seconds or first.seconds is None or last.seconds is None:
        return False
    return last.seconds - first.seconds > seconds


def _numbers_of(text: bytes, numbers: list[int]) -> tuple[int, ...]:
    """A number for each line of a text that may have more lines than its event: decoded JSON, lone CRs."""
    more = text.count(b"\n") + 1 - len(numbers)
    return (*numbers, *[numbers[-1]] * more) if more > 0 else tuple(numbers)
