"""`python -m benchmarks.run`: runs all definitions, checks their counts, says which targets are reached.

`--short` checks counts with few rounds and a smaller database, and leaves nothing but the cache of
databases in `benchmarks/.work`. A full run writes `benchmarks/results/latest.json` and
`benchmarks/README.md`. Exit 1 only if a count is wrong.
"""

import argparse
from pathlib import Path
from typing import Any

from benchmarks import measure, page, subjects
from benchmarks.definitions import DEFINITIONS, MIB, Definition

RESULTS = Path(__file__).with_name("results")
SHORT_ROUNDS = 3
WARM_UP = 3  # rounds that are not counted


def run_pair(definition: Definition, bench: subjects.Bench) -> dict[str, Any]:
    """The record of one definition that is timed against a peer."""
    subject, count = subjects.named(definition.subject, bench, definition)
    peer, count_peer = subjects.named(definition.peer, bench, definition)
    counted = [count(subject()), count_peer(peer())]
    rounds = SHORT_ROUNDS if bench.short else definition.rounds
    measure.pairs(subject, peer, 1 if bench.short else WARM_UP)
    with measure.settled():
        found = measure.pairs(subject, peer, rounds)
    counted.append(count(subject()))
    record: dict[str, Any] = {"counted": counted, **measure.summary(found), "pairs_ns": found}
    if definition.model == "match":
        size = len(bench.text(definition).encode())
        record["bytes"] = size
        record["candidates_per_kib"] = subjects.candidates(bench, definition) / (size / 1024)
    return record


def run_memory(definition: Definition, sizes: dict[str, int]) -> dict[str, Any]:
    """The record of one definition of memory."""
    count = sizes["entries"] if definition.counts == "entries" else sizes["right"]
    return {"counted": [count], "ratio": sizes[definition.subject], "sizes": sizes}


def run_all(bench: subjects.Bench) -> list[dict[str, Any]]:
    """The records of all definitions, each printed as it comes."""
    records = []
    sizes = subjects.memory(bench)
    for definition in DEFINITIONS:
        if definition.model == "memory":
            record = run_memory(definition, sizes)
        else:
            record = run_pair(definition, bench)
        record["expected"] = bench.expected(definition)
        record["right"] = all(count == record["expected"] for count in record["counted"])
        record["reached"] = None if definition.target is None else record["ratio"] <= definition.target
        record["name"] = definition.name
        records.append(record)
        print(line(definition, record, bench.short), flush=True)
    return records


def line(definition: Definition, record: dict[str, Any], short: bool) -> str:
    """One line about one definition."""
    if not record["right"]:
        counts = ", ".join(map(str, record["counted"]))
        wanted = f"{record['expected']} {definition.counts}"
        gave_up = record.get("sizes", {}).get("incomplete", 0)
        why = f" ({gave_up} reports say that they are incomplete)" if gave_up else ""
        return f"{definition.name:<22} WRONG COUNT: expected {wanted}, got {counts}{why}"
    said = f"{definition.name:<22} {record['expected']:>6} {definition.counts:<20}"
    if short:
        return said + " right"
    if definition.model == "memory":
        said += f"{record['ratio'] / MIB:10.1f} MiB" + " " * 32
    else:
        times = f"{page.time_of(record['subject_us']):>9} / {page.time_of(record['peer_us']):<9}"
        said += f"{record['ratio']:10.4f} x {definition.peer:<26}{times}"
    return said + page.verdict(definition, record)


def main() -> int:
    """Run, print, store."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description="Run all benchmarks.")
    parser.add_argument("--short", action="store_true", help="few rounds: check counts, write no results")
    given = parser.parse_args()
    bench = subjects.Bench(given.short)
    records = run_all(bench)
    wrong = [record["name"] for record in records if not record["right"]]
    if not given.short and not wrong:
        facts = measure.machine() | {"command": "script" if len(subjects.command()) == 1 else "python -m"}
        RESULTS.mkdir(exist_ok=True)
        raw = {"machine": facts, "records": records}
        (RESULTS / "latest.json").write_text(page.raw_json(raw), encoding="utf-8")
        plotted = page.plot(records, RESULTS / "latest.svg")
        Path(__file__).with_name("README.md").write_text(
            page.readme(facts, records, plotted), encoding="utf-8"
        )
    if wrong:
        print(f"wrong counts: {', '.join(wrong)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
