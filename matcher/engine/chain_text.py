"""What is known of the exceptions of a chain -> a haystack: its text, and where each of them stands.

The words are those of the standard library. Members of a group stand behind it without its frame of bars, so
that a line of theirs reads as it does alone. Knows nothing of live exceptions.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from matcher.engine.haystack import Budget, Haystack, normalize
from matcher.traces.chain import Frame, Link, Part

TEXT_BYTES = 192 * 1024  # of the whole chain: below the size at which an event is cut
SPARE_BYTES = 1024  # of each further message when that is used up
REPEATED = 3  # equal frames that are shown before they are counted

#: Each frame with its source line, the raising one last.
Frames = Sequence[tuple[Frame, str]]

_JOINTS = {
    "cause": b"\nThe above exception was the direct cause of the following exception:\n\n",
    "context": b"\nDuring handling of the above exception, another exception occurred:\n\n",
}


class Said(NamedTuple):
    """One exception of the chain, as far as it is known; `parent` is a number in the same list, or -1."""

    role: str
    parent: int
    classes: tuple[str, ...]
    message: str
    before: str  # lines between the frames and the class, as a SyntaxError has them
    attrs: Mapping[str, str] | None
    args: tuple[str, ...] | None
    frames: Frames
    notes: tuple[str, ...]
    named_entry: str
    is_group: bool


def assemble(said: Sequence[Said], budget: Budget | None = None) -> Haystack:
    """Write the chain as text, the cause before what it caused, and keep where each exception stands."""
    text = bytearray()
    parts: list[Part | None] = [None] * len(said)
    below: list[list[int]] = [[] for _ in said]
    for number, one in enumerate(said):
        if one.parent >= 0:
            below[one.parent].append(number)
    # No recursion: an exception handler may run with little stack left.
    todo: list[tuple[int, str]] = [(0, "enter")]
    while todo:
        number, what = todo.pop()
        one = said[number]
        if what == "enter":
            members = [n for n in below[number] if said[n].role == "member"]
            todo.extend((n, "enter") for n in reversed(members))
            todo.append((number, "write"))
            todo.extend((n, "enter") for n in below[number] if said[n].role != "member")
        else:
            if one.role == "member":
                text += b"\n"
            parts[number] = _write(text, one)
            text += _JOINTS.get(one.role, b"")
    links = tuple([_link(number, one) for number, one in enumerate(said)])
    return Haystack(
        bytes(text.rstrip(b"\n")), links, parts=tuple([one for one in parts if one]), budget=budget
    )


def _write(text: bytearray, one: Said) -> Part:
    start = len(text)
    spare = len(text) > TEXT_BYTES
    if one.frames and not spare:
        text += b"Exception Group Traceback" if one.is_group else b"Traceback"
        text += b" (most recent call last):\n"
        text += _clean(_frame_lines(one.frames))
    text += _clean(one.before)
    name = _clean(_header_name(one.classes))
    message = _clean(one.message)
    if spare:
        message = message[:SPARE_BYTES]
    header = (len(text), len(text) + len(name))
    text += name
    if message:
        text += b": "
    body = (len(text), len(text) + len(message))
    text += message + b"\n"
    for note in one.notes if not spare else ():
        text += _clean(note).rstrip(b"\n") + b"\n"
    return Part(start, len(text), one.role, header, body)


def _clean(text: str) -> bytes:
    """Bytes as the haystack has them: its own cleaning would move the places."""
    return normalize(text.encode("utf-8", "backslashreplace"))


def _header_name(classes: tuple[str, ...]) -> str:
    name = classes[0] if classes else ""
    for hidden in ("builtins.", "__main__."):
        name = name.removeprefix(hidden)
    return name


def _frame_lines(frames: Frames) -> str:
    lines: list[str] = []
    size, times, last = 0, 0, ("", 0, "")
    for frame, source in frames:
        place = (frame.file, frame.line, frame.function)
        if place != last:
            _repeated(lines, times)
            last, times = place, 0
        times += 1
        if times > REPEATED:
            continue
        if size < TEXT_BYTES // 4:
            lines.append(f'  File "{frame.file}", line {frame.line}, in {frame.function}\n')
            if source:
                lines.append(f"    {source}\n")
            size += len(lines[-1]) + len(frame.file)
    _repeated(lines, times)
    return "".join(lines)


def _repeated(lines: list[str], times: int) -> None:
    if times > REPEATED:
        more = times - REPEATED
        lines.append(f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n")


def _link(number: int, one: Said) -> Link:
    return Link(
        number=number,
        role=one.role,
        classes=one.classes,
        attrs=one.attrs,
        args=one.args,
        frames=tuple([frame for frame, _ in one.frames]),
        live=True,
        notes=one.notes,
        named_entry=one.named_entry,
    )
