"""A zoo of hostile exceptions: each maker gives one that raises, lies, is huge or is tangled. Data only."""

import asyncio
import itertools
from collections.abc import Callable


class Raising:
    """What is raised inside foreign code."""

    def __init__(self, kind):
        self.kind = kind

    def __call__(self, *args, **kwargs):
        raise self.kind("hostile")


class Odd(BaseException):
    """Neither Exception nor one of the control-flow classes."""


RAISED = (ValueError, RuntimeError, MemoryError, RecursionError, SystemExit, GeneratorExit,
          asyncio.CancelledError, StopIteration, Odd, UnicodeError)  # fmt: skip
METHODS = ("__str__", "__repr__", "__getattr__", "__getattribute__", "__setattr__", "__hash__", "__eq__", "__bool__",
           "__reduce__", "__dir__", "__len__", "__iter__", "__del_attr__", "add_note", "with_traceback")  # fmt: skip
PROPERTIES = ("__class__", "__dict__", "__notes__", "__cause__", "__context__", "__traceback__", "__suppress_context__",
              "args", "status_code", "response", "errno", "__module__", "__doc__")  # fmt: skip

ZOO: dict[str, Callable[[], BaseException]] = {}


def animal(make):
    ZOO[make.__name__] = make
    return make


def _method(method, kind):
    cls = type("Hostile", (Exception,), {method: lambda self, *a, **k: Raising(kind)()})
    return lambda: BaseException.__new__(cls, "x")


def _property(name, kind):
    cls = type("Hostile", (Exception,), {name: property(Raising(kind), Raising(kind))})
    return lambda: BaseException.__new__(cls, "x")


for _name, _kind in itertools.product(("__str__", "__repr__", "__getattr__", "__getattribute__"), RAISED):
    ZOO[f"{_name} raises {_kind.__name__}"] = _method(_name, _kind)
for _name in METHODS[4:]:
    ZOO[f"{_name} raises"] = _method(_name, ValueError)
for _name, _kind in itertools.product(PROPERTIES, (ValueError, SystemExit)):
    ZOO[f"property {_name} raises {_kind.__name__}"] = _property(_name, _kind)

NOTES = {
    "a number": 7, "a string": "note", "none": None, "a tuple": ("a", "b"), "numbers": [1, 2], "empty": [],
    "bytes": [b"x"], "nested": [["x"]], "a dict": {"a": 1}, "huge": ["x" * 50_000_000], "many": ["x"] * 1_000_000,
    "a generator": (n for n in "ab"), "an object": object(), "surrogates": ["\udcff\ud800"], "controls": ["\x1b[2J\x1e0 class x"],
}  # fmt: skip


def _noted(notes):
    def make():
        error = ValueError("noted")
        error.__dict__["__notes__"] = notes
        return error

    return make


for _name, _notes in NOTES.items():
    ZOO[f"notes are {_name}"] = _noted(_notes)

MESSAGES = {
    "huge": "x" * 50_000_000, "huge lines": "line\n" * 10_000_000, "nul": "\0" * 1000, "escape": "\x1b]0;title\x07",
    "surrogate": "\udcff", "bidi": "\u202ex", "empty": "", "not a string": 10**5000, "bytes": b"\xff" * 20_000_000,
    "a huge list": [0] * 5_000_000, "facts": "\x1e0 class SystemExit", "fake trace": 'Traceback (most recent call last):\n  File "',
    "joints": "\nThe above exception was the direct cause of the following exception:\n" * 100, "commands": "::error::x\n##[x]",
}  # fmt: skip
for _name, _message in MESSAGES.items():
    ZOO[f"message is {_name}"] = lambda _message=_message: ValueError(_message)
    ZOO[f"key is {_name}"] = lambda _message=_message: KeyError(_message)
    ZOO[f"file name is {_name}"] = lambda _message=_message: OSError(2, "No such file", _message)


@animal
def cause_of_itself():
    error = ValueError("me")
    error.__cause__ = error
    return error


@animal
def circle():
    one, two = ValueError("one"), ValueError("two")
    one.__cause__, two.__context__ = two, one
    return one


