"""Compilers and linters: one diagnostic with its source line, caret and notes is one block.

gcc, clang, ld, rustc and cargo, javac, kotlinc, scalac, tsc, go build, eslint.
"""

from matcher.traces.dialect import START, Dialect, Rule

_FILE = rb"(?:[A-Za-z]:)?[^\s:\"'(\[{][^:\n\"'{]{0,300}"
_POSITION = _FILE + rb":\d+(?::\d+)?: "
_DIAGNOSTIC = _POSITION + rb"(?:fatal )?(?:error|warning)\b"
_NOTE = _POSITION + rb"(?:note|remark): "
_CONTEXT = _FILE + (
    rb": (?:In (?:\w+ ){0,3}(?:function|constructor|destructor|instantiation"
    rb"|substitution)\b|At (?:top level|global scope):)"
)
_REQUIRED = _POSITION + rb"  (?:required (?:from|by)|recursively required|in .constexpr. expansion)"
_INCLUDED = rb"In file included from "
_CARET = rb"[ \t|]*[~^]"

GCC = Dialect(
    "gcc",
    (
        Rule(START, _INCLUDED, "context"),
        Rule(START, _CONTEXT, "context"),
        Rule(START, _DIAGNOSTIC, "diagnostic"),
        Rule(START, rb"[^\s:]+: (?:fatal )?error: ", "driver", keeps=False),
        Rule("context", _INCLUDED, "context"),
        Rule("context", rb"\s+from \S+:\d+", "context"),
        Rule("context", _CONTEXT, "context"),
        Rule("context", _REQUIRED, "context"),
        Rule("context", _DIAGNOSTIC, "diagnostic"),
        Rule("context", _NOTE, "diagnostic"),
        Rule("diagnostic", _NOTE, "diagnostic"),
        Rule("diagnostic", rb"[ \d]{0,12} \|", "diagnostic"),
        Rule("diagnostic", rb"\s+\S|\s*\^", "diagnostic"),
        Rule("diagnostic", rb"compilation terminated\.$", "end"),
        Rule("diagnostic", _INCLUDED, "note context", keeps=False),
        Rule("diagnostic", _CONTEXT, "note context", keeps=False),
        Rule("diagnostic", rb"\S.*$", "diagnostic", filler=True, ahead=_CARET),
        Rule("note context", rb"\s+from \S+:\d+", "note context", keeps=False),
        Rule("note context", _CONTEXT, "note context", keeps=False),
        Rule("note context", _REQUIRED, "note context", keeps=False),
        Rule("note context", _NOTE, "diagnostic"),
        Rule("driver", rb"compilation terminated\.$", "end"),
    ),
)

_LD = rb"(?:/\S+/|[\w-]*-)?ld(?:\.\w+)?: "
_LD_PLACE = rb"[^\s:][^:\n]{0,300}:(?:[^:\n]{0,300}:)?\(\.[\w.]+\+0x[0-9a-f]+\): "
_LD_END = rb"collect2: error: ld returned|clang(?:\+\+)?: error: linker command failed"

LD = Dialect(
    "ld",
    (
        Rule(START, _LD, "ld", keeps=False),
        Rule(START, _LD_PLACE, "ld"),
        Rule("ld", _LD, "ld"),
        Rule("ld", _LD_PLACE, "ld"),
        Rule("ld", _LD_END, "end"),
    ),
)

_RUST = rb"(?:error|warning)(?:\[[A-Z]\d+\])?: "

RUSTC = Dialect(
    "rustc",
    (
        Rule(START, _RUST, "message", keeps=False),
        Rule("message", rb"\s+--> ", "body"),
        Rule("message", rb"Caused by:$", "causes"),
        Rule(
            "message",
            rb"location searched: |required by package |perhaps a crate |As a reminder, you're using offline",
            "message",
        ),
        Rule("message", rb"(?:    |\.\.\. )\S", "message"),
        Rule("message", rb".*$", "message", keeps=False, filler=True),
        Rule("body", rb"[ \d]{0,12}\|", "body"),
        Rule("body", rb"\s+(?:-->|:::|=|\S)", "body"),
        Rule("body", rb"(?:help|note): ", "body"),
        Rule("body", rb"\.\.\.$", "body"),
        Rule("causes", rb"  \s*\S", "causes"),
        Rule("causes", rb"Caused by:$", "causes"),
        Rule("causes", rb"$", "causes", keeps=False, loose=True),
    ),
)

TSC = Dialect(
    "tsc",
    (
        Rule(START, rb"[^\s(][^(\n]{0,300}\(\d+,\d+\): (?:error|warning) TS\d+: ", "message"),
        Rule(START, rb"[^\s:][^:\n]{0,300}:\d+:\d+ - (?:error|warning) TS\d+: ", "pretty", keeps=False),
        Rule("message", rb"  \s*\S", "message"),
        Rule("pretty", rb"[ \d]*\s~+$", "pretty"),
        Rule("pretty", rb"  \s*\S", "pretty"),
        Rule("pretty", rb"\d+ |$", "pretty", keeps=False, loose=True),
    ),
)

GO_BUILD = Dialect(
    "go build",
    (
        Rule(START, rb"# \S+(?: \[\S+\])?$", "package", keeps=False),
        Rule("package", rb"(?:vet: )?[^\s:]{1,300}\.go:\d+:(?:\d+:)? ", "package"),
        Rule("package", rb"\t\S|too many errors$", "package"),
        Rule("package", rb"/\S+/ld: |collect2: |\S+/link: ", "package"),
    ),
)

_ESLINT_ROW = rb"\s+\d+:\d+ +(?:error|warning) "

ESLINT = Dialect(
    "eslint",
    (
        Rule(START, rb"\S+$", "rows", loose=True, ahead=_ESLINT_ROW),
        Rule("rows", _ESLINT_ROW, "rows"),
        Rule("rows", rb"(?:\xe2\x9c\x96|x) \d+ problems? \(", "summary"),
        Rule("rows", rb"\S+$", "rows", loose=True, ahead=_ESLINT_ROW),
        Rule("rows", rb"$", "rows", keeps=False, loose=True),
        Rule("summary", rb"\s+\d+ errors? and \d+ warnings? potentially fixable", "end"),
    ),
)

DIALECTS = (GCC, LD, RUSTC, TSC, GO_BUILD, ESLINT)
