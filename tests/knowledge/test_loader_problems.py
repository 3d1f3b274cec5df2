"""What is wrong with an entry: each problem has its place, is told once, and costs little to find."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packs import ENTRY, codes, ids, load_files, load_one, matching, told

WRONG_VALUES = [
    # what is written, what is written instead, (code, line, column, message, hint)
    ("    fixes: [make-room]", "    fixs: [make-room]", ("unknown-field", 7, 5, "unknown key 'fixs'", "did you mean 'fixes'?")),
    ("    risk: medium\n", "", ("missing-field", 9, 3, "the key 'risk' is missing", "add it: what it may break")),
    ("risk: medium", "risk: hihg", ("bad-value", 11, 11, "'risk' cannot be 'hihg'", "did you mean 'high'?")),
    ("source: community", "source: me", ("bad-value", 12, 13, "'source' cannot be 'me'", "use one of official, maintainer, community, generated")),
    ("fixes: [make-room]", "fixes: make-room", ("wrong-type", 7, 12, "'fixes' must be a list, not 'make-room'", "write a list: '- ' before each item")),
    ("    says: No block is left.", "    says: [a]", ("wrong-type", 6, 11, "'says' must be a text, not a list", "write a text")),
    ("verify: [{run: df, expect: Avail}]", "verify:", ("wrong-type", 13, 12, "'verify' must be a list, not nothing", "write a list: '- ' before each item")),
    ("  - id: full", "  - id: Full Disk", ("bad-value", 5, 9, "'Full Disk' is not a slug", "use lower-case letters, digits and single hyphens")),
    ("fixes: [make-room]", "fixes: [make-rom, make-room]", ("unknown-fix", 7, 13, "there is no fix 'make-rom'", "did you mean 'make-room'?")),
    ("  - text: No space left on device", "  - text: No space left on device\n    slow: true", ("misplaced-option", 4, 5, "'slow' does not go with 'text'", "delete it; it goes with 'regex'")),
    ("  - text: No space left on device", "  - count: {of: {text: a}, at_least: many}", ("wrong-type", 3, 38, "'at_least' must be a whole number, not 'many'", "write a whole number")),
    ("  - text: No space left on device", "  - count: {of: {text: a}, at_least: 0}", ("bad-value", 3, 38, "'0' is too small for 'at_least'", "write at least 1")),
    ("  - text: No space left on device", "  - text: ''", ("bad-value", 3, 11, "'text' is empty", "write a text, or delete the key")),
    ("title: The disk is full", "title: The disk is full\napplies_to: {env: {'': x}}", ("bad-value", 2, 20, "'' is empty", "write a text, or delete the key")),
    ("title: The disk is full", "title: The disk is full\nreview_by: 2027-02-30", ("bad-value", 2, 12, "there is no day '2027-02-30'", "correct the date")),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "problem"), WRONG_VALUES)
def test_a_wrong_value_is_explained(
    tmp_path: Path, old: str, new: str, problem: tuple[str, int, int, str, str]
) -> None:
    """Each problem has its place, says what is wrong in plain words, and what to do."""
    assert old in ENTRY
    loaded = load_one(tmp_path, ENTRY.replace(old, new, 1))
    assert told(loaded.problems) == [problem]
    assert ids(loaded) == []
    assert loaded.problems[0].source == ENTRY.replace(old, new, 1).split("\n")[problem[1] - 1]


def test_all_problems_of_all_files_are_collected(tmp_path: Path) -> None:
    """A broken entry is reported and left out, with all that is wrong with it; the others stay."""
    broken = ENTRY.replace("risk: medium", "risk: hihg").replace("says:", "sais:").replace("df,", "&x df,")
    files = {"a/good.yaml": ENTRY, "a/bad.yaml": broken, "a/worse.yaml": "a: 'x"}
    loaded = load_files(tmp_path, dict(files))
    assert ids(loaded) == ["a/good"]
    assert sorted(codes(loaded)) == ["anchor", "bad-value", "syntax", "unknown-field"]


def test_one_mistake_is_told_once(tmp_path: Path) -> None:
    """What the YAML reader refused is not complained about a second time."""
    loaded = load_one(tmp_path, ENTRY.replace("verify: [{run: df, expect: Avail}]", "verify: *other"))
    assert codes(loaded) == ["alias"]


LINT = [
    # what is written, what is written instead, (code, severity, line, column)
    ("    verify: [{run: df, expect: Avail}]\n", "", ("no-verify", "lint", 9, 3)),
    ('counterexamples:\n  - {text: "space left: 3 GB", why: no error}\n', "", ("no-counterexample", "lint", 1, 1)),
    ("fixes: [make-room]\nfixes:\n", "fixes: [wipe, make-room]\nfixes:\n  wipe: {does: Wipe it, risk: high, source: generated, verify: [{run: df, expect: x}]}\n", ("risky-first", "lint", 7, 13)),
    ("title: The disk is full", "title: The disk is full\nparent: disk/any", ("unknown-entry", "lint", 2, 9)),
    ("title: The disk is full", "title: The disk is full\nrelated: [{id: disk/x, type: similar}]", ("unknown-entry", "lint", 2, 16)),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "problem"), LINT)
def test_lint_leaves_the_entry_in_use(
    tmp_path: Path, old: str, new: str, problem: tuple[str, str, int, int]
) -> None:
    """What an entry should not do is reported, and the entry is loaded."""
    assert old in ENTRY
    loaded = load_one(tmp_path, ENTRY.replace(old, new))
    assert [(p.code, p.severity, p.location.line, p.location.column) for p in loaded.problems] == [problem]
    assert ids(loaded) == ["disk/full"]


def test_high_risk_may_be_first_when_it_is_alone(tmp_path: Path) -> None:
    """A single fix has no rank."""
    assert codes(load_one(tmp_path, ENTRY.replace("risk: medium", "risk: high"))) == []


def test_a_fallback_needs_no_counterexample(tmp_path: Path) -> None:
    """It is meant to be wide."""
    text = ENTRY[: ENTRY.index("counterexamples")] + "kind: fallback\n"
    assert codes(load_one(tmp_path, text)) == []


def test_an_unused_fix_is_refused(tmp_path: Path) -> None:
    """A fix that no cause names would never be shown."""
    text = ENTRY.replace(
        "examples:\n", "  lost: {does: Nothing, risk: none, source: official}\nexamples:\n", 1
    )
    assert told(load_one(tmp_path, text).problems) == [
        ("unused-fix", 14, 3, "no cause names the fix 'lost'", "add it to 'fixes' of a cause")
    ]


def test_hostile_packs_cost_little(tmp_path: Path) -> None:
    """Thousands of wrong names are reported without comparing each with all."""
    files: dict[str, str | bytes] = {
        "a/uses.yaml": matching(*(f"{{use: p{n}}}" for n in range(5_000))),
        "parts.yaml": "".join(f"q{n}: {{use: r{n}}}\n" for n in range(5_000)),
        "votes.jsonl": "x\n" * 100_000,
    }
    files |= {f"a/e{n}.yaml": ENTRY + f"parent: a/f{n}\n" for n in range(300)}
    start = time.process_time()
    loaded = load_files(tmp_path, files)
    assert len(loaded.entries) == 300
    assert time.process_time() - start < 100


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_entry_is_loaded_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    """Lines taken out, doubled or overwritten never raise, and every problem has its place."""
    lines = ENTRY.split("\n")
    at = data.draw(st.integers(0, len(lines) - 1))
    other = data.draw(st.one_of(st.sampled_from(lines), st.text(max_size=20)))
    new = [*lines[:at], other, *lines[at + data.draw(st.integers(0, 2)) :]]
    loaded = load_one(tmp_path, "\n".join(new).encode("utf-8", "surrogatepass").decode("utf-8", "replace"))
    assert bool(loaded.entries) != any(problem.severity == "error" for problem in loaded.problems)
    assert all(problem.location.line and problem.message and problem.hint for problem in loaded.problems)
