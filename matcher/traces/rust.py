"""Rust: panics with note or backtrace, and errors that `main` returned (plain, anyhow, eyre)."""

from matcher.traces.dialect import START, Dialect, Rule

_PANIC = rb"thread '[^'\n]{0,200}' (?:\(\d+\) )?"
_BACKTRACE = rb"(?:[Ss]tack )?[Bb]acktrace:$"

DIALECT = Dialect(
    "rust",
    (
        Rule(START, _PANIC + rb"panicked at [^'\n][^\n]*:\d+:$", "first line", keeps=False),
        Rule(START, _PANIC + rb"panicked at ", "message", keeps=False),
        Rule(START, _PANIC + rb"has overflowed its stack$", "message", keeps=False),
        Rule(START, rb"---- \S+ stdout ----$", "test", keeps=False),
        Rule(START, rb"Error: ", "error", keeps=False),
        Rule(START, rb"Error:$", "error", keeps=False, ahead=rb"\s+0: "),
        Rule("test", rb"$", "test", keeps=False, loose=True),
        Rule("test", _PANIC + rb"panicked at [^'\n][^\n]*:\d+:$", "first line"),
        Rule("test", _PANIC, "message"),
        Rule("first line", rb".*$", "message", loose=True),  # the message begins on a line of its own
        Rule("message", rb"stack backtrace:$", "frames"),
        Rule("message", rb"note: run with `RUST_BACKTRACE=", "end"),
        Rule("message", rb"fatal runtime error: ", "message"),
        Rule("message", rb"\s+\S", "message"),
        Rule("message", rb".*$", "message", keeps=False, filler=True),
        Rule("frames", rb"\s+\d+: |\s+at |\s+-|\s+\[\.\.\. omitted ", "frames"),
        Rule("frames", rb"note: (?:run with|[Ss]ome details are omitted)", "end"),
        # Error: what went wrong <blank> Caused by: <indented>
        Rule("error", rb"Caused by:$", "causes"),
        Rule("error", rb"Location:$|" + _BACKTRACE, "causes"),
        Rule("error", rb"\s+\d+: ", "causes"),
        Rule("error", rb".*$", "error", keeps=False, filler=True),
        Rule("causes", rb"Location:$|" + _BACKTRACE, "causes"),
        Rule("causes", rb"   \s*\S", "causes"),
        Rule("causes", rb"$", "causes", keeps=False, loose=True),
    ),
)
