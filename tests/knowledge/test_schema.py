"""The schema of an entry: what is valid, and what each refusal says."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError
from whole_entry import BEAT, IDENTIFIES, MINIMAL, WHOLE, changed, value

from matcher.knowledge.condition_schema import Condition, Context, walk
from matcher.knowledge.schema import Entry, Parts
from matcher.knowledge.shapes import FLAWS


def flaws(model: Callable[[Any], object], data: object) -> list[tuple[str, tuple[str | int, ...]]]:
    """What pydantic finds, as (type or code, path)."""
    try:
        model(data)
    except ValidationError as error:
        found: list[tuple[str, tuple[str | int, ...]]] = []
        for one in error.errors():
            if one["type"] == "flaws":
                found += [(flaw.code, one["loc"] + flaw.at) for flaw in one["ctx"]["flaws"]]
            elif one["type"] != "too_short" or len(one["input"]) < one["ctx"]["min_length"]:
                found.append((one["type"], one["loc"]))
        return found
    return []


def test_the_defaults_are_those_of_the_language() -> None:
    """A minimal entry gets every default that LANGUAGE.md names."""
    entry = Entry.model_validate(value(MINIMAL))
    fix = entry.fixes["make-room"]
    assert (entry.kind, entry.status, entry.severity, entry.tags) == ("known", "draft", "medium", ())
    assert (entry.causes[0].weight, fix.status, fix.reversible, fix.verify) == (
        "common",
        "proposed",
        True,
        (),
    )
    assert entry.applies_to.model_dump(exclude_defaults=True) == {}
    assert (entry.match.supports, entry.parent, entry.seen, fix.rollback) == ((), None, None, None)


def test_every_field_is_read() -> None:
    """The whole entry keeps what its file says, with numbers and booleans as such."""
    entry = Entry.model_validate(value(WHOLE))
    sequence = entry.match.identifies[4].sequence
    assert sequence is not None
    assert sequence.within is not None
    assert (sequence.within.lines, sequence.within.seconds) == (20, 1.5)
    assert [one.kind for one in entry.match.identifies] == ["text", "regex", "json", "all", "sequence"]
    assert (entry.match.identifies[0].cased, entry.match.identifies[1].cased) == (True, False)
    assert entry.match.identifies[2].json_ == {"**.code": "77", "**.reason": "lock_*"}
    assert entry.fixes["drop"].reversible is False
    assert entry.examples[0].expect is not None
    assert entry.examples[0].expect.rank == 2


def test_a_bare_list_identifies() -> None:
    """`match: [...]` is short for `match: {identifies: [...]}`."""
    entry = Entry.model_validate(value(MINIMAL))
    assert [one.text for one in entry.match.identifies] == ["No space left on device"]


def test_entries_are_frozen() -> None:
    """A field cannot be set."""
    with pytest.raises(ValidationError):
        Entry.model_validate(value(MINIMAL)).title = "x"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("path", "new", "code", "at"),
    [
        (("title",), None, "missing", ("title",)),
        (("title",), "", "string_pattern_mismatch", ("title",)),
        (("title",), "two\nlines", "string_pattern_mismatch", ("title",)),
        (("titel",), "x", "extra_forbidden", ("titel",)),
        (("kind",), "unknown", "literal_error", ("kind",)),
        (("parent",), "Widget/X", "string_pattern_mismatch", ("parent",)),
        (("review_by",), "2027-02-29", "bad-value", ("review_by",)),
        (("review_by",), "1.2.2027", "string_pattern_mismatch", ("review_by",)),
        (("references", 0, "url"), "ftp://x", "string_pattern_mismatch", ("references", 0, "url")),
        ((*IDENTIFIES, 0), {}, "one-of", (*IDENTIFIES, 0)),
        ((*IDENTIFIES, 0), {"text": "a", "regex": "b"}, "one-of", (*IDENTIFIES, 0, "regex")),
        ((*IDENTIFIES, 0), {"cased": "true"}, "one-of", (*IDENTIFIES, 0)),
        ((*IDENTIFIES, 0), {"text": "a" * 2001}, "string_too_long", (*IDENTIFIES, 0, "text")),
        ((*IDENTIFIES, 0), {"regex": "a", "full": "true"}, "misplaced-option", (*IDENTIFIES, 0, "full")),
        ((*IDENTIFIES, 0), {"text": "a", "slow": "true"}, "misplaced-option", (*IDENTIFIES, 0, "slow")),
        ((*IDENTIFIES, 0), {"use": "a", "where": "body"}, "misplaced-option", (*IDENTIFIES, 0, "where")),
        ((*IDENTIFIES, 0), {"text": "a", "where": "title"}, "literal_error", (*IDENTIFIES, 0, "where")),
        ((*IDENTIFIES, 0), {"text": "a", "cased": "yes"}, "bad-value", (*IDENTIFIES, 0, "cased")),
        ((*IDENTIFIES, 0), {"all": []}, "too_short", (*IDENTIFIES, 0, "all")),
        ((*IDENTIFIES, 0), {"json": {}}, "too_short", (*IDENTIFIES, 0, "json")),
        ((*IDENTIFIES, 0), {"exception": {"args": ["x"]}}, "one-of", (*IDENTIFIES, 0, "exception")),
        ((*IDENTIFIES, 0), {"frame": {"at": "any"}}, "one-of", (*IDENTIFIES, 0, "frame")),
        ((*IDENTIFIES, 0), {"capture": {"job": "*"}}, "misplaced-condition", (*IDENTIFIES, 0)),
        ((*IDENTIFIES, 0), {"none": [{"context": {}}]}, "misplaced-condition", (*IDENTIFIES, 0, "none", 0)),
        ((*IDENTIFIES, 4, "sequence", "within"), {}, "one-of", (*IDENTIFIES, 4, "sequence", "within")),
        (
            (*IDENTIFIES, 4, "sequence", "within", "lines"),
            "0",
            "greater_than_equal",
            (*IDENTIFIES, 4, "sequence", "within", "lines"),
        ),
        (
            ("match", "supports", 0, "count", "at_least"),
            None,
            "missing",
            ("match", "supports", 0, "count", "at_least"),
        ),
        (
            ("applies_to", "packages", "python:widget"),
            "^2",
            "bad-version",
            ("applies_to", "packages", "python:widget"),
        ),
        (
            ("applies_to", "packages", "service:widgetd"),
            "new",
            "bad-version",
            ("applies_to", "packages", "service:widgetd"),
        ),
        (
            ("applies_to", "packages", "widget"),
            "1",
            "string_pattern_mismatch",
            ("applies_to", "packages", "widget", "[key]"),
        ),
        (
            ("applies_to", "fixed_in", "python:widget"),
            ">=4",
            "bad-version",
            ("applies_to", "fixed_in", "python:widget"),
        ),
        (("applies_to", "python"), "3.10", "bad-version", ("applies_to", "python")),
        (("applies_to", "os", 0), "bsd", "literal_error", ("applies_to", "os", 0)),
        (("causes", 0, "fixes"), [], "too_short", ("causes", 0, "fixes")),
        (("causes", 0, "fixes"), ["beat", "drop", "beet"], "unknown-fix", ("causes", 0, "fixes", 2)),
        (("causes", 0, "fixes"), ["beat"], "unused-fix", ("fixes", "drop")),
        (
            ("causes",),
            [{"id": "slow-job", "says": "x", "fixes": ["beat", "drop"]}] * 2,
            "duplicate-cause",
            ("causes", 1, "id"),
        ),
        ((*BEAT, "needs"), {"text": "x"}, "misplaced-condition", (*BEAT, "needs")),
        ((*BEAT, "needs"), {"all": [{"use": "x"}]}, "misplaced-condition", (*BEAT, "needs", "all", 0)),
        ((*BEAT, "risk"), None, "missing", (*BEAT, "risk")),
        ((*BEAT, "commands", "bsd"), ["x"], "literal_error", (*BEAT, "commands", "bsd", "[key]")),
        ((*BEAT, "verify", 0), {"run": "x"}, "one-of", (*BEAT, "verify", 0)),
        ((*BEAT, "verify", 0, "expect_not"), "x", "one-of", (*BEAT, "verify", 0, "expect_not")),
        (
            (*BEAT, "verify", 2, "expect_version"),
            "new",
            "bad-version",
            (*BEAT, "verify", 2, "expect_version"),
        ),
        (("examples", 0, "file"), "x.log", "one-of", ("examples", 0, "file")),
        (("examples", 1, "file"), "/etc/passwd", "string_pattern_mismatch", ("examples", 1, "file")),
        (("examples", 1, "file"), "C:\\x", "string_pattern_mismatch", ("examples", 1, "file")),
        (("examples", 0, "expect", "cause"), "slow", "unknown-cause", ("examples", 0, "expect", "cause")),
        (("examples", 0, "context", "python"), ">=3", "bad-version", ("examples", 0, "context", "python")),
        (("examples",), [], "too_short", ("examples",)),
        (("counterexamples", 0, "why"), None, "missing", ("counterexamples", 0, "why")),
    ],
)
def test_each_rule_refuses_what_breaks_it(
    path: tuple[str | int, ...], new: object, code: str, at: tuple[str | int, ...]
) -> None:
    """One change of a valid entry gives one flaw, at the value that broke the rule."""
    assert flaws(Entry.model_validate, changed(path, new)) == [(code, at)]


@pytest.mark.parametrize(
    "wanted",
    [
        "<=2.1.111",
        ">=2.0,<4",
        ">=2.0 <4",
        "^1.2",
        "~1.2",
        "1.2.x",
        ">= 1.0, < 2",
        "1.2.3-beta.1",
        "1.0 || 2.0",
    ],
)
def test_ranges_of_other_ecosystems(wanted: str) -> None:
    """Comparators, carets, tildes and alternatives are ranges for all but Python."""
    assert flaws(Context.model_validate, {"packages": {"npm:x": wanted}}) == []


@pytest.mark.parametrize(
    "wanted", ["", "latest", ">", ">=1,,<2", "1.0 ||", "|| 2.0", "1.0 | 2.0", ">=1" * 100]
)
def test_what_is_no_range(wanted: str) -> None:
    """Words, bare comparisons and long texts are refused."""
    assert flaws(Context.model_validate, {"packages": {"npm:x": wanted}}) != []


def test_flaws_of_a_hostile_entry_are_limited() -> None:
    """Thousands of wrong names cost neither time nor memory."""
    data = changed(("causes", 0, "fixes"), ["beat", "drop", *(f"beat-{n}" for n in range(5000))])
    assert len(flaws(Entry.model_validate, data)) == FLAWS


def test_parts_hold_no_evidence_of_causes() -> None:
    """A named condition works everywhere, so it may not test captures or context."""
    good = {"client": {"text": "widget"}, "both": {"all": [{"use": "client"}, {"text": "b"}]}}
    assert flaws(Parts.model_validate, good) == []
    assert flaws(Parts.model_validate, {"a": {"any": [{"capture": {"x": "y"}}]}}) == [
        ("misplaced-condition", ("a", "any", 0))
    ]
    assert flaws(Parts.model_validate, {"A b": {"text": "x"}}) == [
        ("string_pattern_mismatch", ("A b", "[key]"))
    ]


def test_walk_finds_every_condition_with_its_path() -> None:
    """Outermost first, through lists, sequences and counts."""
    data = {
        "all": [
            {"sequence": {"steps": [{"text": "a"}, {"text": "b"}]}},
            {"count": {"of": {"none": [{"regex": "c"}]}, "at_least": "2"}},
        ]
    }
    assert [(at, one.kind) for at, one in walk(Condition.model_validate(data), ("when",))] == [
        (("when",), "all"),
        (("when", "all", 0), "sequence"),
        (("when", "all", 0, "sequence", "steps", 0), "text"),
        (("when", "all", 0, "sequence", "steps", 1), "text"),
        (("when", "all", 1), "count"),
        (("when", "all", 1, "count", "of"), "none"),
        (("when", "all", 1, "count", "of", "none", 0), "regex"),
    ]
