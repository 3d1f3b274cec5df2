"""`with advising():` and `@advised`: exceptions that pass through get advice, and nothing else changes."""

from matcher.doors.notes import attach

TYPE_CHECKING = False  # as `typing` has it, without its cost
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Any, TypeVar

    Function = TypeVar("Function", bound=Callable[..., Any])

_GENERATOR, _COROUTINE, _ASYNC_GENERATOR = 0x20, 0x80, 0x200  # of `co_flags`
_trace_of = BaseException.__dict__["__traceback__"].__get__
_with_trace = BaseException.with_traceback


class Advising:
    """The context manager: an exception that leaves the block gets advice and goes on unchanged."""

    __slots__ = ()

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: "BaseException | None", trace: "TracebackType | None") -> None:
        try:
            attach(error)
        except Exception:  # no stack or no memory is left: the exception of the block is what matters
            pass


_ADVISING = Advising()


def advising() -> Advising:
    """Give a context manager that advises on the exception that leaves its block, and lets it pass.

    Works in async functions too: `with`, not `async with`.

    >>> try:
    ...     with advising():
    ...         raise ModuleNotFoundError("No module named 'yaml'")
    ... except ModuleNotFoundError as error:
    ...     print(error.__notes__[0].splitlines()[0])
    matcher: Python cannot find the module yaml
    """
    return _ADVISING


def advised(function: "Function") -> "Function":
    """Advise on what leaves a function: a plain one, `async def`, a generator or an async generator.

    Name, signature and kind of the function stay, and no frame of ours is in the traceback. An exception
    inside a generator gets advice when it leaves the generator. Methods, class methods and static methods are
    functions as well; of a class, decorate the methods. Raises `TypeError` for what is none.
    """
    from functools import wraps

    if isinstance(function, (classmethod, staticmethod)):
        return type(function)(advised(function.__func__))
    if isinstance(function, type) or not callable(function):
        raise TypeError(f"advised() takes a function, not {function!r}")
    code = getattr(function, "__code__", None)
    flags = getattr(code, "co_flags", 0)
    make = _plain
    if flags & _COROUTINE:
        make = _coroutine
    elif flags & _ASYNC_GENERATOR:
        make = _async_generator
    elif flags & _GENERATOR:
        make = _generator
    return wraps(function)(make(function))  # type: ignore[return-value]


def _passing(error: BaseException) -> None:
    """Attach advice to an exception that passes, and take the frame of the wrapper out of its traceback."""
    try:
        trace = _trace_of(error)
        _with_trace(error, trace.tb_next if trace is not None else None)
        attach(error)
    except Exception:
        pass


def _plain(function: "Callable[..., Any]") -> "Callable[..., Any]":
    def wrapper(*args: "Any", **kwargs: "Any") -> "Any":
        try:
            return function(*args, **kwargs)
        except Exception as error:
            _passing(error)
            raise

    return wrapper


def _coroutine(function: "Callable[..., Any]") -> "Callable[..., Any]":
    async def wrapper(*args: "Any", **kwargs: "Any") -> "Any":
        try:
            return await function(*args, **kwargs)
        except Exception as error:
            _passing(error)
            raise

    return wrapper


def _generator(function: "Callable[..., Any]") -> "Callable[..., Any]":
    def wrapper(*args: "Any", **kwargs: "Any") -> "Any":
        try:
            return (yield from function(*args, **kwargs))
        except Exception as error:
            _passing(error)
            raise

    return wrapper


def _async_generator(function: "Callable[..., Any]") -> "Callable[..., Any]":
    async def wrapper(*args: "Any", **kwargs: "Any") -> "Any":
        source = function(*args, **kwargs)
        try:
            step = source.__anext__()
            while True:
                try:
                    value = await step
                except StopAsyncIteration:
                    return
                try:
                    sent = yield value
                except GeneratorExit:
                    raise
                except BaseException as thrown:
                    step = source.athrow(thrown)
                else:
                    step = source.asend(sent)
        except Exception as error:
            _passing(error)
            raise
        finally:
            await source.aclose()

    return wrapper
