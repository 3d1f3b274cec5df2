"""The question that separates two causes, and how a cause without its capture is treated."""

import pytest
from helpers import write_kb

from matcher.api import Matcher

ENTRY = """\
title: "Two reasons of %{{x}}"
status: stable
match:
  identifies: [{{text: "quibbling flange %{{word:x}} fell off"}}]
causes:
  - {{id: one, says: "The first reason.", fixes: [a]{one}}}
  - {{id: two, says: "The second reason.", fixes: [b]{two}}}
fixes:
  a: {{does: Do a, risk: none, source: official{a}}}
  b: {{does: Do b, risk: none, source: official}}
{more}
examples: [{{text: "E quibbling flange f1 fell off", provenance: observed}}]
"""
TEXT = "E quibbling flange f1 fell off"

QUESTIONS = [
    ({"more": "checklist: [{test: Is it cold?, means: cause one}]"}, "Is it cold? → cause one"),
    ({"more": "checklist: [{test: Is it?, means: yes, next: b}]"}, "Is it? → yes"),
    ({"two": ", when: {context: {python: '>=3'}}"}, "Python version is unknown; tell it with --context"),
    ({"more": "checklist: [{test: Is it big?, means: it is}]"}, "is it that The first reason, or that The second reason?"),
    ({"a": ", verify: [{run: look, expect: fine}]"}, "try the fix of the first cause: Do a; then look"),
    ({}, "is it that The first reason, or that The second reason?"),
    ({"two": ", weight: rare"}, ""),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "question"), QUESTIONS)
def test_question(parts, question, tmp_path):
    """From the checklist, the missing context, the first check, or the causes themselves."""
    text = ENTRY.format(**{"one": "", "two": "", "a": "", "more": "", **parts})
    found = Matcher.open(write_kb(tmp_path, {"q/two": text}), builtin=False).match(TEXT).best
    assert found.question == question


def test_a_cause_without_its_capture_steps_back(tmp_path):
    """A sentence with a hole in it is never the first answer."""
    text = ENTRY.format(one=", when: {capture: {y: '*'}}", two="", a="", more="").replace(
        "The first reason.", "Because of %{y}."
    ).replace("identifies: [", "identifies: [{text: 'zorbing flange %{word:x} of %{word:y}'}, ")  # fmt: skip
    found = Matcher.open(write_kb(tmp_path, {"q/two": text}), builtin=False).match(TEXT).best
    assert [one.id for one in found.causes] == ["two", "one"]
