"""One case for each defect that was found by using the product; a line says what it guards."""

import json

import pytest
from helpers import entry_yaml, write_kb

import matcher
from matcher.api import Matcher
from matcher.engine.advice import CommandTemplate
from matcher.errors import InputError
from matcher.knowledge.strict_yaml import parse

COMMANDS = [
    # an altered value must never reach a command: it would hit something else
    ('rmdir /s "x"  %{p}', "windows", "C:\\R&D\\x y", 'rmdir /s "x"  <p>'),
    ("dir %{p}", "windows", "C:\\a b", 'dir "C:\\a b"'),
    ("echo %{p}", "windows", "$env", "echo <p>"),
    ("rm -r %{p}", "any", "a" * 201, "rm -r <p>"),
    ("rm -r %{p}", "any", "a\ufffdb", "rm -r <p>"),
    ("rm -r %{p}", "any", "-rf", "rm -r ./-rf"),
]


@pytest.mark.parametrize(("command", "platform", "value", "filled"), COMMANDS)
def test_commands_get_whole_values_or_none(command, platform, value, filled):
    """What cannot be put into a command unchanged shows its name."""
    assert CommandTemplate(command, platform).fill({"p": value}) == filled


def matching(tmp_path, *conditions, example="an example of it"):
    return Matcher.open(write_kb(tmp_path, {"own/one": entry_yaml(example, *conditions)}), builtin=False)


JSON_LINES = [
    json.dumps({"msg": "kaboom C:\\temp\\x failed"}),
    '{"msg": "kaboom C:\\\\temp\\\\x \\u0066ailed", "level": "error"}',
    json.dumps({"log": "\x1b[31mkaboom C:\\temp\\x failed\x1b[0m: it is red\n"}),
    "2026-06-01 INFO " + json.dumps({"msg": "one\nkaboom C:\\temp\\x failed"}),
]


@pytest.mark.parametrize("line", JSON_LINES)
def test_escaped_fields_of_json_records_are_decoded(line, tmp_path):
    """Backslashes, escapes and colours inside of a JSON record read as they were written."""
    opened = matching(tmp_path, "text: 'kaboom C:\\temp\\x failed'")
    assert opened.match(line).best.id == "own/one"


def test_a_class_may_name_its_entry(tmp_path):
    """`__kb_id__` on a class counts as identified."""
    opened = matching(tmp_path, "text: zorbing gantry collapsed")
    kind = type("Named", (Exception,), {"__kb_id__": "own/one"})
    assert opened.match(kind("no known wording")).best.id == "own/one"
    assert not opened.match(type("Other", (Exception,), {"__kb_id__": "no/such"})("x"))


@pytest.mark.parametrize("told", ["os=Linux", "os=ubuntu", "arch=AMD64", "arch=aarch64", "os=darwin"])
def test_systems_are_known_by_their_names(told):
    """What `uname` prints is understood; what nobody knows is refused, not false."""
    context = Matcher.open().with_context([told]).context
    assert (context.os or context.arch) in ("linux", "macos", "x86_64", "arm64")
    with pytest.raises(InputError, match="unknown os"):
        Matcher.open().with_context(["os=plan9"])


def test_reports_share_nothing_with_the_knowledge_base():
    """Changing a mapping of a report does not change the next one."""
    text = "ModuleNotFoundError: No module named 'yaml'"
    first = matcher.match(text).best
    before = dict(first.fixes[0].commands)
    first.fixes[0].commands.clear()
    assert matcher.match(text).best.fixes[0].commands == before


def test_equal_captures_are_whole_words(tmp_path):
    """A name used twice is equal text, not the beginning of a longer word."""
    opened = matching(tmp_path, "text: 'kaboom %{word:a} and %{word:a}'")
    assert not opened.match("kaboom foo and foobar")
    assert not opened.match("kaboom foo and foo-bar")
    assert opened.match("kaboom foo and foo, again")


def test_one_name_in_all_is_one_text(tmp_path):
    """Members of `all` that capture different texts under one name are no match."""
    opened = matching(tmp_path, "all: [{text: 'zorbing from %{word:j}'}, {text: 'zorbing to %{word:j}'}]")
    assert not opened.match("zorbing from a\nzorbing to b")
    assert opened.match("zorbing from a\nzorbing to a")


def test_near_misses_are_not_near():
    """What an entry lists as not being the error is not shown as resembling it."""
    opened = Matcher.open()
    shown = []
    from matcher import folders
    from matcher.knowledge.loader import example_text, load

    for one in load([("built-in", folders.builtin_kb())]).entries:
        for counter in one.entry.counterexamples:
            report = opened.match(example_text(one, counter))
            shown += [(one.id, near.id) for near in report.near if near.id == one.id]
    assert shown == []


def test_python_reprs_with_calls_are_read(tmp_path):
    """A `datetime(...)` inside of a repr does not end the object."""
    opened = matching(tmp_path, 'json: {"**.reason": lease_expired_early}')
    text = "{'code': 1, 'when': datetime.datetime(2020, 1, 1), 'reason': 'lease_expired_early'}"
    assert opened.match(text).best.id == "own/one"


def test_an_unclosed_quote_is_shown_where_it_opens():
    """The parser notices only at the next quote; the person is shown the first one."""
    _, (problem, *_) = parse(b'title: "Kaboom\nstatus: draft\nmatch:\n  - text: "zorbing"\n', "x.yaml")
    assert (problem.location.line, problem.location.column) == (1, 8)
    assert problem.hint == "close the quote"


def test_a_common_slow_regex_only_supports(tmp_path):
    """The floor holds for signatures without a literal too: they are measured on ordinary text."""
    opened = matching(tmp_path, "regex: '\\d\\d'\n      slow: true", "text: zorbing gantry collapsed")
    assert not opened.match("42")
    rare = matching(tmp_path / "rare", "regex: '\\bAQ[-_]?\\d{5}\\b'\n      slow: true")
    assert rare.match("error AQ-12345").best.id == "own/one"


def test_exit_in_a_property_does_not_escape():
    """A property that leaves the program does not leave through us."""

    class Leaving(Exception):
        @property
        def status_code(self):
            raise SystemExit(3)

    assert not matcher.match(Leaving("x"))
