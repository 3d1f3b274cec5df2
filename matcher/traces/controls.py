"""Bytes as a program wrote them -> bytes as they read: terminal escapes and the fact marker are taken out."""

import re

FACT = b"\x1e"  # opens each fact line of a haystack; text may not forge one

#: What the first byte of a line must be for a log to have written something before it.
PREFIX_BEGINS = frozenset(b"[(<{0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

_ESCAPES = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\n]*(?:\x07|\x1b\\)|[PX^_][^\x1b\n]*\x1b\\|[ -/]*[0-~])?"
)
_REMOVED = re.compile(_ESCAPES.pattern + rb"|" + FACT)


def strip_controls(data: bytes) -> bytes:
    """Remove terminal escapes and fact markers. Line ends stay, so lines keep their numbers."""
    if b"\x1b" in data:
        data = _ESCAPES.sub(b"", data)
    if FACT in data:
        data = data.replace(FACT, b"")
    return data


def may_have_prefixes(text: bytes) -> bool:
    """Whether a log may have written something before each line of a text; False is certain."""
    second = text.find(b"\n") + 1
    return 0 < second < len(text) and text[second] in PREFIX_BEGINS


def raw_offsets(data: bytes, ends: list[int]) -> list[int]:
    """Where ascending offsets into `strip_controls(data)` stand in `data`."""
    pattern = _REMOVED if FACT in data else _ESCAPES  # the second one finds its way much faster
    removed = [found.span() for found in pattern.finditer(data)]
    offsets: list[int] = []
    shift, place = 0, 0
    for end in ends:
        while place < len(removed) and removed[place][0] - shift < end:
            shift += removed[place][1] - removed[place][0]
            place += 1
        offsets.append(end + shift)
    return offsets
