"""Sites -> entries: what varies is captured, equal messages are one entry, and nothing is invented."""

import tempfile

import pytest
from code_of_packages import entries_of
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher import Matcher
from matcher.knowledge import compiler, strict_yaml
from matcher.mining import bulk
from matcher.mining.entries import Mined, mined, to_entry
from matcher.mining.model import Hole, Site, joined
from matcher.mining.pattern import Unusable, wording
from matcher.mining.yaml_text import to_yaml


def site(*parts, exception="acme.LeaseError", line=7) -> Site:
    return Site("acme", "1.2", "acme/core.py", line, "Store.get", "acme.core", "acme.core:Store.get",
                exception, joined(parts), "when `x is None`")  # fmt: skip


def problems_of(entries):
    built = compiler.compile_loaded(bulk.loaded(entries))
    return [(one.code, one.message) for one in built.problems]


def test_an_entry_says_where_and_when():
    """Message, class, place, condition, and how to read the place; no advice that the source does not give."""
    entry = to_entry(site("the lease ", Hole("self.name", "r"), " is lost for good"))
    assert entry == {
        "title": "the lease %{name} is lost for good",
        "kind": "fallback",
        "status": "experimental",
        "tags": ["mined", "acme", "LeaseError"],
        "match": {
            "identifies": [{"text": "the lease %{name} is lost for good", "where": "message"}],
            "supports": [{"exception": {"type": "LeaseError"}}],
            "excludes": [{"none": [{"frame": {"module": "acme"}}]}],
        },
        "causes": [
            {
                "id": "core-7",
                "says": "LeaseError is raised when `x is None`; in `Store.get`, acme/core.py:7 (acme 1.2).",
                "fixes": ["read-core-7"],
            }
        ],
        "fixes": {
            "read-core-7": {
                "does": "Read the condition at acme/core.py:7 (acme 1.2)",
                "risk": "none",
                "source": "generated",
                "commands": {"any": ["python -m inspect acme.core:Store.get"]},
                "verify": [{"run": "repeat what failed", "expect_not": "is lost for good"}],
            }
        },
        "examples": [
            {"text": "acme.LeaseError: the lease 'alpha' is lost for good", "provenance": "generated"}
        ],
    }


PATTERNS = [
    (("costs 2 * 3 %{x} leases in all",), r"costs 2 \* 3 \%{x} leases in all"),
    (("no lease for ", Hole("a"), " and no lease for ", Hole("a")), "no lease for %{a} and no lease for %{a}"),
    (("no lease for ", Hole("a"), " and no lease for ", Hole("a", "r")), "no lease for %{a} and no lease for %{a_2}"),
    (("no lease for ", Hole("next(a)"), " but for ", Hole("next(a)")), "no lease for %{a} but for %{a_2}"),
    (("no lease among ", Hole("len(jobs)", "", "int"), " jobs"), "no lease among %{int:jobs_count} jobs"),
    (("no lease of type ", Hole("type(job).__name__")), "no lease of type %{job_type}"),
    (("no lease named so: ", Hole("d['key']"), Hole("b")), "no lease named so: %{b}"),
    ((Hole("a"), " has no lease and will get none"), "has no lease and will get none"),
    (("  no lease could be found  ",), "no lease could be found"),
    (("oh\nno lease could be found here\nthe end",), "no lease could be found here"),
    (("no lease was found for ", Hole("x"), ":\n  and more"), "no lease was found for %{x}:"),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "expected"), PATTERNS)
def test_patterns(parts, expected):
    """Fixed text is literal, holes are captures with the name of their expression, one line is searched."""
    assert wording(joined(parts)).text == expected


@pytest.mark.parametrize(
    "parts",
    [("too short",), ("one ", Hole("a"), " two ", Hole("b"), " three four"), (Hole("a"), " is not available"),
     ("control \x00 characters are here",), ("- - - - - - - - - - -",), ()],
)  # fmt: skip
def test_what_says_too_little_is_no_entry(parts):
    """Without a long piece of fixed text and some words a message could be anybody's."""
    with pytest.raises(Unusable):
        wording(joined(parts))


