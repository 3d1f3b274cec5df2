"""`advise`, `advising`, `advised`: three plain lines, once, on the exception that passes."""

import asyncio
import copy
import inspect
import pickle
import traceback

import pytest
from helpers import entry_yaml, write_kb

import matcher
from matcher.api import Matcher
from matcher.doors import guard


@pytest.fixture(autouse=True)
def fresh():
    guard.reset()
    yield
    guard.reset()


def missing(name="yamll"):
    raise ModuleNotFoundError(f"No module named {name!r}")


def caught(function, *args):
    try:
        function(*args)
    except Exception as error:
        return error


def test_the_note():
    """What it is, the likely cause, the first fix with the command that tells more: three lines."""
    error = matcher.advise(caught(missing))
    (note,) = error.__notes__
    lines = note.splitlines()
    assert len(lines) == 3
    assert lines[0] == "matcher: Python cannot find the module yamll"
    assert lines[1].startswith("  Likely: ")
    assert lines[2].startswith("  Fix: ")
    assert lines[2].endswith("(matcher explain python/module-not-found)")
    assert "".join(traceback.format_exception(error)).endswith(f"{note}\n")


def pickled(error):
    return pickle.loads(pickle.dumps(error))  # noqa: S301


@pytest.mark.parametrize("again", [lambda e: e, copy.copy, copy.deepcopy, pickled])
def test_once_only(again):
    """Advised again, also as a copy or after pickling, it keeps its one note."""
    error = again(matcher.advise(caught(missing)))
    assert len(matcher.advise(error).__notes__) == 1


def test_once_in_a_chain():
    """If the cause has been advised already, the wrapper does not say the same again."""
    try:
        try:
            missing()
        except ImportError as inner:
            raise RuntimeError("cannot start") from matcher.advise(inner)
    except RuntimeError as error:
        assert not hasattr(matcher.advise(error), "__notes__")


def test_the_link_is_named():
    """Advice on a wrapper says which exception of the chain it explains."""
    try:
        try:
            missing()
        except ImportError as inner:
            raise RuntimeError("cannot start") from inner
    except RuntimeError as error:
        (note,) = matcher.advise(error).__notes__
    assert note.splitlines()[0].endswith("yamll (explains the cause ModuleNotFoundError)")


def test_a_group_gets_advice_on_its_member():
    """The note is on the group, and names the member."""
    group = ExceptionGroup("several", [ValueError("x"), caught(missing)])
    (note,) = matcher.advise(group).__notes__
    assert "(explains the member ModuleNotFoundError)" in note


def test_other_notes_stay():
    """Notes of others are kept, before ours."""
    error = caught(missing)
    error.add_note("mine")
    assert matcher.advise(error).__notes__[0] == "mine"
    assert len(error.__notes__) == 2


@pytest.mark.parametrize(
    "error", [None, ValueError("nothing known of this"), KeyboardInterrupt(), SystemExit(1), 7]
)
def test_silent(error):
    """Nothing known, or not an `Exception`: no note, and the same object comes back."""
    assert matcher.advise(error) is error
    assert not hasattr(error, "__notes__")


def test_low_confidence_is_silent(tmp_path):
    """A wording that is not rare enough for medium confidence says nothing."""
    common = entry_yaml("went wrong", "text: went wrong").replace("experimental", "draft")
    rare = entry_yaml("the frobnicator lost its zorkmid", "text: the frobnicator lost its zorkmid")
    opened = Matcher.open(write_kb(tmp_path / "kb", {"a/common": common, "a/rare": rare}), builtin=False)
    assert not hasattr(matcher.advise(ValueError("went wrong"), matcher=opened), "__notes__")
    assert matcher.advise(ValueError("the frobnicator lost its zorkmid"), matcher=opened).__notes__


