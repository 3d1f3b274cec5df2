"""`python -m benchmarks.profile_match [miss|hit|decoys ...]`: where the time of one match goes.

First the time of a call without a profiler, then that of the steps alone, then cProfile by own time. The
profiler slows Python calls down and leaves native ones as they are: trust its order, not its shares.
"""

import argparse
import cProfile
import pstats
from collections.abc import Callable
from statistics import median
from time import perf_counter_ns

from benchmarks import haystacks
from benchmarks.definitions import LARGE
from benchmarks.page import time_of
from benchmarks.subjects import Bench

CALLS = 2_000
ROWS = 25


def time_us(function: Callable[[], object], calls: int = CALLS) -> float:
    """The median time of one call."""
    times = []
    for _ in range(calls):
        start = perf_counter_ns()
        function()
        times.append(perf_counter_ns() - start)
    return median(times) / 1e3


def steps(bench: Bench, text: str) -> dict[str, Callable[[], object]]:
    """The steps of `Matcher.match`, each as a call of its own on what the one before gave."""
    from matcher.engine import engine, ranking
    from matcher.engine.context import Context
    from matcher.engine.haystack import Haystack, normalize

    matcher = bench.matcher(LARGE)
    library = matcher._library
    data = normalize(text.encode())
    found: dict[str, Callable[[], object]] = {
        "match (all)": lambda: matcher.match(text),
        "encode and normalize": lambda: normalize(text.encode("utf-8", "backslashreplace")),
        "Haystack": lambda: Haystack(data),
        "scan": lambda: library.scanner.scan(data),
        "engine.find (scan, confirm)": lambda: engine.find(library, Haystack(data)),
    }
    haystack = Haystack(data)
    confirmed = engine.find(library, haystack)
    if confirmed:
        ordered = ranking.order(library, haystack, confirmed, Context())
        found["ranking.order"] = lambda: ranking.order(library, haystack, confirmed, Context())
        found["ranking.advise"] = lambda: ranking.advise(ordered, haystack, Context())
    return found


def show(name: str, bench: Bench) -> None:
    """Print the times and the profile of one haystack."""
    text = haystacks.text(name, LARGE)
    matcher = bench.matcher(LARGE)
    matcher.match(text)
    print(f"== {name}: {len(text)} bytes")
    for step, function in steps(bench, text).items():
        print(f"  {step:<30} {time_of(time_us(function)):>10}")
    profile = cProfile.Profile()
    profile.enable()
    for _ in range(CALLS):
        matcher.match(text)
    profile.disable()
    pstats.Stats(profile).strip_dirs().sort_stats("tottime").print_stats(ROWS)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.profile_match", description=__doc__)
    parser.add_argument("names", nargs="*", help="haystacks: miss, hit, decoys")
    for wanted in parser.parse_args().names or ("miss", "hit"):
        show(wanted, Bench(short=False))
