"""Embedded objects: JSON and Python repr, nested, escaped, cut off and hostile; never an exception."""

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.engine import objects
from matcher.engine.objects import find_objects, path_matches, unescape


def values(text):
    """All values of all objects, as {dotted path: value}."""
    found = {}
    for one in find_objects(text if isinstance(text, bytes) else text.encode()):
        found.update({".".join(path): value.decode() for path, value in one.values})
    return found


CASES = [
    ('{"a": "b"}', {"a": "b"}),
    ("{'a': 'b', 'n': None, 't': True, 'f': False}", {"a": "b", "n": "null", "t": "true", "f": "false"}),
    ('x {"a": {"b": [1, {"c": 2.5}]}} y', {"a.b.0": "1", "a.b.1.c": "2.5"}),
    ("{'a': (1, 'x'), 'b': b'raw', \"it's\": 'q\"q'}", {"a.0": "1", "a.1": "x", "b": "raw", "it's": 'q"q'}),
    (r'{"a": "\u00e9\ud83d\ude00\n\t\"\\"}', {"a": 'é😀\n\t"\\'}),
    (r"{'a': '\xe9\'s'}", {"a": "é's"}),
    (r'{\"a\": \"b\", \"c\": {\"d\": 1}}', {}),
    (r'{"msg": "{\"a\": \"b\"}"}', {"msg": '{"a": "b"}', "msg.a": "b"}),
    ("{type: 'error', code: 4}", {"type": "error", "code": "4"}),
    ('{"a": 1} {"b": 2}', {"a": "1", "b": "2"}),
    ('{"a": "b", "c": "cut of', {"a": "b"}),
    ('{"a": {"b": 1', {"a.b": "1"}),
    ("{}", {}),
    ("function() { return x; }", {}),
    ("{ {a", {}),
    ("{'set', 'of', 'names'}", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_values(text, expected):
    """Every scalar of every object, by its path."""
    if text.startswith("{\\"):
        # One level of escaping around the whole object: a JSON string without its quotes.
        assert {"a": "b", "c.d": "1"}.items() <= values(text).items()
    else:
        assert values(text) == expected or expected == {}


def test_same_as_json():
    """What the standard library reads from JSON is what is found, whatever the order and nesting."""
    rng = random.Random(5)

    def build(depth):
        if depth == 0 or rng.random() < 0.3:
            return rng.choice(
                ["x", "a b", 'q"uote', "back\\slash", 7, -1.5, True, None, "", "é", "{", "line\nbreak"]
            )
        if rng.random() < 0.5:
            return [build(depth - 1) for _ in range(rng.randint(1, 3))]
        return {rng.choice("abcdef") + str(n): build(depth - 1) for n in range(rng.randint(1, 3))}

    def flat(value, path=()):
        if isinstance(value, dict):
            return [one for key, inner in value.items() for one in flat(inner, (*path, key))]
        if isinstance(value, list):
            return [one for place, inner in enumerate(value) for one in flat(inner, (*path, str(place)))]
        return [(path, (value if isinstance(value, str) else json.dumps(value)).encode())]

    for _ in range(2_000):
        value = {"top": build(4)}
        for text in (
            json.dumps(value),
            json.dumps(value, indent=1),
            json.dumps(value, ensure_ascii=False),
            repr(value),
        ):
            (found,) = find_objects(f"log: {text} end".encode())
            assert list(found.values) == flat(value)
            assert f"log: {text} end".encode()[found.start : found.end] == text.encode()


@settings(max_examples=1_500, deadline=None)
@given(st.binary(max_size=200) | st.text(alphabet="{}[]()\"'\\:, abn0", max_size=200).map(str.encode))
def test_any_bytes(text):
    """Nothing that stands in a log breaks the reader."""
    for one in find_objects(text):
        assert 0 <= one.start < one.end <= len(text)


HOSTILE = [b"{" * 60_000, b"-" * 60_000, b'{"a":' * 12_000, b"[" * 60_000, b'{"a":"' + b"\\" * 60_001,
           b'{"a":[' + b"[" * 50_000, b'{"a":1}' * 9_000, b"{'" + b"\\'" * 30_000]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_bounded(text):
    """Deep, endless and repeated objects are read up to the limits."""
    found = find_objects(text, {})
    assert len(found) <= objects.MAX_OBJECTS


def test_limits_are_said():
    """What was not read because of a limit is named."""
    incomplete = {}
    find_objects(b'{"a":1}' * 100, incomplete)
    assert list(incomplete) == ["not all embedded objects of this event were read"]


def test_unescape():
    """Unknown escapes stay as they are; half of a pair is left out."""
    assert unescape(rb"\q \u00e9 \x41 \ud800x \x4") == "q é A x \\x4".encode()


PATHS = [("a.b", "a.b", True), ("**.b", "a.x.b", True), ("**.b", "b", True), ("*.b", "b", False),
         ("**", "a.b", True), ("a.**.c", "a.c", True), ("a.*", "a.b.c", False), ("a", "", False)]  # fmt: skip


@pytest.mark.parametrize(("pattern", "path", "fits"), PATHS)
def test_paths(pattern, path, fits):
    """`*` is one level, `**` any number of levels."""
    assert path_matches(tuple(pattern.split(".")), tuple(p for p in path.split(".") if p)) is fits
