"""A file that grows -> `Source`: goes on through rotation (another file has the name) and truncation."""

import os
import time

from matcher.stream.source import Source

POLL_S = 0.1


class Followed(Source):
    """`tail -F` of one file, from its beginning. Never ends by itself."""

    __slots__ = ("_descriptor", "_path", "_position")

    def __init__(self, path: str) -> None:
        """Raises `OSError` if the file is not there at first."""
        super().__init__(path, self._read, close=self._close_descriptor)
        self._path = path
        self._descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
        self._position = 0

    def is_ready(self, timeout_s: float) -> bool:
        """Whether there is something new within a time."""
        deadline = time.monotonic() + timeout_s
        while True:
            if self._is_stopped or self._has_grown() or self._reopen():
                return True
            left = deadline - time.monotonic()
            if left <= 0:
                return False
            time.sleep(min(POLL_S, left))

    def _read(self, view: memoryview) -> int:
        """Wait for new bytes; a rotated file is read to its end before the new one."""
        while True:
            count = os.readv(self._descriptor, [view])
            if count:
                self._position += count
                return count
            if not self._reopen():
                time.sleep(POLL_S)

    def _has_grown(self) -> bool:
        return os.fstat(self._descriptor).st_size > self._position

    def _reopen(self) -> bool:
        """Begin again where the file was truncated or another one took its name."""
        mine = os.fstat(self._descriptor)
        if mine.st_size < self._position:
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            self._position = 0
            self.notices.append("was truncated; reading it from its beginning")
            return True
        if mine.st_size > self._position:
            return False
        try:
            named = os.stat(self._path)
        except OSError:  # between the two renames of a rotation
            return False
        if (named.st_dev, named.st_ino) == (mine.st_dev, mine.st_ino):
            return False
        if self._has_grown():  # written to between the two questions
            return False
        try:
            descriptor = os.open(self._path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
        except OSError:
            return False
        os.close(self._descriptor)
        self._descriptor, self._position = descriptor, 0
        self.notices.append("was replaced; reading the new file")
        return True

    def _close_descriptor(self) -> None:
        os.close(self._descriptor)
