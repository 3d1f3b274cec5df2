"""Dart and Flutter: unhandled exceptions, and the boxes that Flutter draws around its own."""

from matcher.traces.dialect import START, Dialect, Rule

_FRAME = rb"#\d+ {2,}\S|<asynchronous suspension>$|\(elided \d+ frames?|\.\.\. {2,}"
_BOX = rb"(?:flutter: )?\xe2\x95\x90\xe2\x95\x90[\xe2\x95\x90\x95]*\xe2\x95\xa1 EXCEPTION CAUGHT BY "
_BOX_END = rb"(?:flutter: )?(?:\xe2\x95\x90){20,}$"
_TOLD = (
    rb"(?:flutter: )?(?:The following .+ was thrown"
    rb"|The relevant error-causing widget was|When the exception was thrown"
    rb"|Either the assertion indicates|The overflowing|The specific "
    rb"|The edge of the |Consider applying |This is considered an error"
    rb"|See also:|Another exception was thrown:|To inspect this widget"
    rb"|In either case, please report|The ownership chain)"
)

DIALECT = Dialect(
    "dart",
    (
        Rule(START, rb"Unhandled exception:$", "first line", keeps=False),
        Rule(START, rb"(?:\[ERROR:flutter/[^\]\n]*\] )?Unhandled Exception: ", "message", keeps=False),
        Rule(START, rb"\S.*$", "frames", loose=True, ahead=rb"#0 {2,}\S.*\((?:dart|package|file):"),
        Rule(START, _BOX, "box"),
        Rule("first line", rb".*$", "message", loose=True),
        Rule("message", _FRAME, "frames"),
        Rule("message", rb".*$", "message", keeps=False, filler=True),
        Rule("frames", _FRAME, "frames"),
        Rule("box", _TOLD, "box"),
        Rule("box", _FRAME, "box"),
        Rule("box", rb"flutter: (?:#\d+ |<asynchronous)", "box"),
        Rule("box", _BOX_END, "end"),
        Rule("box", rb"(?:flutter: )?\s+\S", "box"),
        Rule("box", rb".*$", "box", keeps=False, filler=True),
    ),
)
