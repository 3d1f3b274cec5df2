"""The stored knowledge base: one immutable file of checked records, opened in constant time.

Layout: magic, header (JSON, with its own checksum), then sections. A section is an
array of offsets and records; each record ends with a checksum over its bytes, its index and its section,
which is verified when the record is read. So opening costs the same for 10 and
for 50,000 entries, and no byte is ever used unchecked. Records are read with `pread`
and not through `mmap`: a file that somebody truncates must not kill the process.
"""

import json
import os
import struct
import sys
from collections.abc import Mapping, Sequence
from typing import Any
from zlib import crc32

from matcher.errors import DatabaseError

MAGIC = b"MATCHDB\n"
#: Raised whenever the bytes or their meaning change; an old file is then rebuilt.
FORMAT = 2
_PREFIX = struct.Struct("<8sII")  # magic, header length, header checksum
_OFFSET = struct.Struct("<Q")
_CHECK = struct.Struct("<I")
MAX_HEADER_BYTES = 64 * 1024


def runtime_versions() -> dict[str, str]:
    """What a stored file depends on beside its content: another machine type cannot read it."""
    return {"machine": os.uname().machine if hasattr(os, "uname") else sys.platform,
            "platform": sys.platform, "order": sys.byteorder}  # fmt: skip


class Database:
    """A read-only view of a stored knowledge base. Safe to share between threads and after a fork.

    Raises `DatabaseError` on opening if the file is missing, truncated, foreign or of another
    format, and on reading if a record is damaged.
    """

    __slots__ = ("_fd", "_file", "_sections", "header", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        try:
            self._file = open(path, "rb", buffering=0)  # noqa: SIM115  # closed with the object
        except OSError as error:
            raise DatabaseError(f"cannot open {path}: {error.strerror}") from error
        self._fd = self._file.fileno()
        self.header = self._read_header()
        self._sections: dict[str, list[int]] = self.header["sections"]

    def _read_header(self) -> dict[str, Any]:
        size = os.fstat(self._fd).st_size
        start = self._read(0, _PREFIX.size)
        if len(start) < _PREFIX.size:
            raise DatabaseError(f"{self.path} is truncated")
        magic, length, check = _PREFIX.unpack(start)
        if magic != MAGIC:
            raise DatabaseError(f"{self.path} is not a matcher database")
        if length > MAX_HEADER_BYTES:
            raise DatabaseError(f"{self.path} has a damaged header")
        raw = self._read(_PREFIX.size, length)
        if not length or len(raw) != length or crc32(raw) != check:
            raise DatabaseError(f"{self.path} has a damaged header")
        header: dict[str, Any] = json.loads(raw)
        if header.get("format") != FORMAT or header.get("runtime") != runtime_versions():
            raise DatabaseError(f"{self.path} was written by another version or machine")
        if header.get("size") != size:
            raise DatabaseError(f"{self.path} is truncated or was written to")
        return header

    def _read(self, offset: int, length: int) -> bytes:
        if hasattr(os, "pread"):
            return os.pread(self._fd, length, offset)
        import mmap  # Windows: no pread, but a mapped file cannot be truncated there

        with mmap.mmap(self._fd, 0, access=mmap.ACCESS_READ) as view:
            return view[offset : offset + length]

    def count(self, section: str) -> int:
        """How many records a section has."""
        return self._sections[section][1]

    def record(self, section: str, index: int) -> bytes:
        """The bytes of one record, verified."""
        base, count = self._sections.get(section, (0, 0))
        if not 0 <= index < count:
            raise DatabaseError(f"{self.path}: no record {index} in section {section}")
        raw = self._read(base + index * _OFFSET.size, 2 * _OFFSET.size)
        if len(raw) == 2 * _OFFSET.size:
            start, end = _OFFSET.unpack_from(raw), _OFFSET.unpack_from(raw, _OFFSET.size)
            length = end[0] - start[0]
            if _CHECK.size <= length <= self.header["size"]:
                data = self._read(start[0], length)
                if len(data) == length:
                    body, check = data[: -_CHECK.size], _CHECK.unpack_from(data, length - 4)[0]
                    if crc32(body, _seed(section, index)) == check:
                        return body
        raise DatabaseError(f"{self.path}: record {index} of section {section} is damaged")

    def json(self, section: str, index: int) -> Any:
        """One record, decoded from JSON."""
        return json.loads(self.record(section, index))

    def verify(self) -> None:
        """Read every record; raises `DatabaseError` at the first damaged one."""
        for section, (_, count) in self._sections.items():
            for index in range(count):
                self.record(section, index)


def _seed(section: str, index: int) -> int:
    return crc32(section.encode(), index)


def write(path: str, sections: Mapping[str, Sequence[bytes]], meta: Mapping[str, Any]) -> None:
    """Write a database: to a temporary name in the same folder, synced, then renamed.

    A reader sees the old file or the new one, whole, whatever happens in between.
    `meta` must be small and JSON-ready; it comes back in `Database.header["meta"]`.
    """
    header: dict[str, Any] = {
        "format": FORMAT,
        "runtime": runtime_versions(),
        "meta": dict(meta),
        "size": 0,
        "sections": {},
    }
    # The header holds offsets that depend on its own length: give it a fixed, padded size.
    room = len(json.dumps(header)) + 64 * len(sections) + 64
    if room > MAX_HEADER_BYTES:
        raise DatabaseError("the header would be too large; put large data into a section")
    position = _PREFIX.size + room
    parts: list[bytes] = []
    for name, records in sections.items():
        header["sections"][name] = [position, len(records)]
        position += _OFFSET.size * (len(records) + 1)
        offsets = []
        bodies = []
        for index, record in enumerate(records):
            offsets.append(_OFFSET.pack(position))
            bodies.append(record + _CHECK.pack(crc32(record, _seed(name, index))))
            position += len(record) + _CHECK.size
        offsets.append(_OFFSET.pack(position))
        parts.extend(offsets)
        parts.extend(bodies)
    header["size"] = position
    raw = json.dumps(header).encode().ljust(room)
    temporary = f"{path}.{os.getpid()}-{os.urandom(4).hex()}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(temporary, flags | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with open(descriptor, "wb") as file:
            file.write(_PREFIX.pack(MAGIC, len(raw), crc32(raw)))
            file.write(raw)
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
