"""Ruby: uncaught errors with `from` and their causes, syntax errors, threads, the logs of Rails."""

from matcher.traces.dialect import START, Dialect, Rule

_PLACE = rb"(?:<internal:[^>\n]{1,300}>|(?:[A-Za-z]:)?[^\s:<][^:\n]{0,300}):\d+:in [`'][^'\n]{0,300}'"
_HEADER = _PLACE + rb": "
_SYNTAX = rb"[^\s:][^:\n]{0,300}:\d+: (?:syntax error|warning: )"
_RAILS = rb"\s*(?!Traceback )(?:[A-Z]\w*::){0,9}[A-Z]\w* \([^\n]*\):$"
_RAILS_FRAME = rb"\s*[^\s:][^:\n]{0,300}:\d+:in [`']"

DIALECT = Dialect(
    "ruby",
    (
        Rule(START, _HEADER, "message", keeps=False),
        Rule(START, _SYNTAX, "message", keeps=False),
        Rule(START, rb"#<Thread:0x\S+ .*> terminated with exception", "thread", keeps=False),
        Rule(START, _RAILS, "rails", keeps=False),
        Rule(START, rb"\S.* \([A-Z][\w:]*\)$", "frames", loose=True, ahead=_PLACE + rb"$"),
        Rule("thread", _HEADER, "message"),
        Rule("message", rb"\s+from \S", "frames"),
        Rule("message", rb"\s*\^|Did you mean\?|\s+\S", "message"),
        Rule("message", rb"\S.*$", "message", filler=True, ahead=rb"\s*\^"),
        Rule("message", rb"$", "message", keeps=False, loose=True),
        Rule("frames", rb"\s+from \S|\s+\.\.\. \d+ levels", "frames"),
        Rule("frames", _PLACE + rb"$", "frames"),
        Rule("frames", _PLACE + rb": [^\n]*$", "message"),  # the cause
        Rule("rails", _RAILS_FRAME, "rails"),
        Rule("rails", rb"\s+\d+: |\s+>>", "rails"),  # lines of a template
        Rule("rails", rb"Causes?:$", "cause"),
        Rule("cause", rb"\s*$", "cause", keeps=False, loose=True),
        Rule("cause", _RAILS, "rails"),
        Rule("rails", rb"\s*$", "rails", keeps=False, loose=True),
    ),
)
