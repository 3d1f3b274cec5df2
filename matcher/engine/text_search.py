"""Runs `text:` programs over bytes: blocks and segments, leftmost, without backtracking over gaps.

A program is a list of blocks; a block is a list of segments [gap, template]. The gap says
what lies before the segment: "" nothing (the segment is searched), "*" anything within the
line, "$" the rest of the line, any other word a capture of that name. A template is a regular expression
without unbounded repeats over other text, in which \\0q\\0 is a quote and \\0type:name\\0 a capture.
Two `*` as lazy quantifiers take seconds on a hostile line; this takes microseconds
(docs/decisions.md, "Text search").
"""

import re
from collections.abc import Mapping
from typing import Any

QUOTE = rb"\\*(?:['\"`]|\xe2\x80[\x98-\x9f]|\xe2\x80[\xb9\xba]|\xc2[\xab\xbb])"
_TYPOGRAPHIC = rb"(?:\xe2\x80[\x98-\x9f]|\xe2\x80[\xb9\xba]|\xc2[\xab\xbb])"

#: The closed list of capture types; `any` is a gap and has no expression of its own.
CAPTURE_TYPES: dict[str, bytes] = {
    "any": rb"[^\n]+?",
    "int": rb"[+-]?[0-9]+",
    "num": rb"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:e[+-]?[0-9]+)?",
    "hex": rb"(?:0x)?[0-9a-fA-F]+",
    "ver": rb"v?[0-9]+[0-9A-Za-z]*(?:[.+_-][0-9A-Za-z]+)*",
    "word": rb"[A-Za-z0-9_-]+",
    "ident": rb"[A-Za-z_$][A-Za-z0-9_$]*(?:\.[A-Za-z_$][A-Za-z0-9_$]*)*",
    "path": rb"[^\s'\"`]*[^\s'\"`:,;]",
    "url": rb"[A-Za-z][A-Za-z0-9+.-]*://[^\s'\"`<>]+",
    "host": rb"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?",
    "ip": rb"(?:(?:[0-9]{1,3}\.){3}[0-9]{1,3}|[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*[0-9A-Fa-f])",
    "uuid": rb"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}",
    "quoted": b"",  # built per name below: its two quotes must be of one kind
}
_QUOTE = re.compile(QUOTE)
_PLACEHOLDER = re.compile(rb"\0([a-z=]+)(?::(\w+))?\0")

#: Modes of a program that needs no expression: the literal itself confirms it.
PLAIN, EXACT, CONTAINS = 1, 2, 3

#: A matched text: its span and the captured bytes.
TextMatch = tuple[int, int, dict[str, bytes]]


def expression(template: bytes, bound: Mapping[str, bytes]) -> bytes:
    """The regular expression of a template, with captures in `bound` as fixed text."""
    opened: set[bytes] = set()

    def fill(found: "re.Match[bytes]") -> bytes:
        kind, name = found[1], found[2]
        if kind == b"q":
            return QUOTE
        value = bound.get(name.decode())
        # Equal text, not the beginning of a longer word; unless the pattern itself goes on with a letter.
        follows = template[found.end() : found.end() + 1]
        border = b"" if follows.isalnum() or follows in (b"_", b"\\") else rb"(?![A-Za-z0-9_-])"
        if value is not None:
            fixed = b"(?-i:" + re.escape(value) + b")" + border
            return QUOTE + fixed + QUOTE if kind == b"quoted" else fixed
        if name in opened:
            return b"(?-i:(?P=" + name + b"))" + border
        opened.add(name)
        if kind == b"quoted":
            return (
                rb"\\*(?:(?P<q_" + name + rb">['\"`])|" + _TYPOGRAPHIC + rb")(?P<" + name
                + rb">[^\n]*?)\\*(?(q_" + name + rb")(?P=q_" + name + rb")|" + _TYPOGRAPHIC + rb")"
            )  # fmt: skip
        return b"(?P<" + name + b">" + CAPTURE_TYPES.get(kind.decode(), rb"[^\n]+?") + b")"

    return _PLACEHOLDER.sub(fill, template)


