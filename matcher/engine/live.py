"""A live exception -> its chain as text and facts. Knows the limits; the guarding is in `foreign`."""

import linecache
from collections import deque
from collections.abc import Callable, Iterable
from itertools import islice
from time import monotonic, thread_time
from types import TracebackType
from typing import Any

from matcher.engine import foreign
from matcher.engine.chain_text import Frames, Said, assemble
from matcher.engine.haystack import EVENT_S, Budget, Haystack
from matcher.traces.chain import MAX_FRAMES, MAX_PARTS, Frame, is_app

MAX_MEMBERS = 64  # of one exception group
ARGUMENTS = 8

HasTime = Callable[[], bool]


def from_exception(
    error: BaseException, attributes: Iterable[str] = (), budget: Budget | None = None
) -> Haystack:
    """Build the haystack of an exception; `attributes` are the dotted names that entries ask for.

    Never raises for anything in the exception, except a `KeyboardInterrupt` that arrives meanwhile.
    """
    wanted = tuple(attributes)
    # A hook holds the program up, so there the wall clock counts; else only what this thread has used.
    clock = monotonic if budget else thread_time
    end = clock() + (budget.event_s if budget else EVENT_S) / 2
    said = [_said(role, parent, one, wanted, lambda: clock() < end) for role, parent, one in chain(error)]
    haystack = assemble(said, budget)
    if budget is None and clock() > end:
        haystack.incomplete["source lines were left out, there was no time"] = None
    return haystack


def chain(error: BaseException) -> list[tuple[str, int, BaseException]]:
    """The exception, its causes, contexts and group members with role and parent: by level, each once."""
    found: list[tuple[str, int, BaseException]] = [("raised", -1, error)]
    seen = {id(error)}

    def add(role: str, parent: int, other: Any) -> None:
        if other is not None and id(other) not in seen and len(found) < MAX_PARTS:
            seen.add(id(other))
            found.append((role, parent, other))

    for number, (_, _, one) in enumerate(found):  # grows while it is walked
        add("cause", number, foreign.cause_of(one))
        if not foreign.hides_context(one):
            add("context", number, foreign.context_of(one))
        if foreign.is_exception(one, BaseExceptionGroup):
            for member in islice(foreign.members_of(one), MAX_MEMBERS):
                add("member", number, member)
    return found


def _said(role: str, parent: int, error: BaseException, wanted: tuple[str, ...], has_time: HasTime) -> Said:
    kind = type(error)
    syntax = _syntax(error) if foreign.is_exception(error, SyntaxError) else None
    return Said(
        role=role,
        parent=parent,
        classes=tuple([foreign.class_name(one) for one in foreign.mro_of(kind) if one is not object]),
        message=foreign.message_of(error) if syntax is None else syntax[1],
        before="" if syntax is None else syntax[0],
        attrs=foreign.attributes_of(error, wanted),
        args=tuple([foreign.scalar(one) or "" for one in foreign.args_of(error)[:ARGUMENTS]]),
        frames=_frames(foreign.trace_of(error), has_time),
        notes=foreign.notes_of(error),
        named_entry=foreign.named_entry(kind),
        is_group=foreign.is_exception(error, BaseExceptionGroup),
    )


def last_traces(trace: TracebackType | None, count: int) -> "deque[TracebackType]":
    """The last links of a traceback, the raising one last."""
    last: deque[TracebackType] = deque(maxlen=count)
    while trace is not None:
        last.append(trace)
        trace = trace.tb_next
    return last


def _frames(trace: TracebackType | None, has_time: HasTime) -> Frames:
    """The frames with their source lines; when there is no more time the outer frames stay without."""
    found: list[tuple[Frame, str]] = []
    for one in reversed(last_traces(trace, MAX_FRAMES)):
        code, known = one.tb_frame.f_code, one.tb_frame.f_globals
        module = dict.get(known, "__name__", "")
        file = foreign.cut(code.co_filename)
        frame = Frame(file, one.tb_lineno or 0, foreign.cut(code.co_name),
                      module if type(module) is str else "", is_app(file))  # fmt: skip
        source = ""
        if has_time():  # a loader of the module may be asked for it: foreign code
            line = foreign.call(linecache.getline, file, frame.line, known)
            source = "" if line is foreign.FAILED else foreign.cut(line.strip())
        found.append((frame, source))
    found.reverse()
    return found


def _syntax(error: BaseException) -> tuple[str, str] | None:
    """The place and the message of a `SyntaxError`, which its `str()` mixes; None if it has no place."""
    values = [foreign.call(getattr, error, name) for name in ("filename", "lineno", "text", "msg")]
    file, line, text, message = [foreign.scalar(one) for one in values]
    if not (values[1].__class__ is int and message):
        return None
    before = f'  File "{file if values[0] is not None else "<string>"}", line {line}\n'
    if type(values[2]) is str and text and text.strip():
        before += f"    {text.strip()}\n"
    return before, message
