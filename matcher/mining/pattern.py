"""A template -> the `text:` pattern that finds it, a title and an example.

One line of the message is searched, the one with the most fixed text: logs cut and prefix the others.
"""

import keyword
import re
from typing import NamedTuple

from matcher.knowledge.text_pattern import QUOTES
from matcher.mining import plausible
from matcher.mining.model import Hole, Part, Template, joined

RUN_CHARACTERS = 12  # a shorter piece of fixed text is found everywhere
FIXED_WORDS = 3  # words of two letters and more; fewer of them say nothing about where they come from
OPEN_WORDS = 5  # the same behind a hole: "is not available" is nobody's message
PATTERN_CHARACTERS = 400  # fixed text behind these adds nothing to the search
CAPTURE_CHARACTERS = 24  # of a name
TITLE_CHARACTERS = 160

_SPECIAL = re.compile(r"\*|%\{")
_BORDER = re.compile(r"[" + re.escape(QUOTES) + r"*\n]|%\{")
_IDENTIFIER = re.compile(r"[A-Za-z_]\w*")
_KEY = re.compile(r"\[['\"]([A-Za-z]\w*)['\"]\]$", re.ASCII)  # of a mapping, at the end of an expression
_WORD = re.compile(r"[^\W\d_]{2,}")
#: Functions that only wrap what a capture should be called after.
_QUIET = frozenset((
    "str", "repr", "len", "type", "list", "tuple", "sorted", "set", "int", "float", "join", "format",
    "getattr", "self", "cls", "map", "ascii", "hex", "max", "min", "__name__", "__class__",
    "__qualname__", "strip", "lower", "upper", "get", "keys", "args", "dict", "sum", "decode", "encode",
    "value",
))  # fmt: skip


class Wording(NamedTuple):
    """How a message is recognised, named and shown."""

    text: str  # the pattern
    opens: bool  # whether it is the first line of the message that is searched
    title: str
    example: str  # the message, filled with plausible values
    run: str  # the longest fixed text between two captures
    key: str  # equal for messages that are worded alike


class Unusable(ValueError):
    """A template that gives no signature; its text is the reason, for counts."""


def wording(template: Template) -> Wording:
    """The wording of a template. Raises `Unusable`.

    The first line with plenty of fixed text is searched, else the line with most of it.
    """
    if any(
        not c.isprintable() and c not in "\n\t\r" for part in template if isinstance(part, str) for c in part
    ):
        raise Unusable("control characters in the message")
    lines = _lines(template)
    plenty = (one for one in lines if len(longest_run(one)) >= 2 * RUN_CHARACTERS)
    searched = next(plenty, None) or max(lines, key=lambda one: len(longest_run(one)))
    open_start = isinstance(next(iter(searched), ""), Hole)
    line = _tidy(searched)
    words = OPEN_WORDS if open_start else FIXED_WORDS
    if len(longest_run(line)) < RUN_CHARACTERS or len(_fixed_words(line)) < words:
        raise Unusable("fixed text is too short")
    fixed = max((part for part in line if isinstance(part, str)), key=len).strip(" :,;.()[]" + QUOTES)
    names = capture_names(line)
    title = _title(("… " if open_start else "") + "".join(
        part.replace("%{", "% {") if isinstance(part, str) else f"%{{{name}}}"
        for part, name in zip(line, names, strict=True)
    ))  # fmt: skip
    text = _pattern(line, names, title)
    key = "".join(part if isinstance(part, str) else "\0" for part in line).lower()
    return Wording(
        text, searched is lines[0], title, _example(template, line, names), fixed.replace("%{", "*"), key
    )


def _pattern(line: Template, names: tuple[str, ...], title: str) -> str:
    """The `text:` pattern; what the title does not show is no capture but a `*`."""
    text = ""
    for part, name in zip(line, names, strict=True):
        if isinstance(part, str):
            text += _SPECIAL.sub(lambda found: "\\" + found[0], part)
        elif f"%{{{name}}}" not in title:
            text += "*"
        elif part.kind == "any" or f":{name}}}" in text:
            text += f"%{{{name}}}"
        else:
            text += f"%{{{part.kind}:{name}}}"
    return text if text.endswith("\\*") else text.rstrip("*")


