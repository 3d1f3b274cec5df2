"""What `match` takes beside text and exceptions: tracebacks that were kept, log records, OpenTelemetry attributes."""

import importlib.metadata
import logging
import os
import sys
import traceback
import types

import pytest
from helpers import entry_yaml, write_kb

import matcher
from matcher.api import Matcher
from matcher.engine import versions
from matcher.engine.context import Context
from matcher.engine.live import from_exception
from matcher.errors import InputError
from matcher.report.text import render

MISSING = "python/module-not-found"


def caught(function):
    try:
        function()
    except BaseException as error:
        return error


def chained():
    try:
        import not_there  # noqa: F401
    except ImportError as error:
        raise RuntimeError("cannot start") from error


def grouped():
    raise ExceptionGroup("several", [ValueError("x"), caught(chained)])


def record(message="", *args, exc_info=None, exc_text=None):
    made = logging.LogRecord("app", logging.ERROR, __file__, 1, message, args, exc_info)
    made.exc_text = exc_text
    return made


def test_a_kept_traceback():
    """A `TracebackException` is understood with its chain, its classes and its members."""
    kept = traceback.TracebackException.from_exception(
        caught(chained), capture_locals=False, lookup_lines=False
    )
    best = matcher.match(kept).best
    assert (best.id, best.explains) == (MISSING, "the cause ModuleNotFoundError")
    kept = traceback.TracebackException.from_exception(caught(grouped))
    assert matcher.match(kept).best.matched == "ModuleNotFoundError: No module named 'not_there'"


def test_a_kept_traceback_knows_no_attributes(tmp_path):
    """Attributes are unknown there, and unknown never identifies nor contradicts."""
    base = "all: [{exception: {type: builtins.OSError}}, {attr: {errno: '2'}}]"
    opened = Matcher.open(write_kb(tmp_path / "kb", {"a/os": entry_yaml("x OSError", base)}), builtin=False)
    error = caught(lambda: os.stat("/not/there"))
    assert opened.match(error).best.id == "a/os"
    assert opened.match(traceback.TracebackException.from_exception(error)).best is None


def test_log_records():
    """The exception of a record first, else its exception text, else its message."""
    error = caught(chained)
    info = (type(error), error, error.__traceback__)
    text = "".join(traceback.format_exception(error))
    assert matcher.match(record("irrelevant", exc_info=info)).best.explains == "the cause ModuleNotFoundError"
    assert matcher.match(record("irrelevant", exc_text=text)).best.id == MISSING
    assert matcher.match(record("ModuleNotFoundError: No module named %r", "yaml")).best.id == MISSING
    assert matcher.match(record("ModuleNotFoundError: No module named 'yaml' %d %d", "x")).best.id == MISSING
    assert matcher.match(record("nothing", exc_info=(None, None, None))).best is None
    assert matcher.match(record(7)).best is None


def test_opentelemetry_attributes():
    """`exception.type`, `.message` and `.stacktrace`, whichever are there; in any mapping."""
    text = "".join(traceback.format_exception(caught(chained)))
    kind, message = "ModuleNotFoundError", "No module named 'yaml'"
    for given in (
        {"exception.type": kind, "exception.message": message},
        {"exception.stacktrace": text},
        {"exception.type": kind, "exception.message": message, "exception.stacktrace": "Traceback ...\n"},
        types.MappingProxyType({"exception.type": kind, "exception.message": message, "http.route": "/"}),
    ):
        assert matcher.match(given).best.id == MISSING
    with pytest.raises(InputError, match=r"has no exception\.type"):
        matcher.match({"message": "x"})


def test_exc_info_of_nothing():
    """Without an exception being handled, that is said."""
    with pytest.raises(InputError, match="no exception is being handled"):
        matcher.match(sys.exc_info())


def test_the_member_is_quoted_not_the_group():
    """What is found in a member of a group quotes the member's line, and names it."""
    best = matcher.match(caught(grouped)).best
    assert best.matched == "ModuleNotFoundError: No module named 'not_there'"
    assert best.explains == "the cause ModuleNotFoundError"
    group = ExceptionGroup("g", [ValueError("x"), ModuleNotFoundError("No module named 'y'")])
    report = matcher.match(group)
    assert report.best.explains == "the member ModuleNotFoundError"
    assert "explains the member ModuleNotFoundError" in render(report, color=False, width=100)


def test_the_text_is_that_of_a_traceback():
    """The searched text is what the standard library prints, without marks below the source lines."""
    error = caught(chained)
    shown = [line for line in traceback.format_exception(error) if line.strip()]
    expected = "".join(shown).replace("^", "").splitlines()
    ours = from_exception(error).text.decode().splitlines()
    assert [x for x in ours if x.strip()] == [x for x in expected if x.strip()]


def test_the_wording_is_found_where_it_was_said():
    """A message that also stands in the source line that raised it is quoted as the message."""

    def fails():
        raise ModuleNotFoundError("No module named 'yaml'")

    error = caught(fails)
    for given in (error, "".join(traceback.format_exception(error))):
        assert matcher.match(given).best.matched == "ModuleNotFoundError: No module named 'yaml'"


def test_repeated_frames_are_counted():
    """A recursion is shown as the standard library shows it."""

    def again():
        again()

    text = from_exception(caught(again)).text
    assert text.count(b", in again") <= 6
    assert b"[Previous line repeated " in text


@pytest.fixture
def versioned(tmp_path):
    """An entry for a version of a package, and a module of that package."""
    versions.installed.cache_clear()
    entry = entry_yaml("widget is broken", "text: widget is broken")
    entry += "applies_to:\n  packages: {'python:pytest': '>=1'}\n"
    yield Matcher.open(write_kb(tmp_path / "kb", {"a/widget": entry}), builtin=False)
    versions.installed.cache_clear()


def from_module(name):
    code = compile("raise ValueError('widget is broken')", "<test>", "exec")
    return caught(lambda: exec(code, {"__name__": name, "__builtins__": {"ValueError": ValueError}}))


def test_versions_of_touched_packages(versioned):
    """The installed version counts if a module of the package is in the traceback, and only then."""
    assert versioned.match(from_module("pytest.inner")).best.tier == "identified"
    assert versioned.match(from_module("other")).best.tier == "uncertain"
    assert versioned.match("ValueError: widget is broken").best.tier == "uncertain"


def test_given_versions_win(versioned):
    """What the caller tells of a package is not asked of this process."""
    found = versioned.match(from_module("pytest"), context=Context(packages={"python:pytest": "0.1"}))
    assert (found.best, found.other_versions[0].id) == (None, "a/widget")


def test_versions_are_asked_only_if_an_entry_asks(versioned, monkeypatch):
    """Nothing is looked up for an error of which no entry asks for a version."""
    asked = []
    real = importlib.metadata.distribution
    monkeypatch.setattr(importlib.metadata, "distribution", lambda name: asked.append(name) or real(name))
    matcher.match(caught(chained))
    assert asked == []
    versioned.match(from_module("pytest"))
    versioned.match(from_module("pytest"))
    assert asked == ["pytest"]


def test_modules_named_unlike_their_package():
    """PyYAML gives `yaml`; a package that is not installed has no version."""
    version, modules = versions.installed("PyYAML")
    assert version
    assert "yaml" in modules
    assert versions.installed("no-such-package-anywhere") == ("", frozenset())
