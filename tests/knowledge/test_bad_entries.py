"""Every way to write a wrong entry is a clear problem with its place and what to do; the others still answer."""

import re

import pytest
from helpers import entry_yaml, write_kb

from matcher.api import Matcher
from matcher.proving.check import check

GOOD = entry_yaml("a frobnicator has lost its bearings", "text: frobnicator has lost its bearings")
BAD = entry_yaml(
    "a gizmo of size 7 has stopped unexpectedly", "text: 'a gizmo of size %{int:size} has stopped'"
)


def edit(old, new):
    assert old in BAD, old
    return BAD.replace(old, new, 1)


CASES = [
    # what is wrong, the text of the entry, code, line, column
    ("unclosed quotes", edit("'a gizmo of size %{int:size} has stopped'", "'a gizmo"), "syntax", 5, 13),
    ("unknown field", edit("status:", "statsu: x\nstatus:"), "unknown-field", 2, 1),
    ("duplicate key", edit("status:", "title: again\nstatus:"), "duplicate-key", 2, 1),
    ("missing field", edit("title: An error\n", ""), "missing-field", 1, 1),
    ("a fix that no cause names", edit("fixes: [mend]", "fixes: [other]").replace("  mend:", "  other:\n    does: x\n    risk: none\n    source: official\n    verify: [{run: look, expect: fine}]\n  mend:"), "unused-fix", 16, 3),
    ("an unknown fix", edit("fixes: [mend]", "fixes: [mend, mned]"), "unknown-fix", 9, 19),
    ("an unknown capture", edit("says: It is so.", 'says: "size %{siez}"'), "unknown-capture", 8, 17),
    ("a regex that does not compile", edit("text: 'a gizmo of size %{int:size} has stopped'", "regex: 'gizmo (?P<x>\\d+'"), "pattern-syntax", 5, 21),
    ("a regex bomb", edit("text: 'a gizmo of size %{int:size} has stopped'", "regex: '(?:(?:(?:gizmo){50}){50}){50}'"), "regex-bomb", 5, None),
    ("an exponential regex", edit("text: 'a gizmo of size %{int:size} has stopped'", "regex: 'gizmo (a+)+b'"), "regex-slow", 5, None),
    ("no required literal", edit("text: 'a gizmo of size %{int:size} has stopped'", "regex: '\\d{3}-\\d{4}'"), "no-literal", 5, 7),
    ("a malformed capture", edit("%{int:size}", "%{int size}"), "pattern-syntax", 5, 30),
    ("an unknown type", edit("%{int:size}", "%{inn:size}"), "pattern-syntax", 5, 30),
    ("an unknown enumeration", edit("risk: none", "risk: nothing"), "bad-value", None, None),
    ("two kinds in one condition", edit("text: 'a gizmo of size %{int:size} has stopped'", "{text: abc, regex: abc}"), "one-of", 5, None),
    ("an anchor", edit("title: An error", "title: &x An error"), "anchor", 1, 8),
    ("a common word", edit("text: 'a gizmo of size %{int:size} has stopped'", "text: info"), "below-floor", 5, None),
    ("an example that does not match", edit("a gizmo of size 7", "a gadget of size 7"), "example-not-first", None, None),
    ("a counterexample that fires", edit("text: something else", "text: a gizmo of size 3 has stopped"), "counterexample-fires", None, None),
    ("a wrong expectation", edit("provenance: observed", "provenance: observed\n    expect: {captures: {size: '8'}, cause: one}"), "wrong-capture", None, None),
    ("a wrong cause", edit("causes:\n", "causes:\n  - {id: two, says: So., weight: rare, fixes: [mend]}\n").replace("provenance: observed", "provenance: observed\n    expect: {cause: two}"), "wrong-cause", None, None),
    ("stable without proof", edit("status: experimental", "status: stable"), "unproven-stable", None, None),
    ("an unknown parent", edit("status: experimental", "status: experimental\nparent: no/such"), "unknown-entry", 3, 9),
    ("a review that is due", edit("status: experimental", "status: experimental\nreview_by: '2020-01-01'"), "review-due", 3, 12),
    ("a loose end", edit("has stopped'", "has stopped*'"), "loose-end", 5, None),
    ("an ambiguous capture", edit("%{int:size}", "%{size}*"), "ambiguous-capture", 5, None),
    ("a step that is no place", edit("text: 'a gizmo of size %{int:size} has stopped'", "sequence: {steps: [{text: a gizmo}, {json: {a: b}}]}"), "bad-step", 5, None),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text", "code", "line", "column"), CASES, ids=[case[0] for case in CASES])
def test_bad_entry(what, text, code, line, column, tmp_path):
    """The problem has its code, its place and a hint, and the good entry is untouched."""
    kb = write_kb(tmp_path, {"own/good": GOOD, "own/bad": text})
    found = check([("own", str(kb))]).problems
    mine = [p for p in found if p.code == code]
    assert mine, [(p.code, p.location, p.message) for p in found]
    (place, hint) = (mine[0].location, mine[0].hint)
    assert place.path.endswith("own/bad.yaml")
    assert place.line >= 1
    assert hint
    if line is not None:
        assert place.line == line
    if column is not None:
        assert place.column == column
    assert not [p for p in found if p.location.path.endswith("good.yaml") and p.is_failure]
    answer = Matcher.open(kb, builtin=False).match("the frobnicator has lost its bearings again")
    assert answer.best.id == "own/good"


def test_the_base_of_all_cases_is_clean(tmp_path):
    """The entry that the cases break is right, so each problem comes from its defect."""
    kb = write_kb(tmp_path, {"own/good": GOOD, "own/bad": BAD})
    assert [p for p in check([("own", str(kb))]).problems if p.is_failure] == []


def test_all_problems_of_all_files_at_once(tmp_path):
    """One run shows every problem of every file."""
    kb = write_kb(tmp_path, {f"own/bad{n}": case[1] for n, case in enumerate(CASES)})
    found = check([("own", str(kb))]).problems
    files = {found_in[1] for p in found if (found_in := re.search(r"bad(\d+)\.yaml", p.location.path))}
    assert len(files) == len(CASES)


def test_many_causes_and_entries_change_nothing_for_others(tmp_path):
    """Other entries, however many or odd, do not change the bits of an answer."""
    text = "a frobnicator has lost its bearings"
    alone = Matcher.open(write_kb(tmp_path / "one", {"own/good": GOOD}), builtin=False).match(text).best
    causes = "".join(f"  - {{id: c{n}, says: So., fixes: [mend]}}\n" for n in range(10))
    many = {"own/good": GOOD, "own/causes": BAD.replace("causes:\n", "causes:\n" + causes)}
    for number in range(150):
        many[f"own/other{number}"] = entry_yaml(
            f"zorbing error {number}x", f"text: 'zorbing error {number}x'"
        )
    crowd = Matcher.open(write_kb(tmp_path / "many", many), builtin=False).match(text).best
    assert crowd._replace(pack="") == alone._replace(pack="")
