"""A `Problem` -> the lines that people see: what is wrong, the line with a caret, what to do.

Everything from a file is made visible and disarmed first: a pack controls no terminal and no CI runner.
"""

import unicodedata

from matcher.errors import Problem
from matcher.report.sanitize import disarm, visible

COLUMNS = 100  # of the source line and its caret, with the indent
INDENT = "    "
TAB = "    "
CUT = "..."
_DISARMED = {":": r"\x3a", "#": r"\x23"}  # what starts a command of a CI runner


def draw(problem: Problem) -> str:
    r"""Return a problem as one to four lines, without a line break at the end.

    The caret stands under the column of the problem, whatever tabs, escapes and wide
    characters come before it. A long line is cut around the caret.

    >>> from matcher.errors import Location
    >>> place = Location("kb/x.yaml", 2, 9)
    >>> print(draw(Problem("bad-value", place, "'hih' is no risk", "did you mean 'high'?", "  risk: hih")))
    kb/x.yaml:2:9: bad-value: 'hih' is no risk
        risk: hih
              ^
      hint: did you mean 'high'?
    """
    lines = [disarm(_one_line(f"{problem.location}: {problem.code}: {problem.message}"))]
    if problem.source.strip() and problem.location.column > 0:
        lines += _source_and_caret(problem.source, problem.location.column - 1)
    if problem.hint:
        lines.append(f"  hint: {disarm(_one_line(problem.hint))}")
    return "\n".join(lines)


def _source_and_caret(source: str, at: int) -> tuple[str, str]:
    """The source line and the line with the caret; `at` counts characters of the source from 0."""
    at = min(at, len(source))
    first = min(len(source) - len(source.lstrip(" \t")), at)  # blanks in front are not shown
    near = max(first, at - COLUMNS)
    cells = [TAB if char == "\t" else _one_line(char) for char in source[near : at + COLUMNS]]
    if disarm("".join(cells)) != "".join(cells):
        cells = [_DISARMED.get(cell, cell) for cell in cells]
    at -= near
    start, end = _window([_width(cell) for cell in cells], at)
    before = (CUT if near + start > first else "") + "".join(cells[start:at])
    after = "".join(cells[at:end]) + (CUT if near + end < len(source) else "")
    return INDENT + (before + after).rstrip(), INDENT + " " * _width(before) + "^"


def _window(widths: list[int], at: int) -> tuple[int, int]:
    """The range of cells around `at` that fits; a third of the room is kept for what follows it."""
    room = COLUMNS - len(INDENT)
    if sum(widths) <= room:
        return 0, len(widths)
    room -= 2 * len(CUT)
    start = end = at
    left = room - room // 3
    while start and widths[start - 1] <= left:
        start -= 1
        left -= widths[start]
    room -= sum(widths[start:at])
    while end < len(widths) and widths[end] <= room:
        room -= widths[end]
        end += 1
    while start and widths[start - 1] <= room:
        start -= 1
        room -= widths[start]
    return start, end


def _one_line(text: str) -> str:
    return visible(text).replace("\n", r"\n").replace("\t", " ")


def _width(text: str) -> int:
    """Columns of a terminal: wide characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )
