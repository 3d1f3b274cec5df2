"""What can be read -> `Source`: bytes into a buffer, as many as there are, without waiting for more.

Files, file objects, sockets, iterables; compressed files are opened by their first bytes, UTF-16 by its mark.
Knows nothing of lines.
"""

import contextlib
import io
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from matcher.errors import InputError
from matcher.stream.decoding import ReadInto, decoder_of

READ_BYTES = 1 << 20  # at a time
F_SETPIPE_SZ = 1031  # Linux: enlarge a pipe


class Stopped(BaseException):
    """A signal wants a read that waits to give up."""


class Source:
    """One thing that is being read.

    `trouble` says at the end what went wrong without an exception: a file that became shorter.
    `notices` are for a person: the file was rotated, or truncated.
    """

    __slots__ = (
        "_close", "_decoded", "_fileno", "_is_reading", "_is_stopped", "_raw",
        "listeners", "name", "notices", "size", "taken", "trouble",
    )  # fmt: skip

    def __init__(
        self,
        name: str,
        raw: ReadInto,
        fileno: int | None = None,
        size: int | None = None,
        close: Callable[[], object] | None = None,
    ) -> None:
        self.name = name
        self.size = size  # of a regular file, in bytes; None where nobody knows
        self.taken = 0  # bytes read so far, before any decompression
        self.trouble = ""
        self.notices: list[str] = []
        self.listeners: list[Callable[[memoryview], object]] = []  # get all bytes as they are read
        self._is_reading = False
        self._is_stopped = False
        self._raw = raw
        self._decoded: ReadInto | None = None
        self._fileno = fileno
        self._close = close

    def readinto(self, view: memoryview) -> int:
        """Read once into `view`; 0 at the end. Raises `OSError`, or `InputError` for damaged data."""
        if self._decoded is None:
            self._decoded = decoder_of(self._count, self.name)
        try:
            count = self._decoded(view)
        except InputError:
            if not self._is_stopped:
                raise
            count = 0
        if not count and self.size is not None and self.taken < self.size and not self._is_stopped:
            self.trouble = f"became shorter while it was read: {self.taken} of {self.size} bytes"
        return count

    def _count(self, view: memoryview) -> int:
        try:
            self._is_reading = True  # before the question: a signal may come in between
            count = 0 if self._is_stopped else self._raw(view)
        except Stopped:
            count = 0
        finally:
            self._is_reading = False
        self.taken += count
        for listener in self.listeners:
            listener(view[:count])
        return count

    def stop(self) -> None:
        """End it, from a signal handler: no more is read, and a read that waits gives up."""
        self._is_stopped = True
        if self._is_reading:
            raise Stopped

    def is_ready(self, timeout_s: float) -> bool:
        """Whether a read gives something (or the end) within a time; True where nobody can tell."""
        if self._fileno is None:
            return True
        import select

        try:
            self._is_reading = True
            return self._is_stopped or bool(select.select([self._fileno], [], [], timeout_s)[0])
        except Stopped:
            return True
        except (OSError, ValueError):  # not a thing that can be waited for
            self._fileno = None
            return True
        finally:
            self._is_reading = False

    def close(self) -> None:
        """Close what was opened here; what was handed in stays open."""
        if self._close is not None:
            self._close()
            self._close = None


def open_source(stream: Any, name: str | None = None) -> Source:
    """Open what `Matcher.scan` takes. Raises `OSError`, or `InputError` for another type."""
    if isinstance(stream, (str, os.PathLike)):
        return _of_path(os.fspath(stream), name)
    if isinstance(stream, (bytes, bytearray, memoryview)):
        data = io.BytesIO(stream)
        return Source(name or "-", data.readinto)
    if isinstance(stream, Source):
        return stream
    name = name or _name_of(stream)
    if hasattr(stream, "recv_into"):
        return Source(name, stream.recv_into, stream.fileno())
    if isinstance(stream, io.TextIOBase) and hasattr(stream, "buffer"):
        stream = stream.buffer
    for method in ("readinto1", "readinto"):
        if hasattr(stream, method):
            return Source(name, _never_none(getattr(stream, method)), _waitable(stream))
    if hasattr(stream, "read"):
        read = getattr(stream, "read1", stream.read)
        return Source(name, _from_chunks(iter(lambda: read(READ_BYTES), None)))
    if isinstance(stream, Iterable):
        return Source(name, _from_chunks(iter(stream)))
    raise InputError(
        "scan() takes a path, a file object, a socket, bytes or an iterable of bytes, "
        f"not {type(stream).__name__}"
    )


def _name_of(stream: Any) -> str:
    name = getattr(stream, "name", "-")
    return name if isinstance(name, str) and name != "<stdin>" else "-"


def _of_path(path: str, name: str | None) -> Source:
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
    try:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError(21, "is a directory; name the files in it", path)
        regular = stat.S_ISREG(status.st_mode)
        return of_descriptor(descriptor, name or path, status.st_size if regular else None, own=True)
    except BaseException:
        os.close(descriptor)
        raise


def of_descriptor(descriptor: int, name: str, size: int | None = None, own: bool = False) -> Source:
    """A source for a file descriptor; a pipe is enlarged."""
    if size is None:
        enlarge_pipe(descriptor)
    return Source(
        name,
        lambda view: os.readv(descriptor, [view]),
        None if size is not None else descriptor,
        size or None,  # files of /proc say 0
        (lambda: os.close(descriptor)) if own else None,
    )


def enlarge_pipe(descriptor: int) -> None:
    """Give a pipe a buffer of a megabyte, where the system lets us."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import fcntl

        fcntl.fcntl(descriptor, F_SETPIPE_SZ, READ_BYTES)


def _never_none(readinto: Callable[[memoryview], int | None]) -> ReadInto:
    """A file object that is set to non-blocking says None when there is nothing yet."""

    def read(view: memoryview) -> int:
        while (count := readinto(view)) is None:
            import time

            time.sleep(0.01)
        return count

    return read


def _waitable(stream: Any) -> int | None:
    """The descriptor of a pipe or socket without bytes of its own in between; None for anything else."""
    try:
        descriptor = stream.fileno()
        regular = stat.S_ISREG(os.fstat(descriptor).st_mode)
    except (AttributeError, OSError, ValueError):
        return None
    if regular or hasattr(stream, "peek"):  # a buffered reader may hold bytes that select does not see
        return None
    return int(descriptor)


def _from_chunks(chunks: Iterator[bytes | str]) -> ReadInto:
    """`readinto` over chunks of any size; empty bytes from a `read` end it, from an iterable they do not."""
    left = b""

    def read(view: memoryview) -> int:
        nonlocal left
        while not left:
            chunk = next(chunks, None)
            if chunk is None:
                return 0
            left = chunk.encode("utf-8", "backslashreplace") if isinstance(chunk, str) else bytes(chunk)
        count = min(len(left), len(view))
        view[:count] = left[:count]
        left = left[count:]
        return count

    return read
