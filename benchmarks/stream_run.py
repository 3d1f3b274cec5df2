"""`python -m benchmarks.stream_run`: streams side by side; checks counts, says which targets are reached.

`--short` reads little and checks counts only, with signatures of the standard library. A full run also writes
`benchmarks/STREAMS.md` and `benchmarks/results/streams*`. Exit 1 only if a count is wrong.
"""

import argparse
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from benchmarks import measure, stream_feeder, stream_page, stream_pipe
from benchmarks.stream_definitions import (
    GROWTH,
    GROWTH_ROUNDS,
    LARGE,
    MEMORY,
    MIB,
    PAIRS,
    SHORT_DIVISOR,
    SHORT_MIN_MIB,
    SHORT_SIZE,
    SIZES,
    TABLE,
    TABLE_ROUNDS,
    Memory,
    Pair,
    Side,
)
from benchmarks.stream_engines import ENGINES, Bench, Taken, expected, feeder
from benchmarks.stream_haystacks import Haystacks
from benchmarks.stream_sets import Sets

PACKAGES = ("hyperscan", "regex", "google-re2", "ahocorasick_rs")


class Stream:
    """One run: its bench, and the counts that were wrong."""

    def __init__(self, short: bool) -> None:
        self.short = short
        self.sets = Sets(short)
        largest = SHORT_SIZE if short else SIZES[-1]
        self.bench = Bench(self.sets, Haystacks(self.sets, largest), short)
        self.wrong: list[str] = []

    def scaled(self, side: Side) -> Side:
        """A side as this run measures it."""
        if not self.short:
            return side
        mib = max(SHORT_MIN_MIB, side.mib / SHORT_DIVISOR)
        return replace(side, signatures=min(side.signatures, SHORT_SIZE), mib=mib)

    def take(self, side: Side) -> Taken:
        """Run one side once, and check its count."""
        side = self.scaled(side)
        engine = ENGINES[side.engine]
        haystack = self.bench.haystacks.of(side.haystack, side.signatures, side.mib)
        with measure.settled():
            taken = engine.run(self.bench, side, haystack)
        wanted = expected(engine, self.bench, side, haystack, taken)
        if wanted is not None and taken.count != wanted:
            name = f"{side.engine} on {side.haystack}, {side.signatures:,} signatures, {side.mib:g} MiB"
            self.wrong.append(f"{name}: expected {wanted} ({engine.counts}), got {taken.count}")
            print(f"WRONG COUNT: {self.wrong[-1]}", flush=True)
        elif taken.lines is None and taken.bytes not in (haystack.bytes, 2 * haystack.bytes):
            self.wrong.append(
                f"{side.engine} on {side.haystack}: read {taken.bytes} of {haystack.bytes} bytes"
            )
            print(f"WRONG SIZE: {self.wrong[-1]}", flush=True)
        return taken

    def pair(self, pair: Pair) -> dict[str, Any]:
        """The record of one pair: both sides in turn; who is first alternates."""
        missing = [one.engine for one in (pair.subject, pair.peer) if not ENGINES[one.engine].is_here]
        if missing:
            return {"name": pair.name, "skipped": f"not installed: {', '.join(missing)}"}
        rounds = []
        for number in range(1 if self.short else pair.rounds + 1):
            order = (pair.subject, pair.peer) if number % 2 else (pair.peer, pair.subject)
            taken = {side: self.take(side) for side in order}
            rounds.append((taken[pair.subject], taken[pair.peer]))
        rounds = rounds[1:] or rounds  # the first one also makes haystacks and warms up
        ratios = [speed(one) / speed(other) for one, other in rounds]
        low, middle, high = quantiles(ratios, n=4, method="inclusive") if len(ratios) > 1 else ratios * 3
        return {
            "name": pair.name, "ratio": middle, "ratio_q1": low, "ratio_q3": high,
            "subject": speed_of(one for one, _ in rounds), "peer": speed_of(one for _, one in rounds),
            "reached": None if pair.target is None else middle >= pair.target,
            "rounds": [[*one, *other] for one, other in rounds],
        }  # fmt: skip

    def speeds(self, sides: Sequence[Side], rounds: int) -> list[dict[str, Any]]:
        """The speed of each side; engines take turns on the same haystack."""
        taken: dict[Side, list[Taken]] = {}
        for haystack, signatures in dict.fromkeys((one.haystack, one.signatures) for one in sides):
            group = [one for one in sides if (one.haystack, one.signatures) == (haystack, signatures)]
            here = [one for one in group if ENGINES[one.engine].is_here]
            for _ in range(1 if self.short else rounds):
                for side in here:
                    taken.setdefault(side, []).append(self.take(side))
            if not self.short:
                said = (f"{one.engine} {speed_of(taken[one]):.3g}" for one in here)
                print(f"  {haystack}, {signatures:,} signatures, MB/s: {', '.join(said)}", flush=True)
        return [self._speed(side, taken.get(side)) for side in sides]

    def _speed(self, side: Side, taken: list[Taken] | None) -> dict[str, Any]:
        record: dict[str, Any] = {
            "engine": side.engine,
            "haystack": side.haystack,
            "signatures": side.signatures,
        }
        if taken is None:
            return {**record, "skipped": "not installed"}
        size = self.bench.haystacks.of(
            side.haystack, self.scaled(side).signatures, self.scaled(side).mib
        ).bytes
        record |= {"mb_s": speed_of(taken), "bytes": taken[-1].bytes, "part": taken[-1].bytes < size}
        return {**record, "rounds": [list(one) for one in taken]}

    def memory(self, memory: Memory) -> dict[str, Any]:
        """The record of one process whose memory is sampled."""
        side = memory.side
        words = stream_pipe.matcher_words(self.sets.of(side.signatures).database, "--json")
        if side.haystack == "long-line":
            chance = random.Random(0)
            known = [one.message(chance) for one in self.sets.of(side.signatures).signatures[: SIZES[0]]]
            words_of_feeder = stream_pipe.feeder_words("long-line", side.mib, known)
            events = stream_feeder.line_events(int(side.mib))
        else:
            haystack = self.bench.haystacks.of(side.haystack, side.signatures, side.mib)
            words_of_feeder, events = feeder(haystack), haystack.events
        ended = stream_pipe.command(words, words_of_feeder, peak=True)
        count = stream_pipe.summary(ended.out).get("events")
        if count != events:
            self.wrong.append(f"{memory.name}: expected {events} events, got {count}")
            print(f"WRONG COUNT: {self.wrong[-1]}", flush=True)
        return {"name": memory.name, "bytes": ended.peak_bytes, "seconds": ended.seconds,
                "reached": ended.peak_bytes <= memory.target}  # fmt: skip