@animal
def long_chain():
    error = None
    for number in range(10_000):
        inner = ValueError(number)
        inner.__cause__ = error
        error = inner
    return error


@animal
def deep_groups():
    error = ValueError("leaf")
    for number in range(2_000):
        error = ExceptionGroup(str(number), [error])
    return error


@animal
def wide_group():
    return ExceptionGroup("wide", [ValueError(number) for number in range(10_000)])


@animal
def group_of_hostile():
    return ExceptionGroup(
        "hostile", [ZOO["__str__ raises SystemExit"](), ZOO["property __class__ raises ValueError"]()]
    )


@animal
def group_with_itself_as_cause():
    group = ExceptionGroup("x", [ValueError("y")])
    group.exceptions[0].__cause__ = group
    return group


@animal
def long_traceback():
    def go(depth):
        if depth:
            go(depth - 1)
        raise ValueError("deep")

    try:
        go(800)
    except ValueError as error:
        return error


@animal
def recursion():
    def go():
        go()

    try:
        go()
    except RecursionError as error:
        return error


@animal
def metaclass():
    class Meta(type):
        def __getattribute__(cls, name):
            raise ValueError(name)

        def __instancecheck__(cls, other):
            raise ValueError

        __subclasscheck__ = __instancecheck__

    return Meta("Hostile", (Exception,), {})("x")


@animal
def lying_names():
    return type("Lie\x1b[2J\n", (Exception,), {"__module__": 7, "__qualname__": "a" * 100_000})("x")


@animal
def str_of_a_subclass():
    class Text(str):
        __len__ = __getitem__ = encode = strip = __str__ = Raising(ValueError)

    return type("Says", (Exception,), {"__str__": lambda self: Text("hello")})()


@animal
def arguments_that_lie():
    class Text(str):
        __len__ = __getitem__ = __str__ = __repr__ = __hash__ = Raising(ValueError)

    class Number(int):
        __repr__ = __str__ = __hash__ = Raising(SystemExit)

    return ValueError(Text("x" * 100_000), Number(7))


@animal
def proxy_attribute():
    class Proxy:
        __getattr__ = __getattribute__ = __class__ = property(Raising(SystemExit))

    error = ValueError("x")
    error.status_code = Proxy.__new__(Proxy)
    error.response = Proxy.__new__(Proxy)
    return error


@animal
def endless_attribute():
    class Endless:
        def __getattr__(self, name):
            return self

    error = ValueError("x")
    error.response = error.status_code = Endless()
    return error


@animal
def globals_that_raise():
    class Globals(dict):
        __getitem__ = get = __contains__ = Raising(SystemExit)

    try:
        exec(
            "raise ValueError('from odd globals')",
            Globals(__name__="odd", __builtins__={"ValueError": ValueError}),
        )
    except BaseException as error:
        return error


@animal
def loader_that_raises():
    class Loader:
        get_source = Raising(SystemExit)

    code = compile("1/0", "<nowhere>", "exec")
    try:
        exec(code, {"__name__": "odd", "__loader__": Loader()})
    except ZeroDivisionError as error:
        return error


@animal
def syntax_error_of_lies():
    error = SyntaxError("no", (7, "x", object(), b"y"))
    error.lineno, error.filename, error.text = Odd(), ["x"], Proxyless()
    return error


class Proxyless:
    __class__ = property(Raising(SystemExit))
    __str__ = Raising(SystemExit)


@animal
def frozen():
    class Frozen(Exception):
        __slots__ = ("value",)

        def __setattr__(self, name, value):
            raise AttributeError("read-only")

        __delattr__ = __setattr__

    return Frozen("No module named 'yaml'")


@animal
def logs_when_shown():
    import logging

    import matcher

    class Handler(logging.Handler):
        def emit(self, record):
            matcher.match(record)
            matcher.advise(record.exc_info[1])

    logger = logging.getLogger("zoo")
    logger.propagate, logger.handlers = False, [Handler()]

    class Logs(Exception):
        def __str__(self):
            try:
                raise Logs("inner")
            except Logs:
                logger.exception("again")
            return "logged"

    return Logs()
