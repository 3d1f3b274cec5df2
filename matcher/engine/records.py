"""JSON and logfmt records -> the string fields that had to be escaped, decoded, behind the text of the event.

A stack trace in `message`, `exc_info` or `exception.stacktrace` is one line full of `\\n`; a path
has its backslashes doubled, a colour code is `\\u001b[31m`. Only decoded do they read as they were written.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

MAX_RECORDS = 64  # records with such a field that are decoded in one event
MAX_DEPTH = 8
_DECODER = json.JSONDecoder()
_PAIR = re.compile(rb'[\w.@-]="((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r'\\([ntrabfv"\\/]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4})')
_SHORT = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    "a": "\a",
    "b": "\b",
    "f": "\f",
    "v": "\v",
    '"': '"',
    "\\": "\\",
    "/": "/",
}


class Decoded(NamedTuple):
    """Where a decoded field begins in the text, and the offset of the record it came from."""

    start: int
    origin: int


def decode_records(text: bytes, normalize: Callable[[bytes], bytes]) -> tuple[bytes, tuple[Decoded, ...]]:
    """Append the strings of records that stand escaped in the text, normalised as text is.

    Cost: three searches for a text without any.
    """
    if b"\\" not in text or (b'{"' not in text and b'="' not in text):
        return text, ()
    fields: list[bytes] = []
    places: list[Decoded] = []
    position, size = 0, len(text)
    while position < len(text) and len(places) < MAX_RECORDS:
        end = text.find(b"\n", position)
        end = len(text) if end < 0 else end
        if text.find(b"\\", position, end) >= 0:
            record = text.find(b'{"', position, end)
            line = text[record if record >= 0 else position : end]
            values = _strings(_load(line), 0) if record >= 0 else _logfmt(line)
            for value in values:
                raw = value.encode("utf-8", "backslashreplace")
                if raw not in line:  # it was escaped
                    raw = normalize(raw).strip(b"\n")
                    places.append(Decoded(size + 1, position))
                    fields.append(raw)
                    size += 1 + len(raw)
        position = end + 1
    return (b"\n".join([text, *fields]) if fields else text), tuple(places)


def _load(line: bytes) -> Any:
    """The record at the beginning of a line; what stands behind it does not matter."""
    try:
        return _DECODER.raw_decode(line.decode("utf-8", "replace"))[0]
    except (ValueError, RecursionError):
        return None


def _logfmt(line: bytes) -> Iterator[str]:
    """The quoted values of key="value" pairs that hold an escape."""
    for found in _PAIR.finditer(line):
        if b"\\" in found[1]:
            yield _ESCAPE.sub(_unescaped, found[1].decode("utf-8", "backslashreplace"))


def _unescaped(found: "re.Match[str]") -> str:
    """What Go's %q and its like write for control characters, quotes and backslashes."""
    short = _SHORT.get(found[1])
    return short if short is not None else chr(int(found[1][1:], 16))


def _strings(value: Any, depth: int) -> Iterator[str]:
    """All strings of a decoded value."""
    if isinstance(value, str):
        yield value
    elif depth < MAX_DEPTH and isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner, depth + 1)
