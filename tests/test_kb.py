"""The built-in knowledge base: made by walking `kb/`, nothing is registered by hand."""

import pytest

import matcher
from matcher import folders
from matcher.api import BUILT_IN, Matcher
from matcher.knowledge import background
from matcher.proving.check import check

ENTRIES_AT_LEAST = 24


def test_the_built_in_entries_pass_all_checks():
    """Schema, lint, rarity, and every example and near miss: no failure."""
    checked = check([(BUILT_IN, folders.builtin_kb())])
    assert [f"{p.location}: {p.message}" for p in checked.problems if p.is_failure] == []
    assert checked.entries >= ENTRIES_AT_LEAST


def test_ordinary_text_is_silent():
    """On the background corpus, line by line, nothing is recognised."""
    opened = Matcher.open()
    loud = [line for line in background.corpus_lines() if opened.match(line)]
    assert loud == []


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "ok", "0", "error", "Error:", "failed", "Traceback (most recent call last):"]
)
def test_bare_words_are_silent(text):
    """A word alone is no error that anybody knows."""
    report = matcher.match(text)
    assert not report
    assert report.near == ()


def test_explain_works_for_every_entry():
    """Every entry can be shown without an event."""
    opened = Matcher.open()
    for one in opened.entries():
        shown = opened.explain(one.id)
        assert shown.title
        assert shown.causes
        assert shown.fixes


def test_every_entry_names_its_schema():
    """Editors complete and explain: each file names the schema, and the schema is that of this version."""
    import json
    from pathlib import Path

    from matcher.knowledge.schema import entry_schema

    kb = Path(folders.builtin_kb())
    assert json.loads((kb / "entry.schema.json").read_text()) == entry_schema()
    for path in kb.glob("*/*.yaml"):
        first, second = path.read_text().splitlines()[:2]
        assert first == "# yaml-language-server: $schema=../entry.schema.json", path
        assert second == "# $schema: ../entry.schema.json", path
