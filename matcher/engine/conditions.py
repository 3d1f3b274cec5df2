"""Conditions that look for text: `text` and `regex`; and the decoder of all stored conditions.

Conditions on facts are in `facts.py`, those that combine others in `structure.py`.
"""

from collections.abc import Mapping
from typing import Any

from matcher.engine import facts
from matcher.engine import haystack as limits
from matcher.engine.haystack import Haystack
from matcher.engine.outcome import Found, Leaf, Outcome, Situation, Unknown
from matcher.engine.structure import AllNode, AnyNode, CountNode, NoneNode, SequenceNode
from matcher.engine.text_search import TextProgram

SEARCH_S = 0.020  # CPU time of one regex search
EXACT_CASE = (("the case is the same", 0.5),)
TIMEOUTS_TO_OPEN = 3  # after so many timeouts a regex is off for this run
WINDOWS = 8  # windows of `limits.REGEX_BYTES`: each reaches half of one further, so a whole event fits
SOURCE_LINES = 8  # of a trace that show a wording before it is said

#: Start, end and captures.
_Hit = tuple[int, int, dict[str, bytes]]


def _in_source(data: bytes, at: int) -> bool:
    """Whether an offset lies in a source line of a Python trace: the line below `File "..."`."""
    start = data.rfind(b"\n", 0, at) + 1
    if data[start : start + 1] != b" ":
        return False
    before = data.rfind(b"\n", 0, max(0, start - 1)) + 1
    return data[before:start].lstrip(b" |").startswith(b'File "')


class TextNode:
    """`text:`"""

    __slots__ = ("bits", "original", "program", "what", "where")

    def __init__(self, stored: Mapping[str, Any]) -> None:
        self.program = TextProgram(stored)
        original = stored.get("o") or stored["l"]
        self.original: bytes = original.encode("utf-8", "surrogateescape")
        self.where: str = stored.get("w", "")
        self.bits: float = stored.get("e", 0.0)
        self.what: str = stored.get("d", "text")

    @property
    def is_of_a_line(self) -> bool:
        """Whether one line, whatever stands before it, is enough to say that it does not match."""
        return not self.where and self.program.is_of_a_line

    def stands_in(self, line: bytes) -> bool:
        """Whether it is found in one line."""
        return self.program.search(line, line.lower(), 0, len(line), {}) is not None

    def evaluate(self, situation: Situation) -> Outcome:
        haystack = situation.haystack
        return self.search(haystack, 0, haystack.text_end, {})

    def search(self, haystack: Haystack, start: int, end: int, bound: Mapping[str, bytes]) -> Outcome:
        if not self.where:
            found = self.program.search(haystack.data, haystack.lower, start, end, bound)
            if found and _in_source(haystack.data, found[0]):
                found = self._said(haystack, found, end, bound)
            return self._found(haystack, found, 0) if found else None
        for left, right in haystack.view(self.where):
            left, right = max(left, start), min(right, end)
            if left < right:
                view = haystack.data[left:right]
                found = self.program.search(view, view.lower(), 0, len(view), bound)
                if found:
                    return self._found(haystack, found, left)
        return None

    def _said(self, haystack: Haystack, found: _Hit, end: int, bound: Mapping[str, bytes]) -> _Hit:
        """The same wording where it was said, if it also stands in the source line that raised it."""
        data, again = haystack.data, found
        for _ in range(SOURCE_LINES):
            start = data.find(b"\n", again[0], end)
            later = self.program.search(data, haystack.lower, start, end, bound) if start >= 0 else None
            if later is None:
                return found
            if not _in_source(data, later[0]):
                return later
            again = later
        return found

    def _found(self, haystack: Haystack, found: _Hit, base: int) -> Found:
        begin, end, captures = found[0] + base, found[1] + base, found[2]
        exact = EXACT_CASE if haystack.data.find(self.original, begin, end) >= 0 else ()
        return Found((begin, end), captures, (Leaf(self.what, (begin, end), self.bits, exact),))


