"""How many events of logs that others have published are exact; skipped where those are not at hand.

The misses that are known are named here and in docs/traces.md; anything else is a regression.
"""

import json
from pathlib import Path

import pytest
from trace_cases import AFTER, BEFORE, joined, spans_of

from matcher.traces.assembler import event_around
from matcher.traces.lines import Lines

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
TRACES = DATA / "traces.jsonl"
FLUENT_BIT = DATA / "fluentbit_multiline.json"

#: Records of cases that need a rule of their own, as their README says.
KNOWN = {"elastic": 1, "endswith": 2, "issue_3817_1": 2}


@pytest.mark.skipif(not TRACES.exists(), reason="traces.jsonl is not at hand (../shared/data)")
def test_published_traces_are_one_event_each():
    """Planted between ordinary lines, at least 98 % of the traces are exactly one event, from each of its lines."""
    records = [json.loads(line) for line in TRACES.read_text(encoding="utf-8").splitlines()]
    missed = []
    for record in records:
        trace = record["text"].strip("\n").split("\n")
        data = joined([*BEFORE, *trace, *AFTER])
        sizes = [len(event_around(Lines(data), start, {}).lines) for start, _ in spans_of(data)]
        if sizes != [1] * len(BEFORE) + [len(trace)] * len(trace) + [1] * len(AFTER):
            missed.append(record["name"])
    assert len(missed) <= 0.02 * len(records), missed


def found_records(case):
    """What the lines of a case become. A newline in a JSON string stands for the escape that a file holds."""
    lines = [line.removesuffix("\n").replace("\n", "\\n") for line in case["input"]]
    data, found, seen = joined(lines), [], set()
    for start, _ in spans_of(data):
        event = event_around(Lines(data), start, {})
        if event.start not in seen:
            seen.add(event.start)
            found.append(event.text.decode().rstrip("\n"))
    return found


@pytest.mark.skipif(
    not FLUENT_BIT.exists(), reason="fluentbit_multiline.json is not at hand (../shared/data)"
)
def test_published_records_come_out():
    """Of the records of a log shipper's tests, all but the known ones come out, whatever their order."""
    missed = {}
    for name, case in json.loads(FLUENT_BIT.read_text(encoding="utf-8")).items():
        found = found_records(case)
        number = 0
        for record in case["output"]:
            if record.rstrip("\n") in found:
                found.remove(record.rstrip("\n"))
            else:
                number += 1
        if number:
            missed[name] = number
    assert missed == KNOWN
