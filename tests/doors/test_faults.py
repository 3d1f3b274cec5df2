"""A fault at every internal call: traceback, exit status and order of output are those of the plain program."""

import gc
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from doors.faults import KINDS, Injector, without_notes

import matcher
from matcher.doors import guard

COLD_POINTS = int(os.environ.get("MATCHER_FAULT_POINTS", "60"))


def failing():
    try:
        raise ModuleNotFoundError("No module named 'yaml'")
    except ModuleNotFoundError as inner:
        raise RuntimeError("cannot start") from inner


def shown(point, kind):
    """What the hook prints for a failure with a fault at one point; and how many points it passed."""
    guard.reset()
    try:
        failing()
    except RuntimeError as error:
        with Injector(point, kind) as injector:
            sys.excepthook(type(error), error, error.__traceback__)
    return injector.passed


@pytest.fixture
def hooked(monkeypatch):
    """The hook in front of Python's own one."""
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    matcher.install()
    yield
    matcher.uninstall()
    guard.reset()


def test_every_call_of_the_warm_path(hooked, monkeypatch):
    """At least 300 points, each with an exception, no memory, no stack: the traceback is byte-identical."""
    text = io.StringIO()
    monkeypatch.setattr(sys, "stderr", text)
    shown(None, None)
    text.seek(text.truncate(0))
    points = shown(None, None)
    with_note = text.getvalue()
    plain = without_notes(with_note)
    assert with_note != plain
    wrong = []
    noted = 0
    gc.collect()
    gc.disable()  # a collection inside the package would shift the points
    try:
        for point in range(points):
            for kind in KINDS:
                text.seek(text.truncate(0))
                shown(point, kind)
                said = text.getvalue()
                noted += said == with_note
                if said not in (plain, with_note):
                    wrong.append((point, kind, said))
    finally:
        gc.enable()
    assert wrong[:1] == []
    assert points >= 300
    assert noted < points * len(KINDS) // 2  # most faults did hit


# Without `install`, nobody keeps Python from saying that a generator of ours could not be closed.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("kind", KINDS)
def test_every_call_below_advise(kind):
    """The same for `advise` and `advising`: the exception comes back, nothing else does."""
    advise, advising = matcher.advise, matcher.advising  # resolved on first use: that may fail
    advise(ValueError("warm"))
    for point in range(400):
        guard.reset()
        error = ModuleNotFoundError("No module named 'yaml'")
        with Injector(point, kind):
            same = advise(error)
        assert same is error
        guard.reset()
        passed = None
        with Injector(point, kind):
            try:
                with advising():
                    raise error
            except ModuleNotFoundError as other:
                passed = other
        assert passed is error


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the fresh processes are forks")
def test_calls_of_the_cold_path(tmp_path):
    """In a fresh process, where the first error imports and opens everything: status and stderr are the same."""
    matcher.match("x")  # stores the database: building it has a hundred times the points
    words = [sys.executable, "-m", "doors.faults", str(COLD_POINTS), str(tmp_path / "stderr")]
    tests = str(Path(__file__).parent.parent)
    path = os.pathsep.join((tests, str(Path(matcher.__file__).parent.parent)))
    done = subprocess.run(
        words, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": path}, check=True
    )
    assert done.stdout.split(" ", 1)[1].startswith("0 []"), done.stdout
