"""Names on the command line -> sources, and what listens to their bytes: the copy to stdout, progress."""

import argparse
import os
import sys
import time
from collections.abc import Callable

from matcher.stream.source import Source, of_descriptor, open_source

PROGRESS_FROM_BYTES = 64 << 20
PROGRESS_S = 0.2


def open_named(name: str, follow: bool) -> Source:
    """Open a file, or stdin for `-`. Raises `OSError`."""
    if name != "-":
        if follow:
            from matcher.stream.follow import Followed

            return Followed(name)
        return open_source(name)
    if sys.stdin is None:  # closed by the caller
        return open_source(b"")
    if sys.stdin.isatty():
        print("matcher: reading from the terminal; paste an error, then press Ctrl-D", file=sys.stderr)
    try:
        descriptor = sys.stdin.fileno()
    except (OSError, ValueError):  # replaced by something in memory
        return open_source(sys.stdin.buffer, "-")
    return of_descriptor(descriptor, "-")


class Head:
    """The first bytes of a source, as long as they are all of it."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._parts: list[bytes] = []
        self._size = 0

    def take(self, view: memoryview) -> None:
        """Listen."""
        if self._size <= self._limit:
            self._size += len(view)
            self._parts.append(bytes(view))
            if self._size > self._limit:
                self._parts.clear()

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return self._size <= self._limit

    @property
    def data(self) -> bytes:
        """What was read."""
        return b"".join(self._parts)


def copier() -> Callable[[memoryview], None]:
    """What writes all bytes to stdout: as they are into a pipe or file, made harmless on terminals and CI."""
    sys.stdout.flush()
    descriptor = sys.stdout.fileno()
    if sys.stdout.isatty() or os.environ.get("GITHUB_ACTIONS") == "true" or os.environ.get("TF_BUILD"):
        return _harmless_copier()

    def copy(view: memoryview) -> None:
        while view:
            try:
                view = view[os.write(descriptor, view) :]
            except BlockingIOError:
                import select

                select.select([], [descriptor], [])

    return copy


def _harmless_copier() -> Callable[[memoryview], None]:
    from matcher.report.sanitize import disarm, visible

    left = b""

    def copy(view: memoryview) -> None:
        nonlocal left
        *lines, left = (left + bytes(view)).split(b"\n")
        if not view:  # the end
            lines, left = [*lines, left] if left else lines, b""
        for line in lines:
            text = line.rstrip(b"\r").decode("utf-8", "backslashreplace")
            sys.stdout.write(disarm(visible(text)) + "\n")
        sys.stdout.flush()

    return copy


class Progress:
    """One line on a terminal: how much of a large file was read."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._shown = 0.0
        self._is_shown = False

    def take(self, view: memoryview) -> None:
        """Listen."""
        now = time.monotonic()
        if now - self._shown > PROGRESS_S:
            taken, size = self._source.taken, self._source.size or 0
            share = f"{100 * taken // size:3d} % of {size >> 20} MiB" if size else f"{taken >> 20} MiB"
            name = os.path.basename(self._source.name)
            sys.stderr.write(f"\r\x1b[Kmatcher: {share}  {name.encode('unicode_escape').decode()[:50]}")
            sys.stderr.flush()
            self._shown, self._is_shown = now, True

    def clear(self) -> None:
        """Take the line away."""
        if self._is_shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._is_shown = False


def progress_of(source: Source, given: argparse.Namespace) -> Progress:
    """The progress of a source; it shows itself for large files when a person looks on."""
    progress = Progress(source)
    large = (source.size or 0) >= PROGRESS_FROM_BYTES
    if large and sys.stderr.isatty() and not given.quiet and not given.top:
        source.listeners.append(progress.take)
    return progress
