"""Text -> the JSON and Python-repr objects embedded in it, flattened to (path, value) pairs.

One tolerant scanner with a depth counter: JSON, Python repr, objects inside strings
(JSON-encoded log lines), and objects cut off at the end. Never `ast.literal_eval`, which
crashes the process on hostile text (PROMISES E4); no recursion over the input.
"""

import re
from typing import NamedTuple

MAX_OBJECTS = 64  # per event
MAX_TOKENS = 20_000  # per event: bounds the time, whatever the text
MAX_DEPTH = 64
MAX_NESTING = 3  # objects inside strings inside objects

_TOKEN = re.compile(
    rb"[\s,]*(?:"
    rb"(?P<open>[{\[(])|(?P<close>[}\])])|(?P<colon>:)"
    rb"|[bBuUrR]{0,2}(?:\"(?P<double>(?:[^\"\\]|\\.)*)\"|'(?P<single>(?:[^'\\]|\\.)*)')"
    rb"|(?P<word>[^\s,:{}\[\]()\"'=]+)"
    rb")",
    re.DOTALL,
)
_START = re.compile(rb"\{(?=\s*(?:\\*[\"']|\}|[A-Za-z_]\w*\s*:))")
_ESCAPE = re.compile(rb"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_SIMPLE = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"b": b"\b", b"f": b"\f"}

Path = tuple[str, ...]


class Object(NamedTuple):
    """One embedded object: its span in the text and all scalar values in it."""

    start: int
    end: int
    values: tuple[tuple[Path, bytes], ...]


def unescape(raw: bytes) -> bytes:
    """Decode the escapes of a JSON or Python string literal; unknown ones stay."""
    if b"\\" not in raw:
        return raw
    high = ""

    def decode(found: "re.Match[bytes]") -> bytes:
        nonlocal high
        if found[1]:
            unit = chr(int(found[1], 16))
            if "\ud800" <= unit <= "\udbff":
                high = unit
                return b""
            pair, high = high + unit, ""
            return pair.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
        if found[2]:
            return chr(int(found[2], 16)).encode()
        if found[3] == b"x" or found[3] == b"u":
            return found[0]
        return _SIMPLE.get(found[3], found[3])

    return _ESCAPE.sub(decode, raw)


def find_objects(text: bytes, incomplete: dict[str, None] | None = None) -> tuple[Object, ...]:
    """Return the outermost objects of the text, in order; bounded by the limits above.

    Lists are levels of their own, with the index as key. Python's `None`, `True`, `False` become
    `null`, `true`, `false`. A limit that was hit is added to `incomplete`.
    """
    objects: list[Object] = []
    budget = [MAX_TOKENS]
    position = 0
    while start := _START.search(text, position):
        if len(objects) >= MAX_OBJECTS or budget[0] <= 0:
            if incomplete is not None:
                incomplete["not all embedded objects of this event were read"] = None
            break
        values: list[tuple[Path, bytes]] = []
        end = _read(text, start.start(), (), values, budget, 0)
        if values:
            objects.append(Object(start.start(), end, tuple(values)))
        position = max(end, start.end()) if values else start.end()
    return tuple(objects)


def _read(
    text: bytes,
    start: int,
    prefix: Path,
    values: list[tuple[Path, bytes]],
    budget: list[int],
    nesting: int,
) -> int:
    """Read one object from `start` on; returns where it ended, was cut off, or went wrong."""
    if re.compile(rb"\{\s*\\+[\"']").match(text, start):
        # One level of escaping around the whole object: a JSON string without its outer quotes.
        line_end = text.find(b"\n", start)
        stop = len(text) if line_end < 0 else line_end
        if nesting < MAX_NESTING:
            _read(unescape(text[start:stop]), 0, prefix, values, budget, nesting + 1)
        return stop
    stack: list[tuple[bytes, Path, int]] = []  # opening bracket, path of the container, next index
    path, key, index = prefix, "", 0
    expecting_key = False
    position = start
    while found := _TOKEN.match(text, position):
        budget[0] -= 1
        if budget[0] <= 0:
            return position
        kind = found.lastgroup
        in_object = bool(stack) and stack[-1][0] == b"{"
        if kind == "open":
            if len(stack) >= MAX_DEPTH or (in_object and expecting_key):
                return position
            inner = (*path, key if in_object else str(index)) if stack else prefix
            if stack and not in_object:
                index += 1
            stack.append((found[0].strip(b" \t\r\n,"), path, index))
            path, index = inner, 0
            expecting_key = stack[-1][0] == b"{"
        elif kind == "close":
            _, path, index = stack.pop()
            position = found.end()
            if not stack:
                return position
            expecting_key = stack[-1][0] == b"{"
            continue
        elif kind == "colon":
            expecting_key = False
        elif kind == "word" and not expecting_key and text[found.end() : found.end() + 1] == b"(":
            pass  # the name of a call in a Python repr, as datetime(2020, 1, 1): its arguments follow
        else:
            raw = found["double"] if kind == "double" else found[kind or 0]
            value = unescape(raw) if kind != "word" else _word(raw)
            if in_object and expecting_key:
                key = value.decode("utf-8", "replace")
            else:
                here = (*path, key if in_object else str(index))
                index += not in_object
                values.append((here, value))
                if kind != "word" and nesting < MAX_NESTING and b"{" in value:
                    nested = _START.search(value)
                    if nested:
                        _read(value, nested.start(), here, values, budget, nesting + 1)
                expecting_key = in_object
        position = found.end()
    return position


def _word(raw: bytes) -> bytes:
    return {b"None": b"null", b"True": b"true", b"False": b"false"}.get(raw, raw)


def path_matches(pattern: Path, path: Path) -> bool:
    """Whether a dotted path pattern covers a path: `*` is one level, `**` any number of levels.

    >>> path_matches(("**", "message"), ("error", "0", "message"))
    True
    >>> path_matches(("*", "message"), ("message",))
    False
    """
    if not pattern:
        return not path
    if pattern[0] == "**":
        return any(path_matches(pattern[1:], path[skip:]) for skip in range(len(path) + 1))
    return bool(path) and pattern[0] in ("*", path[0]) and path_matches(pattern[1:], path[1:])
