"""Signals while a stream is read: reading ends, and what is in memory is still reported.

Then the process dies by the signal, so that shells see it.
"""

import signal
from types import FrameType, TracebackType

from matcher.stream.source import Source


class Stopping:
    """A context in which SIGINT and SIGTERM end the reading of a source; the second one ends at once."""

    def __init__(self) -> None:
        self.signal: int | None = None
        self.source: Source | None = None
        self._previous: dict[int, object] = {}

    def __enter__(self) -> "Stopping":
        for number in (signal.SIGINT, signal.SIGTERM):
            try:
                self._previous[number] = signal.signal(number, self._stop)
            except ValueError:  # not the main thread: whoever runs us there decides
                return self
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, previous in self._previous.items():
            signal.signal(number, previous)  # type: ignore[arg-type]  # what signal() gave

    def _stop(self, number: int, frame: FrameType | None) -> None:
        if self.signal is not None:
            raise KeyboardInterrupt
        self.signal = number
        if self.source is not None:
            self.source.stop()
