"""`why` says why an entry fires, is hidden, is vetoed, or what is missing; `explain` shows it without an event."""

import pytest
from helpers import write_kb

from matcher.api import Matcher
from matcher.engine.scanner import Scanner, compile_literals
from matcher.errors import DatabaseError

ENTRY = """\
title: "Gadget %{{n}}"
status: {status}
{more}
match:
  identifies:
    - text: "gadget %{{int:n}} went berserk"
    - json: {{kind: berserk gadget}}
    - all: [{{text: berserk gadgets}}, {{attr: {{code: "7"}}}}]
    - sequence: {{steps: [{{text: gadget started up}}, {{text: gadget burned down}}]}}
    - count: {{of: {{text: gadget hiccup noticed}}, at_least: 2}}
  supports: [{{text: smoke alarm}}]
  excludes: [{{text: this is a drill}}]
causes: [{{id: one, says: So., fixes: [mend]}}]
fixes: {{mend: {{does: Mend it, risk: none, source: official, commands: {{any: ["mend %{{n}}"]}}}}}}
examples: [{{text: "E gadget 7 went berserk", provenance: observed}}]
"""


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    kb = write_kb(tmp_path_factory.mktemp("why") / "kb", {
        "a/gadget": ENTRY.format(status="stable", more="applies_to: {os: [linux], packages: {'python:g': '<2'}}").replace('"mend %{n}"', "mend"),
        "a/child": ENTRY.format(status="stable", more="parent: a/gadget").replace("went berserk", "went berserk at night").replace('"mend %{n}"', "mend"),
        "a/old": ENTRY.format(status="deprecated", more="").replace('"mend %{n}"', "mend"),
    })  # fmt: skip
    return Matcher.open(kb, builtin=False)


SAYS = [
    ("a/gadget", "gadget 7 went berserk", ["a/gadget fires: uncertain, place 1", "yes      text: gadget %{n} went berserk at line 1 (n=7)", "no       all", "applies here: unknown"]),
    ("a/gadget", "gadget x went berserk", ["a/gadget does not fire", "its longest part stands at line 1, the rest does not follow"]),
    ("a/gadget", "nothing {'kind': 'other'}", ["missing: ' went berserk'", "embedded objects in the text: 1"]),
    ("a/gadget", "gadget 7 went berserk\nthis is a drill", ["identified but does not show", "yes      text: this is a drill at line 2"]),
    ("a/gadget", "gadget 7 went berserk at night", ["hidden behind a/child"]),
    ("a/gadget", "gadget started up\n\ngadget burned down", ["yes      sequence: sequence at line 1"]),
    ("a/gadget", "gadget hiccup noticed\ngadget hiccup noticed", ["yes      count: count at line 1"]),
    ("a/gadget", "berserk gadgets", ["unknown  all: all (only a live exception tells its attributes)"]),
    ("a/old", "gadget 7 went berserk", ["does not fire", "nothing identifies it: the entry is deprecated"]),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "text", "says"), SAYS)
def test_why(opened, entry, text, says):
    """Each condition has its state, and the verdict comes first."""
    lines = "\n".join(opened.why(entry, text))
    for part in says:
        assert part in lines


def test_why_names_another_version(opened):
    """An entry for another version is said to be one."""
    other = opened.with_context(["g=3.0"])
    lines = other.why("a/gadget", "gadget 7 went berserk")
    assert lines[0] == "a/gadget fires but is not for this context"
    assert lines[-1].startswith("applies here: no (for g <2, this is 3.0")


def test_explain_keeps_captures_as_names(opened):
    """Without an event captures stay as they are written."""
    shown = opened.explain("a/gadget")
    assert shown.title == "Gadget <n>"
    assert shown.line == 0
    assert [one.id for one in shown.causes] == ["one"]


def test_scanner_without_literals_finds_nothing():
    """A knowledge base without literals has nothing to scan for."""
    empty = Scanner(compile_literals([]))
    assert empty.scan(b"text") == {}
    assert empty.scan_all(b"text") == []


def test_scanner_refuses_what_it_did_not_write():
    """A damaged scanner is refused by its own checksum."""
    good = bytearray(compile_literals([b"some text", b"other text"]))
    good[len(good) // 2] ^= 0xFF
    with pytest.raises(DatabaseError):
        Scanner(bytes(good))


def test_scanner_is_reentrant(monkeypatch):
    """A match inside of a match, as from a signal handler, gets scratch space of its own."""
    import hyperscan

    scanner = Scanner(compile_literals([b"needle"]))
    assert scanner.scan(b"a needle") == {0: 8}
    real = scanner._database.scan
    calls = []

    class Busy:
        def scan(self, data, **options):
            calls.append(options)
            if len(calls) == 1:
                raise hyperscan.ScratchInUseError
            return real(data, **options)

    scanner._database, real_database = Busy(), scanner._database
    monkeypatch.setattr(hyperscan, "Scratch", lambda _, make=hyperscan.Scratch: make(real_database))
    assert scanner.scan(b"a needle") == {0: 8}
    assert len(calls) == 2


def test_threads_give_the_same_answers(opened):
    """Many threads on one matcher: equal to serial."""
    from concurrent.futures import ThreadPoolExecutor

    texts = [case[1] for case in SAYS] * 50
    serial = [opened.match(text) for text in texts]
    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(opened.match, texts)) == serial
