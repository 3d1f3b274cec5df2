"""Perl: `die` with the stack of Carp, and errors of compilation."""

from matcher.traces.dialect import START, Dialect, Rule

_CALLED = rb"\s+\S[^\n]* called at \S+ line \d+"
_ABORTED = (
    rb"BEGIN failed--compilation aborted at |Execution of \S+ aborted due to "
    rb"|Compilation failed in require at "
)
_DIED = rb"\S[^\n]* at \S+ line \d+[.,]"

DIALECT = Dialect(
    "perl",
    (
        Rule(START, _DIED, "frames", loose=True, ahead=_CALLED + rb"|" + _ABORTED),
        Rule("frames", _CALLED, "frames"),
        Rule("frames", _ABORTED, "frames"),
    ),
)
