"""A union of patterns answers as all of its patterns would, and none of them is slow on hostile lines."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trace_cases import ALL

from matcher.knowledge import background
from matcher.traces import assembler, prefixes
from matcher.traces.dialect import START
from matcher.traces.unions import Union, alternatives, first_bytes, required

RULES = [rule for dialect in assembler.DIALECTS for rule in dialect.rules]
PATTERNS = sorted({pattern for rule in RULES for pattern in (rule.pattern, rule.ahead) if pattern})
LINES = sorted({line.encode() for case in ALL for line in case.lines})


def test_a_union_is_any_of_its_patterns():
    """On every line of every case, for signs, beginnings and what stands behind a beginning."""
    for union in (assembler._SIGN, assembler._BEGINS, assembler._BEFORE):
        plain = [re.compile(pattern) for pattern in union._patterns]
        for line in LINES:
            assert union.match(line) == any(one.match(line) for one in plain), line


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=" \tatE:.()[]{}@/1x+=#-|'\"\\", max_size=30).map(str.encode))
def test_a_union_is_any_of_its_patterns_on_any_line(line):
    """On random lines made of what patterns look at."""
    for union in (assembler._SIGN, assembler._BEGINS, assembler._BEFORE):
        assert union.match(line) == any(re.match(pattern, line) for pattern in union._patterns)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_what_is_said_of_a_pattern_is_true(pattern):
    """A line that it matches begins with one of its first bytes and holds one of its literals."""
    compiled, firsts, literals = re.compile(pattern), first_bytes(pattern), required(pattern)
    parts = [re.compile(part) for part in alternatives(pattern)]
    for line in LINES:
        found = compiled.match(line)
        assert bool(found) == any(part.match(line) for part in parts)
        if found and line:
            assert line[0] in firsts
        if found and literals:
            assert any(literal in line for literal in literals)


def test_an_empty_line_and_no_patterns():
    """The empty line is matched by what may match nothing."""
    assert Union([rb"a|$"]).match(b"") is True
    assert Union([rb"a+"]).match(b"") is False
    assert Union([]).match(b"a") is False


def test_the_tables_are_whole():
    """Each state that a rule leads to has rules or ends the error, and each one that has rules is reached."""
    for dialect in assembler.DIALECTS:
        states = {rule.state for rule in dialect.rules}
        reached = {rule.next for rule in dialect.rules} | {START}
        assert states <= reached, dialect.name
        assert reached - states <= {"end"}, dialect.name


def test_no_rule_keeps_ordinary_lines_without_end():
    """A loose rule that keeps leads on, or wants a sign behind it: else an event could reach past what is looked at."""
    endless = [
        (dialect.name, rule.pattern)
        for dialect in assembler.DIALECTS
        for rule in dialect.rules
        if rule.keeps and (rule.loose or rule.filler) and rule.next == rule.state and not rule.ahead
    ]
    assert endless == []


#: What hostile lines are made of: runs of what the patterns repeat.
_RUNS = [
    b" ",
    b"\t",
    b"a",
    b"1",
    b".",
    b":",
    b"/",
    b"(",
    b")",
    b"[",
    b"@",
    b"a ",
    b"a.",
    b"a/",
    b"a:",
    b"A::",
]
_RUNS += [
    b"(a",
    b" (A",
    b"a@",
    b"@http://",
    b" at a line 1",
    b":1",
    b"a:1: ",
    b"Error ",
    b"Error: ",
    b"aError.",
]
_RUNS += [b" in a:", b"+0x1", b"_ ", b"a=b,", b'\\"', b"<a>:1:in `b'", b": Assertion ", b"\xe2\x95\x90"]
_LEADS = [b"", b"    ", b"\t", b"  at ", b"    at a.b(", b"#0      ", b'  File "', b"thread '", b"/a:1:in `"]
_LEADS += [b"error: ", b"[SQL: ", b"** (", b"#<Thread:0x", b"Thread 1 (", b"[", b"12:00:00 [", b'{"log":"']


def _cost(pattern, line):
    """Seconds, the best of three."""
    best = 1.0
    for _ in range(3):
        start = time.process_time_ns()
        pattern.match(line)
        best = min(best, (time.process_time_ns() - start) / 1e9)
    return best


def test_no_pattern_is_quadratic():
    """Four times the hostile line costs some four times as much, wherever it costs enough to be measured."""
    compiled = [re.compile(pattern) for pattern in PATTERNS] + [prefixes._TRANSPORT, prefixes._STAMP]
    slow = []
    for lead in _LEADS:
        for run in _RUNS:
            line = (lead + run * 8192)[:8192]
            for pattern in compiled:
                start = time.process_time_ns()
                pattern.match(line)
                if time.process_time_ns() - start > 1_000_000:
                    short, long = _cost(pattern, line[:2048]), _cost(pattern, line)
                    if long > 9 * short and long > 2e-3:
                        slow.append((pattern.pattern, lead, run, short, long))
    assert slow == []


def test_signs_are_rare_in_ordinary_text():
    """A line is a sign of an error only if ordinary output hardly ever has such lines: else each hit looks far back."""
    bodies = [prefixes.split(line).body for line in background.corpus_lines()]
    assert sum(map(assembler.is_sign, bodies)) < len(bodies) / 100


ORDINARY = (b" word", b"  word", b"   word", b"\tword", b"    word: 1", b"      word", b"        word", b"word [1]",
            b"| word", "│ word".encode(), b"  --word word", b"word:", b"word: word", b"    'word': 1,", b"     4: word", b"file.c:1: word")  # fmt: skip


def test_what_takes_ordinary_lines_is_quiet():
    """No pattern that is a sign matches an ordinary line, and nothing is listed as quiet for nothing."""
    loud = [
        (p, line) for rule in RULES for p in assembler.telling(rule) for line in ORDINARY if re.match(p, line)
    ]
    assert loud == []
    used = {
        p
        for rule in RULES
        for pattern in (rule.pattern, rule.ahead)
        if pattern
        for p in alternatives(pattern)
    }
    assert set(assembler.QUIET) - used == set()