def speed(taken: Taken) -> float:
    """Megabytes per second."""
    return taken.bytes / taken.seconds / 1e6


def speed_of(taken: Iterable[Taken]) -> float:
    """The median of some runs."""
    return median(map(speed, taken))


def run(stream: Stream) -> dict[str, Any]:
    """All records of a run, each pair printed as it comes."""
    pairs = []
    for pair in PAIRS:
        record = stream.pair(pair)
        pairs.append(record)
        print(stream_page.line(pair, record, stream.short), flush=True)
    table = stream.speeds(TABLE, TABLE_ROUNDS)
    growth = [] if stream.short else stream.speeds(GROWTH, GROWTH_ROUNDS)
    memory = [] if stream.short else [stream.memory(one) for one in MEMORY]
    for one, found in zip(MEMORY, memory, strict=False):
        print(f"{one.name:<20} {found['bytes'] / MIB:8.1f} MiB of {one.target / MIB:.0f} MiB", flush=True)
    missing = sorted(name for name, engine in ENGINES.items() if not engine.is_here)
    if missing:
        print(f"skipped, because not installed: {', '.join(missing)}")
    base = stream.bench.haystacks.base
    return {
        "machine": measure.machine() | {"engines": measure.versions(PACKAGES) | stream_pipe.tools()},
        "sets": {"packages": stream.sets.harvest.versions, "missing": stream.sets.harvest.missing,
                 "available": stream.sets.available},
        "logs": {"origin": base.origin, "lines": sum(map(len, base.logs)), "plain": len(base.plain),
                 "traces": len(base.traces), "removed": base.removed},
        "pairs": pairs, "table": table, "growth": growth, "memory": memory,
    }  # fmt: skip


def main() -> int:
    """Run, print, store."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.stream_run", description="Streams side by side."
    )
    parser.add_argument("--short", action="store_true", help="read little: check counts, write no results")
    short = parser.parse_args().short
    start = perf_counter()
    stream = Stream(short)
    if not short and stream.sets.available < LARGE:
        print(f"only {stream.sets.available:,} signatures can be had: no full run without packages")
        return 2
    raw = run(stream)
    print(f"{perf_counter() - start:.0f} s")
    if stream.wrong:
        print("wrong counts:", *stream.wrong, sep="\n  ")
    elif not short:
        stream_page.write(raw)
    return 1 if stream.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
