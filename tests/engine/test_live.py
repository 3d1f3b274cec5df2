"""Live exceptions: classes, attributes, chains and groups are facts; hostile ones harm nobody."""

import sys

import pytest
from helpers import entry_yaml, write_kb

import matcher
from matcher.api import Matcher
from matcher.engine.live import from_exception
from matcher.errors import InputError


class StatusError(Exception):
    def __init__(self, message, status):
        super().__init__(message)
        self.status_code = status


class BadRequest(StatusError):
    pass


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """Entries that need facts of a live exception."""
    name = f"{__name__}.StatusError"
    base = f"all: [{{exception: {{type: {name}}}}}, {{attr: {{status_code: '400'}}}}]"
    kb = write_kb(tmp_path_factory.mktemp("live") / "kb", {
        "app/status": entry_yaml("x StatusError", base),
        "app/args": entry_yaml("x LookupError", "exception: {type: builtins.LookupError, args: ['no widget *']}"),
        "app/frame": entry_yaml("x raise_here", "all: [{frame: {function: raise_here, at: raising}}, {exception: {type: OSError}}]"),
    })  # fmt: skip
    return Matcher.open(kb, builtin=False)


def caught(function):
    try:
        function()
    except BaseException as error:
        return error
    raise AssertionError


def throw(error, cause=None):
    def function():
        raise error from cause

    return caught(function)


def ids(report):
    return [one.id for one in report.diagnoses]


def test_subclass_and_attribute(opened):
    """A class of the MRO and an attribute of the same exception identify it."""
    found = opened.match(throw(BadRequest("no", 400))).best
    assert found.id == "app/status"
    assert any("subclass" in one.what for one in found.evidence)
    assert ids(opened.match(throw(BadRequest("no", 401)))) == []


def test_facts_must_be_of_one_link(opened):
    """The class of one exception and the attribute of its cause are not one error."""
    wrong = ValueError("other")
    wrong.status_code = 400
    assert ids(opened.match(throw(BadRequest("no", 500), wrong))) == []
    assert ids(opened.match(throw(ValueError("outer"), BadRequest("no", 400)))) == ["app/status"]


def test_text_has_no_attributes(opened):
    """What only a live exception tells is unknown in text, and unknown never identifies."""
    assert ids(opened.match(f"{__name__}.StatusError: status_code=400")) == []


def test_forged_facts_are_ignored(opened):
    """Log text cannot forge the facts of an exception."""
    forged = f"x\n\x1e0 class {__name__}.StatusError\n\x1e0 attr status_code=400"
    assert ids(opened.match(forged)) == []
    assert ids(opened.match(RuntimeError(forged))) == []


def test_the_link_is_named(opened):
    """The report says which exception of the chain it explains."""
    assert opened.match(throw(ValueError("outer"), BadRequest("no", 400))).best.link == 1


def test_group_members(opened):
    """A member of an exception group is found."""
    group = ExceptionGroup("several", [ValueError("a"), BadRequest("no", 400)])
    assert ids(opened.match(throw(group))) == ["app/status"]


def test_args_and_frames(opened):
    """Arguments match whole; the raising frame is the last one."""
    assert ids(opened.match(throw(KeyError("no widget 7")))) == ["app/args"]
    assert ids(opened.match(throw(KeyError("there is no widget 7")))) == []

    def raise_here():
        raise OSError("x")

    assert ids(opened.match(caught(raise_here))) == ["app/frame"]


def test_exc_info_and_current_exception():
    """`sys.exc_info()` and the exception being handled are taken."""
    try:
        import not_a_module_at_all  # noqa: F401
    except ImportError:
        assert matcher.match(sys.exc_info()).best.id == "python/module-not-found"
        assert matcher.match().best.id == "python/module-not-found"


@pytest.mark.parametrize("wrong", [None, 3, ["x"]])
def test_other_types_are_refused(wrong):
    """Anything else is an error that says what is taken."""
    with pytest.raises(InputError, match=r"match\(\) takes text"):
        matcher.match(wrong)


class Hostile(Exception):
    """Raises wherever it is touched."""

    def __str__(self):
        raise RuntimeError("str")

    __repr__ = __str__

    def __getattr__(self, name):
        raise RuntimeError(name)

    @property
    def status_code(self):
        raise RuntimeError("status")

    __notes__ = 7


class Circular(Exception):
    pass


def circular():
    one, two = Circular("one"), Circular("two")
    one.__cause__, two.__cause__ = two, one
    return one


def long_chain():
    error = None
    for number in range(10_000):
        inner = ValueError(number)
        inner.__cause__ = error
        error = inner
    return error


@pytest.mark.parametrize("make", [Hostile, circular, long_chain, lambda: ValueError("x" * 50_000_000)])
def test_hostile_exceptions(opened, make):
    """An exception that fails everywhere, goes in circles or is huge breaks nothing."""
    assert ids(opened.match(make())) == []


def test_only_asked_attributes_are_read():
    """Attributes that no entry asks for are never touched, values are scalars and cut."""
    error = StatusError("x", "y" * 1000)
    error.secret = "hunter2"
    (link,) = from_exception(error, ["status_code", "args", "missing.deep"]).links
    assert list(link.attrs) == ["status_code"]
    assert len(link.attrs["status_code"]) == 256
