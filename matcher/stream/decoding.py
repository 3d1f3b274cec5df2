"""The first bytes of a source -> what reads it: gzip, bzip2, xz, Zstandard, UTF-16, or plain bytes.

Memory is bounded whatever comes, and what decompresses to absurd sizes is stopped. Truncated data give
all that was in them, and then an error.
"""

import codecs
from collections.abc import Callable
from typing import Any

from matcher.errors import InputError

#: Reads into a buffer; gives the number of bytes, 0 at the end.
ReadInto = Callable[[memoryview], int]

CHUNK_BYTES = 64 * 1024  # of compressed data at a time
OUTPUT_BYTES = 1 << 20  # of decompressed data at a time
MAX_RATIO = 200  # decompressed by compressed bytes; logs reach 10 to 50
RATIO_FROM_BYTES = 64 << 20  # below it a ratio says nothing
MAX_BYTES = 64 << 30  # decompressed, of one file

UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def decoder_of(raw: ReadInto, name: str) -> ReadInto:
    """Read as many first bytes as it takes to know the format; give what reads the rest."""
    head = b""
    while any(magic.startswith(head) and magic != head for magic in _MAGIC):
        byte = bytearray(1)
        if not raw(memoryview(byte)):
            break
        head += bytes(byte)
    for magic, make in _MAGIC.items():
        if head.startswith(magic):
            return make(head, raw, name)
    return _with_head(head, raw)


def _with_head(head: bytes, raw: ReadInto) -> ReadInto:
    """The bytes that were looked at, then the rest."""
    left = head

    def read(view: memoryview) -> int:
        nonlocal left
        if not left:
            return raw(view)
        count = min(len(left), len(view))
        view[:count] = left[:count]
        left = left[count:]
        return count

    return read


def _utf16(head: bytes, raw: ReadInto, name: str) -> ReadInto:
    decoder = codecs.getincrementaldecoder(UTF16[head[:2]])("replace")
    chunk = bytearray(CHUNK_BYTES)
    window = memoryview(chunk)
    left = decoder.decode(head[2:]).encode()
    ended = False

    def read(view: memoryview) -> int:
        nonlocal left, ended
        while not left and not ended:
            count = raw(window)
            ended = not count
            left = decoder.decode(bytes(chunk[:count]), ended).encode("utf-8", "replace")
        count = min(len(left), len(view))
        view[:count] = left[:count]
        left = left[count:]
        return count

    return read


def _gzip(head: bytes, raw: ReadInto, name: str) -> ReadInto:
    import zlib

    return _Decompressed(head, raw, name, "gzip", lambda: zlib.decompressobj(31), zlib.error).readinto


def _bzip2(head: bytes, raw: ReadInto, name: str) -> ReadInto:
    import bz2

    return _Decompressed(head, raw, name, "bzip2", bz2.BZ2Decompressor, OSError).readinto


def _xz(head: bytes, raw: ReadInto, name: str) -> ReadInto:
    import lzma

    def make() -> Any:
        return lzma.LZMADecompressor(memlimit=256 << 20)

    return _Decompressed(head, raw, name, "xz", make, lzma.LZMAError).readinto


def _zstandard(head: bytes, raw: ReadInto, name: str) -> ReadInto:
    try:
        from compression import zstd  # type: ignore[import-not-found]  # Python 3.14
    except ImportError:
        try:
            from backports import zstd  # type: ignore[import-not-found,no-redef,unused-ignore]
        except ImportError:
            raise InputError(
                f"{name}: reading .zst needs one more package; run: pip install 'error-matcher[zstd]', "
                f"or: zstd -dc FILE | matcher"
            ) from None
    return _Decompressed(head, raw, name, "Zstandard", zstd.ZstdDecompressor, zstd.ZstdError).readinto


class _Decompressed:
    """`readinto` over one or more compressed members, by the decompressors of the standard library."""

    def __init__(
        self,
        head: bytes,
        raw: ReadInto,
        name: str,
        kind: str,
        make: Callable[[], Any],
        error: type[Exception],
    ) -> None:
        self._raw = raw
        self._name = name
        self._kind = kind
        self._make = make
        self._error = error
        self._decompressor: Any = make()
        self._input = head
        self._left = b""
        self._fresh = True  # no byte of the current member was seen
        self._taken = len(head)
        self._given = 0
        self._window = memoryview(bytearray(CHUNK_BYTES))

    def readinto(self, view: memoryview) -> int:
        """The next decompressed bytes. Raises `InputError` for damage, truncation and bombs."""
        while not self._left:
            if not self._step():
                return 0
        count = min(len(self._left), len(view))
        view[:count] = self._left[:count]
        self._left = self._left[count:]
        self._given += count
        self._check_size()
        return count

    def _step(self) -> bool:
        """Feed the decompressor once; False at a proper end."""
        if self._decompressor.eof:
            rest = self._decompressor.unused_data or self._input
            self._decompressor, self._input, self._fresh = self._make(), rest, True
        hungry = getattr(self._decompressor, "needs_input", True) and not self._input
        if hungry:
            count = self._raw(self._window)
            self._taken += count
            if not count:
                if self._fresh:
                    return False
                raise InputError(
                    f"{self._name}: the {self._kind} data end too early; what came before was read"
                )
            self._input = bytes(self._window[:count])
        if self._fresh and not self._input.strip(b"\0"):  # padding behind the last member
            self._input = b""
            return True
        self._fresh = False
        try:
            self._left = self._decompressor.decompress(self._input, OUTPUT_BYTES)
        except (self._error, EOFError, MemoryError) as error:
            raise InputError(
                f"{self._name}: the {self._kind} data are damaged ({error}); what came before was read"
            ) from error
        # zlib hands back what it did not take; the others keep it
        self._input = getattr(self._decompressor, "unconsumed_tail", b"")
        return True

    def _check_size(self) -> None:
        if self._given > MAX_BYTES or self._given > max(RATIO_FROM_BYTES, MAX_RATIO * self._taken):
            raise InputError(
                f"{self._name}: stopped after {self._given >> 20} MiB from {self._taken >> 10} KiB of "
                f"{self._kind} data, which looks like a decompression bomb; to read it all the same, "
                "decompress it yourself into a pipe"
            )


_MAGIC: dict[bytes, Callable[[bytes, ReadInto, str], ReadInto]] = {
    b"\x1f\x8b\x08": _gzip,
    b"BZh": _bzip2,
    b"\xfd7zXZ\x00": _xz,
    b"\x28\xb5\x2f\xfd": _zstandard,
    b"\xff\xfe": _utf16,
    b"\xfe\xff": _utf16,
}
