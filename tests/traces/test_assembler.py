"""One error is one event with exactly its lines, from whichever of them it is asked for."""

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trace_cases import (
    AFTER,
    ALL,
    BEFORE,
    SHORT,
    STYLES,
    events_of,
    joined,
    planted,
    slow_events,
    spans_of,
)

from matcher.traces.assembler import EVENT_LINES, event_around
from matcher.traces.lines import Lines

CASES = {case.name: case for case in ALL}
LEVEL = "[ERROR]"  # Maven's; where every line has it, only the first line of an event keeps it


def expected_events(case, before=BEFORE, after=AFTER):
    """The events as lists of lines."""
    return [[line] for line in before] + [e.split("\n") for e in case.events] + [[line] for line in after]


def expected_text(lines, style):
    """What the process wrote, as `Event.text` gives it."""
    first, rest = style.stamp + lines[0], lines[1:]
    own_stamps = style.stamp and style.each  # then what looks like a level is the message
    if not own_stamps and all(line.startswith(LEVEL) for line in rest) and ("ERROR" in first[:90]):
        rest = [line.removeprefix(LEVEL).removeprefix(" ") for line in rest]
    return "\n".join([first, *rest]).encode()


@pytest.mark.parametrize("name", CASES)
def test_one_error_is_one_event(name):
    """Behind each prefix, a case becomes its events, and ordinary lines are events of their own."""
    case = CASES[name]
    expected = [len(lines) for lines in expected_events(case)]
    for style in STYLES:
        data = joined(planted(case, style), style.end)
        assert [len(event.lines) for event in events_of(data)] == expected, style.name


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_the_text_is_what_the_process_wrote(style):
    """The text of an event has no transport, and no stamp from its second line on."""
    for case in ALL:
        if style.name == "time and level on each line" and any(line.startswith("- ") for line in case.lines):
            continue  # `ERROR - x`: what begins the message looks like what separates it from the level
        data = joined(planted(case, style), style.end)
        found = [event.text for event in events_of(data)]
        assert found == [expected_text(lines, style) for lines in expected_events(case)], case.name


@pytest.mark.parametrize("style", STYLES[:8], ids=lambda style: style.name)
def test_each_line_finds_the_same_event(style):
    """Asked from any of its lines, on a window that knows nothing yet, an event is the same."""
    for case in SHORT:
        data = joined(planted(case, style), style.end)
        for event in events_of(data):
            for line in event.lines:
                assert event_around(Lines(data), line.start, {}) == event, case.name
                assert event_around(Lines(data), line.end - 1, {}) == event, case.name


def test_without_a_line_end_at_the_end():
    """The last line counts without its line end, too."""
    for case in SHORT:
        data = joined(planted(case, STYLES[0], after=[])).rstrip(b"\n")
        last = event_around(Lines(data), len(data) - 1, {})
        assert len(last.lines) == len(case.events[-1].split("\n")), case.name


def test_nothing_is_told_before_its_end_has_come():
    """While lines may still follow that belong to the event, there is no answer."""
    for case in SHORT:
        lines = planted(case, STYLES[0], after=["all is well again"] * 20)
        whole = joined(lines)
        event = event_around(Lines(whole), spans_of(whole)[len(BEFORE)][0], {})
        for start, _ in spans_of(whole)[len(BEFORE) + 1 : len(BEFORE) + len(case.events[0].split("\n"))]:
            cut = Lines(whole[:start], final=False)
            assert event_around(cut, event.start, {}) in (None, event), case.name


#: What two errors of one tool, one directly after the other, look like: one with more lines.
MERGED = {
    ("git", "git"),
    ("npm", "npm"),
    ("make", "make"),
    ("go", "ld"),
    ("ubsan", "lsan"),
    ("rails", "rails"),
}


def tool(case):
    """The tool of a case."""
    return case.name.split("/")[-1].split("_")[0]


def may_follow(one, two):
    """Whether the text tells where the second error begins: it does not where that begins with an indent."""
    ruby = one.name.startswith("ruby/") and two.name.startswith("ruby/")
    return not (ruby or two.events[0].startswith(" ") or (tool(one), tool(two)) in MERGED)