class Segment:
    """One piece of fixed text and typed captures, and the gap before it."""

    __slots__ = ("flags", "gap", "lines", "names", "one_line", "pieces", "static", "template")

    def __init__(self, gap: str, template: str, flags: int) -> None:
        self.gap = gap
        self.template = template.encode("utf-8", "surrogateescape")
        self.flags = flags
        self.names = tuple(name.decode() for kind, name in _PLACEHOLDER.findall(self.template) if name)
        self.one_line = rb"\n" not in self.template
        #: Where the template is text and quotes alone: no expression is needed, which takes long to compile.
        self.pieces = _fixed_pieces(self.template, flags)
        self.static: re.Pattern[bytes] | None = None

    def find(
        self, data: bytes, lower: bytes, start: int, end: int, captures: dict[str, bytes]
    ) -> tuple[int, int] | None:
        """Search data[start:end]; captures are added to `captures`."""
        if self.pieces is not None:
            return _find_pieces(self.pieces, lower if self.flags & re.IGNORECASE else data, start, end)
        found = self.pattern(captures).search(data, start, end)
        if found is None:
            return None
        _keep(found, captures)
        return found.span()

    def pattern(self, bound: Mapping[str, bytes]) -> "re.Pattern[bytes]":
        """The compiled expression; a capture that is already bound is fixed text in it."""
        if self.static is not None and not bound:
            return self.static
        fixed = any(name in bound for name in self.names)
        if self.static is not None and not fixed:
            return self.static
        source = expression(self.template, bound)
        if self.gap and not self.one_line:
            source = rb"[^\n]*?(?P<after_gap>" + source + b")"
        compiled = re.compile(source, self.flags)
        if not fixed:
            self.static = compiled
        return compiled


def _fixed_pieces(template: bytes, flags: int) -> list[bytes] | None:
    """The texts between the quotes of a template, as they are searched for; None if it is more than that."""
    pieces = template.split(b"\0q\0")
    if b"\0" in b"".join(pieces):
        return None
    texts = [one.replace(b"\\\\", b"\0").replace(b"\\", b"").replace(b"\0", b"\\") for one in pieces]
    if [re.escape(one) for one in texts] != pieces:
        return None
    return [one.lower() for one in texts] if flags & re.IGNORECASE else texts


def _find_pieces(pieces: list[bytes], text: bytes, start: int, end: int) -> tuple[int, int] | None:
    """The first place of texts with a quote between each two."""
    first, *others = pieces
    while True:
        begin = text.find(first, start, end)
        if begin < 0:
            return None
        if not first and others:
            opening = _QUOTE.search(text, begin, end)
            if opening is None:
                return None
            begin = opening.start()
        at = begin + len(first)
        for piece in others:
            quote = _QUOTE.match(text, at, end)
            if quote is None or not text.startswith(piece, quote.end(), end):
                break
            at = quote.end() + len(piece)
        else:
            return begin, at
        start = begin + 1


