"""Bytes of a YAML file -> plain `dict`, `list`, `str` values, each with its line and column.

Works on the events of the parser with a stack of its own, so that no input reaches
recursion or the C stack (PROMISES.md, Y1 and Y2). Knows nothing about entries.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

import yaml

from matcher.errors import Location, Problem
from matcher.knowledge.yaml_syntax import QUOTE_IT, explain

FILE_BYTES = 1024 * 1024  # far above a real entry; bounds time and memory of one file
DEPTH = 16  # nested mappings and lists; an entry needs about 10
NODES = 200_000  # keys and values of one file; a bomb of tiny nodes costs 2 us each
PROBLEMS = 100  # of one file; more of them help nobody
CHARACTERS = 5  # unusable ones that are shown: a binary file has thousands

#: libyaml where there is one, else the pure parser; they differ in corners such as `{a: b?, c: d}`.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path = tuple[str | int, ...]

#: What YAML refuses, and what is a line break for YAML but not for editors: without both,
#: the line numbers of the parser are those of every other tool.
_UNUSABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff](?<!\r(?=\n))"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_GLUED_COMMENT = re.compile(r"[ \t]+(?=#[^\s#])")  # `error #5`: surely text, but YAML drops it
_ESCAPE_LENGTHS = {"x": 4, "u": 6, "U": 10}  # of an escape in double quotes, with its backslash
_DROPPED = object()  # stands for a refused key: its value is read, and not kept


class _Place:
    """A value, where it stands (0-based mark), its quote style, and the places of what is inside."""

    __slots__ = ("inside", "key", "keys", "start", "style", "value")

    def __init__(self, value: Any, start: Any, style: str | None = None) -> None:
        self.value = value
        self.start = start
        self.style = style
        self.keys: dict[str, Any] = {}  # key -> mark
        self.inside: dict[str | int, _Place] = {}
        self.key: Any = None  # of a mapping that is open: the key that waits for its value


@dataclass(frozen=True)
class Document:
    """A parsed file: its plain value, and where each part of it stands.

    Places come from reading the text again, when one is asked for: they cost more than values.
    """

    path: str
    text: str
    value: dict[str, Any]
    _wrapped: tuple[str, str] | None = None

    @cached_property
    def _lines(self) -> list[str]:
        return _split(self.text)

    @cached_property
    def _root(self) -> _Place:
        builder = _Builder(self.text, self.path, locating=True)
        builder.run()
        assert builder.root is not None  # it was there when the text was read first
        if self._wrapped:
            name, key = self._wrapped
            old = builder.root.inside[name]
            new = builder.root.inside[name] = _Place({key: old.value}, old.start)
            new.inside[key] = old
        return builder.root

    def source_line(self, line: int) -> str:
        """Return line `line`, counted from 1, without its line end; empty if there is none."""
        return self._lines[line - 1] if 0 < line <= len(self._lines) else ""

    def locate(self, path: Path) -> Location:
        """Return where the value at `path` starts; for an unknown path, its longest known prefix."""
        return self._at(self._find(path)[0].start)

    def locate_key(self, path: Path) -> Location:
        """Return where the last key of `path` stands; without such a key, the same as `locate`."""
        place, rest = self._find(path[:-1])
        known = path and not rest and path[-1] in place.keys
        return self._at(place.keys[str(path[-1])]) if known else self.locate(path)

    def problem(
        self,
        code: str,
        path: Path,
        message: str,
        hint: str = "",
        severity: str = "error",
        key: bool = False,
        offset: int = 0,
    ) -> Problem:
        """Return a problem of the value at `path` (of its key with `key`), with its source line.

        `offset` counts characters of a text. It moves the location in `|` blocks and in texts
        on one line; elsewhere, and where the place is not certain, the start is kept.
        """
        location = self.locate_key(path) if key else self.locate(path)
        place, rest = self._find(path)
        if offset and not key and not rest:
            location = self._moved(location, place, offset)
        return Problem(code, location, message, hint, self.source_line(location.line), severity)

    def nested(self, name: str, key: str) -> "Document":
        """Return this document with `name: value` at the top written as `name: {key: value}`."""
        return Document(self.path, self.text, {**self.value, name: {key: self.value[name]}}, (name, key))

    def _at(self, mark: Any) -> Location:
        return Location(self.path, mark.line + 1, mark.column + 1)

    def _find(self, path: Path) -> tuple[_Place, Path]:
        """The place of the longest known prefix of `path`, and the rest of `path`."""
        place = self._root
        for index, step in enumerate(path):
            inner = place.inside.get(step)
            if inner is None:
                return place, path[index:]
            place = inner
        return place, ()

    def _moved(self, start: Location, place: _Place, offset: int) -> Location:
        value, style = place.value, place.style
        if not isinstance(value, str) or not 0 <= offset <= len(value):
            return start
        if style == "|":
            offset = min(offset, len(value.rstrip("\n")))
            row = value.count("\n", 0, offset)
            shown = value.split("\n")[row]
            source = self.source_line(start.line + 1 + row)
            column = len(source) - len(shown) + offset - (value.rfind("\n", 0, offset) + 1)
            moved = Location(self.path, start.line + 1 + row, column + 1)
            return moved if source.endswith(shown) else start
        written = self.source_line(start.line)[start.column - 1 :]
        if style in ("'", '"'):
            width = _quoted_width(written, style, offset)
        else:
            width = offset if written.startswith(value) else 0
        return start._replace(column=start.column + width)


def parse(data: bytes, path: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """Read one YAML file; every scalar is a `str`. `path` is only shown.

    Never raises, whatever the bytes are, and never recurses. The document is None where
    no tree can be trusted: a syntax error, a limit, no mapping at the top. Otherwise it is
    there, without what was refused, so that more problems can be found in it; a file with
    a problem of severity "error" must not be used.
    Cost: linear; about 2 us per node with libyaml, 30 us without.

    >>> document, problems = parse(b"port: 0x1F  # a text\\n", "kb/x.yaml")
    >>> document.value, problems
    ({'port': '0x1F'}, ())
    """
    if len(data) > FILE_BYTES:
        message = f"the file has {len(data):,} bytes, {FILE_BYTES:,} are allowed"
        return None, (Problem("file-too-large", Location(path), message, "split it into several entries"),)
    text = data.decode("utf-8-sig", "surrogateescape")
    builder = _Builder(text, path)
    builder.run()
    document = None if builder.value is None else Document(path, text, builder.value)
    return document, tuple(builder.problems)


class _Stop(Exception):
    """The rest of the file is not read."""


class _Builder:
    """Builds values from events, and places with `locating`. `value` is None if there is no tree."""

    def __init__(self, text: str, path: str, locating: bool = False) -> None:
        self.text = text
        self.path = path
        self._lines = _split(text)
        self.problems: list[Problem] = []
        self.value: dict[str, Any] | None = None
        self.root: _Place | None = None
        self._open: list[_Place] = []  # mappings and lists whose end has not come yet
        self._nodes = 0
        self._locating = locating
        self._last: Any = None  # where the node starts that ended last: the suspect of a syntax error
        self._may_cut = bool(re.search(r"#[^\s#]", text))

    def run(self) -> None:
        """Read the text to its end, or to the first thing that cannot be passed over."""
        for found in islice(_UNUSABLE.finditer(self.text), CHARACTERS):
            self._refuse_character(found.start())
        if self.problems:
            return
        try:
            for event in yaml.parse(self.text, Loader=LOADER):
                self._take(event)
            if self.value is None and not self.problems:
                self._refuse_at("empty", 0, 0, "the file is empty", "write an entry, or delete it")
            return
        except _Stop:
            pass
        except yaml.MarkedYAMLError as error:
            mark, message, hint = explain(error, self.text, self._last)
            self._refuse_at("syntax", mark.line, mark.column, message, hint)
        except (yaml.YAMLError, ValueError, OverflowError):  # the pure parser: chr(0xFFFFFFFF)
            line = self._last.line if self._last else 0
            self._refuse_at("syntax", line, 0, "the YAML from here on cannot be read", QUOTE_IT)
        self.value = None

    def _refuse_at(self, code: str, line: int, column: int, message: str, hint: str) -> None:
        """Add a problem. At one place the last word counts: it knows the most."""
        if len(self.problems) < PROBLEMS:
            location = Location(self.path, line + 1, column + 1)
            source = "".join(self._lines[line : line + 1])
            severity = "lint" if code == "cut-by-comment" else "error"
            self.problems = [old for old in self.problems if old.location != location]
            self.problems.append(Problem(code, location, message, hint, source, severity))

    def _refuse(self, code: str, event: Any, message: str, hint: str) -> None:
        self._refuse_at(code, event.start_mark.line, event.start_mark.column, message, hint)

    def _refuse_character(self, at: int) -> None:
        code = ord(self.text[at])
        line, column = self.text.count("\n", 0, at), at - (self.text.rfind("\n", 0, at) + 1)
        if 0xDC80 <= code <= 0xDCFF:  # how Python keeps a byte that cannot be decoded
            message = f"byte 0x{code - 0xDC00:02x} is not UTF-8"
            self._refuse_at("not-utf8", line, column, message, "save the file as UTF-8")
        else:
            hint = f"write it as \\u{code:04x} in double quotes, or delete it"
            self._refuse_at("control-character", line, column, f"U+{code:04X} is not allowed", hint)

    def _take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._container(event, {})
        elif kind is yaml.SequenceStartEvent:
            self._container(event, [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._last = self._open.pop().start
        elif kind is yaml.AliasEvent:
            hint = "write the value out; a text that starts with '*' needs quotes"
            self._put(event, "", _Place("", event.start_mark))
            self._refuse("alias", event, f"'*{_short(event.anchor)}' is an alias", hint)
        elif kind is yaml.DocumentStartEvent and self._nodes:
            self._refuse("several-documents", event, "a second document starts here", "write two files")
            raise _Stop

    def _scalar(self, event: Any) -> None:
        self._check_properties(event)
        style, value = event.style or None, event.value
        if style is None and self._may_cut:
            self._check_comment(event)
        elif style == '"' and _SURROGATE.search(value):  # the pure parser: "\\ud800"
            self._refuse("surrogate", event, "half of a character is escaped", "write the character")
        self._put(event, value, _Place(value, event.start_mark, style) if self._locating else None)

    def _container(self, event: Any, value: "dict[str, Any] | list[Any]") -> None:
        self._check_properties(event)
        if len(self._open) >= DEPTH:
            hint = "flatten it; a text that starts with '[' or '{' needs quotes"
            self._refuse("too-deep", event, f"nested more than {DEPTH} levels deep", hint)
            raise _Stop
        place = _Place(value, event.start_mark)
        self._put(event, value, place)
        self._open.append(place)

    def _put(self, event: Any, value: Any, place: _Place | None) -> None:
        """Put a node into what is open; a mapping or list is filled later."""
        self._last = event.start_mark
        self._nodes += 1
        if self._nodes > NODES:
            self._refuse("too-many-nodes", event, f"more than {NODES:,} keys and values", "split the file")
            raise _Stop
        if not self._open:
            self._top(event, value, place)
            return
        parent = self._open[-1]
        if type(parent.value) is list:
            parent.key = len(parent.value)
            parent.value.append(value)
        elif parent.key is None:
            parent.key = self._key(event, value, parent.keys)
            return
        elif parent.key is not _DROPPED:
            parent.value[parent.key] = value
        if self._locating and place is not None:
            parent.inside[parent.key] = place  # under _DROPPED nobody finds it
        parent.key = None

    def _top(self, event: Any, value: Any, place: _Place | None) -> None:
        if type(value) is dict:
            self.value, self.root = value, place
        elif value != "":
            found = "a list" if type(value) is list else f"the text '{_short(value)}'"
            hint = "write 'key: value' lines, with a blank after each ':'"
            self._refuse("not-a-mapping", event, f"the file holds {found}, not a mapping", hint)

    def _key(self, event: Any, value: Any, keys: dict[str, Any]) -> Any:
        """The key to keep, or `_DROPPED`."""
        if type(event) is yaml.AliasEvent:
            pass  # refused as such
        elif type(value) is not str or event.style in ("|", ">"):
            self._refuse("complex-key", event, "a key must be a plain text", "quote a key that has brackets")
        elif value == "<<" and not event.style:
            self._refuse("merge-key", event, "'<<' merges another mapping", "write its keys out")
        elif value in keys:
            first = keys[value]
            message = f"duplicate key '{_short(value)}' (first at {first.line + 1}:{first.column + 1})"
            self._refuse("duplicate-key", event, message, "delete one of the two, or merge them")
        else:
            keys[value] = event.start_mark
            return value
        return _DROPPED

    def _check_properties(self, event: Any) -> None:
        if event.anchor is not None:
            hint = "delete it; a text that starts with '&' needs quotes"
            self._refuse("anchor", event, f"'&{_short(event.anchor)}' is an anchor", hint)
        if event.tag is not None:
            hint = "delete it; a text that starts with '!' needs quotes"
            self._refuse("tag", event, f"'{_short(event.tag)}' is a tag", hint)

    def _check_comment(self, event: Any) -> None:
        line = event.end_mark.line
        source = "".join(self._lines[line : line + 1])
        found = _GLUED_COMMENT.match(source, event.end_mark.column)
        if found and event.value:
            message = f"'{_short(source[found.end() :])}' is read as a comment, not as part of the text"
            hint = "put the text in quotes, or a blank after the '#' of a comment"
            self._refuse_at("cut-by-comment", line, found.end(), message, hint)


def _quoted_width(written: str, quote: str, offset: int) -> int:
    """How many source characters stand before character `offset`; 0 if it is on another line."""
    at = 1
    for _ in range(offset):
        if quote == "'" and written.startswith("''", at):
            at += 2
        elif quote == '"' and written.startswith("\\", at):
            at += _ESCAPE_LENGTHS.get(written[at + 1 : at + 2], 2)
        else:
            at += 1
    return at if at < len(written) else 0


def _split(text: str) -> list[str]:
    """The lines of a text; what could not be decoded takes one column each."""
    return [line.removesuffix("\r") for line in _SURROGATE.sub("\ufffd", text).split("\n")]


def _short(text: str, width: int = 40) -> str:
    """One line of at most `width` characters, for a message."""
    line = " ".join(text[: width * 4].split())
    return line if len(line) <= width else line[: width - 3] + "..."
