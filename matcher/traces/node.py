"""JavaScript and TypeScript: Node, Deno, Bun, Chrome, Firefox, Safari, Edge."""

from matcher.traces.dialect import START, Dialect, Rule

_TAIL = (
    rb"(?::\d+(?::\d+)?|\(native|\(<anonymous>|<anonymous>|\(index \d+|\[native code\]|eval code(?::\d+)*)\)*"
)
_AT = rb"\s*at (?=[^\n]*[./<(])[^\n]*" + _TAIL
_FRAME = _AT + rb",?$"
#: Firefox and Safari: `function@address:line:column`, the function may be missing.
_GECKO = (
    rb"[^\n]{0,200}@(?:(?:https?|file|resource|chrome|moz-extension|blob)://?\S{1,400}|Scratchpad/\d+)"
    rb"(?: line \d+ > [^\n]{1,200})?:\d+(?::\d+)?$"
)
_SAFARI = rb"(?:https?|file)://\S+:\d+:\d+$"
_HEADER = (
    rb"(?:[^\n]{0,200}\s)?(?:Uncaught )?(?:\(in promise\) )?[A-Z]?[\w$.]*(?:Error|Exception|Warning)\b"
    rb"(?: \[\w+\])?(?::.*|\s*)$"
)
_PROPERTY = rb"\s+(?:[\w$]+|\[[\w$()]+\]|'[^'\n]*'|\"[^\"\n]*\"): "

DIALECT = Dialect(
    "node",
    (
        # /app/server.js:3 <line of source> <caret> <blank> Error: ...
        Rule(START, rb"(?:file://|node:|/|[A-Za-z]:[\\/]|<anonymous_script>)\S*:\d+$", "source", keeps=False),
        Rule(START, rb"\d+ \| ", "numbered", keeps=False),  # Bun
        Rule(START, rb"\S.*$", "frames", loose=True, ahead=_FRAME),
        Rule(START, rb"\S.*$", "properties", loose=True, ahead=_AT + rb" \{$"),
        Rule(START, _GECKO, "gecko"),
        Rule(START, _SAFARI, "gecko", ahead=_GECKO),
        Rule(START, rb"\(node:\d+\) ", "warning", keeps=False),
        Rule(START, _HEADER, "message", keeps=False, loose=True),
        Rule(START, rb"\[[\w$.]*Error: [^\n]*\] \{$", "properties", keeps=False, ahead=_PROPERTY),
        Rule(START, rb"Trace(?::|$)", "message", keeps=False),  # console.trace
        Rule("source", rb"\s*\^", "caret", keeps=False),
        Rule("source", rb".*$", "source text", keeps=False, filler=True),
        Rule("source text", rb"\s*\^", "caret"),
        Rule("numbered", rb"\d+ \| ", "numbered"),
        Rule("numbered", rb"\s*\^", "caret"),
        Rule("caret", rb"$", "caret", keeps=False, loose=True),
        Rule("caret", _HEADER, "message", loose=True),
        Rule("caret", rb"\[?[\w$.]{0,200}(?:Error|Rejection)\b[^\n]*\{$", "properties"),
        Rule("caret", rb".*$", "message", keeps=False, filler=True),
        Rule("message", _FRAME, "frames"),
        Rule("message", _AT + rb" \{$", "properties"),
        Rule("message", rb"\+ actual - expected", "difference"),
        Rule("message", rb"Require stack:$|- /\S+\.[cm]?[jt]sx?$", "message"),
        Rule("message", rb"[^\s(]{1,300}\(\d+,\d+\): error TS\d+: ", "message"),
        Rule("message", rb"Node\.js v\d+", "end"),
        Rule("message", rb".*$", "message", keeps=False, filler=True),
        Rule("difference", _FRAME, "frames"),
        Rule("difference", _AT + rb" \{$", "properties"),
        Rule("difference", rb"\s+\S|[+-] {2,}\S|\.\.\.$", "difference"),
        Rule("difference", rb"$", "difference", keeps=False, loose=True),
        Rule("warning", _FRAME, "frames"),
        Rule("warning", rb"\(Use `node --trace-", "end"),
        Rule("frames", _AT + rb" \{$", "properties"),
        Rule("frames", _FRAME, "frames"),
        Rule("frames", rb" {2,}\.\.\. \d+ lines matching cause stack trace \.\.\.", "frames"),
        Rule("frames", rb"Emitted '[^'\n]*' event ", "frames"),
        Rule("frames", rb"\s*(?:\[cause\]: |Caused by: |\[errors\]: \[)", "message"),
        Rule("frames", rb"$", "gap", keeps=False, loose=True),
        Rule("properties", rb"\s+\S", "properties"),
        Rule("properties", rb"[}\]]", "gap", loose=True),
        Rule("gap", rb"$", "gap", keeps=False, loose=True),
        Rule("gap", rb"Node\.js v\d+|Bun v\d+|Thrown at:$", "end"),
        Rule("gecko", _GECKO, "gecko"),
        Rule("gecko", _SAFARI, "gecko"),
    ),
)
