"""Lines of text for a person: cleaned, wrapped and coloured. The home of `rich`.

Everything that goes in is taken for hostile, so that no caller can forget to clean it.
What a person copies (commands, code, ids, links) is never broken by wrapping.
"""

import re
import shutil

from rich.cells import cell_len, set_cell_size
from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style
from rich.text import Text

from matcher.report import sanitize

MAX_WIDTH = 100  # columns; longer lines are hard to read
MIN_WIDTH = 20  # columns; below it, wrapping leaves nothing readable
HANG = 2  # columns by which the second line of a paragraph is indented further
COPY_INDENT = 4  # columns before a one-line command

#: A string, or a string and the style it is drawn in.
Part = str | tuple[str, str]


class Page:
    """Collects lines. The same lines come out with and without colour."""

    def __init__(self, *, width: int | None, color: bool) -> None:
        columns = shutil.get_terminal_size().columns if width is None else width
        self.width = max(MIN_WIDTH, min(MAX_WIDTH, columns))
        self._color = color
        self._lines: list[Text] = []
        self._styles = Console(_environ={}, legacy_windows=False)  # only looks styles up

    def say(self, *parts: Part, indent: int = 0, hang: int = HANG) -> None:
        """Add a paragraph unless it is blank, wrapped between words, later lines indented by `hang` more."""
        text = Text()
        for part in parts:
            content, style = part if isinstance(part, tuple) else (part, "")
            text.append(_prose(content), style)
        if not text.plain.strip():
            return
        for number, row in enumerate(text.divide(_breaks(text.plain, self.width - indent, hang))):
            self._emit(Text(" " * (indent + hang * (number > 0))) + row)

    def facts(self, *facts: str) -> None:
        """Add a line of facts, the empty ones left out; if it is too long, the last on its own."""
        said = [_prose(fact) for fact in facts if fact]
        joined = " · ".join(said)
        rows = [joined] if cell_len(joined) <= self.width else [" · ".join(said[:-1]), said[-1]]
        for row in rows:
            self.say((row, "dim"))

    def quote(self, text: str, limit: int, *, whole: bool) -> None:
        """Add up to `limit` characters of the log behind a bar: wrapped, or one row without its middle.

        It is the middle that goes because the class of an error stands at the beginning of a line
        and its message often at the end.
        """
        room = self.width - 2
        cleaned = sanitize.line(text.strip(), limit).expandtabs(1)
        if whole:
            quoted = [row.plain for row in Text(cleaned).divide(_breaks(cleaned, room))]
        else:
            quoted = [_without_middle(cleaned, room)]
        for row in quoted:
            self._emit(Text.assemble(("> ", "dim"), (row, "italic")))

    def copyable(self, text: str, *, before: str = "", indent: int = COPY_INDENT) -> None:
        """Add one line to copy: never wrapped, blanks kept. `before` is a short label."""
        row = Text(" " * indent + _prose(before))
        row.append(sanitize.line(text, limit=len(text) * 6 + 1), "cyan")
        self._emit(row)

    def block(self, title: str, text: str) -> None:
        """Add lines to copy, at column 0 between two rules, because indentation can matter."""
        self.say((f"----- {title} -----", "dim"))
        for row in sanitize.visible(text).rstrip("\n").split("\n"):
            self._emit(Text.assemble((row, "cyan")), strip=False)
        self.say(("-----", "dim"))

    def blank(self) -> None:
        """Add an empty line, unless there is nothing above or an empty line already."""
        if self._lines and self._lines[-1].plain:
            self._lines.append(Text())

    def __str__(self) -> str:
        while self._lines and not self._lines[-1].plain:
            self._lines.pop()
        return "".join(self._drawn(row) + "\n" for row in self._lines)

    def _emit(self, row: Text, strip: bool = True) -> None:
        if strip:
            row.rstrip()
        harmless = sanitize.disarm(row.plain)
        self._lines.append(row if harmless == row.plain else Text(harmless))

    def _drawn(self, row: Text) -> str:
        if not self._color:
            return row.plain
        return "".join(
            (segment.style or Style.null()).render(segment.text, color_system=ColorSystem.STANDARD)
            for segment in row.render(self._styles)
        )


def _without_middle(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return text
    tail = (width - 1) * 2 // 5
    return set_cell_size(text, width - 1 - tail) + "…" + set_cell_size(text[::-1], tail)[::-1]


def _prose(text: str) -> str:
    return re.sub(r"\s+", " ", sanitize.visible(text))


def _breaks(text: str, width: int, hang: int = 0) -> list[int]:
    """Return where to break `text` between words. A word longer than a line stays whole."""
    breaks: list[int] = []
    column = 0
    for word in re.finditer(r"\S+\s*|\s+", text):
        if column and column + cell_len(word[0].rstrip()) > width:
            breaks.append(word.start())
            column = hang
        column += cell_len(word[0])
    return breaks
