"""A live exception -> its text and facts. Foreign code is called guarded, locals are never read."""

import traceback
from collections.abc import Iterable
from itertools import islice
from types import TracebackType
from typing import Any

from matcher.engine.haystack import Haystack, normalize
from matcher.traces.chain import MAX_FRAMES, MAX_PARTS, Frame, Link, is_app

MAX_MEMBERS = 64  # of one exception group
MESSAGE_BYTES = 16 * 1024
VALUE_BYTES = 256
ATTRIBUTE_DEPTH = 3


def from_exception(error: BaseException, attributes: Iterable[str]) -> Haystack:
    """Build the haystack of an exception; `attributes` are the dotted names that entries ask for."""
    wanted = tuple(attributes)
    links = tuple(_link(number, role, one, wanted) for number, (role, one) in enumerate(_chain(error)))
    return Haystack(normalize(_format(error).encode("utf-8", "backslashreplace")), links)


def _format(error: BaseException) -> str:
    try:
        shown = traceback.TracebackException(
            type(error), error, error.__traceback__, limit=-MAX_FRAMES, compact=True
        )
        parts, size = [], 0
        for part in shown.format():
            parts.append(part if len(part) <= MESSAGE_BYTES else part[:MESSAGE_BYTES] + "…\n")
            size += len(parts[-1])
            if size > 16 * MESSAGE_BYTES:
                break
        return "".join(parts).rstrip("\n")
    except (Exception, SystemExit):  # hostile __str__, __cause__, __notes__ ...: the class is still a fact
        return _name(type(error))


def _chain(error: BaseException) -> list[tuple[str, BaseException]]:
    """The exception, its causes, contexts and group members, breadth first, each once."""
    found: list[tuple[str, BaseException]] = [("raised", error)]
    seen = {id(error)}

    def add(role: str, other: Any) -> None:
        if isinstance(other, BaseException) and id(other) not in seen and len(found) < MAX_PARTS:
            seen.add(id(other))
            found.append((role, other))

    for _, one in found:  # grows while it is walked
        try:
            add("cause", one.__cause__)
            if not one.__suppress_context__:
                add("context", one.__context__)
            if isinstance(one, BaseExceptionGroup):
                for member in islice(one.exceptions, MAX_MEMBERS):
                    add("member", member)
        except (Exception, SystemExit):  # hostile attributes: what was read so far stays
            continue
    return found


def _link(number: int, role: str, error: BaseException, attributes: tuple[str, ...]) -> Link:
    kind = type(error)
    attrs = {}
    for name in attributes:
        value = _attribute(error, name)
        if value is not None:
            attrs[name] = value
    try:
        args = tuple(_scalar(one) or "" for one in error.args[:8])
        notes = tuple(n for n in getattr(error, "__notes__", ()) if type(n) is str)[:8]
        entry = getattr(kind, "__kb_id__", "")
    except (Exception, SystemExit):
        args, notes, entry = (), (), ""
    return Link(
        number=number,
        role=role,
        classes=tuple(_name(one) for one in kind.__mro__ if one is not object),
        attrs=attrs,
        args=args,
        frames=_frames(error.__traceback__),
        live=True,
        notes=notes,
        named_entry=entry if type(entry) is str else "",
    )


def _name(kind: type) -> str:
    module = kind.__module__ if type(kind.__module__) is str else ""
    return f"{module}.{kind.__qualname__}" if module else kind.__qualname__


def _frames(trace: TracebackType | None) -> tuple[Frame, ...]:
    frames: list[Frame] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        module = trace.tb_frame.f_globals.get("__name__", "")
        frames.append(
            Frame(code.co_filename, trace.tb_lineno, code.co_name,
                  module if type(module) is str else "", is_app(code.co_filename)))  # fmt: skip
        if len(frames) > 2 * MAX_FRAMES:
            del frames[:MAX_FRAMES]
        trace = trace.tb_next
    return tuple(frames[-MAX_FRAMES:])


def _attribute(error: BaseException, name: str) -> str | None:
    value: Any = error
    try:
        for part in name.split(".")[:ATTRIBUTE_DEPTH]:
            value = getattr(value, part)
    except (Exception, SystemExit):
        return None
    return _scalar(value)


def _scalar(value: Any) -> str | None:
    """A scalar as text, cut; None for anything else. Never calls a foreign method."""
    if value is None or value is True or value is False:
        return {None: "null", True: "true", False: "false"}[value]
    if issubclass(type(value), int):
        return int.__repr__(value)[:VALUE_BYTES]
    if issubclass(type(value), str):
        return str.__str__(value)[:VALUE_BYTES]
    return None
