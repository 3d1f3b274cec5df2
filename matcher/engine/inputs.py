"""What `match` takes -> a haystack. Nothing is imported for an input that nobody has."""

import sys
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Union

from matcher.engine import foreign
from matcher.engine.haystack import Budget, Haystack, normalize
from matcher.errors import InputError
from matcher.traces.controls import may_have_prefixes

if TYPE_CHECKING:
    from logging import LogRecord
    from traceback import TracebackException

ExcInfo = tuple[type[BaseException] | None, BaseException | None, TracebackType | None]
#: What `match` takes; None is the exception that is being handled.
Matchable = Union[
    str, bytes, BaseException, "TracebackException", ExcInfo, "LogRecord", Mapping[str, Any], None
]

TAKES = (
    "match() takes text, bytes, an exception, a TracebackException, sys.exc_info(), a LogRecord "
    "or a dict of OpenTelemetry exception.* attributes"
)
#: https://opentelemetry.io/docs/specs/semconv/exceptions/exceptions-logs/
OTEL_TYPE, OTEL_MESSAGE, OTEL_TRACE = "exception.type", "exception.message", "exception.stacktrace"


def haystack_of(
    error: Matchable, attributes: Sequence[str] = (), first_line: int = 1, budget: Budget | None = None
) -> Haystack:
    """Build the haystack of anything that `match` takes. Raises `InputError` for another type."""
    kinds = foreign.mro_of(type(error))  # not `isinstance`: a proxy may raise when it is asked for its class
    if str in kinds or bytes in kinds:
        return _of_text(error, first_line)
    if error is None:
        error = sys.exc_info()[1]
    elif tuple in kinds:
        error = _of_exc_info(error)
    kinds = foreign.mro_of(type(error))
    if BaseException in kinds:
        from matcher.engine.live import from_exception

        return from_exception(error, attributes, budget)  # type: ignore[arg-type]
    if _is(kinds, "traceback", "TracebackException"):
        from matcher.engine.kept import from_kept

        return from_kept(error)
    if _is(kinds, "logging", "LogRecord"):
        return _of_record(error, attributes, budget)
    if dict in kinds or _is_mapping(error):
        return _of_attributes(error, first_line)
    raise InputError(
        f"{TAKES}, "
        + ("and no exception is being handled" if error is None else f"not {type(error).__name__}")
    )


def _is(kinds: tuple[type, ...], module: str, name: str) -> bool:
    """Whether a class is that one or derives from it; a module that nobody has loaded made none."""
    wanted = getattr(sys.modules.get(module), name, None)
    return wanted is not None and wanted in kinds


def _is_mapping(value: Any) -> bool:
    return value is not None and foreign.call(isinstance, value, Mapping) is True


def _of_text(error: Any, first_line: int) -> Haystack:
    data = str.encode(error, "utf-8", "backslashreplace") if isinstance(error, str) else bytes(error)
    text = normalize(data)
    if may_have_prefixes(text):
        from matcher.traces.assembler import without_prefixes

        text = without_prefixes(text)
    return Haystack(text, None, first_line)


def _of_exc_info(found: Any) -> Any:
    """The exception of `sys.exc_info()`, None if there is none; else what was given."""
    if tuple.__len__(found) != 3:
        return found
    error = tuple.__getitem__(found, 1)
    if error is None:
        return None if tuple.__getitem__(found, 0) is None else found
    return error


def _of_record(record: Any, attributes: Sequence[str], budget: Budget | None) -> Haystack:
    """A log record: its exception, else the text of one, else its message."""
    given = record.exc_info
    if isinstance(given, tuple):
        given = _of_exc_info(given)
    if given is not None and foreign.is_exception(given):
        from matcher.engine.live import from_exception

        return from_exception(given, attributes, budget)
    if isinstance(record.exc_text, str) and record.exc_text:
        return _of_text(record.exc_text, 1)
    message = foreign.call(record.getMessage)
    if not isinstance(message, str):  # the arguments do not fit: the words without them are still there
        message = record.msg if isinstance(record.msg, str) else ""
    return _of_text(message, 1)


def _of_attributes(given: Any, first_line: int) -> Haystack:
    """The attributes that OpenTelemetry has for an exception: of a span event or of a log record."""
    values = [foreign.call(given.get, key) for key in (OTEL_TYPE, OTEL_MESSAGE, OTEL_TRACE)]
    kind, message, trace = [one if isinstance(one, str) else "" for one in values]
    if not (kind or message or trace):
        raise InputError(f"{TAKES}; this dict has no {OTEL_TYPE}, {OTEL_MESSAGE} or {OTEL_TRACE}")
    header = ": ".join(one for one in (kind, message) if one)
    if not trace:
        return _of_text(header, first_line)
    # Some exporters leave the header out, or cut a long trace before it.
    said = (message or kind).strip() in trace
    return _of_text(trace if said else f"{trace.rstrip()}\n{header}", first_line)
