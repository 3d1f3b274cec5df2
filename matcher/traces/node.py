"""JavaScript and TypeScript: Node, Deno, Chrome, Firefox, Safari, Edge."""

from matcher.traces.dialect import START, Dialect, Rule

_LOCATION = rb"(?:(?:https?|file|node|webpack|webpack-internal|resource|chrome|blob|app|ext)[:?]\S+|/\S+|[A-Za-z]:[\\/]\S+|\S+\.[cm]?[jt]sx?)"  # noqa: E501
_FRAME = (
    rb"\s*at (?:.*\((?:" + _LOCATION + rb"|native|<anonymous>|index \d+|eval at .*|eval code)[^)]*\).*"
    rb"|(?:async )?"
    + _LOCATION
    + rb"(?::\d+){1,2}\)?|<anonymous>(?::\d+)*|.*:\d+:\d+\)?|[\w$.<> \[\]]+ \(native\))$"
)
#: Firefox and Safari: `function@address:line:column`, the function may be missing.
_GECKO = rb"\S*.*@(?:(?:https?|file|resource|chrome|moz-extension|blob)://?\S+|Scratchpad/\d+)(?: line \d+ > \S+.*)?:\d+(?::\d+)?$"  # noqa: E501
_SAFARI = rb"(?:https?|file)://\S+:\d+:\d+$"
_HEADER = rb"(?:.*\s)?(?:Uncaught )?(?:\(in promise\) )?[A-Z]?[\w$.]*(?:Error|Exception|Warning)\b(?: \[\w+\])?(?::.*|\s*)$"  # noqa: E501

DIALECT = Dialect(
    "node",
    (
        # /app/server.js:3 <line of source> <caret> <blank> Error: ...
        Rule(START, rb"(?:file://|node:|/|[A-Za-z]:[\\/])\S+:\d+$", "source", keeps=False),
        Rule(START, rb"\S.*$", "frames", loose=True, ahead=_FRAME),
        Rule(START, _GECKO, "gecko"),
        Rule(START, _SAFARI, "gecko", ahead=_GECKO),
        Rule(START, _HEADER, "message", keeps=False, loose=True),
        Rule("source", rb"\s*\^", "caret", keeps=False),
        Rule("source", rb".*$", "source text", keeps=False, filler=True),
        Rule("source text", rb"\s*\^", "caret", keeps=False),
        Rule("caret", rb"$", "caret", keeps=False, loose=True),
        Rule("caret", _HEADER, "message"),
        Rule("caret", rb"\[UnhandledPromiseRejection", "message"),
        Rule("message", _FRAME, "frames"),
        Rule("message", rb".*$", "message", keeps=False, filler=True),
        Rule("frames", rb".*\{$", "properties", keeps=False, ahead=rb"\s+[\w$\[\]'\"]+:"),
        Rule("frames", _FRAME, "frames"),
        Rule("frames", rb" {2,}\.\.\. \d+ lines matching cause stack trace \.\.\.", "frames"),
        Rule("frames", rb"\s*(?:\[cause\]: |Caused by: |\[errors\]: \[)", "message"),
        Rule("frames", rb"$", "gap", keeps=False, loose=True),
        Rule("properties", rb"[ \t]+\S", "properties"),
        Rule("properties", rb"[}\]]", "gap"),
        Rule("gap", rb"$", "gap", keeps=False, loose=True),
        Rule("gap", rb"Node\.js v\d+", "end"),
        Rule("gecko", _GECKO, "gecko"),
        Rule("gecko", _SAFARI, "gecko"),
    ),
)
