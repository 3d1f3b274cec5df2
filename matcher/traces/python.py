"""Python: tracebacks, their chains, exception groups, and the dumps of `faulthandler`."""

from matcher.traces.dialect import START, Dialect, Rule

_TRACEBACK = rb"\s*Traceback \(most recent call last\):"
_GROUP = rb" *\+ Exception Group Traceback \(most recent call last\):"
_FRAME = rb'\s+File "[^"]*", line \d+'
_INDENTED = rb"(?: {2,}|\t)\S"
#: A class, then nothing or its message: `ValueError: no`, `package.Class`, `KeyboardInterrupt`.
_EXCEPTION = rb"\s*[^\W\d][\w.]*(?:\[[^\]]*\])?(?:$|:(?: |$))"
_JOINT = (
    rb"[ |]*(?:The above exception was the direct cause of the following exception:"
    rb"|During handling of the above exception, another exception occurred:)"
)

DIALECT = Dialect(
    "python",
    (
        Rule(START, _TRACEBACK, "frames"),
        Rule(START, _GROUP, "group"),
        # What stands before a trace: of a thread, a finalizer, a task, a worker process, of logging itself.
        Rule(START, rb"Exception (?:ignored in|in thread) ?\S*.*$", "before", keeps=False),
        Rule(START, rb"Task exception was never retrieved$", "before", keeps=False),
        Rule(START, rb"--- Logging error ---$", "before", keeps=False),
        Rule(START, rb"[\w.]*RemoteTraceback: ?$", "remote", keeps=False, ahead=rb'"""$'),
        Rule(START, rb"(?:FAIL|ERROR): \S", "before", keeps=False, ahead=rb"-{70}$"),  # unittest
        Rule("before", rb"-{70}$", "before", keeps=False, loose=True),
        Rule("before", rb"future: <", "before"),
        Rule("before", _TRACEBACK, "frames"),
        Rule("remote", rb'"""$', "remote", keeps=False, loose=True),
        Rule("remote", _TRACEBACK, "frames"),
        Rule(START, rb"Fatal Python error: |Windows fatal exception: ", "fault"),
        Rule(
            START, rb"(?:Current thread|Thread) 0x[0-9a-f]+[^\n]*\(most recent call first\):", "fault frames"
        ),
        Rule(START, _FRAME, "frames", keeps=False),  # a SyntaxError that the compiler reports
        Rule("frames", _FRAME, "frames"),
        Rule("frames", rb"\s+\[Previous line repeated \d+ more times?\]", "frames"),
        Rule("frames", _INDENTED, "frames"),
        Rule("frames", rb"Message: .*$", "logged", loose=True),
        Rule("frames", _EXCEPTION, "message", loose=True),
        Rule("frames", rb"$", "frames", keeps=False, loose=True),
        # Behind the first line of a message: what is indented, what databases and their drivers add.
        Rule("message", rb"(?: {2,}|\t)(?!File \")\S", "message"),
        Rule("message", rb"(?:LINE \d+: |DETAIL: |HINT: |CONTEXT: |QUERY: )", "message"),
        Rule("message", rb"\[SQL: .*\]$", "message"),
        Rule("message", rb"\[SQL: ", "sql", keeps=False),
        Rule("message", rb"\[parameters: |\(Background on this error at: ", "message"),
        Rule("message", rb"Call stack:$", "frames"),  # logging: where the bad record was made
        Rule("message", rb"\S.*$", "message", filler=True, ahead=_INDENTED),
        Rule("message", rb"$", "gap", keeps=False, loose=True),
        Rule("message", _JOINT, "joint"),
        Rule("message", rb'"""$', "gap", loose=True),  # the trace of a worker process ends
        Rule("sql", rb".*\]$", "message"),
        Rule("sql", rb".*$", "sql", keeps=False, filler=True),
        Rule("logged", rb"Arguments: ", "end"),
        Rule("gap", rb"\[SQL: .*\]$|\(Background on this error at: ", "message"),
        Rule("gap", rb"\[SQL: ", "sql", keeps=False),
        Rule("gap", _JOINT, "joint"),
        Rule("gap", rb"$", "gap", keeps=False, loose=True),
        Rule("joint", rb"$", "joint", keeps=False, loose=True),
        Rule("joint", _TRACEBACK, "frames"),
        Rule("joint", _GROUP, "group"),
        Rule("joint", _EXCEPTION, "message", loose=True),  # a link that was raised without a traceback
        Rule("group", rb" *[|+]", "group"),
        Rule("group", rb"$", "gap", keeps=False, loose=True),
        Rule("fault", rb"(?:Python runtime state: |Extension modules: )", "fault"),
        Rule("fault", rb"$", "fault", keeps=False, loose=True),
        Rule("fault", rb"<Cannot show all threads while the GIL is disabled>", "fault"),
        Rule("fault", rb"(?:Current thread|Thread) 0x[0-9a-f]+", "fault frames"),
        Rule("fault", rb"[^\W\d][\w.]*: ", "fault", keeps=False, loose=True),  # MemoryError: ...
        Rule("fault frames", _FRAME, "fault frames"),
        Rule("fault frames", rb"  (?:<|\.\.\.|Garbage-collecting)", "fault frames"),
        Rule("fault frames", rb"$", "fault", keeps=False, loose=True),
        Rule("fault frames", rb"Extension modules: ", "fault"),
    ),
)
