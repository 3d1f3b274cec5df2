"""`text:` patterns -> programs of blocks and segments that `engine.text_search` runs.

Everything is literal except `*`, a line `...`, `%{type:name}` and quotes, which fold.
Pasted text always matches itself, or is refused here with a hint. Knows nothing of YAML.
"""

import difflib
import re
from itertools import pairwise
from typing import Any, NamedTuple

from matcher.engine.haystack import normalize
from matcher.engine.text_search import CAPTURE_TYPES, CONTAINS, EXACT, PLAIN

#: Characters that all mean "a quote": ASCII ones and the typographic ones of LANGUAGE.md.
QUOTES = "'\"`‘’‚‛“”„‟‹›«»"
MIN_LITERAL_BYTES = 3
#: hyperscan takes more, but a longer literal selects no better.
MAX_LITERAL_BYTES = 120

_TOKEN = re.compile(
    rf"(?P<quote>\\*[{QUOTES}])"
    r"|(?P<escaped>\\\*|\\%\{)"
    r"|(?P<star>\*+)"
    r"|(?P<capture>%\{)"
    r"|(?P<newline>[ \t]*\n)"
)
_CAPTURE = re.compile(r"%\{(?:(?P<type>[A-Za-z_]\w*):)?(?P<name>[A-Za-z_]\w*)\}")


