"""Java, Kotlin, Scala: frames that begin with `at`, causes, suppressed exceptions, `... n more`."""

from matcher.traces.dialect import START, Dialect, Rule

_FRAME = rb"\s*at [^\s().]+\.[^\s()]+ ?\("
_MORE = rb"\s*\.\.\. \d+ (?:more|common frames omitted)"
_CAUSE = rb"\s*(?:Caused by: |Wrapped by: |Suppressed: |\[CIRCULAR REFERENCE)"
#: `Exception in thread "main" a.b.SomeException: message`, or anything in front of the class.
_HEADER = rb"(?:[^\n]{0,200}\s)?(?:[\w$]+\.)*[\w$]*(?:Exception|Error|Throwable|Death|Failure)(?:: .*|\s*)$"

DIALECT = Dialect(
    "java",
    (
        Rule(START, rb"\S.*$", "frames", loose=True, ahead=_FRAME),
        Rule(START, rb"\s*(?:[a-z][\w$]*\.){2,}[A-Z][\w$]*(?:: .*)?$", "message", keeps=False, loose=True),
        Rule(START, _HEADER, "message", keeps=False, loose=True),
        Rule("frames", _FRAME, "frames"),
        Rule("frames", _MORE, "frames"),
        Rule("frames", _CAUSE, "message"),
        Rule("frames", rb"$", "gap", keeps=False, loose=True),
        Rule("gap", _CAUSE, "message"),
        Rule("gap", _FRAME, "frames"),
        Rule("message", rb"\s*nested exception is:", "nested", keeps=False),
        Rule("nested", rb".*$", "message", keeps=False, loose=True),
        # A message of several lines: confirmed by the frames behind it.
        Rule("message", _FRAME, "frames"),
        Rule("message", _MORE, "frames"),
        Rule("message", _CAUSE, "message"),
        Rule("message", rb".*$", "message", keeps=False, filler=True),
    ),
)
