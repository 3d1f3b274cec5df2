""".NET and Mono: frames that begin with `at`, inner exceptions, frames of other threads and awaits."""

from matcher.traces.dialect import START, Dialect, Rule

_FRAME = rb"\s+at (?:\(wrapper )?[^\s(][^\n]*\)(?: ?<0x[0-9a-f+ ]+>)?(?: \[0x[0-9a-f]+\])?(?: in [^\n]+)?$"
_END_OF = rb"\s*--- End of (?:inner |managed )?(?:exception )?(?:stack trace|\S+ stack trace|inner)"
_HEADER = (
    rb"(?:Unhandled [Ee]xception[.:] )?(?:\w+[.+]){1,20}\w*(?:Exception"
    rb"|Error)(?:`\d+)?(?: \(0x[0-9A-F]+\))?: "
)

DIALECT = Dialect(
    "dotnet",
    (
        Rule(START, _HEADER, "message", keeps=False),
        Rule(START, rb"Unhandled [Ee]xception[.:]", "message", keeps=False),
        Rule(START, rb"\S.*$", "frames", loose=True, ahead=_FRAME),
        Rule(START, rb"(?:fail|crit|warn): \S+\[\d+\]$", "console", keeps=False),  # of ASP.NET
        Rule("console", rb" {6}\s*\S", "console"),
        Rule("message", rb"\s*---> ", "message"),
        Rule("message", _FRAME, "frames"),
        Rule("message", rb".*$", "message", keeps=False, filler=True),
        Rule("frames", _FRAME, "frames"),
        Rule("frames", _END_OF, "frames"),
        Rule("frames", rb"\s*---> ", "message"),
        Rule("frames", rb"\s*<---$", "frames"),
        Rule("frames", rb"$", "gap", keeps=False, loose=True),
        Rule("gap", rb"\s*---> \(Inner Exception #\d+\)", "message"),
    ),
)
