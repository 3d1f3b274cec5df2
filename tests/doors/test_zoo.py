"""Hostile exceptions: nothing escapes, whatever they do, and the time stays bounded beside plain formatting."""

import contextlib
import io
import logging
import sys
import time

import pytest
from doors.zoo import ZOO

import matcher
from matcher.doors import guard


def caught(error, around):
    """What comes out of a block that raises it: its class, and whether it is the very one."""
    try:
        with around:
            raise error
    except BaseException as other:
        return type.__dict__["__qualname__"].__get__(type(other)), other is error


@pytest.fixture(autouse=True)
def fresh():
    guard.reset()
    yield
    guard.reset()


def test_the_zoo_is_large():
    """At least a hundred animals."""
    assert len(ZOO) >= 100


@pytest.mark.parametrize("name", ZOO)
def test_advise_never_fails(name):
    """`advise` returns the very exception, `match` gives a report, `advising` lets it pass unchanged."""
    error = ZOO[name]()
    same = matcher.advise(error) is error  # a bool: pytest would show the operands, and cannot
    assert same
    assert matcher.match(error).source == "-"
    plain = caught(error, contextlib.nullcontext())
    assert caught(error, matcher.advising()) == plain


@pytest.mark.parametrize("name", ZOO)
def test_no_bound_is_missing(name):
    """No animal costs more than 150 ordinary exceptions: nothing is copied, shown or walked without a limit."""
    error = ZOO[name]()
    ordinary = cost(ModuleNotFoundError("No module named 'yaml'"))
    assert cost(error) < 150 * ordinary  # the hooks have 25 ms, a known exception takes some 0.2 ms


def cost(error):
    """The time of the thread for one match with its advice, the best of five."""
    times = []
    for _ in range(5):
        start = time.thread_time()
        _ = matcher.match(error).best
        times.append(time.thread_time() - start)
    return min(times)


def test_the_previous_hook_gets_every_animal(monkeypatch):
    """The hook calls the previous one exactly once with the same arguments, for every animal."""
    seen = []
    monkeypatch.setattr(sys, "excepthook", lambda *args: seen.append(args))
    matcher.install()
    try:
        for make in ZOO.values():
            error = make()
            arguments = (type(error), error, None)
            seen.clear()
            sys.excepthook(*arguments)
            assert len(seen) == 1
            assert all(a is b for a, b in zip(seen[0], arguments, strict=True))
    finally:
        matcher.uninstall()


def test_keyboard_interrupt_passes_from_everywhere():
    """A Ctrl-C that arrives inside foreign code is not swallowed."""

    class Interrupted(Exception):
        def __str__(self):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        matcher.advise(Interrupted())
    with pytest.raises(KeyboardInterrupt):
        matcher.match(Interrupted())


def test_control_flow_is_left_alone():
    """Nothing of an exception is read that ends a program, a task or a generator on purpose."""
    for kind in (KeyboardInterrupt, SystemExit, GeneratorExit):

        class Watched(kind):
            def __str__(self):
                raise AssertionError("read")

        error = Watched("No module named 'yaml'")
        assert matcher.advise(error) is error
        assert not hasattr(error, "__notes__")
    assert guard.stats()["seen"] == 0


def test_no_recursion_through_logging():
    """A handler that matches what it logs, while an exception is being matched, goes one level deep."""
    depth = most = 0

    class Handler(logging.Handler):
        def emit(self, record):
            nonlocal depth, most
            depth += 1
            most = max(most, depth)
            matcher.match(record)
            matcher.advise(record.exc_info[1])
            depth -= 1

    logger = logging.Logger("recursion")
    logger.addHandler(Handler())

    class Logs(Exception):
        def __str__(self):
            try:
                raise Logs
            except Logs:
                logger.exception("inside")
            return "shown"

    matcher.advise(Logs())
    assert most == 1


def test_no_advice_on_a_hook_that_raises():
    """A previous hook that raises is reported as the interpreter reports it, without a frame of ours."""
    code = "import sys\ndef hook(*args): 1/0\nsys.excepthook = hook\n{}\nimport not_there_at_all"
    import subprocess

    said = []
    for install in ("", "import matcher; matcher.install()"):
        done = subprocess.run([sys.executable, "-c", code.format(install)], capture_output=True, text=True)
        said.append(
            (done.returncode, done.stderr.partition("\nmatcher: ")[0].rstrip(), "doors" in done.stderr)
        )
    assert said[0] == said[1]


def test_secrets_in_locals_stay_there():
    """A canary in a local variable appears neither in the searched bytes nor in the note."""
    from matcher.engine.live import from_exception

    def fails():
        password = "canary-" + "hunter2"
        assert password
        raise ModuleNotFoundError("No module named 'yaml'")

    try:
        fails()
    except ModuleNotFoundError as error:
        matcher.advise(error)
        assert "canary-hunter2" not in "".join(error.__notes__)
        assert b"canary-hunter2" not in from_exception(error).data


def test_nothing_is_printed(capfd, monkeypatch):
    """Whatever goes wrong inside, the streams of the program stay as they are."""
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    for make in ZOO.values():
        matcher.advise(make())
    assert sys.stderr.getvalue() == ""
    assert capfd.readouterr() == ("", "")