def test_controls_of_the_message_stay_out():
    """Terminal controls, bidi marks and CI commands in a captured value are harmless in the note."""
    error = ModuleNotFoundError("No module named 'a\x1b[2J\u202e::error::b'")
    note = getattr(matcher.advise(error), "__notes__", [""])[0]
    assert "\x1b" not in note
    assert "\u202e" not in note


def test_advising_passes_the_same_exception():
    """The exception that leaves the block is the same one, its traceback has no frame of ours."""
    error = ModuleNotFoundError("No module named 'yaml'")
    with pytest.raises(ModuleNotFoundError) as info, matcher.advising():
        raise error
    assert info.value is error
    assert len(error.__notes__) == 1
    assert frames(error) == ["test_advising_passes_the_same_exception"]


def frames(error):
    return [frame.name for frame in traceback.extract_tb(error.__traceback__)]


class Service:
    @matcher.advised
    def method(self, name: str, *, deep: int = 1) -> int:
        """Documented."""
        missing(name)

    @matcher.advised
    @classmethod
    def of_class(cls):
        missing(cls.__name__)

    @staticmethod
    @matcher.advised
    def static():
        missing("static")


def test_advised_functions_keep_their_face():
    """Name, documentation, signature and annotations stay; the frames are those of the function."""
    assert Service.method.__doc__ == "Documented."
    assert str(inspect.signature(Service.method)) == "(self, name: str, *, deep: int = 1) -> int"
    error = caught(Service().method, "a")
    assert frames(error) == ["caught", "method", "missing"]
    assert len(error.__notes__) == 1
    assert "module Service" in caught(Service.of_class).__notes__[0]
    assert "module static" in caught(Service.static).__notes__[0]


def test_advised_coroutines():
    """A coroutine function stays one; results and cancellation pass."""

    @matcher.advised
    async def work(what):
        await asyncio.sleep(0)
        if what == "wait":
            await asyncio.sleep(60)
        if what == "fail":
            missing()
        return what

    async def main():
        task = asyncio.create_task(work("wait"))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError) as cancelled:
            await task
        assert not hasattr(cancelled.value, "__notes__")
        return await work("value")

    assert inspect.iscoroutinefunction(work)
    assert asyncio.run(main()) == "value"
    error = caught(asyncio.run, work("fail"))
    assert frames(error)[-2:] == ["work", "missing"]
    assert "wrapper" not in frames(error)
    assert len(error.__notes__) == 1


def test_advised_generators():
    """A generator takes and gives values, is closed, and advises on what leaves it."""
    closed = []

    @matcher.advised
    def numbers():
        try:
            got = yield 1
            assert got == "sent"
            yield 2
            missing()
        finally:
            closed.append(True)

    assert inspect.isgeneratorfunction(numbers)
    one = numbers()
    assert (next(one), one.send("sent")) == (1, 2)
    error = caught(next, one)
    assert frames(error) == ["caught", "numbers", "missing"]
    assert len(error.__notes__) == 1
    other = numbers()
    next(other)
    other.close()
    assert closed == [True, True]


def test_advised_async_generators():
    """An async generator does the same."""
    closed = []

    @matcher.advised
    async def numbers():
        try:
            try:
                got = yield 1
            except KeyError:
                got = "thrown"
            yield got
            missing()
        finally:
            closed.append(True)

    async def main():
        one = numbers()
        assert [await anext(one), await one.asend("sent")] == [1, "sent"]
        with pytest.raises(ModuleNotFoundError) as info:
            await anext(one)
        assert len(info.value.__notes__) == 1
        other = numbers()
        await anext(other)
        assert await other.athrow(KeyError()) == "thrown"
        await other.aclose()
        with pytest.raises(StopAsyncIteration):
            await anext(other)

    assert inspect.isasyncgenfunction(numbers)
    asyncio.run(main())
    assert closed == [True, True]


@pytest.mark.parametrize("wrong", [int, 7, "x"])
def test_advised_takes_functions(wrong):
    """A class or a value is a mistake that is said at once."""
    with pytest.raises(TypeError, match="takes a function"):
        matcher.advised(wrong)
