"""Lua: the message of the interpreter and its `stack traceback:`."""

from matcher.traces.dialect import START, Dialect, Rule

_STACK = rb"stack traceback:$"

DIALECT = Dialect(
    "lua",
    (
        Rule(START, rb"lua(?:jit)?[\d.]*: ", "message", keeps=False),
        Rule(START, rb"\S.*$", "message", loose=True, ahead=_STACK),
        Rule("message", _STACK, "frames"),
        Rule("message", rb"\t\S", "message"),
        Rule("message", rb".*$", "message", keeps=False, filler=True),
        Rule(
            "frames",
            rb"\s+(?:\[C\]|\S+:\d+|\S+): in |\s+\[C\]: |\t\.\.\.|\s+\(\.\.\.tail calls\.\.\.\)",
            "frames",
        ),
    ),
)
