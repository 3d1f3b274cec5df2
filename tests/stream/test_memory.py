"""Sequences, counts and several texts whose parts lie in different events of a stream."""

import pytest
from helpers import entry_yaml, write_kb

from matcher.api import Matcher

FILLER = b"request served in 12 ms\n"
SEQUENCE = (
    "sequence: {within: {lines: 20}, steps: [{text: 'giving up lease %{word:job}'}, "
    "{text: 'broker closed the lease channel of %{word:job}'}]}"
)
SECONDS = "sequence: {within: {seconds: 60}, steps: [{text: renewing the lease failed}, {text: worker left the group}]}"
COUNT = "count: {of: {text: heartbeat of the worker skipped}, at_least: 3, within: {lines: 50}}"
BOTH = "all: [{text: primary index is read-only}, {text: replica index is missing}]"


@pytest.fixture
def opened(tmp_path):
    def make(condition, example):
        return Matcher.open(write_kb(tmp_path, {"acme/x": entry_yaml(example, condition)}), builtin=False)

    return make


def lines_of(matcher, log):
    return [(r.place.first_line, r.place.last_line, r.best.captures) for r in matcher.scan(log)]


def test_sequence_over_events(opened):
    """Steps in different lines complete a signature, within its lines and with the same captured text."""
    first, second = b"giving up lease job-17\n", b"broker closed the lease channel of job-17\n"
    matcher = opened(SEQUENCE, (first + second).decode())
    assert lines_of(matcher, b"a\n" + first + FILLER * 10 + second) == [(2, 13, {"job": "job-17"})]
    assert lines_of(matcher, first + FILLER * 30 + second) == []
    assert lines_of(matcher, second + FILLER + first) == []
    assert lines_of(matcher, first + FILLER + second.replace(b"17", b"18")) == []


def test_a_signature_fires_once_for_its_parts(opened):
    """Parts that completed a signature are used up; the next ones complete it again."""
    first, second = b"giving up lease job-17\n", b"broker closed the lease channel of job-17\n"
    matcher = opened(SEQUENCE, (first + second).decode())
    log = first + FILLER + second + FILLER + second + first + second
    assert [place[:2] for place in lines_of(matcher, log)] == [(1, 3), (6, 7)]


def test_sequence_within_seconds(opened):
    """The times of the lines decide where a signature asks for seconds."""
    matcher = opened(SECONDS, "renewing the lease failed\nworker left the group\n")
    log = b"2026-05-01 10:00:00 renewing the lease failed\n%s2026-05-01 10:0%d:30 worker left the group\n"
    assert [place[:2] for place in lines_of(matcher, log % (FILLER, 0))] == [(1, 3)]
    assert lines_of(matcher, log % (FILLER, 5)) == []


def test_count_over_events(opened):
    """A line that comes often enough within the lines completes a count."""
    line = b"heartbeat of the worker skipped\n"
    matcher = opened(COUNT, (line * 3).decode())
    assert [place[:2] for place in lines_of(matcher, (line + FILLER) * 3)] == [(1, 5)]
    assert lines_of(matcher, line + FILLER * 100 + line + FILLER * 100 + line) == []
    assert len(lines_of(matcher, line * 9)) == 3


def test_several_texts_in_different_lines(opened):
    """`all` finds its texts in lines near each other, in any order; far apart they are two stories."""
    first, second = b"primary index is read-only\n", b"replica index is missing\n"
    matcher = opened(BOTH, (first + second).decode())
    assert [place[:2] for place in lines_of(matcher, second + FILLER * 3 + first)] == [(1, 5)]
    assert lines_of(matcher, second + FILLER * 300 + first) == []


def test_processes_do_not_mix(opened):
    """Parts in the lines of different processes do not complete a signature."""
    matcher = opened(BOTH, "primary index is read-only\nreplica index is missing\n")
    log = b"web_1  | primary index is read-only\n%s_1  | replica index is missing\n"
    assert len(lines_of(matcher, log % b"web")) == 1
    assert lines_of(matcher, log % b"job") == []


def test_state_is_bounded(opened):
    """A million first steps of many processes leave a small memory behind."""
    matcher = opened(SEQUENCE, "giving up lease j\nbroker closed the lease channel of j\n")
    scan = matcher.scan(b"".join(b"p%d_1  | giving up lease job-%d\n" % (n % 500, n) for n in range(20_000)))
    assert list(scan) == []
    kept = scan._memory._kept[0]
    assert len(kept) <= 64
    assert sum(len(one.text) for seen in kept.values() for one in seen) < 64 * 64 * 1024
