"""Ranking: the specific beats the general, causes by their evidence, fixes by value and risk."""

import pytest
from helpers import write_kb

from matcher.api import Matcher
from matcher.engine.context import Context, holds, parse_context, version_in
from matcher.errors import InputError

BASE = """\
title: {title}
{head}
match:
  identifies: [{{text: '{text}'}}]
causes: [{{id: one, says: It is so., fixes: [mend]}}]
fixes: {{mend: {{does: Mend it, risk: none, source: official}}}}
examples: [{{text: 'example {text}', provenance: observed}}]
"""

CAUSES = """\
title: "The gizmo %{g} has stopped"
status: stable
match:
  identifies: [{text: "gizmo %{word:g} has stopped unexpectedly"}]
causes:
  - {id: power, says: No power., when: {text: voltage dropped to zero}, fixes: [plug, reset]}
  - {id: jam, says: "%{g} is jammed.", when: {text: mechanical obstruction}, fixes: [clear]}
  - {id: age, says: It is old., weight: rare, fixes: [replace]}
  - {id: cold, says: It is cold., weight: occasional, when: {context: {os: [linux]}}, fixes: [reset]}
fixes:
  plug: {does: Plug it in, risk: none, source: official}
  reset: {does: "Reset %{g}", risk: medium, source: community, commands: {any: ["gizmo reset %{g}"]}}
  clear: {does: Clear it, risk: high, reversible: false, source: official}
  replace: {does: Replace it, risk: low, source: community, status: disputed}
examples: [{text: "E gizmo g7 has stopped unexpectedly", provenance: observed}]
checklist:
  - {test: Is the lamp dark?, means: No power (cause power), next: plug}
"""


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    def entry(title, text, head="status: stable"):
        return BASE.format(title=title, text=text, head=head)

    kb = write_kb(tmp_path_factory.mktemp("rank") / "kb", {
        "a/general": entry("General", "zorbing process terminated", "status: stable\nkind: fallback"),
        "a/special": entry("Special", "zorbing process terminated by quuxmaster", "status: stable\nparent: a/general"),
        "a/versioned": entry("Versioned", "frobnicating daemon misbehaves badly",
                             "status: stable\napplies_to: {packages: {'npm:@x/frob': '>=2,<3'}, fixed_in: {'npm:@x/frob': '2.5.0'}}"),
        "a/old": entry("Old", "superseded zwinkle message appears", "status: stable"),
        "a/new": entry("New", "superseded zwinkle message appears again", "status: stable\nrelated: [{id: a/old, type: supersedes}, {id: a/older, type: renamed}]"),
        "a/gizmo": CAUSES,
        "a/draft": entry("Draft", "unfinished drafting blorp", "status: draft"),
        "a/gone": entry("Gone", "deprecated snarkle blorp", "status: deprecated"),
        "a/experimental": entry("Experimental", "experimental wibble wobble blorp", "status: experimental"),
    })  # fmt: skip
    return Matcher.open(kb, builtin=False)


def ids(report):
    return [one.id for one in report.diagnoses]


def test_child_hides_its_parent(opened):
    """A special entry hides the general one, which is named under `also`."""
    report = opened.match("the zorbing process terminated by quuxmaster")
    assert ids(report) == ["a/special"]
    assert report.fallbacks == ()
    assert report.best.also == ("a/general",)


def test_fallback_alone(opened):
    """The general entry answers when nothing better does."""
    report = opened.match("the zorbing process terminated")
    assert ids(report) == []
    assert (report.best.id, report.best.tier) == ("a/general", "fallback")


def test_supersedes_and_renamed(opened):
    """What is superseded steps back; an old id still resolves."""
    assert ids(opened.match("superseded zwinkle message appears again")) == ["a/new"]
    assert opened.explain("a/older").id == "a/new"


def test_drafts_and_deprecated_entries_are_silent(opened):
    """A draft is not used; a deprecated entry only resolves."""
    assert not opened.match("unfinished drafting blorp")
    assert not opened.match("deprecated snarkle blorp")
    assert opened.explain("a/gone").id == "a/gone"
    with pytest.raises(InputError):
        opened.explain("a/draft")


def test_confidence_is_capped_by_status(opened):
    """An experimental entry never has high confidence, and says why."""
    found = opened.match("experimental wibble wobble blorp").best
    assert found.confidence == "medium"
    assert "the entry is experimental" in found.reasons


def test_bits_are_the_sum_of_the_evidence(opened):
    """Each contribution is a named number of bits."""
    found = opened.match("x\nE gizmo g7 has stopped unexpectedly").best
    assert found.bits == pytest.approx(sum(one.bits for one in found.evidence))
    assert all(one.what for one in found.evidence)


GIZMO = "E gizmo g7 has stopped unexpectedly\n"


def test_causes_follow_their_evidence(opened):
    """The cause whose evidence is in the text comes first, and its probability is honest."""
    first = opened.match(GIZMO + "voltage dropped to zero").best.causes
    assert first[0].id == "power"
    second = opened.match(GIZMO + "mechanical obstruction").best.causes
    assert (second[0].id, second[0].says) == ("jam", "g7 is jammed.")
    assert 0 < sum(one.probability for one in second) < 1  # "other" has the rest


