"""C and C++: sanitizers, valgrind, backtraces of gdb, what libc and the C++ runtime say at an abort."""

from matcher.traces.dialect import START, Dialect, Rule

_RULE = rb"={18,80}$"
_SANITIZER = rb"==\d+==(?:ERROR|WARNING): |WARNING: ThreadSanitizer: "
_ABORT = (
    rb"\*\*\* (?:stack smashing detected|buffer overflow detected|Error in `|longjmp causes|invalid )"
    rb"|(?:free|malloc|realloc|calloc|munmap_chunk|malloc_consolidate)\(\): "
    rb"|double free or corruption|corrupted (?:size|double)"
    rb"|\S+: [^\n]*: Assertion [`'][^\n]* failed\.$"
)
_FRAME = rb"#\d+ {1,3}\S"
_TOLD = (
    rb"0x[0-9a-f]+ is (?:located|a wild)|(?:freed|(?:previously )?allocated) by thread|(?:READ|WRITE) of size"
    rb"|(?:Direct|Indirect) leak of|Address 0x[0-9a-f]+ is|HINT: |Thread T\d+ |AddressSanitizer can not"
    rb"|Shadow byte|=>0x|Objects leaked above|Uninitialized value was|Memory was marked"
)

DIALECT = Dialect(
    "native",
    (
        Rule(START, _RULE, "report", keeps=False, ahead=_SANITIZER),
        Rule(START, _SANITIZER, "report"),
        Rule(START, rb"\w+Sanitizer:DEADLYSIGNAL$", "report"),
        Rule(START, rb"[^\s:][^:\n]{0,300}:\d+:\d+: runtime error: ", "report"),
        Rule(START, rb"==\d+== \S", "valgrind", keeps=False),
        Rule(
            START, rb"(?:Program|Thread \d+ [^\n]*) (?:received|terminated with) signal ", "gdb", keeps=False
        ),
        Rule(START, rb"Thread \d+ \([^\n]*\):$|#0 {1,2}(?:0x[0-9a-f]+ in |\S+ \()", "gdb"),
        Rule(
            START, rb"terminate called (?:after throwing|without an active|recursively)", "what", keeps=False
        ),
        Rule(START, rb"libc\+\+abi: terminating ", "abort", keeps=False),
        Rule(START, _ABORT, "abort", keeps=False),
        Rule("report", _RULE, "report", keeps=False, loose=True),
        Rule("report", rb"SUMMARY: ", "summary"),
        Rule("report", _SANITIZER, "report"),
        Rule("report", rb"==\d+==", "report"),
        Rule("report", _TOLD, "report"),
        Rule("report", rb"\s+\S", "report"),
        Rule("report", rb"$", "report", keeps=False, loose=True),
        Rule("summary", rb"==\d+==ABORTING$", "end"),
        Rule("summary", _RULE, "end", loose=True),
        Rule("summary", _TOLD, "summary"),
        Rule("summary", rb"  \S", "summary"),
        Rule("valgrind", rb"==\d+==  +\S", "valgrind"),
        Rule("gdb", _FRAME, "gdb"),
        Rule("gdb", rb"\d+\t|\[Switching to |0x[0-9a-f]+ in |    \s*\S", "gdb"),
        Rule("gdb", rb"\S+ \([^\n]*\) (?:at|from) ", "gdb"),
        Rule("gdb", rb"Thread \d+ \([^\n]*\):$|Backtrace stopped: |\(More stack frames follow", "gdb"),
        Rule("gdb", rb"$", "gdb", keeps=False, loose=True),
        Rule("what", rb"  what\(\): ", "what"),
        Rule("what", rb"  \s*\S", "what"),
        Rule("what", rb"Aborted(?: \(core dumped\))?$", "end"),
        Rule("abort", rb"Aborted(?: \(core dumped\))?$", "end"),
        Rule("abort", rb"======= (?:Backtrace|Memory map): =+$", "abort"),
        Rule("abort", rb"\S{1,200}?\[0x[0-9a-f]+\]$|[0-9a-f]{8,16}-[0-9a-f]{8,16} [r-][w-][x-]", "abort"),
    ),
)
