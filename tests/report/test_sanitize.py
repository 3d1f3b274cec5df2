"""Nothing that a log can hold controls a terminal, forges a line or commands a CI runner."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from matcher.report.sanitize import disarm, line, visible

# Surrogates and control characters are rare in st.text(); these make them common.
NASTY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\x00\x07\x08\t\n\x0b\r\x1b\x7f\x80\x85\x9b\u2028\u2029\u202e\u2066\ufeff\ud800\udcff#:[ \u200b"
        ),
    )
)


def is_control(character: str) -> bool:
    """The slow twin: what a terminal may act on, by the Unicode category."""
    if character in "\n\t":
        return False
    if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp"):
        return True
    return unicodedata.bidirectional(character) in {
        "LRE",
        "RLE",
        "PDF",
        "LRO",
        "RLO",
        "LRI",
        "RLI",
        "FSI",
        "PDI",
    }


def slow_runner_obeys(text: str) -> bool:
    """Whether the runner of GitHub or Azure would see a command: a comparison by culture, as in .NET."""
    seen = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Mn", "Me")).lstrip()
    return seen.startswith("::") or "##[" in seen or "##vso[" in seen


@given(NASTY)
def test_visible_holds_no_control(text: str) -> None:
    """No character of the result can control a terminal, and all of it can be encoded."""
    shown = visible(text)
    assert [c for c in shown if is_control(c) or c == "\ufeff"] == []
    shown.encode()


@given(NASTY)
def test_visible_changes_nothing_else(text: str) -> None:
    """Harmless characters stay, and a second pass changes nothing."""
    kept = "".join(c for c in text if not is_control(c) and c != "\ufeff")
    shown = visible(text)
    assert visible(shown) == shown
    assert shown == text or len(kept) < len(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain\ttext\n", "plain\ttext\n"),
        ("grüße 日本 👩‍💻", "grüße 日本 👩‍💻"),
        ("\x1b[31mred", r"\x1b[31mred"),
        ("\x1b]8;;http://evil\x1b\\", "\\x1b]8;;http://evil\\x1b\\"),
        ("a\r\n", "a\\r\n"),
        ("\x00\x7f\x9b", r"\x00\x7f\x9b"),
        ("\u202egnp.exe\u2069", r"\u202egnp.exe\u2069"),
        ("\u2028\u2029\ufeff\udcff", r"\u2028\u2029\ufeff\udcff"),
    ],
)
def test_visible_writes_escapes(text: str, shown: str) -> None:
    """Each harmful character becomes its escape; everything else stays."""
    assert visible(text) == shown


@given(NASTY, st.integers(1, 50))
def test_line_is_one_short_line(text: str, limit: int) -> None:
    """A line has no line break and is not longer than asked."""
    shown = line(text, limit)
    assert len(shown.splitlines()) <= 1
    assert len(shown) <= limit


def test_line_marks_what_it_cut() -> None:
    """A cut is visible, and a text that fits is not cut."""
    assert line("x" * 200) == "x" * 200
    assert line("x" * 201) == "x" * 199 + "…"
    assert line("one\ntwo\n") == r"one\ntwo\n"


@given(NASTY.map(visible).map(lambda text: text.replace("\n", " ")))
@example("::error::x")
@example("\u200b: \u00ad:warning::x")
@example("\u200b:\u00ad:warning::x")
@example("###[group]###vso[x]##[")
@example("#\u200b#v\u2060so[x]")
def test_disarm_leaves_no_command(text: str) -> None:
    """After it, no runner sees a command at the start of the line or inside it."""
    assert not slow_runner_obeys(disarm(text))


@pytest.mark.parametrize(
    "text", ["", "error: x", "std::vector", "a ::error::b", "# [link]", "## heading", "C# [x]"]
)
def test_disarm_leaves_the_rest(text: str) -> None:
    """A line without a command stays as it is."""
    assert disarm(text) == text