class RegexNode:
    """`regex:`, compiled on first use and run with a budget on capped windows around its literals."""

    __slots__ = ("_pattern", "bits", "cased", "cheap", "literals", "source", "timeouts", "what", "where")

    def __init__(self, stored: Mapping[str, Any]) -> None:
        self.source: str = stored["s"]
        self.cased = bool(stored.get("c"))
        self.where: str = stored.get("w", "")
        self.literals = [literal.encode("utf-8", "surrogateescape") for literal in stored.get("l", ())]
        self.cheap = bool(stored.get("t"))
        self.bits: float = stored.get("e", 0.0)
        self.what: str = stored.get("d", "regex")
        self._pattern: Any = None
        self.timeouts = 0

    def evaluate(self, situation: Situation) -> Outcome:
        return self.search(situation.haystack, 0, situation.haystack.text_end, {})

    def search(self, haystack: Haystack, start: int, end: int, bound: Mapping[str, bytes]) -> Outcome:
        if self.where:
            spans = [(max(a, start), min(b, end)) for a, b in haystack.view(self.where)]
        else:
            spans = self._windows(haystack, start, end)
        for left, right in spans:
            if left > right:
                continue
            found = self._search(haystack, left, right)
            if isinstance(found, Unknown):
                return found
            if found is not None:
                captures = {k: v for k, v in found.groupdict().items() if v is not None}
                if any(captures.get(name, value) != value for name, value in bound.items()):
                    continue
                shown = found.group()[:80].decode("utf-8", "replace").partition("\n")[0].strip()
                leaf = Leaf(shown or self.what, found.span(), self.bits)
                return Found(found.span(), {**bound, **captures}, (leaf,))
        return None

    def _windows(self, haystack: Haystack, start: int, end: int) -> list[tuple[int, int]]:
        """Where the regex may look: everything if it is short, else around the literals' places."""
        lower, size = haystack.lower, limits.REGEX_BYTES
        if self.literals and not any(lower.find(one, start, end) >= 0 for one in self.literals):
            return []
        if end - start <= size:
            return [(start, end)]
        if not self.literals:
            return [(start, start + size // 2), (end - size // 2, end)]
        windows: list[tuple[int, int]] = []
        position = start
        while len(windows) < WINDOWS:
            places = [at for one in self.literals if (at := lower.find(one, position, end)) >= 0]
            if not places:
                return windows
            left = max(start, min(places) - size // 2)
            left = max(left, lower.rfind(b"\n", start, left) + 1 if left > start else start)
            windows.append((left, min(end, left + size)))
            position = left + size
        haystack.incomplete["a regex did not see the whole event"] = None
        return windows

    def _search(self, haystack: Haystack, start: int, end: int) -> Any:
        if self.timeouts >= TIMEOUTS_TO_OPEN:
            haystack.incomplete[f"a slow regex is switched off: {self.what}"] = None
            return Unknown("this regex timed out too often and is off")
        if self._pattern is None:
            import regex

            flags = regex.VERSION0 | regex.MULTILINE | (0 if self.cased else regex.IGNORECASE)
            self._pattern = regex.compile(self.source.encode(), flags)
        # Positional: the GIL is kept (X1), and no keyword costs (X2).
        if self.cheap:
            return self._pattern.search(haystack.text, start, end, False)
        try:
            return self._pattern.search(haystack.text, start, end, False, False, haystack.search_s(SEARCH_S))
        except TimeoutError:
            self.timeouts += 1
            haystack.incomplete[f"a regex ran out of time: {self.what}"] = None
            return Unknown("the regex ran out of time")


def decode(stored: Mapping[str, Any]) -> Any:
    """Build the node of a stored program (the form that `knowledge.conditions` writes)."""
    kind = stored["k"]
    if kind == "text":
        return TextNode(stored)
    if kind == "regex":
        return RegexNode(stored)
    if kind == "all":
        bound = [m for m in stored["m"] if m["k"] in ("exception", "attr")]
        if len(bound) < 2:
            bound = []
        free = [m for m in stored["m"] if m not in bound]
        return AllNode([decode(m) for m in free], [decode(m) for m in bound])
    if kind == "any":
        return AnyNode([decode(m) for m in stored["m"]])
    if kind == "none":
        return NoneNode([decode(m) for m in stored["m"]], stored["d"])
    if kind == "sequence":
        steps = [decode(m) for m in stored["m"]]
        return SequenceNode(steps, stored.get("lines", 0), stored.get("seconds", 0.0))
    if kind == "count":
        return CountNode(
            decode(stored["of"]), stored["n"], stored.get("lines", 0), stored.get("seconds", 0.0)
        )
    return facts.NODES[kind](stored)
