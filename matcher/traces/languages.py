"""Headers, joints and frames of Go, Rust, Ruby, PHP and .NET: what `chain.py` asks when no other shape fits.

Spans are offsets in the text; nothing here runs for a Python, Java or Node trace.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

MAX_FRAMES = 100

Span = tuple[int, int]
#: file, line, function, module, whether it is the user's own code
RawFrame = tuple[str, int, str, str, bool]


class Header(NamedTuple):
    """Where the class name and the message of an exception stand."""

    name: Span
    message: Span


_GO = re.compile(rb"(?m)^[^\n]{0,200}?(?:http2?: )?\b(panic|fatal error)(?: serving [^\s]+)?: ([^\n]*)")
_RUST = re.compile(
    rb"(?m)^thread '[^'\n]{0,200}' (?:\(\d+\) )?(panic)ked at "
    rb"(?:'([^\n]{0,2000})', [^\n]{1,300}:\d+:\d+$|[^\n]{1,300}:\d+:\d+:\n([^\n]*))"
)
_RUST_ERROR = re.compile(rb"(?m)^(Error): ([^\n]*)")
_RUBY_PLACE = rb"(?:<internal:[^>\n]{1,300}>|[^\s:<][^:\n]{0,300}):\d+:in [`'][^'\n]{0,300}'"
_RUBY = re.compile(rb"(?m)^" + _RUBY_PLACE + rb": ([^\n]*) \(((?:[A-Z]\w*::)*[A-Z]\w*)\)$")
_PHP = re.compile(
    rb"(?m)^(?:(?:PHP )?[Ff]atal error: +Uncaught |PHP (?=\w+\\)|Next )"
    rb"((?:\w+\\)*\w+): ([^\n]*?)(?: in /?[^\s:]+:\d+)?$"
)
_DOTNET = re.compile(
    rb"(?m)^ *(?:Unhandled [Ee]xception[.:] |---> (?:\(Inner Exception #\d+\) )?)?"
    rb"((?:\w+[.+])+\w*(?:Exception|Error)(?:`\d+)?)(?: \(0x[0-9A-F]+\))?: ([^\n]*)"
)

_DOTNET_JOINT = re.compile(rb"(?m)^ *---> ")
_DOTNET_END = re.compile(rb"(?m)^ *--- End of inner exception stack trace ---")
_PHP_JOINT = re.compile(rb"(?m)^Next (?=[\w\\]+: )")

_GO_FRAME = re.compile(rb"(?m)^(?!created by )([^\s(][^\n]{0,500})\n\t([^\s:]{1,500}):(\d+)")
_RUST_FRAME = re.compile(rb"(?m)^ +\d+: (?:0x[0-9a-f]+ - )?([^\n]+)\n +at ([^\s:]+):(\d+)")
_RUBY_FRAME = re.compile(
    rb"(?m)^(?:\s+from )?(<internal:[^>\n]+>|[^\s:<][^:\n]{0,300}):(\d+):in [`']([^'\n]{0,300})'"
)
_PHP_FRAME = re.compile(rb"(?m)^#\d+ (?:([^\s(]+)\((\d+)\)|\[internal function\]): ([^\n(]+)")
_DOTNET_FRAME = re.compile(
    rb"(?m)^ +at ([^\s(]+)\.([^\s.(]+) ?\([^\n]{0,1000}?\)"
    rb"(?: (?:\[0x[0-9a-f]+\] )?in ([^\n]{1,500}):(?:line )?(\d+))?$"
)


def header(text: bytes, start: int, end: int) -> Header | None:
    """The header of the exception in a region; a cheap word decides which language is tried."""
    for words, pattern, name, messages in _HEADERS:
        if any(text.find(word, start, end) >= 0 for word in words):
            found = pattern.search(text, start, end)
            if found:
                group = next(number for number in messages if found[number] is not None)
                return Header(found.span(name), found.span(group))
    return None


_HEADERS: tuple[tuple[tuple[bytes, ...], re.Pattern[bytes], int, tuple[int, ...]], ...] = (
    ((b"' (", b"panicked at"), _RUST, 1, (2, 3)),
    ((b"panic", b"fatal error: "), _GO, 1, (2,)),
    ((b":in ",), _RUBY, 2, (1,)),
    ((b"Uncaught ", b"Next "), _PHP, 1, (2,)),
    ((b"Exception", b"Error"), _DOTNET, 1, (2,)),
    ((b"\nCaused by:\n",), _RUST_ERROR, 1, (2,)),
)


def joints(text: bytes) -> tuple[list[int], bool]:
    """Where the links behind the first one begin, and whether the exception raised last stands first."""
    if b"---> " in text:
        return [found.start() for found in _DOTNET_JOINT.finditer(text)], True
    if b"\nNext " in text:
        return [found.start() for found in _PHP_JOINT.finditer(text)], False
    if b":in " in text:
        return [found.start() for found in _RUBY.finditer(text)][1:], True  # the first one is what was raised
    return [], True


def owns_frames(text: bytes) -> bool:
    """Whether the frames look like those of Java or Node, but are of another language."""
    return b"stack backtrace:" in text or b".cs:line " in text or b"--- End of " in text or b"] in <" in text


def frames(text: bytes, start: int, end: int) -> list[RawFrame]:
    """The frames of one exception, the raising one first."""
    for sign, read in _FRAMES:
        if text.find(sign, start, end) >= 0:
            found = list(read(text, start, end))[:MAX_FRAMES]
            if found:
                return found
    return []


def _go(text: bytes, start: int, end: int) -> Iterator[RawFrame]:
    stop = text.find(b"\n\n", text.find(b"\ngoroutine ", start, end) + 1, end)  # the others did not fail
    for found in _GO_FRAME.finditer(text, start, end if stop < 0 else stop):
        name, file = _text(found[1]).rpartition("(")[0], _text(found[2])  # without the arguments
        module, dot, function = name.rpartition("/")[2].partition(".")
        in_app = (
            "/src/runtime/" not in file
            and "/go-" not in file
            and "/pkg/mod/" not in file
            and "/usr/" not in file
        )
        if dot:
            yield file, int(found[3][:9]), function, module, in_app


def _rust(text: bytes, start: int, end: int) -> Iterator[RawFrame]:
    for found in _RUST_FRAME.finditer(text, start, end):
        file = _text(found[2])
        module, _, function = _text(found[1]).rpartition("::")
        yield file, int(found[3][:9]), function, module, not ("/rustc/" in file or "/.cargo/" in file)


def _ruby(text: bytes, start: int, end: int) -> Iterator[RawFrame]:
    for found in _RUBY_FRAME.finditer(text, start, end):
        file = _text(found[1])
        in_app = not (file.startswith("<internal:") or "/gems/" in file or "/lib/ruby/" in file)
        yield file, int(found[2][:9]), _text(found[3]), "", in_app


def _php(text: bytes, start: int, end: int) -> Iterator[RawFrame]:
    for found in _PHP_FRAME.finditer(text, start, end):
        file = _text(found[1] or b"")
        module, _, function = _text(found[3]).replace("->", "::").rpartition("::")
        yield file, int((found[2] or b"0")[:9]), function, module, bool(file) and "/vendor/" not in file


def _dotnet(text: bytes, start: int, end: int) -> Iterator[RawFrame]:
    stop = _DOTNET_END.search(text, start, end)
    for found in _DOTNET_FRAME.finditer(text, start, stop.start() if stop else end):
        module = _text(found[1])
        in_app = not module.startswith(("System.", "Microsoft."))
        yield _text(found[3] or b""), int((found[4] or b"0")[:9]), _text(found[2]), module, in_app


def _text(part: bytes) -> str:
    return part.decode("utf-8", "replace")


_FRAMES: tuple[tuple[bytes, Callable[[bytes, int, int], Iterator[RawFrame]]], ...] = (
    (b"goroutine ", _go),
    (b"stack backtrace:", _rust),
    (b":in ", _ruby),
    (b"#0 ", _php),
    (b" at ", _dotnet),
)
