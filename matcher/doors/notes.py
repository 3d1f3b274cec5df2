"""`advise(exc)`: what is known of an exception becomes a note on it (PEP 678), which every traceback shows.

At most three short plain lines, once, and never a failure. Nothing of the engine is imported before the first
error.
"""

import sys
from time import monotonic

from matcher.doors import guard

TYPE_CHECKING = False  # as `typing` has it, without its cost
if TYPE_CHECKING:
    from typing import Any, TypeVar

    from matcher.api import Matcher

    Error = TypeVar("Error", bound=BaseException | None)

LOOP_S = 0.025  # an event loop may be held for so long
ATTEMPTS = 3  # to open the knowledge base; then it stays closed

_add_note = BaseException.add_note
_mro_of = type.__dict__["__mro__"].__get__
_state: "dict[str, Any]" = {"matcher": None, "attempts": 0, "warming": False}


def advise(error: "Error", *, matcher: "Matcher | None" = None) -> "Error":
    """Attach what is known about an exception as a note, and return the exception.

    Silent if nothing is known or only with low confidence. Never raises, whatever the exception is; only a
    `KeyboardInterrupt` that arrives meanwhile passes. `KeyboardInterrupt`, `SystemExit`, `GeneratorExit` and
    `CancelledError` are left alone, as is everything that is not an `Exception`.

    Cost: some 100 us for a new failure, some 10 us for one like an earlier one; at most 1 % of the time of
    a thread in a storm. The first call opens the knowledge base.

    >>> error = advise(ModuleNotFoundError("No module named 'yaml'"))
    >>> error.__notes__[0].splitlines()[0]
    'matcher: Python cannot find the module yaml'
    """
    try:
        attach(error, matcher)
    except Exception:  # what guards us has failed itself: no stack or no memory is left
        pass
    return error


def attach(error: object, matcher: "Matcher | None" = None) -> None:
    """Attach the advice, if there is any. May raise only where nothing can be called any more."""
    text = advice_on(error, matcher)
    if text:
        try:
            _add_note(error, text)  # type: ignore[arg-type]
        except KeyboardInterrupt:
            raise
        except BaseException:  # read-only, or `__notes__` is no list: then there is no note
            guard.count("failed")


def advice_on(error: object, matcher: "Matcher | None" = None) -> str:
    """The text of the note for an exception; empty if there is nothing to say, or it is said already.

    Only of an `Exception`: all else ends a program, a task or a generator on purpose.
    """
    if error is None or Exception not in _mro_of(type(error)):
        return ""
    guard.count("seen")
    if matcher is None:
        matcher = _state["matcher"]
    if matcher is None:
        if _state["attempts"] >= ATTEMPTS:
            return ""
        if guard.in_event_loop():
            guard.count("cold")
            _warm_up()
            return ""
        matcher = guard.guarded(_open, free=True)
        if matcher is None:
            return ""
    start = monotonic()
    text: str = guard.guarded(_diagnose, error, matcher) or ""
    if monotonic() - start > LOOP_S and guard.in_event_loop():
        guard.count("slow")
    return text


def use(matcher: "Matcher | None") -> None:
    """Ask this knowledge base from now on; None is the default one, opened at the first error."""
    _state.update(matcher=matcher, attempts=0, warming=False)


def _open() -> "Matcher":
    """Open the knowledge base and load what matching needs: once, not paid for by any thread."""
    _state["attempts"] += 1
    from matcher.api import default
    from matcher.doors import advice

    opened = default()
    advice.load(opened)
    _state["matcher"] = opened
    return opened


def _warm_up() -> None:
    """Open the knowledge base in a thread of its own: an event loop cannot wait for that."""
    if _state["warming"] or sys.is_finalizing():
        return
    _state["warming"] = True
    from _thread import start_new_thread

    try:
        start_new_thread(guard.guarded, (_open,), {"free": True})
    except RuntimeError:  # no more threads
        pass


def _diagnose(error: BaseException, matcher: "Matcher") -> str:
    from matcher.doors import advice

    return advice.advice(error, matcher)