class TextProgram:
    """A `text:` pattern ready to run. Immutable but for lazily compiled expressions."""

    __slots__ = ("blocks", "cased", "lines_before", "literal", "mode", "single")

    def __init__(self, program: Mapping[str, Any]) -> None:
        self.literal: bytes = program["l"].encode("utf-8", "surrogateescape")
        self.lines_before: int = program["n"]
        self.mode: int = program.get("p", 0)
        self.cased = bool(program.get("c"))
        flags = re.MULTILINE if self.cased else re.MULTILINE | re.IGNORECASE
        self.blocks = [[Segment(gap, template, flags) for gap, template in block] for block in program["b"]]

        self.single = _single(program["b"], flags)

    @property
    def is_of_a_line(self) -> bool:
        """Whether a match lies within one line and does not care where in it."""
        return len(self.blocks) == 1 and all(
            segment.one_line and not segment.template.startswith((b"^", rb"\A")) and segment.gap != "$"
            for segment in self.blocks[0]
        )

    def matches_whole(self, value: bytes) -> dict[str, bytes] | None:
        """Captures if a program compiled with `whole` covers `value`, else None."""
        if self.mode == EXACT and not self.cased:
            return {} if value.lower() == self.literal else None
        if self.mode == CONTAINS and not self.cased:
            return {} if self.literal in value.lower() and b"\n" not in value else None
        found = self._run(value, value.lower(), 0, len(value), {})
        return found[2] if found and found[1] == len(value) else None

    def search(
        self, data: bytes, lower: bytes, start: int, end: int, bound: Mapping[str, bytes]
    ) -> TextMatch | None:
        """Find the first match in data[start:end]; `lower` is `data.lower()`.

        Leftmost first. Lines are those of `data`; `start` and `end` should be line borders.
        """
        at = lower.find(self.literal, start, end)
        if at < 0:
            return None
        if self.mode == PLAIN:
            return at, at + len(self.literal), {}
        if self.lines_before >= 0:
            # A match that begins earlier would hold the literal earlier.
            for _ in range(self.lines_before + 1):
                at = data.rfind(b"\n", start, at)
                if at < 0:
                    break
            start = max(start, at + 1)
        return self._run(data, lower, start, end, bound)

    def _run(
        self, data: bytes, lower: bytes, start: int, end: int, bound: Mapping[str, bytes]
    ) -> TextMatch | None:
        if self.single is not None:
            captures = dict(bound)
            only = self.single.find(data, lower, start, end, captures)
            return None if only is None else (*only, captures)
        begin = -1
        captures = dict(bound)
        for block in self.blocks:
            found = self._find_block(block, data, lower, start, end, captures)
            if found is None:
                return None
            if begin < 0:
                begin = found[0]
            start = found[1]
            captures = found[2]
        return begin, start, captures

    def _find_block(
        self, block: list[Segment], data: bytes, lower: bytes, start: int, end: int, bound: dict[str, bytes]
    ) -> TextMatch | None:
        """Try the block at each place where its first segment is found."""
        while start <= end:
            captures = dict(bound)
            begin = position = start
            stuck = False
            for number, segment in enumerate(block):
                if number == 0:
                    step = self._first(segment, data, lower, start, end, captures)
                    if step is None:
                        return None
                    begin, position = step
                else:
                    reached = self._next(segment, data, lower, position, end, captures)
                    if reached is None:
                        stuck = True
                        break
                    position = reached
            if not stuck:
                return begin, position, captures
            if block_is_one_line(block):
                # No later start in this line can reach further than this one did.
                line_end = data.find(b"\n", position, end)
                if line_end < 0:
                    return None
                start = line_end + 1
            else:
                start = begin + 1
        return None

    def _first(
        self, segment: Segment, data: bytes, lower: bytes, start: int, end: int, captures: dict[str, bytes]
    ) -> tuple[int, int] | None:
        if not segment.gap:
            return segment.find(data, lower, start, end, captures)
        while start <= end:
            begin = data.rfind(b"\n", 0, start) + 1
            reached = self._next(segment, data, lower, max(begin, start), end, captures)
            if reached is not None:
                return begin, reached
            line_end = data.find(b"\n", start, end)
            if line_end < 0:
                return None
            start = line_end + 1
        return None

    def _next(
        self, segment: Segment, data: bytes, lower: bytes, position: int, end: int, captures: dict[str, bytes]
    ) -> int | None:
        """Match a segment behind its gap, on the same line; return where it ends."""
        line_end = data.find(b"\n", position, end)
        if line_end < 0:
            line_end = end
        named = segment.gap not in ("*", "$")
        known = captures.get(segment.gap) if named else None
        if known is not None:
            if not data.startswith(known, position):
                return None
            at = position + len(known)
            found = re.compile(expression(segment.template, captures), segment.flags).match(data, at, end)
            if found is None:
                return None
            _keep(found, captures)
            return found.end()
        if not segment.template:
            value = data[position:line_end].rstrip(b" \t") if named else b""
            if named and not value:
                return None
            if named:
                captures[segment.gap] = value
            return position + len(value) if named else line_end
        begin = position + 1 if named else position
        if begin > line_end:
            return None
        if segment.one_line:
            span = segment.find(data, lower, begin, line_end, captures)
            if span is None:
                return None
            at, reached = span
        else:
            found = segment.pattern(captures).match(data, begin, end)
            if found is None:
                return None
            at, reached = found.start("after_gap"), found.end()
            _keep(found, captures)
        if named:
            captures[segment.gap] = data[position:at]
        return reached


def block_is_one_line(block: list[Segment]) -> bool:
    """Whether no segment of a block holds a line break."""
    return all(segment.one_line for segment in block)


def _single(blocks: list[list[list[str]]], flags: int) -> Segment | None:
    """One expression for the whole search, where that is as safe as segments are.

    One segment; or two of a pattern that is anchored at both ends, for one lazy gap is linear then.
    """
    if len(blocks) != 1 or len(blocks[0]) > 2 or blocks[0][0][0]:
        return None
    template = blocks[0][0][1]
    for gap, behind in blocks[0][1:]:
        if not (template.startswith(r"\A") and behind.endswith(r"\Z")):
            return None
        template += (r"[^\n]*?" if gap == "*" else f"\0any:{gap}\0") + behind
    return Segment("", template, flags)


def _keep(found: "re.Match[bytes]", captures: dict[str, bytes]) -> None:
    if found.re.groupindex:
        for name, value in found.groupdict().items():
            if value is not None and not name.startswith("q_") and name != "after_gap":
                captures[name] = value
