"""`install()` and `uninstall()`: advice on exceptions that nobody catches, before they are printed.

Each hook of ours attaches the note and calls the previous hook, exactly once, with the same arguments. When
the interpreter is being taken apart it only calls the previous one. Nothing that gives advice is loaded
before the first error.
"""

import os
import sys

from matcher.doors.later import Later

TYPE_CHECKING = False  # as `typing` has it, without its cost
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType
    from typing import Any

    from matcher.api import Matcher

_PACKAGE = os.path.join(os.path.dirname(os.path.dirname(__file__)), "")
_GENERATOR: "Any" = type(_ for _ in ())
SHARE = 0.01  # of the wall time of a thread, in a storm of errors
_CANNOT_WRITE = (OSError, ValueError, AttributeError)


class _Hook:
    """One hook of ours: where it stands, what was there before, and whether it still advises."""

    __slots__ = ("active", "attribute", "ours", "owner", "previous")

    def __init__(
        self, owner: "Any", attribute: str, make: "Callable[[Callable[..., Any], _Hook], Callable[..., Any]]"
    ) -> None:
        self.owner = owner
        self.attribute = attribute
        self.previous = getattr(owner, attribute)
        self.active = True
        self.ours = make(self.previous, self)
        setattr(owner, attribute, self.ours)

    def remove(self) -> None:
        """Put back what was there, if nobody has put something on top; else only fall silent."""
        self.active = False
        if getattr(self.owner, self.attribute, None) is self.ours:
            setattr(self.owner, self.attribute, self.previous)


_installed: "dict[str, _Hook]" = {}
_later: "list[Later]" = []
_given: "dict[str, Any]" = {}  # what `install` was given, for when the first error comes


def install(matcher: "Matcher | None" = None, *, interactive: bool = False, share: float = SHARE) -> None:
    """Explain every exception that nobody catches: its traceback ends with what it means and what to do.

    Hooks `sys.excepthook`, `threading.excepthook`, `sys.unraisablehook` and the exception handling of
    asyncio's event loops. The program does what it did: the previous hooks are called, exit status and
    order of output stay. In an interactive interpreter nothing happens unless `interactive` is true.
    Calling it again changes nothing but `matcher` and `share`. `matcher` is the knowledge base to ask, the
    default one unless given; `share` is the part of a thread's time that advice may take in a storm.

    Cost: some 100 us; nothing of the engine is imported before the first error. `threading` and `asyncio`
    are not imported at all: if the program does it, they are hooked then.
    """
    if not interactive and (hasattr(sys, "ps1") or sys.flags.interactive):
        return
    _given.update(matcher=matcher, share=share)
    if _installed:
        return
    _installed["sys.excepthook"] = _Hook(sys, "excepthook", _excepthook)
    _installed["sys.unraisablehook"] = _Hook(sys, "unraisablehook", _unraisablehook)
    wanted: dict[str, Callable[[ModuleType], None]]
    wanted = {"threading": _hook_threading, "asyncio.base_events": _hook_asyncio}
    for name in list(wanted):
        if name in sys.modules:
            wanted.pop(name)(sys.modules[name])
    if wanted:
        _later.append(Later(wanted))


def uninstall() -> None:
    """Take the hooks back that are still ours; one that somebody has put another one on falls silent."""
    while _later:
        _later.pop().stop()
    while _installed:
        _installed.popitem()[1].remove()
    _given.update(matcher=None, share=SHARE)
    if "matcher.doors.notes" in sys.modules:
        _notes()


def _notes() -> "Any":
    """What gives advice, told what `install` was given."""
    from matcher.doors import guard, notes

    if _given:
        guard.limit(_given["share"])
        notes.use(_given["matcher"])
        _given.clear()
    return notes


def _attach(error: object) -> None:
    """Attach the advice to an exception, if there is any."""
    _notes().attach(error)


def _hook_threading(module: "ModuleType") -> None:
    _installed["threading.excepthook"] = _Hook(module, "excepthook", _threadhook)


def _hook_asyncio(module: "ModuleType") -> None:
    _installed["asyncio"] = _Hook(module.BaseEventLoop, "call_exception_handler", _loophook)


def _excepthook(previous: "Callable[..., Any]", hook: _Hook) -> "Callable[..., Any]":
    attach, is_finalizing, is_plain = _attach, sys.is_finalizing, previous is sys.__excepthook__

    def excepthook(kind: "Any", error: "Any", trace: "Any") -> None:
        try:
            if hook.active and not is_finalizing():
                attach(error)
        except (Exception, KeyboardInterrupt):
            pass  # the program ends here anyway, with its own traceback and status
        try:
            previous(kind, error, trace)
        except Exception as failure:
            if is_plain or not say_as_python(failure, kind, error, trace):
                raise

    return excepthook


def say_as_python(failure: "Any", kind: "Any", error: "Any", trace: "Any") -> bool:
    """Print what the interpreter does if a hook raises, without the frame of ours that it would see."""
    plain = sys.__excepthook__
    try:
        own = failure.__traceback__
        failure.__traceback__ = None if own is None else own.tb_next
        sys.stderr.write("Error in sys.excepthook:\n")
        plain(type(failure), failure, failure.__traceback__)
        sys.stderr.write("\nOriginal exception was:\n")
        plain(kind, error, trace)
        return True
    except _CANNOT_WRITE:
        return False


def _threadhook(previous: "Callable[..., Any]", hook: _Hook) -> "Callable[..., Any]":
    attach, is_finalizing = _attach, sys.is_finalizing

    def excepthook(args: "Any") -> "Any":
        try:
            if hook.active and not is_finalizing():
                attach(args.exc_value)
        except (Exception, KeyboardInterrupt):
            pass
        return previous(args)

    return excepthook


def _unraisablehook(previous: "Callable[..., Any]", hook: _Hook) -> "Callable[..., Any]":
    attach, load, is_finalizing, ours = _attach, _notes, sys.is_finalizing, _PACKAGE
    shows_no_notes = previous is sys.__unraisablehook__  # then the text is written behind its traceback

    def unraisablehook(unraisable: "Any") -> "Any":
        text, interrupt = "", False
        one = unraisable.object
        if type(one) is _GENERATOR and one.gi_code.co_filename.startswith(ours):
            return (
                None  # a generator of ours could not be closed: no stack or no memory; not the host's matter
            )
        try:
            if hook.active and not is_finalizing():
                if shows_no_notes:
                    text = load().advice_on(unraisable.exc_value)
                else:
                    attach(unraisable.exc_value)
        except Exception:
            pass
        except KeyboardInterrupt:  # here nobody would see it: it is sent again, to the program
            interrupt = True
        result = previous(unraisable)
        try:
            if text:
                sys.stderr.write(text + "\n")
        except Exception:
            pass
        if interrupt:
            from _thread import interrupt_main

            interrupt_main()
        return result

    return unraisablehook


def _loophook(previous: "Callable[..., Any]", hook: _Hook) -> "Callable[..., Any]":
    attach, is_finalizing = _attach, sys.is_finalizing

    def call_exception_handler(self: "Any", context: "Any") -> "Any":
        interrupt: KeyboardInterrupt | None = None
        try:
            if hook.active and not is_finalizing():
                attach(context.get("exception"))
        except Exception:
            pass
        except KeyboardInterrupt as error:
            interrupt = error
        result = previous(self, context)
        if interrupt is not None:
            raise interrupt
        return result

    return call_exception_handler
