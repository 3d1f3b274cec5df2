"""Syntax errors of a YAML parser -> what a person did wrong, and what to do.

Reads the wording of libyaml and of the pure parser; imports neither.
"""

import re
from typing import Any, NamedTuple

QUOTE_IT = "put the whole text in quotes, or on its own line after '|'"
_UNQUOTED = "an unquoted text cannot start with {char}"
#: How to explain a syntax error; the first row that fits: parts of the parser's context and of its
#: problem (libyaml and the pure parser word these alike), the place to show, message, hint.
#: Places: here; start = of the context; open = start, if the file ends here; tab = here, if it is
#: one; last = the last whole node, if a text without quotes; above = here, if that node is above.
_SYNTAX = (
    ("quoted scalar", "end of stream|document indicator", "start", "this quote is never closed",
     "close the quote; inside '...' a quote is written twice"),
    ("quoted scalar", "", "here", "this is no escape of double quotes",
     "use single quotes, or double the backslash"),
    ("", "cannot start any token", "tab", "a tab cannot indent YAML", "indent with blanks"),
    ("", "cannot start any token", "here", _UNQUOTED, QUOTE_IT),
    ("an alias|an anchor|a tag|a directive", "", "start", _UNQUOTED, QUOTE_IT),
    ("a block scalar", "", "here", "a text stands on the line of its '{first}'", "start it on the next line"),
    ("flow node", "", "here", "a value is missing before this {char}", "write it, or quote the text"),
    ("flow", "", "open", "this '{char}' is never closed", "close it, or quote the text that it belongs to"),
    ("flow", "", "here", "expected ',' or the end of the '{first}' at {opened}",
     "put texts that hold brackets, commas or '%{' in quotes"),
    ("", "mapping values are not", "above", "this key reads as part of the text at {above}",
     "indent it as its neighbours, and put a blank after the ':' of each key"),
    ("", "mapping values are not", "here", "an unquoted text cannot hold ': '", QUOTE_IT),
    ("", "could not find expected ':'", "start", "this line is no 'key: value'",
     "write the ':' of the key, or indent the line as the text above"),
    ("", "sequence entries are not", "here", "a list cannot start here",
     "start the list on the next line; a text that starts with '- ' needs quotes"),
    ("", "expected", "last", _UNQUOTED, QUOTE_IT),
    ("", "expected", "here", "this line fits none of the levels above it", "indent it as its neighbours"),
    ("", "", "here", "{problem}", QUOTE_IT),
)  # fmt: skip


def explain(error: Any, text: str, last: Any) -> tuple[Any, str, str]:
    """Return mark, message and hint: what a person did, where the parser says what it expected.

    `error` is a `yaml.MarkedYAMLError`, `last` the mark of the last whole node, if there is one.
    """
    problem, context = error.problem or "", error.context or ""
    here = error.problem_mark
    start, last = error.context_mark or here, last or here
    fits = {
        "open": not _rest(text, here).strip(),
        "tab": _rest(text, here).startswith("\t"),
        "last": last.line == here.line and _rest(text, last)[:1] in tuple("*&!|>[{'\""),
        "above": last.line < here.line,
    }
    _, _, place, message, hint = next(
        row
        for row in _SYNTAX
        if re.search(row[0], context) and re.search(row[1], problem) and fits.get(row[2], True)
    )
    mark = {"start": start, "open": start, "last": last}.get(place, here)
    if unclosed := _unclosed_quote(text, mark.line):
        line, column = unclosed
        return _Place(line, column), "this quote is not closed on its line", "close the quote"
    first, char = _rest(text, start)[:1], _rest(text, mark)[:1]
    opened, above = (f"{at.line + 1}:{at.column + 1}" for at in (start, last))
    return mark, message.format(char=char, first=first, opened=opened, above=above, problem=problem), hint


#: A value that begins with a double quote which its line does not close.
_OPEN_VALUE = re.compile(r'^\s*(?:- )*(?:[\w.-]+:[ ]+|- )("(?:[^"\\]|\\.)*)$')


class _Place(NamedTuple):
    """A mark of our own; counts from 0 as those of the parser."""

    line: int
    column: int


def _unclosed_quote(text: str, before: int) -> tuple[int, int] | None:
    """Where a quote was left open above an error: the parser only notices at the next quote."""
    for number, line in enumerate(text.split("\n")[: before + 1]):
        found = _OPEN_VALUE.match(line)
        if found:
            return number, found.start(1)
    return None


def _rest(text: str, mark: Any) -> str:
    """The text from `mark` on."""
    lines = text.split("\n", mark.line)
    return lines[-1][mark.column :] if len(lines) > mark.line else ""