def test_fixes_follow_causes_and_risk(opened):
    """The fix of the likely cause comes first, but never one of high risk if there is another."""
    assert opened.match(GIZMO + "voltage dropped to zero").best.fixes[0].id == "plug"
    jam = opened.match(GIZMO + "mechanical obstruction").best
    assert jam.fixes[0].risk != "high"
    assert {one.id for one in jam.fixes} == {"plug", "reset", "clear", "replace"}


def test_commands_are_quoted(opened):
    """A captured value is quoted for the shell."""
    fixes = opened.match(GIZMO).best.fixes
    assert next(one for one in fixes if one.id == "reset").commands == {"any": ("gizmo reset g7",)}


def test_a_tie_asks_what_separates(opened):
    """Two causes within a bit: the report has the question that tells them apart."""
    found = opened.match(GIZMO + "voltage dropped to zero, mechanical obstruction").best
    assert found.question.startswith("Is the lamp dark?")
    assert opened.match(GIZMO + "voltage dropped to zero").best.question == ""


def test_versions(opened):
    """Inside the range it is identified, outside it moves aside, fixed is outside, unknown is uncertain."""
    text = "frobnicating daemon misbehaves badly"
    assert opened.match(text).best.tier == "uncertain"
    assert opened.match(text, context=Context(packages={"npm:@x/frob": "2.1.0"})).best.tier == "identified"
    for version in ("1.0.0", "3.0.0", "2.5.0", "2.6.1"):
        report = opened.match(text, context=Context(packages={"npm:@x/frob": version}))
        assert not report
        assert [one.id for one in report.other_versions] == ["a/versioned"]


def test_same_answer_twice(opened):
    """The same input and database give the same answer."""
    text = GIZMO + "voltage dropped\nzorbing process terminated by quuxmaster"
    assert opened.match(text) == opened.match(text)


def test_place_counts(opened):
    """The deepest cause of a chain outranks its wrapper."""
    inner = "ValueError: gizmo g7 has stopped unexpectedly"
    outer = "RuntimeError: the zorbing process terminated by quuxmaster"
    joint = "\n\nThe above exception was the direct cause of the following exception:\n\n"
    trace = 'Traceback (most recent call last):\n  File "a.py", line 1, in f\n    x\n'
    report = opened.match(trace + inner + joint + trace + outer)
    assert ids(report)[0] == "a/gizmo"
    assert any(one.what == "the deepest cause of the chain" for one in report.best.evidence)
    retried = opened.match("WARN retry: gizmo g7 has stopped unexpectedly").best
    assert any(one.bits == -3 for one in retried.evidence)


VERSIONS = [("2.1.111", "<=2.1.111", "npm", True), ("2.1.112", "<=2.1.111", "npm", False),
            ("1.5.0", "^1.2", "npm", True), ("2.0.0", "^1.2", "npm", False), ("0.2.9", "^0.2.1", "npm", True),
            ("0.3.0", "^0.2.1", "npm", False), ("1.2.9", "~1.2.3", "npm", True), ("1.3.0", "~1.2.3", "npm", False),
            ("3.5.0", "~1.2.3 || >=3", "npm", True), ("2.0.0", "~1.2.3 || >=3", "npm", False),
            ("3.10", ">=3.9,<3.13", "python", True), ("nonsense", ">=1", "python", None), ("1.0", "what", "npm", True)]  # fmt: skip


@pytest.mark.parametrize(("version", "wanted", "ecosystem", "inside"), VERSIONS)
def test_version_ranges(version, wanted, ecosystem, inside):
    """Ranges are PEP 440 for Python, semver elsewhere; what cannot be read is unknown."""
    assert version_in(version, wanted, ecosystem) is inside


def test_context_of_env_and_labels():
    """Environment variables are set, unset or equal; labels are equal, case aside."""
    assert holds({"env": {"A": "set"}}, Context(env={"A": "1"})).state is True
    assert holds({"env": {"A": "unset"}}, Context(env={"A": ""})).state is True
    assert holds({"env": {"A": "x"}}, Context(env={"A": "y"})).state is False
    assert holds({"env": {"A": "x"}}, Context()).state is None
    assert holds({"labels": {"model": "Opus"}}, Context(labels={"model": "opus"})).state is True
    assert holds({"os": ["linux"], "arch": ["arm64"]}, Context(os="linux")).state is None
    assert holds({"os": ["linux"], "arch": ["arm64"]}, Context(arch="x86_64")).state is False


def test_parse_context():
    """KEY=VALUE words: the last part of a package name is enough if it is unambiguous."""
    names = ["npm:@a/tool", "python:lib", "npm:lib"]
    found = parse_context(["tool=1", "os=linux", "env.X=1", "model=opus", "python=3.12"], names)
    assert found == Context({"npm:@a/tool": "1"}, "3.12", "linux", "", {"X": "1"}, {"model": "opus"})
    with pytest.raises(InputError, match="may be"):
        parse_context(["lib=2"], names)
    assert parse_context(["python:lib=2"], names).packages == {"python:lib": "2"}
    with pytest.raises(InputError, match="KEY=VALUE"):
        parse_context(["x"], names)