class PatternError(ValueError):
    """A pattern that cannot be used: what is wrong, what to do, and the offset in the pattern."""

    def __init__(self, message: str, hint: str, offset: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.offset = offset


class TextPattern(NamedTuple):
    """A compiled `text:` pattern.

    `program` is JSON-ready and is run by `engine.text_search`. `literal` is ASCII-lowercased
    and stands in every match; it is empty if no fragment has `MIN_LITERAL_BYTES`.
    """

    program: dict[str, Any]
    captures: dict[str, str]  # name -> type
    literal: bytes
    fixed: tuple[bytes, ...]  # every fixed fragment, lowercased, in order
    stars: int
    gaps: int  # `...` lines
    ambiguous: tuple[str, ...]  # `any` captures beside a wildcard or another capture
    loose_ends: bool  # a leading or trailing `*`, which adds nothing to a search


class _Piece(NamedTuple):
    kind: str  # literal, quote, escaped, star, capture, newline
    text: str
    name: str = ""


def compile_text(
    pattern: str, *, cased: bool = False, full: bool = False, whole: bool = False
) -> TextPattern:
    """Compile a text pattern.

    A search by default; `full` covers whole lines, blanks at both ends aside; `whole`
    covers the entire value (of a JSON field, a fact, a capture).
    Raises `PatternError` for a malformed capture, an unknown type, or a pattern
    without any fixed text (`whole` patterns may be only `*`).
    """
    lines = [line.rstrip(" \t") for line in _clean(pattern).split("\n")]
    while lines and lines[0] in ("", "..."):
        lines.pop(0)
    while lines and lines[-1] in ("", "..."):
        lines.pop()
    blocks = _split_blocks(lines)
    seen: set[str] = set()
    pieces = [_tokenize("\n".join(block), seen) for block in blocks]
    flat = [piece for block in pieces for piece in block]
    if not whole and not any(p.kind in ("literal", "quote", "escaped") for p in flat):
        raise PatternError(
            "the pattern has no fixed text",
            "write the part of the message that is always the same",
        )
    captures = {p.name: p.text for p in flat if p.kind == "capture" and p.text != "="}
    program: dict[str, Any] = {"k": "text", "b": []}
    for number, block in enumerate(pieces):
        program["b"].append(
            _block(
                block,
                first=number == 0,
                last=number == len(pieces) - 1,
                full=full,
                whole=whole,
            )
        )
    fixed = tuple(_lower(p.text) for p in flat if p.kind == "literal")
    literal, lines_before = _literal(pieces)
    program["l"] = literal.decode("utf-8", "surrogateescape")
    program["n"] = lines_before
    program["o"] = _original(pieces, literal)
    if cased:
        program["c"] = 1
    one = len(flat) == 1 and flat[0].kind == "literal"
    if one and not (cased or full or whole) and _lower(flat[0].text) == literal:
        program["p"] = PLAIN
    if one and whole:
        program["p"] = EXACT
    if whole and [piece.kind for piece in flat] == ["star", "literal", "star"] and literal == fixed[0]:
        program["p"] = CONTAINS
    return TextPattern(
        program=program,
        captures=captures,
        literal=literal if len(literal) >= MIN_LITERAL_BYTES else b"",
        fixed=fixed,
        stars=sum(p.kind == "star" for p in flat),
        gaps=len(blocks) - 1,
        ambiguous=_ambiguous(pieces),
        loose_ends=not whole and any(b and "star" in (b[0].kind, b[-1].kind) for b in pieces),
    )


def _lower(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape").lower()


def _clean(pattern: str) -> str:
    return normalize(pattern.encode("utf-8", "surrogatepass")).decode("utf-8", "surrogateescape")


def _split_blocks(lines: list[str]) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line == "...":
            if blocks[-1]:
                blocks.append([])
        else:
            blocks[-1].append(line)
    return [block for block in blocks if block]


def _tokenize(text: str, seen: set[str]) -> list[_Piece]:
    pieces: list[_Piece] = []
    position = start = 0
    while found := _TOKEN.search(text, position):
        kind = str(found.lastgroup)
        piece = _Piece(kind, found.group())
        end = found.end()
        if kind == "capture":
            piece, end = _capture(text, found.start(), seen)
        if found.start() > start:
            pieces.append(_Piece("literal", text[start : found.start()]))
        pieces.append(piece)
        position = start = end
    if start < len(text):
        pieces.append(_Piece("literal", text[start:]))
    return pieces


def _capture(text: str, start: int, seen: set[str]) -> tuple[_Piece, int]:
    found = _CAPTURE.match(text, start)
    if not found:
        raise PatternError(
            f"malformed capture {text[start : start + 20]!r}",
            r"write %{name} or %{type:name}, or \%{ for the characters themselves",
            start,
        )
    kind, name = found["type"] or "any", found["name"]
    if kind not in CAPTURE_TYPES:
        near = difflib.get_close_matches(kind, CAPTURE_TYPES, 1)
        raise PatternError(
            f"unknown capture type {kind!r}",
            f"did you mean {near[0]!r}?" if near else "use one of " + ", ".join(sorted(CAPTURE_TYPES)),
            start,
        )
    if name in seen:
        return _Piece("capture", "=", name), found.end()
    seen.add(name)
    return _Piece("capture", kind, name), found.end()


def _block(pieces: list[_Piece], *, first: bool, last: bool, full: bool, whole: bool) -> list[list[str]]:
    """One block as [gap, template] pairs; see `engine.text_search` for their meaning."""
    segments: list[list[str]] = [["", ""]]
    for piece in pieces:
        if piece.kind == "star":
            if segments[-1] != ["*", ""]:
                segments.append(["*", ""])
        elif piece.kind == "capture" and piece.text == "any":
            if segments[-1][0] == "*" and not segments[-1][1]:
                segments.pop()  # `*` before a capture adds nothing to it
            segments.append([piece.name, ""])
        else:
            segments[-1][1] += _template(piece)
    if segments[0] == ["", ""] and len(segments) > 1:
        segments.pop(0)
    before, after = "", ""
    anywhere = False
    if not whole:
        if segments[-1] == ["*", ""] and last and len(segments) > 1:
            segments.pop()  # what follows in the line is free anyway
            full = False
        if segments[0][0] == "*":
            segments[0][0], anywhere = "", True  # so is what stands before
    if whole:
        before, after = (r"\A" if first else "^"), r"\Z"
    elif full:
        before, after = r"^[ \t]*", r"[ \t]*$"
    elif not first:
        before = "^"
    if not last:
        after = r"[ \t]*\n"
    if segments[0][0] == "" and not anywhere:
        segments[0][1] = before + segments[0][1]
    if after and (whole or segments[-1][1] or segments[-1][0] in ("", "*")):
        segments[-1][1] += after
    elif not last:
        segments.append(["$", after])
    return segments


def _template(piece: _Piece) -> str:
    if piece.kind == "literal":
        return re.escape(piece.text).replace("\0", r"\x00")
    if piece.kind == "quote":
        return "\0q\0"
    if piece.kind == "newline":
        return r"[ \t]*\n"
    if piece.kind == "escaped":
        return r"\\?" + re.escape(piece.text[1:])
    return f"\0{piece.text}:{piece.name}\0"


def _literal(blocks: list[list[_Piece]]) -> tuple[bytes, int]:
    """The longest fragment, and how many line breaks stand before it (-1: not in the first block)."""
    best, lines_before = b"", 0
    for number, block in enumerate(blocks):
        breaks = 0
        for piece in block:
            if piece.kind == "newline":
                breaks += 1
            if piece.kind != "literal":
                continue
            fragment = max(_lower(piece.text).split(b"\0"), key=len)[:MAX_LITERAL_BYTES]
            if len(fragment) > len(best):
                best, lines_before = fragment, breaks if number == 0 else -1
    return best, lines_before


def _original(blocks: list[list[_Piece]], literal: bytes) -> str:
    """The longest fragment in the case in which it was written; "" if that is lower case."""
    for block in blocks:
        for piece in block:
            at = _lower(piece.text).find(literal) if piece.kind == "literal" else -1
            if at >= 0:
                raw = piece.text.encode("utf-8", "surrogateescape")[at : at + len(literal)]
                return "" if raw == literal else raw.decode("utf-8", "surrogateescape")
    return ""


def _ambiguous(blocks: list[list[_Piece]]) -> tuple[str, ...]:
    """Names of captures whose borders no fixed text gives."""
    found: list[str] = []
    for block in blocks:
        for left, right in pairwise(block):
            kinds = {left.kind, right.kind}
            if kinds <= {"star", "capture"} and any(
                p.kind == "capture" and p.text == "any" for p in (left, right)
            ):
                found.extend(p.name for p in (left, right) if p.kind == "capture" and p.text == "any")
    return tuple(dict.fromkeys(found))
