"""What an exception says of itself: foreign code is called guarded, its answers are cut.

Locals are never read. A property, a `__str__` or a metaclass may raise, lie, log or call us again. So
everything that has a slot of its own is read from the slot, and the rest goes through `call`.
"""

from _thread import _local
from collections.abc import Callable
from itertools import islice
from types import TracebackType
from typing import Any

from matcher.model import is_advice

MESSAGE_CHARACTERS = 16 * 1024  # of one message or note
LARGE_ITEMS = 1_000  # a container with more is not shown: nobody else can bound its `repr`
VALUE_CHARACTERS = 256  # of an attribute or argument
ATTRIBUTE_DEPTH = 3
NOTES = 8
FAILED: Any = object()  # what `call` gives if the foreign code raised
UNREADABLE = "<exception str() failed>"  # as the standard library has it

_HEAP_TYPE = 1 << 9  # of `__flags__`: a class that Python code made

# The slots themselves, which no subclass and no metaclass can replace.
mro_of: Callable[[type], tuple[type, ...]] = type.__dict__["__mro__"].__get__
_dict_of: Callable[[type], Any] = type.__dict__["__dict__"].__get__
_flags_of: Callable[[type], int] = type.__dict__["__flags__"].__get__
_module_of: Callable[[type], Any] = type.__dict__["__module__"].__get__
_qualname_of: Callable[[type], str] = type.__dict__["__qualname__"].__get__
args_of: Callable[[BaseException], tuple[Any, ...]] = BaseException.__dict__["args"].__get__
trace_of: Callable[[BaseException], "TracebackType | None"] = BaseException.__dict__["__traceback__"].__get__
cause_of: Callable[[BaseException], "BaseException | None"] = BaseException.__dict__["__cause__"].__get__
context_of: Callable[[BaseException], "BaseException | None"] = BaseException.__dict__["__context__"].__get__
hides_context: Callable[[BaseException], bool] = BaseException.__dict__["__suppress_context__"].__get__
_file_of: Callable[[Any], Any] = OSError.__dict__["filename"].__get__
_other_file_of: Callable[[Any], Any] = OSError.__dict__["filename2"].__get__
members_of: Callable[[Any], tuple[Any, ...]] = BaseExceptionGroup.__dict__["exceptions"].__get__

_state = _local()


def call(function: Callable[..., Any], *arguments: Any) -> Any:
    """Call foreign code; FAILED if it raised, or if it was reached from within such a call.

    Whatever it raises is its own matter, `SystemExit` too: the standard library prints such an
    exception all the same. Only `KeyboardInterrupt` passes, for it may be a person's Ctrl-C. A handler that
    logs inside a `__str__` and matches what it logs goes no deeper than this.
    """
    if getattr(_state, "inside", False):
        return FAILED
    _state.inside = True
    try:
        return function(*arguments)
    except KeyboardInterrupt:
        raise
    except BaseException:
        return FAILED
    finally:
        _state.inside = False


def is_exception(value: Any, kind: type[BaseException] = BaseException) -> bool:
    """Whether a value really is an exception; `isinstance` would ask its `__class__`."""
    return kind in mro_of(type(value))


def class_name(kind: type) -> str:
    """The qualified name of a class."""
    module = _module_of(kind)
    qualname = cut(_qualname_of(kind), VALUE_CHARACTERS)
    return f"{cut(module, VALUE_CHARACTERS)}.{qualname}" if type(module) is str and module else qualname


def cut(text: str, limit: int = MESSAGE_CHARACTERS) -> str:
    """The first characters of a string, as an exact `str`. Cost: bounded by `limit`."""
    if str.__len__(text) <= limit:
        return text if type(text) is str else str.__str__(text)
    return str.__getitem__(text, slice(0, limit)) + "…"


def message_of(error: BaseException) -> str:
    """The message, cut. Cost: bounded, except for what a `__str__` of Python code does itself."""
    args = args_of(error)
    if OSError in mro_of(type(error)):
        args = (*args, *[one for one in (_file_of(error), _other_file_of(error)) if one is not None])
    if any(_is_large(one) for one in args) and _says_its_arguments(type(error)):
        return cut(", ".join(_small(one) for one in args[:8]))
    text = call(str, error)
    return UNREADABLE if text is FAILED else cut(text)


def _says_its_arguments(kind: type) -> bool:
    """Whether `str()` of it is C code, which shows the arguments in full."""
    for one in mro_of(kind):
        if "__str__" in _dict_of(one):
            return not _flags_of(one) & _HEAP_TYPE
    return True


def _is_large(value: Any) -> bool:
    classes = mro_of(type(value))
    for kind in (str, bytes, bytearray):
        if kind in classes:
            return kind.__len__(value) > MESSAGE_CHARACTERS
    for container in (list, tuple, dict, set, frozenset):
        if container in classes:
            return container.__len__(value) > LARGE_ITEMS
    return False


def _small(value: Any) -> str:
    """An argument beside a large one: strings and numbers are shown, of others the class."""
    classes = mro_of(type(value))
    if str in classes:
        return cut(value)
    if bytes in classes:
        return repr(bytes.__getitem__(value, slice(0, MESSAGE_CHARACTERS // 4)))
    shown = scalar(value)
    return f"<{class_name(type(value))}>" if shown is None else shown


def notes_of(error: BaseException) -> tuple[str, ...]:
    """The notes (PEP 678), cut; ours are left out, for advice is no evidence."""
    notes = call(getattr, error, "__notes__", ())
    kinds = mro_of(type(notes))
    if list in kinds:
        found = list(islice(list.__iter__(notes), 8 * NOTES))
    elif tuple in kinds:
        found = list(islice(tuple.__iter__(notes), 8 * NOTES))
    else:
        return ()
    texts = [cut(one) for one in found if str in mro_of(type(one))]
    return tuple([one for one in texts if not is_advice(one)][:NOTES])


def attributes_of(error: BaseException, names: tuple[str, ...]) -> dict[str, str]:
    """The attributes of some dotted names that are scalars."""
    found = {}
    for name in names:
        value: Any = error
        for part in name.split(".")[:ATTRIBUTE_DEPTH]:
            value = call(getattr, value, part)
            if value is FAILED:
                break
        shown = None if value is FAILED else scalar(value)
        if shown is not None:
            found[name] = shown
    return found


def scalar(value: Any) -> str | None:
    """A scalar as text, cut; None for anything else. Never calls a foreign method."""
    if value is None or value is True or value is False:
        return {None: "null", True: "true", False: "false"}[value]
    classes = mro_of(type(value))
    if int in classes:
        bits = int.bit_length(value)
        return int.__repr__(value) if bits <= 512 else None
    if str in classes:
        return str.__getitem__(value, slice(0, VALUE_CHARACTERS))
    return None


def named_entry(kind: type) -> str:
    """The entry that a class names itself (`__kb_id__`)."""
    for one in mro_of(kind):
        found = _dict_of(one).get("__kb_id__")
        if type(found) is str:
            return found[:VALUE_CHARACTERS]
    return ""
