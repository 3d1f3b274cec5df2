"""Problems as people see them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import Location, Problem
from matcher.report.problems import COLUMNS, draw


def drawn(source: str, column: int, **parts: str) -> list[str]:
    problem = Problem("bad-value", Location("kb/x.yaml", 3, column), "wrong", source=source, **parts)
    return draw(problem).split("\n")


def pointed_at(lines: list[str]) -> str:
    """The text from the caret on, found by counting columns of the terminal."""
    column, left = lines[2].index("^"), 0
    for place, char in enumerate(lines[1]):
        if left >= column and not unicodedata.combining(char):
            return lines[1][place:]
        left += 0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
    return ""


def test_a_problem_is_drawn_as_in_the_style_guide() -> None:
    """Place, code and message, then the line with a caret, then the hint."""
    problem = Problem(
        "pattern-syntax",
        Location("kb/python/module-not-found.yaml", 9, 24),
        "unclosed group",
        "close the group that opens at the mark",
        r"      No module named '(?P<name>\S+'",
    )
    assert draw(problem).split("\n") == [
        "kb/python/module-not-found.yaml:9:24: pattern-syntax: unclosed group",
        r"    No module named '(?P<name>\S+'",
        "                     ^",
        "  hint: close the group that opens at the mark",
    ]


def test_a_problem_of_a_whole_file_is_one_line() -> None:
    """Without a line there is no source, without a hint no hint."""
    assert draw(Problem("unreadable", Location("kb/x.yaml"), "gone")) == "kb/x.yaml: unreadable: gone"


@pytest.mark.parametrize(
    ("source", "column", "shown", "at"),
    [
        ("\tkey:\tvalue", 7, "    key:    value", "value"),
        ("\tkey: x", 1, "        key: x", "    key: x"),
        ("a: \x1b[2Jx", 4, r"    a: \x1b[2Jx", r"\x1b[2Jx"),
        ("a: \x1b[2Jx", 5, r"    a: \x1b[2Jx", "[2Jx"),
        ("a: \u202etxt", 5, r"    a: \u202etxt", "txt"),
        ("a: \x9bx", 5, r"    a: \x9bx", "x"),
        ("日本: x", 5, "    日本: x", "x"),
        ("e\u0301: x", 5, "    e\u0301: x", "x"),
        ("a: b", 5, "    a: b", ""),
        ("a: b", 50, "    a: b", ""),
        ("::error::x", 3, r"    \x3a\x3aerror\x3a\x3ax", r"error\x3a\x3ax"),
        ("a ##[group]x", 3, r"    a \x23\x23[group]x", r"\x23\x23[group]x"),
    ],
)
def test_the_caret_stands_under_its_character(source: str, column: int, shown: str, at: str) -> None:
    """Tabs, escapes and wide characters before it do not move it away."""
    lines = drawn(source, column)
    assert (lines[1], pointed_at(lines)) == (shown, at)


@pytest.mark.parametrize(
    ("column", "first", "last"), [(1, "b", "..."), (250, "...", "..."), (500, "...", "e")]
)
def test_a_long_line_is_cut_around_the_caret(column: int, first: str, last: str) -> None:
    """At most 100 columns are shown, and both cuts are marked."""
    source = "b" + "x" * 498 + "e"
    lines = drawn(source, column)
    shown = lines[1].strip()
    assert (shown.startswith(first), shown.endswith(last), len(lines[1]) <= COLUMNS) == (True, True, True)
    assert pointed_at(lines)[0] == source[column - 1]


def test_a_huge_line_costs_no_more_than_what_is_shown() -> None:
    """A line of a mebibyte is cut before it is looked at."""
    assert len("".join(drawn("é" * 1_000_000, 500_000))) < 4 * COLUMNS


def test_message_path_and_hint_cannot_forge_lines() -> None:
    """Line breaks and control characters of a file name or value become visible."""
    problem = Problem("bad-id", Location("kb/a\nb.yaml"), "'x\r\x1b[1m'", "use\nthis")
    assert draw(problem).split("\n") == [r"kb/a\nb.yaml: bad-id: 'x\r\x1b[1m'", r"  hint: use\nthis"]


@given(st.text(), st.integers(0, 300), st.text(), st.text())
def test_drawing_never_raises_and_holds_no_control_character(
    source: str, column: int, message: str, hint: str
) -> None:
    """Whatever stands in a file, at most four lines of harmless text come out."""
    text = draw(Problem("code", Location(message, 1, column), message, hint, source))
    assert text.count("\n") <= 3
    assert [char for char in text if unicodedata.category(char) in ("Cc", "Cs") and char != "\n"] == []