def longest_run(template: Template) -> str:
    """The longest piece between holes, quotes and line ends: what the engine looks for first.

    >>> longest_run(("can't open ", Hole("path"), " for writing"))
    ' for writing'
    """
    pieces = (piece for part in template if isinstance(part, str) for piece in _BORDER.split(part))
    return max(pieces, key=len, default="")


def capture_names(template: Template) -> tuple[str, ...]:
    """A name for each hole, "" for texts; holes with the same plain expression share it."""
    names: list[str] = []
    owners: dict[str, Hole] = {}
    for part in template:
        if isinstance(part, str):
            names.append("")
            continue
        stem = _stem(part.source)
        name, number = stem, 1
        while name in owners and not (owners[name] == part and "(" not in part.source):
            number += 1
            name = f"{stem}_{number}"
        owners.setdefault(name, part)
        names.append(name)
    return tuple(names)


def _stem(source: str) -> str:
    """The word of an expression that says best what it is."""
    if key := _KEY.search(source):
        return key[1][:CAPTURE_CHARACTERS].strip("_") or "value"
    found = _IDENTIFIER.findall(re.sub(r"'[^']*'|\"[^\"]*\"", "", source))
    telling = [one for one in found if one not in _QUIET and not keyword.iskeyword(one)]
    stem = re.sub(r"\W+|__+", "_", (telling or ["value"])[-1]).strip("_") or "value"
    if telling and source.startswith("len("):
        stem += "_count"
    elif telling and ("type(" in source or "__class__" in source):
        stem += "_type"
    stem = stem[:CAPTURE_CHARACTERS].strip("_")
    return stem if _IDENTIFIER.fullmatch(stem) and stem.isascii() else "value"


def _lines(template: Template) -> list[Template]:
    """The lines of a message; a hole belongs to the line in which it stands."""
    lines: list[list[Part]] = [[]]
    for part in template:
        if isinstance(part, Hole):
            lines[-1].append(part)
            continue
        first, *rest = part.expandtabs().replace("\r", "").split("\n")
        lines[-1].append(first)
        lines += [[one] for one in rest]
    return [joined(line) for line in lines]


def _tidy(line: Template) -> Template:
    """A line as a search: no blanks and no holes that nothing holds at its ends, no two holes in a row."""
    parts: list[Part] = []
    for part in line:
        before = parts[-1] if parts else ""
        if isinstance(part, Hole) and isinstance(before, Hole):
            # Nothing fixed separates the two: one capture takes both, and may be anything.
            parts[-1] = Hole(f"{before.source}, {part.source}")
        else:
            parts.append(part)
    while parts and (isinstance(parts[0], Hole) or not parts[0].strip()):
        parts.pop(0)  # in a log anything may stand before, so it would capture too much
    while parts and isinstance(parts[-1], str) and not parts[-1].strip():
        parts.pop()
    if parts and isinstance(parts[0], str):
        parts[0] = parts[0].lstrip()
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    return joined(_within_limit(parts))


def _within_limit(parts: list[Part]) -> list[Part]:
    kept: list[Part] = []
    room = PATTERN_CHARACTERS
    for part in parts:
        if isinstance(part, str) and len(part) > room:
            cut = part[:room].rpartition(" ")[0]
            return [*kept, cut] if cut else kept
        room -= len(part) if isinstance(part, str) else 0
        kept.append(part)
    return kept


def _fixed_words(line: Template) -> list[str]:
    return [word for part in line if isinstance(part, str) for word in _WORD.findall(part)]


def _title(text: str) -> str:
    """At most `TITLE_CHARACTERS`, never cut inside a capture."""
    text = " ".join(text.split()).rstrip(":,; ")
    if len(text) <= TITLE_CHARACTERS:
        return text
    cut = text[: TITLE_CHARACTERS - 1].rpartition(" ")[0]
    opened = cut.rfind("%{")
    if opened >= 0 and "}" not in cut[opened:]:
        cut = cut[:opened].rstrip()
    return cut + "…"


def _example(template: Template, line: Template, names: tuple[str, ...]) -> str:
    """The whole message with plausible values; on the searched line equal captures have equal values."""
    known: dict[Hole, str] = {
        part: name for part, name in zip(line, names, strict=True) if isinstance(part, Hole)
    }
    shown = []
    for part in template:
        if isinstance(part, str):
            shown.append(part.expandtabs().replace("\r", ""))
        else:
            shown.append(plausible.value(part, known.get(part) or _stem(part.source)))
    return "".join(shown)
