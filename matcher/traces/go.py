"""Go: panics, fatal errors, goroutine dumps, data races, failed tests."""

from matcher.traces.dialect import START, Dialect, Rule

_GOROUTINE = rb"goroutine \d+(?: gp=\S+ m=\S+(?: mp=\S+)?)? \["
#: A place in a source file, below the line of its function.
_PLACE = rb"\s+(?:[A-Za-z]:)?[^\s:]\S*:\d+(?: \+0x[0-9a-f]+| fp=|$)"
_TRIMMED = rb"\S+\.(?:go|s):\d+ \+0x[0-9a-f]"  # where a shipper of logs took the indent away
_FUNCTION = rb"[^\s:(][^\n]*\)$"
_HEADER = rb"fatal error: |runtime: |unexpected fault address |SIG[A-Z]+: |PC=0x"

DIALECT = Dialect(
    "go",
    (
        Rule(START, rb"panic: |" + _HEADER, "message", keeps=False),
        Rule(START, rb"http2?: panic serving |http: Accept error: ", "message", keeps=False),
        Rule(START, _GOROUTINE, "frames"),
        Rule(START, rb"={18}$", "race", keeps=False, ahead=rb"WARNING: DATA RACE$"),
        Rule(START, rb"WARNING: DATA RACE$", "race"),
        Rule(START, rb"\s*--- FAIL: ", "test", keeps=False),
        Rule("message", _GOROUTINE + rb"|runtime stack:$", "frames"),
        Rule("message", rb"\s*panic: |\[signal |\s+\[recovered", "message"),
        Rule("message", _HEADER, "message"),
        Rule("message", rb".*$", "message", keeps=False, filler=True),
        Rule("frames", _PLACE + rb"|" + _TRIMMED, "frames"),
        Rule("frames", rb"\t\S", "frames"),
        Rule("frames", _GOROUTINE + rb"|created by |runtime stack:$", "frames"),
        Rule("frames", rb"\.\.\.(?:additional frames|\d+ frames) elided", "frames"),
        Rule("frames", rb"r[a-z0-9]{1,5} +0x[0-9a-f]+$|[cdefgs]s +0x[0-9a-f]+$", "frames"),
        Rule("frames", rb"exit status \d+$", "end", loose=True),
        Rule("frames", rb"FAIL\t", "end", loose=True),
        Rule("frames", _FUNCTION, "frames", loose=True, ahead=rb"\t\S|" + _TRIMMED),
        Rule("frames", rb"$", "frames", keeps=False, loose=True),
        Rule("race", rb"WARNING: DATA RACE$", "race"),
        Rule("race", rb"(?:Previous )?(?:[Rr]ead|[Ww]rite|atomic \w+) at 0x|Goroutine \d+ ", "race"),
        Rule("race", rb"  \s*\S", "race"),
        Rule("race", rb"={18}$", "race end", loose=True),
        Rule("race", rb"$", "race", keeps=False, loose=True),
        Rule("race end", rb"exit status \d+$", "end", loose=True),
        Rule("test", rb"panic: ", "message"),
        Rule("test", rb"    \s*\S", "test"),
    ),
)