def test_one_message_at_several_places_is_one_entry(tmp_path):
    """Each place is a cause; the stack trace tells them apart, by function and by line."""
    source = """
        def one(a):
            if a < 0:
                raise ValueError(f"the count {a} is out of range")
            if a > 9:
                raise ValueError("the count %s is out of range" % a)
        def two(n):
            raise TypeError("the count {} is out of range".format(n))
    """
    entries, stats = entries_of(tmp_path, {"core.py": source})
    assert [one.id for one in entries] == ["acme/the-count-a-is-out-of-range"]
    assert (stats.sites, stats.entries, stats.merged) == (3, 1, 2)
    causes = {one["id"]: one for one in entries[0].content["causes"]}
    assert list(causes) == ["core-4", "core-6", "core-8"]
    assert causes["core-4"]["when"] == {
        "all": [
            {"frame": {"file": "acme/core.py", "function": "one", "at": "raising"}},
            {"none": [{"text": 'core.py", line 6, in one'}]},
        ]
    }
    assert causes["core-8"]["when"] == {"frame": {"file": "acme/core.py", "function": "two", "at": "raising"}}
    assert problems_of(entries) == []


def test_many_places_are_counted():
    """Not more than eight causes; the last one says how many more there are."""
    entry = next(mined(site("the lease was lost for good", line=n) for n in range(1, 13))).content
    assert len(entry["causes"]) == 8
    assert entry["causes"][-1]["says"].endswith("4 more places raise the same message.")


def test_ids_are_stable_and_unique():
    """An id comes from the words of the message; two messages with the same words carry a checksum."""
    found = list(
        mined(
            [site("no lease: it was found!"), site("no lease, it was found"), site("a third of the leases")]
        )
    )
    assert [one.id for one in found] == [
        "acme/a-third-of-the-leases",
        "acme/no-lease-it-was-found-2eee0c35",
        "acme/no-lease-it-was-found-cb1bb3a0",
    ]
    again = list(
        mined(
            [site("a third of the leases"), site("no lease, it was found"), site("no lease: it was found!")]
        )
    )
    assert again == found


def test_classes_are_raised_by_anyone():
    """A class that makes its message may be raised from any module: no stack trace rules it out."""
    made = to_entry(site("the lease was lost for good")._replace(origin="class"))
    assert "excludes" not in made["match"]
    assert (
        made["causes"][0]["says"]
        == "The message of LeaseError, made at acme/core.py:7 (acme 1.2); any code may raise it."
    )


def test_yaml_is_read_back_as_it_was():
    """What is written is what the loader reads, whatever stands in a message."""
    content = {
        "a": "x: #y\n'\"\\ \u2028 \x7f",
        "b": ["no", "true", "plain", "-"],
        "c": [{"d": "~", "e": [{"f": "0x1"}]}],
        "g": {"h-i": ""},
    }
    document, problems = strict_yaml.parse(to_yaml(content).encode(), "x.yaml")
    assert problems == ()
    assert document.value == content


WORDS = st.lists(st.sampled_from(["lease", "lost", "cannot", "be", "found", "*", "%{x}", "'quoted'", "50%", "...", "a\\b", "\n", "(see", "docs)"]),
                 min_size=1, max_size=9).map(" ".join)  # fmt: skip
HOLES = st.builds(
    Hole,
    st.sampled_from(
        ["name", "self.url", "len(x)", "d['key']", "type(x).__name__", "x", "path", "n", "next(x)"]
    ),
    st.sampled_from(["", "r"]),
    st.sampled_from(["any", "int"]),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(WORDS, HOLES), min_size=1, max_size=7))
def test_every_entry_is_sound(parts):
    """Whatever the message: it gives no entry, or one without a problem that matches its own example."""
    try:
        entry = Mined("acme/one", to_entry(site(*parts)), ())
    except Unusable:
        return
    if list(bulk.specific([entry])):
        assert problems_of([entry]) == []
        assert best_of([entry], entry.content["examples"][0]["text"]) == "acme/one"


def best_of(entries, text):
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/mined.db"
        compiler.write(path, compiler.compile_loaded(bulk.loaded(entries)))
        best = Matcher.open(path).match(text).best
        return best.id if best else ""
