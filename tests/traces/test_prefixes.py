"""What stands before a line is taken off, and tells whose line it is; what a tool prints itself is left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trace_cases import ALL, STYLES

from matcher.traces.lines import Lines
from matcher.traces.prefixes import split

#: A line, its process, its text without the prefix.
PREFIXED = [
    ("2026-05-01T10:00:00.904275087+00:00 stdout F served", "stdout", "served"),
    ("2026-05-01T10:00:00.904275087Z stderr F   at x", "stderr", "  at x"),
    ('2026-05-01T10:00:00.1234567Z   File "x"', "", '  File "x"'),
    ("build\tRun tests\t2026-05-01T10:00:00.1234567Z hello", "build\tRun tests", "hello"),
    ("2026-05-01T10:00:00.904275Z 01O hello", "01O", "hello"),
    ("web-1  | Traceback (most recent call last):", "web-1", "Traceback (most recent call last):"),
    ('web-1  |   File "x"', "web-1", '  File "x"'),
    ("web_1  | 2026-01-02 03:04:05,678 ERROR boom", "web_1", "boom"),
    ("[pod/web-5d9f/web] hello", "[pod/web-5d9f/web]", "hello"),
    ("May  1 12:00:00 host app[12]: Traceback", "host app[12]", "Traceback"),
    ("<13>May  1 12:00:00 host app[12]:   at x", "host app[12]", "  at x"),
    ("2026-05-01T12:00:00+0000 host app[12]: hello", "host app[12]", "hello"),
    ("[   12.345678] BUG: x", "", "BUG: x"),
    ("[   12.345678][    T1]  ? f+0x1/0x2", "", " ? f+0x1/0x2"),
    ('{"log":"a\\tb\\n","stream":"stderr","time":"x"}', "docker stderr", "a\tb"),
    ('{"log": "a \\"b\\"\\n", "stream": "stdout"}', "docker stdout", 'a "b"'),
    ("12:00:01.123 [main] ERROR c.e.App - bad", "", "bad"),
    ("12:00:01.123 [main] INFO  c.e.App -   indented", "", "  indented"),
    ("2026-01-01 12:00:00.123  INFO 1234 --- [  main] c.e.App  : Started", "", "Started"),
    ("2026-01-01 12:00:00,123 - jobs.worker - ERROR - msg", "", "msg"),
    ("[2026-01-01, 12:00:00 UTC] {sub.py:93} INFO - Traceback", "", "Traceback"),
    ("[2026-01-01, 12:00:00 UTC] {sub.py:93} INFO -   File", "", "  File"),
    ("[2026-01-01, 12:00:00 UTC] {sub.py:93} ERROR - WARNING: DATA RACE", "", "WARNING: DATA RACE"),
    ("2026-01-01 12:00:00 ERROR [main] com.example.Bar: Oops", "", "Oops"),
    ("2026-01-01 12:00:00 ERROR [main] java.lang.Exception: Oops", "", "java.lang.Exception: Oops"),
    ("2026-01-01 12:00:00 ERROR java.lang.Exception: Oops", "", "java.lang.Exception: Oops"),
    ("2026-01-01 12:00:00 ERROR main.c: In function", "", "main.c: In function"),
    ("2026-01-01 12:00:00 ERROR   File", "", "  File"),
    ("2026-01-01 12:00:00.123 UTC [12] ERROR:  relation", "", "ERROR:  relation"),
    ("2026-01-01 12:00:00 error: pathspec", "", "error: pathspec"),
    ("12:47:13.292 [error] GenServer terminating", "", "GenServer terminating"),
    ("2026/11/21 12:45:32 http: panic serving", "", "http: panic serving"),
    ("2026-01-01 12:00:00 ERROR 2026/11/21 12:45:32 http: panic", "", "http: panic"),
    ("\x1b[36mweb-1  |\x1b[0m \x1b[31merror\x1b[0m: foo", "web-1", "error: foo"),
    ("[ERROR] foo", "", "foo"),
    ("[ERROR]   foo", "", "  foo"),
    ("INFO foo", "", "foo"),
]

#: What looks like a prefix and is none.
PLAIN = [
    "ERROR: foo",
    "Error: foo",
    "error: foo",
    "fatal error: stack overflow",
    "fatal runtime error: stack overflow",
    "fatal: not a git repository",
    "ValueError: x",
    "WARNING: CPU: 1 PID: 77",
    "INFO: task jobsd:1312 blocked",
    "  | ValueError: x",
    "3 |     let x = 1;",
    "    3 | int x;",
    "[SQL: select 1]",
    "(Background on this error at: https://example.com)",
    "{not json",
    "",
]


@pytest.mark.parametrize(("line", "key", "body"), PREFIXED, ids=lambda value: value[:40])
def test_the_prefix_goes(line, key, body):
    """Process and text of a line in each style."""
    found = split(line.encode())
    assert (found.key.decode(), found.body.decode()) == (key, body)


@pytest.mark.parametrize("line", PLAIN)
def test_what_is_no_prefix_stays(line):
    """Text that begins like a prefix is left alone."""
    found = split(line.encode())
    assert (found.key, found.body.decode(), found.partial) == (b"", line, False)


def test_lines_of_errors_have_no_transport():
    """What tools print as errors is never taken for the prefix of a transport."""
    taken = [
        (case.name, line)
        for case in ALL
        for line in case.lines
        if len(split(line.encode()).stamped) < len(line.encode())
    ]
    assert taken == []


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_indents_survive(style):
    """Behind each prefix, the indent of a line is kept."""
    assert split(style.line("    return 1").encode()).body.endswith(b"    return 1")


def test_parts_are_joined():
    """A line that a runtime cut into parts is one line, also where another stream stands between."""
    time = "2026-05-01T10:00:00.1Z"
    parts = [f"{time} stdout P Trace", f"{time} stderr F other", f"{time} stdout F back"]
    data = "".join(part + "\n" for part in parts).encode()
    lines = Lines(data)
    for offset in (0, len(data) - 2):
        assert lines.holding(offset).body == b"Traceback"
    assert Lines(data).holding(len(parts[0]) + 3).body == b"other"


def test_a_plain_line_ends_what_is_pending():
    """A part whose rest never comes is a line by itself."""
    data = b'{"log":"a","stream":"stdout"}\nplain\n{"log":"b\\n","stream":"stdout"}\n'
    lines = Lines(data)
    assert lines.holding(0).body == b"a"
    assert lines.holding(len(data) - 2).body == b"b"


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_line_can_be_split(line):
    """Whatever the bytes are, the body is the end of what was stamped, unless JSON was decoded."""
    found = split(line)
    assert found.stamped.endswith(found.body)


def test_colours_of_any_number_are_gone():
    """Colours go wherever they stand; what only looks like one stays."""
    assert split(b"\x1b[1;38;5;9ma\x1b[0m b\x1b[K").body == b"a b"
    assert split(b"\x1b a").body == b"\x1b a"
