"""Text of a stack trace -> the exceptions of its chain: class, message, frames, and where each stands.

Reads the shapes of Python, Java and Node traces itself, and asks `languages.py` for others. What
none knows is one part with nothing known. Knows nothing of signatures.
"""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from matcher.traces import languages

MAX_PARTS = 32
MAX_FRAMES = 100
RUBY_BYTES = 400  # a Ruby error names its place first

_PYTHON_JOIN = re.compile(
    rb"(?m)^[ |+-]*(?:(The above exception was the direct cause of the following exception:)"
    rb"|(During handling of the above exception, another exception occurred:))$"
)
_JAVA_JOIN = re.compile(rb"(?m)^[ \t|]*(?=Caused by: )")
_PYTHON_FRAME = re.compile(
    rb'(?m)^[ \t|]*File "([^"\n]+)", line (\d+)(?:, in ([^\n]+))?\n(?:[ \t|]++(?!File ")([^\n]+))?'
)
_JAVA_FRAME = re.compile(rb"(?m)^[ \t]+at ([\w$.<>/]+)\.([\w$<>]+)\(([\w$]+\.\w+)?(?::(\d+))?[^\n)]*\)")
_NODE_FRAME = re.compile(
    rb"(?m)^[ \t]+at (?:(?:async )?([^\s()]+) (?:\[as [^\]]*\] )?\()?((?:file://|node:|/|[A-Za-z]:\\)[^\s()]*?):(\d+):\d+\)?$"
)
_HEADER = re.compile(
    rb"(?m)^[ \t|]*(?:Caused by: |Exception in thread \"[^\"\n]*\" |Uncaught |Unhandled exception\. )?"
    rb"((?:[A-Za-z_$][\w$]*\.)*[A-Za-z_$][\w$]*)(?: \[\w+\])?(?::[ \t]([^\n]*)|:?$)"
)
_CLASS_LIKE = re.compile(rb"(?:Error|Exception|Warning|Interrupt|Exit|Fault|Failure|Group|Iteration)$|\.")
#: Words that end in a class name's shape but begin a line of source or prose.
_NOT_CLASSES = frozenset((b"Traceback", b"File", b"Error"))


class Frame(NamedTuple):
    """One frame: names are empty where the trace does not tell them."""

    file: str
    line: int
    function: str
    module: str
    in_app: bool  # not a library, as far as the path tells


class Link(NamedTuple):
    """One exception of the chain; number 0 is the one that was raised last.

    `classes` is the MRO of a live exception, most derived first, or the one name that text shows.
    `frames` are ordered so that the raising frame is the last.
    """

    number: int
    role: str  # raised, cause, context, member
    classes: tuple[str, ...]
    attrs: Mapping[str, str] | None  # None: not told
    args: tuple[str, ...] | None
    frames: tuple[Frame, ...]
    live: bool
    notes: tuple[str, ...] = ()
    named_entry: str = ""  # `__kb_id__` of the class


class Part(NamedTuple):
    """The region [start, end) of one exception in the text, its header line and message."""

    start: int
    end: int
    role: str
    header: tuple[int, int]  # the class name
    message: tuple[int, int]


def has_joints(text: bytes) -> bool:
    """Whether the text shows a chain of several exceptions. Cost: two short searches."""
    return (
        b" exception" in text
        and (b"direct cause of the following exception:" in text or b"another exception occurred:" in text)
    ) or b"Caused by: " in text


def parts_of(text: bytes) -> tuple[Part, ...]:
    """Split the text of one event at the joints of its chain; in order of appearance."""
    java = b"Caused by: " in text
    joints = []
    if has_joints(text):
        joints = list((_JAVA_JOIN if java else _PYTHON_JOIN).finditer(text))[: MAX_PARTS - 1]
    elif b"Traceback (most recent call last)" not in text:
        starts, outermost_first = languages.joints(text)
        if starts:
            return _foreign_parts(text, starts[: MAX_PARTS - 1], outermost_first)
    borders = [0, *(j.start() for j in joints), len(text)]
    found = []
    for number, (start, end) in enumerate(pairwise(borders)):
        if java:
            role = "raised" if number == 0 else "cause"
        elif number == len(joints):
            role = "raised"
        else:
            role = "cause" if joints[number][1] else "context"
        header, message = _header(text, start, end, java)
        found.append(Part(start, end, role, header, message))
    return tuple(found)


def _foreign_parts(text: bytes, starts: list[int], outermost_first: bool) -> tuple[Part, ...]:
    """The parts of a chain that `languages` knows."""
    found = []
    borders = [0, *starts, len(text)]
    raised = 0 if outermost_first else len(starts)
    for number, (start, end) in enumerate(pairwise(borders)):
        known = languages.header(text, start, end)
        header, message = known or _header(text, start, end, True)
        found.append(Part(start, end, "raised" if number == raised else "cause", header, message))
    return tuple(found)


def _header(text: bytes, start: int, end: int, java: bool) -> tuple[tuple[int, int], tuple[int, int]]:
    """The header of a trace: behind the last frame in Python, before the first one elsewhere."""
    trace = text.rfind(b"Traceback (most recent call last)", start, end)
    after = start
    if trace >= 0 and not java:
        last = text.rfind(b'  File "', trace, end)
        frame = _PYTHON_FRAME.search(text, text.rfind(b"\n", trace, last) + 1, end) if last >= 0 else None
        after = frame.end() if frame else trace
    if trace < 0 and text.find(b":in ", start, start + RUBY_BYTES) >= 0:
        known = languages.header(text, start, end)
        if known:
            return known
    for found in _HEADER.finditer(text, after, end):
        name = found[1]
        looks_so = name not in _NOT_CLASSES and _CLASS_LIKE.search(name)
        behind_frames = trace >= 0 and after > start and name[:1].isupper()
        if not (looks_so or behind_frames):
            continue
        stop = end
        if found[2] is None:
            return found.span(1), (found.end(), found.end())
        if trace < 0 or java:
            stop = found.end(2)
        return found.span(1), (found.start(2), max(found.start(2), len(text[:stop].rstrip())))
    known = languages.header(text, start, end) if trace < 0 else None
    return known or ((start, start), (start, start))


