"""A `traceback.TracebackException` -> its chain as text and facts. The exception is gone: no attributes."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from matcher.engine import foreign
from matcher.engine.chain_text import Frames, Said, assemble
from matcher.engine.haystack import Haystack
from matcher.engine.live import MAX_MEMBERS
from matcher.traces.chain import MAX_FRAMES, MAX_PARTS, Frame, is_app, module_of_path


def from_kept(shown: Any) -> Haystack:
    """Build the haystack of a `TracebackException`, its causes, contexts and group members."""
    found: list[tuple[str, int, Any]] = [("raised", -1, shown)]
    seen = {id(shown)}
    for number, (_, _, one) in enumerate(found):  # grows while it is walked
        for role, other in _below(one):
            if other is not None and id(other) not in seen and len(found) < MAX_PARTS:
                seen.add(id(other))
                found.append((role, number, other))
    return assemble([_said(role, parent, one) for role, parent, one in found])


def _below(one: Any) -> Iterator[tuple[str, Any]]:
    yield "cause", one.__cause__
    if not one.__suppress_context__:
        yield "context", one.__context__
    for member in islice(one.exceptions or (), MAX_MEMBERS):
        yield "member", member


def _said(role: str, parent: int, one: Any) -> Said:
    kept = vars(one)
    kind = kept.get("exc_type") or kept.get("_exc_type")  # newer Pythons warn about the first name
    if isinstance(kind, type):
        classes = tuple([foreign.class_name(base) for base in foreign.mro_of(kind) if base is not object])
    else:
        classes = (foreign.cut(str(getattr(one, "exc_type_str", ""))),)
    before, message = "", foreign.cut(str(one))
    if kept.get("msg") and kept.get("lineno"):  # a SyntaxError
        before = f'  File "{foreign.cut(str(one.filename or "<string>"))}", line {one.lineno}\n'
        source = foreign.cut(str(one.text or "").strip())
        before += f"    {source}\n" if source else ""
        message = foreign.cut(str(one.msg))
    notes = kept.get("__notes__")
    return Said(
        role=role,
        parent=parent,
        classes=classes,
        message="" if message == "None" and not before else message,
        before=before,
        attrs=None,
        args=None,
        frames=_frames(one),
        notes=tuple([foreign.cut(note) for note in notes or () if isinstance(note, str)][: foreign.NOTES])
        if isinstance(notes, (list, tuple))
        else (),
        named_entry=foreign.named_entry(kind) if isinstance(kind, type) else "",
        is_group=one.exceptions is not None,
    )


def _frames(one: Any) -> Frames:
    found = []
    for frame in list(one.stack or ())[-MAX_FRAMES:]:
        file = foreign.cut(frame.filename)
        line = foreign.call(getattr, frame, "line", "")  # may be looked up only now
        source = foreign.cut(line) if isinstance(line, str) else ""
        module = module_of_path(file)
        found.append((Frame(file, frame.lineno or 0, foreign.cut(frame.name), module, is_app(file)), source))
    return found
