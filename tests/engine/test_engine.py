"""The engine finds exactly the branches that `slow_find` finds: no false negatives of the prefilter."""

import random

import pytest
from helpers import library_of
from slow_find import slow_find

from matcher.engine import engine
from matcher.engine.haystack import Haystack, normalize
from matcher.knowledge.conditions import ConditionCompiler
from matcher.knowledge.schema import Condition

PAIRS = 120_000
WORDS = ["foo", "bar", "baz", "qux", "err", "a b", "Foo", "x=1", "it's", "no", "é", "end."]
GLUE = [" ", "\n", ": ", "", "'", '"', "\\'", " * ", "\n...\n", ", "]
FIELDS = ["type", "message", "code"]


def text_pattern(rng):
    parts = rng.choices(WORDS, k=rng.randint(1, 3))
    return "".join(p + rng.choice(GLUE) for p in parts[:-1]) + parts[-1]


def regex_pattern(rng):
    word = [w.replace(".", r"\.") for w in WORDS]
    forms = [
        lambda: rng.choice(word) + r"\s+" + rng.choice(word),
        lambda: f"(?:{rng.choice(word)}|{rng.choice(word)})=?" + rng.choice(["", r"\d", "$"]),
        lambda: rng.choice(["^", ""]) + rng.choice(word) + ".{0,5}" + rng.choice(word),
        lambda: "[fb][oa][orz]" + rng.choice(["", " ", r"\b"]),
        lambda: f"(?:{rng.choice(word)} ?){{1,2}}{rng.choice(word)}",
    ]
    return rng.choice(forms)()


def leaf(rng):
    if rng.random() < 0.65:
        found = {"text": text_pattern(rng)}
        return {**found, "cased": True} if rng.random() < 0.1 else found
    return {"regex": regex_pattern(rng), "slow": True}


def condition(rng, depth=0):
    kind = rng.random()
    if depth > 1 or kind < 0.45:
        return leaf(rng)
    if kind < 0.60:
        return {"all": [condition(rng, depth + 1) for _ in range(rng.randint(1, 3))]}
    if kind < 0.72:
        return {"any": [condition(rng, depth + 1) for _ in range(rng.randint(1, 3))]}
    if kind < 0.80:
        return {"all": [leaf(rng), {"none": [condition(rng, depth + 1)]}]}
    if kind < 0.88:
        within = {"within": {"lines": rng.randint(1, 4)}} if rng.random() < 0.6 else {}
        return {"sequence": {"steps": [leaf_text(rng) for _ in range(rng.randint(2, 3))], **within}}
    if kind < 0.94:
        within = {"within": {"lines": rng.randint(1, 4)}} if rng.random() < 0.6 else {}
        return {"count": {"of": leaf_text(rng), "at_least": rng.randint(1, 3), **within}}
    return {"json": {"**." + rng.choice(FIELDS): rng.choice(["foo", "bar baz", "400", "f*", "*"])}}


def leaf_text(rng):
    return {"text": rng.choice(WORDS)} if rng.random() < 0.7 else leaf(rng)


def event(rng):
    parts = []
    for _ in range(rng.randint(1, 8)):
        parts.append(rng.choice([rng.choice(WORDS), rng.choice(WORDS).upper(), "zz", json_object(rng)]))
        parts.append(rng.choice([" ", "\n", ": ", "'", '"', "\\'", ", ", "  ", "\r\n", "\x1b[1m"]))
    return "".join(parts)


def json_object(rng):
    import json

    value = {
        f: rng.choice(["foo", "bar baz", "bar", 400, None]) for f in rng.sample(FIELDS, rng.randint(1, 3))
    }
    return json.dumps({"error": value} if rng.random() < 0.5 else value)


def usable(one):
    compiler = ConditionCompiler()
    compiler.compile(Condition.model_validate(one), ())
    return not any(f.severity == "error" for f in compiler.findings)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_engine_equals_slow_find(seed, tmp_path, monkeypatch):
    """On random conditions and texts the engine and the oracle agree on every pair."""
    monkeypatch.setattr("matcher.engine.haystack.EVENT_S", 60)  # a busy machine must not cut an answer
    rng = random.Random(seed)
    conditions = [one for one in (condition(rng) for _ in range(220)) if usable(one)]
    library = library_of(conditions, tmp_path / "random.db")
    literal = sum(b is not None for b in range(len(conditions))) - len(library.slow_branches())
    assert literal > len(conditions) // 3  # most conditions go through the prefilter
    pairs = matched = 0
    while pairs < PAIRS // 3:
        text = event(rng)
        haystack = Haystack(normalize(text.encode()))
        found = set(engine.find(library, haystack))
        assert not haystack.incomplete
        for number, one in enumerate(conditions):
            wanted = slow_find(one, text)
            assert (number in found) == wanted, (one, text)
            matched += wanted
        pairs += len(conditions)
    assert matched > pairs // 50


def test_out_of_time_is_said(tmp_path, monkeypatch):
    """When the budget of an event is used up, the report says that something was not searched."""
    monkeypatch.setattr("matcher.engine.haystack.EVENT_S", -1)
    library = library_of([{"text": "some error"}], tmp_path / "one.db")
    haystack = Haystack(b"some error")
    assert engine.find(library, haystack) == {}
    assert list(haystack.incomplete) == ["the time for this event was used up"]
