"""PHP: uncaught exceptions and logged ones, with `Next`; Laravel's `[stacktrace]`; xdebug's lists."""

from matcher.traces.dialect import START, Dialect, Rule

_KIND = rb"(?:PHP )?(?:(?:Recoverable )?[Ff]atal error|Parse error|Warning|Notice|Deprecated): "
_STACK = rb"(?:PHP )?Stack trace:$"
_FRAME = rb"#\d+ "

DIALECT = Dialect(
    "php",
    (
        Rule(START, _KIND, "message", keeps=False),
        Rule(START, rb"[^\n]*\{\"exception\":\"\[object\] ", "message", keeps=False),
        Rule(START, rb"\S.*$", "message", loose=True, ahead=_STACK),
        Rule(START, rb"(?:PHP )?(?:Uncaught |exception ')", "message", keeps=False),
        Rule("message", _STACK + rb"|\[stacktrace\]$", "frames"),
        Rule("message", rb".*$", "message", keeps=False, filler=True),
        Rule("frames", _FRAME, "frames"),
        Rule("frames", rb"PHP +\d+\. ", "frames"),
        Rule("frames", rb"\s+thrown in ", "thrown"),
        Rule("thrown", rb"PHP Stack trace:$", "frames"),  # of xdebug, in its own form
        Rule("frames", rb"\s+thrown (?:\{|at )", "message"),  # the same inside a record of Laravel
        Rule("frames", rb"\"\} ?$", "end"),
        Rule("frames", rb"\[previous exception\] ", "message"),
        Rule("frames", rb"Next \S", "message"),
        Rule("frames", rb"$", "gap", keeps=False, loose=True),
        Rule("gap", rb"Next \S", "message"),
        Rule("gap", rb"\[previous exception\] ", "message"),
    ),
)