def test_two_errors_one_after_the_other_are_two_events():
    """The end of an error does not swallow the next one; at most one pair in 200 is not told apart."""
    single = [case for case in SHORT if len(case.events) == 1]
    missed, pairs = [], [pair for pair in itertools.product(single, repeat=2) if may_follow(*pair)]
    for one, two in pairs[::5]:
        data = joined([*BEFORE, *one.lines, *two.lines, *AFTER])
        spans = slow_events(data)
        if [data[slice(*span)].decode() for span in spans[2:4]] != [
            "".join(line + "\n" for line in case.lines) for case in (one, two)
        ]:
            missed.append((one.name, two.name))
    assert len(missed) * 200 < len(pairs[::5]), missed


@pytest.mark.parametrize("style", STYLES[2:6], ids=lambda style: style.name)
def test_two_processes_stay_apart(style):
    """Two errors of two processes, interleaved line by line, are two events."""
    other = {
        "syslog": "May  1 10:00:00 host other[7]: ",
        "journald short-iso": "2026-05-01T10:00:00+0000 host other[7]: ",
        "Docker Compose": "db-1   | ",
        "CRI": "2026-05-01T10:00:00.123456789Z stdout F ",
    }[style.name]
    generator = random.Random(7)
    single = [case for case in SHORT if len(case.events) == 1]
    for _ in range(60):
        one, two = generator.sample(single, 2)
        left = [style.line(line) for line in one.lines]
        right = [other + line for line in two.lines]
        mixed = []
        while left or right:
            side = left if left and (not right or generator.random() < 0.5) else right
            mixed.append(side.pop(0))
        data = joined(mixed)
        sizes = set()
        for start, _ in spans_of(data):
            sizes.add(len(event_around(Lines(data), start, {}).lines))
        assert sizes == {len(one.lines), len(two.lines)}, (one.name, two.name)


_PIECES = st.one_of(
    st.sampled_from(SHORT).map(lambda case: case.lines),
    st.lists(
        st.sampled_from([*BEFORE, *AFTER, "", "  an indented line", "ERROR: short", "x: y"]), max_size=12
    ),
    st.sampled_from(ALL).flatmap(
        lambda case: st.integers(0, len(case.lines)).map(lambda n: case.lines[n : n + 7])
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=5), st.sampled_from(STYLES), st.booleans())
def test_events_are_a_partition(pieces, style, stamped):
    """Any text falls into events without overlap, and each line of one returns the same one."""
    lines = [line for piece in pieces for line in piece]
    data = joined([style.line(line) if stamped else line for line in lines])
    spans = slow_events(data)
    for start, end in spans:
        for line_start, _ in spans_of(data[start:end]):
            event = event_around(Lines(data), start + line_start, {})
            assert (event.start, event.end) == (start, end)


@settings(max_examples=100, deadline=None)
@given(st.lists(_PIECES, max_size=5), st.integers(0, 400))
def test_what_was_read_before_does_not_matter(pieces, cut):
    """Where reading begins changes nothing, if it begins far enough before the event."""
    data = joined([line for piece in pieces for line in piece] + ["all is well"] * 40)
    spans = slow_events(data)
    for start, end in spans[cut % (len(spans) or 1) :][:3]:
        event = event_around(Lines(data), start, {b"": start})
        assert (event.start, event.end) == (start, end)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 400))
def test_any_bytes_are_taken(data, offset):
    """Whatever the bytes are, there is an event around each of them."""
    if data:
        offset %= len(data)
        event = event_around(Lines(data), offset, {})
        assert event.start <= offset < event.end


def test_a_long_error_is_cut():
    """What is longer than an event may be goes on as another event."""
    lines = ["Traceback (most recent call last):"]
    for number in range(EVENT_LINES):
        lines += [f'  File "/app/main.py", line {number}, in load', "    load()"]
    data = joined([*lines, "RecursionError: too deep"])
    assert len(event_around(Lines(data), 0, {}).lines) == EVENT_LINES
