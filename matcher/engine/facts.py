"""Conditions on facts: exception, attr, frame, json, and in `when` captures and context."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from matcher.engine.context import Context, holds
from matcher.engine.objects import Object, path_matches
from matcher.engine.outcome import Found, Leaf, Outcome, Situation, Unknown
from matcher.engine.text_search import TextProgram
from matcher.traces.chain import Frame, Link, from_raised

TEXT_ONLY = Unknown("only a live exception tells its attributes")
NO_TRACE = Unknown("the text has no stack trace")
TEXT_AGREEMENT = ("the class name stands in the text", 1.0)
#: A class name behind one of these is source code, not an error.
_SOURCE_WORDS = frozenset((b"except", b"raise", b"import", b"from", b"class", b"catch", b"throw", b"new"))


def same_class(wanted: str, name: str) -> bool:
    """Whether a qualified class name is the wanted one; private modules between may be left out.

    >>> same_class("anthropic.BadRequestError", "anthropic._exceptions.BadRequestError")
    True
    >>> same_class("ValueError", "builtins.ValueError")
    True
    """
    if wanted == name:
        return True
    parts = name.split(".")
    public = [p for p in parts[:-1] if not p.startswith("_")] + parts[-1:]
    if "." not in wanted:
        return parts[-1] == wanted
    if ".".join(public) == wanted:
        return True
    package = wanted.split(".")[:-1]
    behind = parts[len(package) : -1]
    private = bool(behind) and behind[0].startswith("_")
    return private and parts[: len(package)] == package and wanted.endswith("." + parts[-1])


def in_package(wanted: str, module: str) -> bool:
    """Whether a module is the wanted one or below it."""
    return module == wanted or module.startswith(wanted + ".")


class ExceptionNode:
    """`exception:` a class of the MRO of one link, with its module, place of raising and arguments."""

    __slots__ = ("args", "bits", "in_line", "module", "name", "raised_in", "type", "what")

    def __init__(self, stored: Mapping[str, Any]) -> None:
        self.type: str = stored.get("type", "")
        self.in_line: re.Pattern[bytes] | None = None
        self.name = self.type.rpartition(".")[2].lower().encode()
        self.module: str = stored.get("module", "")
        self.raised_in: str = stored.get("raised_in", "")
        self.args = [TextProgram(program) for program in stored.get("args", ())]
        self.bits: float = stored.get("e", 0.0)
        self.what: str = stored.get("d", "exception")

    def evaluate(self, situation: Situation) -> Outcome:
        unknown: Unknown | None = None
        haystack = situation.haystack
        if not haystack.live and self.name not in haystack.lower:
            return None  # nothing has to be parsed to see that
        for link in haystack.links:
            if situation.link in (None, link.number):
                outcome = self._link(link, situation)
                if isinstance(outcome, Found):
                    return outcome
                unknown = outcome or unknown
        if unknown is None and not haystack.live and not (self.raised_in or self.args):
            return self._in_log_line(situation)
        return unknown

    def _in_log_line(self, situation: Situation) -> Found | None:
        """A qualified class name and a colon behind the prefix of a log line."""
        if "." not in self.type or (self.module and not in_package(self.module, self.type)):
            return None
        if self.in_line is None:
            package, _, name = self.type.encode().rpartition(b".")
            self.in_line = re.compile(
                rb"(?m)^\S[^\n]*?(?<![\w.$])(%s(?:\._\w+)*\.%s)(?=:[ \n]|:?$)"
                % (re.escape(package), re.escape(name))
            )
        found = self.in_line.search(situation.haystack.text)
        if found is None or found[0][: -len(found[1])].split()[-1] in _SOURCE_WORDS:
            return None
        leaf = Leaf(self.what, found.span(1), self.bits, (TEXT_AGREEMENT,), True)
        return Found(found.span(1), {}, (leaf,))

    def _link(self, link: Link, situation: Situation) -> Outcome:
        position = next((i for i, name in enumerate(link.classes) if same_class(self.type, name)), -1)
        if self.type and position < 0:
            return None
        if self.module and not any(in_package(self.module, c.rpartition(".")[0]) for c in link.classes):
            return None
        if self.raised_in:
            frames = situation.haystack.frames(link)
            if not frames:
                return NO_TRACE
            if not frame_in(self.raised_in, frames[-1]):
                return None
        captures: dict[str, bytes] = {}
        if self.args:
            if link.args is None or (not link.live and len(self.args) > 1):
                return TEXT_ONLY
            if len(link.args) < len(self.args):
                return None
            for program, value in zip(self.args, link.args, strict=False):
                matched = program.matches_whole(value.encode("utf-8", "backslashreplace"))
                if matched is None:
                    return None
                captures.update(matched)
        if not link.live:
            agreement = TEXT_AGREEMENT
        elif position <= 0:
            agreement = ("the class is exactly this one", 3.0)
        else:
            agreement = ("the class is a subclass of it", 2.0)
        span = _class_span(situation, link)
        return Found(span, captures, (Leaf(self.what, span, self.bits, (agreement,), True),), link.number)


def frame_in(wanted: str, frame: Frame) -> bool:
    """Whether a frame belongs to a module, by name or else by the end of its path."""
    if frame.module and in_package(wanted, frame.module):
        return True
    path = frame.file.replace("\\", "/").removesuffix(".py").removesuffix("/__init__")
    return f"/{wanted.replace('.', '/')}/" in f"/{path}/"


def _class_span(situation: Situation, link: Link) -> tuple[int, int]:
    """Where the class name of a link stands in the text."""
    haystack = situation.haystack
    parts = from_raised(haystack.parts)
    return parts[link.number].header if link.number < len(parts) else (0, 0)


class AttrNode:
    """`attr:` attributes of one link of a live exception, whole values."""

    __slots__ = ("bits", "values", "what")

    def __init__(self, stored: Mapping[str, Any]) -> None:
        self.values = [(name, TextProgram(program)) for name, program in stored["v"]]
        self.bits: float = stored.get("e", 0.0)
        self.what: str = stored.get("d", "attribute")

    def evaluate(self, situation: Situation) -> Outcome:
        if not situation.haystack.live:
            return TEXT_ONLY
        for link in situation.haystack.links:
            if situation.link not in (None, link.number):
                continue
            if link.attrs is None:
                return TEXT_ONLY
            captures: dict[str, bytes] = {}
            for name, program in self.values:
                value = link.attrs.get(name)
                matched = program.matches_whole(value.encode()) if value is not None else None
                if matched is None:
                    break
                captures.update(matched)
            else:
                span = _class_span(situation, link)
                leaf = Leaf(self.what, span, self.bits, (("the attribute has this value", 3.0),), True)
                return Found(span, captures, (leaf,), link.number)
        return None


class FrameNode:
    """`frame:` a frame of the trace, by module, function and file."""

    __slots__ = ("at", "bits", "file", "function", "module", "what")

    def __init__(self, stored: Mapping[str, Any]) -> None:
        self.module: str = stored.get("module", "")
        self.function: str = stored.get("function", "")
        self.file: str = stored.get("file", "")
        self.at: str = stored.get("at", "any")
        self.bits: float = stored.get("e", 0.0)
        self.what: str = stored.get("d", "frame")

    def evaluate(self, situation: Situation) -> Outcome:
        haystack = situation.haystack
        traces = [(link, haystack.frames(link)) for link in haystack.links]
        if not any(frames for _, frames in traces):
            return NO_TRACE
        for link, frames in traces:
            for frame in frames[-1:] if self.at == "raising" else frames:
                if self.at == "in_app" and not frame.in_app:
                    continue
                if self._is(frame):
                    span = _class_span(situation, link)
                    return Found(span, {}, (Leaf(self.what, None, self.bits),), link.number)
        return None

    def _is(self, frame: Frame) -> bool:
        if self.module and not frame_in(self.module, frame):
            return False
        if self.function and self.function not in (frame.function, frame.function.rpartition(".")[2]):
            return False
        path = "/" + frame.file.replace("\\", "/")
        return not self.file or path.endswith("/" + self.file.replace("\\", "/").lstrip("/"))


class JsonNode:
    """`json:` one embedded object has all paths, and each whole value matches."""

    __slots__ = ("bits", "values", "what")

    def __init__(self, stored: Mapping[str, Any]) -> None:
        self.values = [(tuple(path), TextProgram(program)) for path, program in stored["v"]]
        self.bits: float = stored.get("e", 0.0)
        self.what: str = stored.get("d", "json")

    def evaluate(self, situation: Situation) -> Outcome:
        for one in situation.haystack.objects:
            captures = self._object(one)
            if captures is not None:
                span = (one.start, one.end)
                return Found(span, captures, (Leaf(self.what, span, self.bits),))
        return None

    def _object(self, one: Object) -> dict[str, bytes] | None:
        captures: dict[str, bytes] = {}
        for path, program in self.values:
            for where, value in one.values:
                if path_matches(path, where):
                    matched = program.matches_whole(value)
                    if matched is not None:
                        captures.update(matched)
                        break
            else:
                return None
        return captures


class CaptureNode:
    """`capture:` whole captured values, in `when`."""

    __slots__ = ("found", "values")

    def __init__(self, stored: Mapping[str, Any]) -> None:
        self.values = [(name, TextProgram(program)) for name, program, _ in stored["v"]]
        #: That something was captured at all is weak evidence, a certain value is strong.
        bits = 1.0 if all(pattern == "*" for *_, pattern in stored["v"]) else 12.0
        self.found = Found((0, 0), {}, (Leaf(stored["d"], None, bits),))

    def evaluate(self, situation: Situation) -> Outcome:
        for name, program in self.values:
            value = situation.captures.get(name)
            if value is None:
                return Unknown(f"%{{{name}}} was not captured")
            if program.matches_whole(value) is None:
                return None
        return self.found


class ContextNode:
    """`context:` what is known of versions, system and labels, in `when` and `needs`."""

    __slots__ = ("applies", "what")

    def __init__(self, stored: Mapping[str, Any]) -> None:
        self.applies: Mapping[str, Any] = stored["a"]
        self.what: str = stored["d"]

    def evaluate(self, situation: Situation) -> Outcome:
        context = situation.context if isinstance(situation.context, Context) else Context()
        verdict = holds(self.applies, context)
        if verdict.state is None:
            return Unknown(verdict.reason)
        if not verdict.state:
            return None
        return Found((0, 0), {}, (Leaf(verdict.reason or self.what, None, 12.0),))


NODES: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "exception": ExceptionNode,
    "attr": AttrNode,
    "frame": FrameNode,
    "json": JsonNode,
    "capture": CaptureNode,
    "context": ContextNode,
}