def from_raised(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts in the order of links: the raised exception, its cause, the cause of that."""
    return parts if parts[0].role == "raised" else parts[::-1]


def links_of(text: bytes, parts: tuple[Part, ...]) -> tuple[Link, ...]:
    """What the text tells of each exception, the raised one first; frames are read apart (`frames_of`)."""
    links = []
    for number, part in enumerate(from_raised(parts)):
        name = text[slice(*part.header)].decode("utf-8", "replace")
        message = text[slice(*part.message)].decode("utf-8", "replace")
        links.append(
            Link(
                number=number,
                role=part.role,
                classes=(name,) if name else (),
                attrs={},
                args=(message,) if name else None,
                frames=(),
                live=False,
            )
        )
    return tuple(links)


def frames_of(text: bytes, start: int, end: int) -> tuple[Frame, ...]:
    """The frames of one trace, the raising one last."""
    frames: list[Frame] = []
    for found in _PYTHON_FRAME.finditer(text, start, end):
        file = found[1].decode("utf-8", "replace")
        name = (found[3] or b"").decode("utf-8", "replace").rstrip()
        frames.append(Frame(file, int(found[2][:9]), name, module_of_path(file), is_app(file)))
    if frames:
        return tuple(frames[-MAX_FRAMES:])
    if languages.owns_frames(text):
        return tuple(Frame(*frame) for frame in reversed(languages.frames(text, start, end)))
    for found in _JAVA_FRAME.finditer(text, start, end):
        module = found[1].decode("utf-8", "replace").rpartition("/")[2]
        file = (found[3] or b"").decode("utf-8", "replace")
        in_app = not module.startswith(("java.", "javax.", "jdk.", "sun.", "kotlin.", "scala."))
        function = found[2].decode("utf-8", "replace")
        frames.append(Frame(file, int((found[4] or b"0")[:9]), function, module, in_app))
    for found in _NODE_FRAME.finditer(text, start, end):
        file = found[2].decode("utf-8", "replace")
        in_app = not file.startswith("node:") and "node_modules" not in file
        function = (found[1] or b"").decode("utf-8", "replace")
        frames.append(Frame(file, int(found[3][:9]), function, "", in_app))
    if not frames:
        frames = [Frame(*frame) for frame in languages.frames(text, start, end)]
    return tuple(reversed(frames[:MAX_FRAMES]))


def module_of_path(path: str) -> str:
    """The dotted module that a source path suggests: the part below site-packages, or ""."""
    for folder in ("site-packages/", "dist-packages/"):
        _, found, rest = path.replace("\\", "/").rpartition(folder)
        if found:
            return rest.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return ""


def is_app(path: str) -> bool:
    """Whether a Python source path looks like the user's own code."""
    plain = path.replace("\\", "/")
    return not ("-packages/" in plain or "/lib/python3" in plain or "/Lib/" in plain or plain.startswith("<"))


def view_of(
    name: str, text: bytes, parts: tuple[Part, ...], links: tuple[Link, ...]
) -> tuple[tuple[int, int], ...]:
    """The spans of a `where:` view, in order of appearance."""
    if name == "message":
        spans = [part.message for part in parts if part.header[1] > part.header[0]]
        return tuple(spans) if spans else ((0, len(text)),)
    if name == "context_line":
        return tuple(m.span(4) for m in _PYTHON_FRAME.finditer(text) if m[4])
    if name == "log_level":
        return tuple(m.span(1) for m in LEVEL.finditer(text))
    if name == "body":
        return tuple(_bodies(text))
    if name == "notes":
        return tuple(_notes(text, parts, links))
    raise ValueError(f"unknown view {name!r}")


#: A log level where log lines have it: within the first words of a line.
LEVEL = re.compile(
    rb"(?mi)^[^\n]{0,80}?(?<![\w.])(TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERR(?:OR)?|CRIT(?:ICAL)?|FATAL|PANIC)(?![\w.])"
)


def _bodies(text: bytes) -> list[tuple[int, int]]:
    """From the first to the last brace of each line, and of runs of lines that belong to one object."""
    spans = []
    position = 0
    while (start := text.find(b"{", position)) >= 0:
        depth, at = 0, start
        for brace in re.compile(rb"[{}]|\n\n").finditer(text, start):
            at = brace.end()
            depth += {b"{": 1, b"}": -1}.get(brace[0], -depth)
            if depth <= 0:
                break
        spans.append((start, at if depth <= 0 else len(text)))
        position = spans[-1][1]
    return spans


def _notes(text: bytes, parts: tuple[Part, ...], links: tuple[Link, ...]) -> list[tuple[int, int]]:
    """Live notes where they stand in the text; from text alone, the lines behind the first message line."""
    spans = []
    for link in links:
        for note in link.notes:
            at = text.find(note.encode("utf-8", "backslashreplace"))
            if at >= 0:
                spans.append((at, at + len(note.encode("utf-8", "backslashreplace"))))
    if not links:
        for part in parts:
            first = text.find(b"\n", *part.message)
            if first >= 0:
                spans.append((first + 1, part.message[1]))
    return spans
