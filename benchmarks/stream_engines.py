"""The engines: each reads one haystack from the same pipe and says what it counted.

Compiling is done before the clock starts, except in commands, whose whole life is timed. What is not
installed is skipped.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from time import perf_counter
from typing import Any, NamedTuple

from benchmarks import stream_pipe
from benchmarks.stream_compiled import ALTERNATION, Compiled
from benchmarks.stream_definitions import Side
from benchmarks.stream_haystacks import Haystack, Haystacks
from benchmarks.stream_pipe import READ_BYTES
from benchmarks.stream_sets import Sets
from matcher import Matcher

#: What an engine with a time budget reads within it; its speed counts for the rest.
BUDGET_S, SHORT_BUDGET_S = 3.0, 0.4
MARGIN_BYTES = 256  # kept of a chunk without line end, as hits may lie across two chunks


class Taken(NamedTuple):
    """What one run took and counted. `lines` were read; None: all of them."""

    seconds: float
    bytes: int
    count: int | None
    lines: int | None = None


class Bench:
    """Sets, haystacks and compiled patterns of one run."""

    def __init__(self, sets: Sets, haystacks: Haystacks, short: bool) -> None:
        self.sets = sets
        self.haystacks = haystacks
        self.compiled = Compiled()
        self.budget_s = SHORT_BUDGET_S if short else BUDGET_S
        self._matchers: dict[str, Matcher] = {}

    def matcher(self, size: int) -> Matcher:
        """A database, open and warm."""
        path = self.sets.of(size).database
        if path not in self._matchers:
            self._matchers[path] = Matcher.open(path)
        return self._matchers[path]


Run = Callable[[Bench, Side, Haystack], Taken]


class Engine(NamedTuple):
    """How to run it, what it counts, and what must be there.

    `counts`: events, caseless or cased (lines with a literal), callbacks, planted (lines), or nothing.
    """

    run: Run
    counts: str
    needs: str = ""  # a module, or a command with "!"
    about: str = ""

    @property
    def is_here(self) -> bool:
        """Whether it is installed."""
        if self.needs.endswith("!"):
            return shutil.which(self.needs[:-1]) is not None
        return not self.needs or find_spec(self.needs) is not None


def expected(engine: Engine, bench: Bench, side: Side, haystack: Haystack, taken: Taken) -> int | None:
    """What must have been counted; None if nobody knows."""
    if engine.counts == "planted":
        searched = ALTERNATION if "alternation" in side.engine else side.signatures
        hits = zip(haystack.hits[::2], haystack.hits[1::2], strict=True)
        lines = haystack.lines if taken.lines is None else taken.lines
        return sum(line < lines and number < searched for line, number in hits)
    return {
        "events": haystack.events, "caseless": haystack.caseless_lines, "cased": haystack.cased_lines,
        "callbacks": haystack.callbacks, "": None,
    }[engine.counts]  # fmt: skip


def feeder(haystack: Haystack) -> tuple[str, ...]:
    """What writes a haystack into the pipe."""
    return ("cat", haystack.path)


# Libraries, in this process.


def scan(bench: Bench, side: Side, haystack: Haystack) -> Taken:
    """`for report in Matcher.scan(pipe)`."""
    matcher = bench.matcher(side.signatures)
    start = perf_counter()
    with (
        stream_pipe.fed(feeder(haystack)) as reading,
        open(reading, "rb", buffering=0, closefd=False) as pipe,
    ):
        found = matcher.scan(pipe)
        events = sum(bool(report) for report in found)
    return Taken(perf_counter() - start, found.counts.bytes, events)


def hyperscan(bench: Bench, side: Side, haystack: Haystack) -> Taken:
    """Raw: literals without case, a counting callback, chunks of up to 1 MiB cut at their last line end."""
    import hyperscan as library

    database = bench.compiled.hyperscan(bench.sets.of(side.signatures))
    scratch = library.Scratch(database)
    count = total = 0

    def on_hit(literal: int, start: int, end: int, flags: int, context: object) -> None:
        nonlocal count
        count += 1

    start = perf_counter()
    with stream_pipe.fed(feeder(haystack)) as reading:
        for chunk in _chunks(reading):
            database.scan(chunk, match_event_handler=on_hit, scratch=scratch)
            total += len(chunk)
    return Taken(perf_counter() - start, total, count)


def _chunks(reading: int) -> Iterator[memoryview]:
    """Whole lines, read into one buffer; what follows the last line end is kept for the next chunk."""
    data = bytearray(2 * READ_BYTES)
    view = memoryview(data)
    kept = 0
    while read := os.readv(reading, [view[kept : kept + READ_BYTES]]):
        end = data.rfind(b"\n", 0, kept + read) + 1
        if end:
            yield view[:end]
        rest = kept + read - end
        view[:rest] = view[end : kept + read]
        kept = rest
    if kept:
        yield view[:kept]


def ahocorasick_rs(bench: Bench, side: Side, haystack: Haystack) -> Taken:
    """Lower-case literals over lower-cased chunks; counts the lines that show one."""
    automaton = bench.compiled.ahocorasick(bench.sets.of(side.signatures))
    total = lines = 0
    start = perf_counter()
    with stream_pipe.fed(feeder(haystack)) as reading:
        for chunk in _chunks(reading):
            text = bytes(chunk).lower()
            last = None
            for _, at, _ in automaton.find_matches_as_indexes(text):
                line = text.rfind(b"\n", 0, at)
                lines += line != last
                last = line
            total += len(chunk)
    return Taken(perf_counter() - start, total, lines)


def per_line(search: Callable[[Bench, Side], Callable[[bytes], Any]]) -> Run:
    """An engine that is asked for each line, until its time is used up."""

    def run(bench: Bench, side: Side, haystack: Haystack) -> Taken:
        find = search(bench, side)
        total = lines = count = 0
        with (
            stream_pipe.fed(feeder(haystack)) as reading,
            open(reading, "rb", READ_BYTES, closefd=False) as pipe,
        ):
            start = perf_counter()
            for line in pipe:
                count += bool(find(line.rstrip(b"\n")))
                total += len(line)
                lines += 1
                if perf_counter() - start > bench.budget_s:
                    break
            seconds = perf_counter() - start
        return Taken(seconds, total, count, lines)

    return run


def _loop(library: str) -> Run:
    def search(bench: Bench, side: Side) -> Callable[[bytes], bool]:
        searches = [one.search for one in bench.compiled.each(library, bench.sets.of(side.signatures))]
        return lambda line: sum(one(line) is not None for one in searches) > 0

    return per_line(search)


def _alternation(library: str) -> Run:
    return per_line(
        lambda bench, side: bench.compiled.alternation(library, bench.sets.of(side.signatures)).search
    )


def _re2(bench: Bench, side: Side) -> Callable[[bytes], Any]:
    found: Callable[[bytes], Any] = bench.compiled.re2_set(bench.sets.of(side.signatures)).Match
    return found


# Commands at the end of the pipe.


def cat(bench: Bench, side: Side, haystack: Haystack) -> Taken:
    """Reads and throws away."""
    ended = stream_pipe.command(("cat",), feeder(haystack), kept=False)
    return Taken(ended.seconds, haystack.bytes, None)


def _filter(*words: str) -> Run:
    """`rg` and `grep` with a file of literals; they count lines, which costs less than to print them."""

    def run(bench: Bench, side: Side, haystack: Haystack) -> Taken:
        file = str(bench.sets.of(side.signatures).literal_file())
        ended = stream_pipe.command((*words, "-c", "-F", "-f", file, "-"), feeder(haystack))
        if ended.status > 1:
            raise SystemExit(f"{words[0]}: exit {ended.status}")
        return Taken(ended.seconds, haystack.bytes, int(ended.out or 0))

    return run


def _matcher(*options: str) -> Run:
    """The command; only --json says how many events there were."""

    def run(bench: Bench, side: Side, haystack: Haystack) -> Taken:
        kept = "--json" in options
        words = stream_pipe.matcher_words(bench.sets.of(side.signatures).database, *options)
        return _of_status(stream_pipe.command(words, feeder(haystack), kept), kept, haystack, 1)

    return run


def _of_status(ended: stream_pipe.Ended, kept: bool, haystack: Haystack, files: int) -> Taken:
    """Without records, the exit status says whether there was any event."""
    if ended.status not in (0, 1):
        raise SystemExit(f"matcher: exit {ended.status}")
    count = haystack.events if ended.status == (0 if haystack.events else 1) else -1
    if kept:
        count = json.loads(ended.out.splitlines()[-1])["events"]
    return Taken(ended.seconds, files * haystack.bytes, count)


def _two_files(*options: str) -> Run:
    def run(bench: Bench, side: Side, haystack: Haystack) -> Taken:
        database = bench.sets.of(side.signatures).database
        words = stream_pipe.matcher_words(database, *options, haystack.path, haystack.path)
        return _of_status(stream_pipe.command(words, None, kept=False), False, haystack, 2)

    return run


ENGINES = {
    "scan": Engine(scan, "events", about="this one: `for report in Matcher.scan(pipe)`"),
    "matcher": Engine(_matcher(), "events", about="this one: `| matcher`"),
    "matcher --json": Engine(_matcher("--json"), "events", about="this one, one record for each event"),
    "matcher --passthrough": Engine(_matcher("--passthrough"), "events", about="this one, copying the log"),
    "matcher (two files)": Engine(_two_files(), "events", about="two files, one after the other"),
    "matcher -j 2": Engine(_two_files("-j", "2"), "events", about="two files at the same time"),
    "hyperscan": Engine(hyperscan, "callbacks", "hyperscan", "raw, literals without case; finds only"),
    "cat": Engine(cat, "", "cat!", "`cat > /dev/null`"),
    "ahocorasick_rs": Engine(ahocorasick_rs, "caseless", "ahocorasick_rs", "literals in lower-cased text"),
    "rg": Engine(_filter("rg", "-a"), "cased", "rg!", "`rg -F -f`, minds case"),
    "rg -i": Engine(_filter("rg", "-a", "-i"), "caseless", "rg!", "`rg -i -F -f`"),
    "grep": Engine(_filter("grep", "-a"), "cased", "grep!", "`grep -F -f`, minds case"),
    "grep -i": Engine(_filter("grep", "-a", "-i"), "caseless", "grep!", "`grep -i -F -f`"),
    "re2 set": Engine(per_line(_re2), "planted", "re2", "google-re2 `Set` of all expressions, line by line"),
    "re loop": Engine(_loop("re"), "planted", about="each regular expression in turn, line by line"),
    "regex loop": Engine(_loop("regex"), "planted", "regex", "the same with `regex`"),
    "re alternation": Engine(_alternation("re"), "planted", about=f"one of the first {ALTERNATION:,}"),
    "regex alternation": Engine(_alternation("regex"), "planted", "regex", "the same with `regex`"),
}  # fmt: skip
