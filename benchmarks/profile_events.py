"""`python -m benchmarks.profile_events`: what it costs to find the event around a line, and where it goes.

Asked of a window that knows no line yet, as the first hit of a burst is, and of one that has seen them all.
"""

import cProfile
import pstats
from statistics import median
from time import perf_counter_ns

from benchmarks.page import time_of
from matcher.traces import assembler, prefixes
from matcher.traces.lines import Lines

ROUNDS = 30
ROWS = 15
TRACE = [
    "Traceback (most recent call last):",
    *(f'  File "/app/main.py", line {n}, in step\n    return step({n})' for n in range(8)),
    "ValueError: no such step",
]
STYLES = {
    "plain": "",
    "time and level": "2026-05-01 10:00:00,123 INFO jobs.worker - ",
    "Docker Compose": "web-1  | ",
    "CRI": "2026-05-01T10:00:00.123456789Z stderr F ",
}


def log_of(prefix: str) -> tuple[bytes, int, int]:
    """A log with a trace in its middle; where an ordinary line and a line of the trace begin."""
    before = "".join(f"{prefix}request {n} of user {n * 7} served in {n % 9} ms\n" for n in range(200))
    trace = "".join(f"{prefix}{line}\n" for part in TRACE for line in part.split("\n"))
    data = (before + trace + before).encode()
    return data, len(before) // 2, len(before) + trace.index("step(3)")


def time_us(data: bytes, offset: int, fresh: bool) -> float:
    """The median time of one answer."""
    lines, times = Lines(data), []
    for _ in range(ROUNDS):
        if fresh:
            lines = Lines(data)
        start = perf_counter_ns()
        assembler.event_around(lines, offset, 0)
        times.append(perf_counter_ns() - start)
    return median(times) / 1e3


def show() -> None:
    """Print the cost of each style, of a line, and a profile."""
    print(f"{'':<18}{'ordinary line':>22}{'line of a trace':>22}")
    print(f"{'':<18}{'fresh':>11}{'known':>11}{'fresh':>11}{'known':>11}")
    for name, prefix in STYLES.items():
        data, ordinary, inside = log_of(prefix)
        cells = [time_of(time_us(data, at, fresh)) for at in (ordinary, inside) for fresh in (True, False)]
        print(f"{name:<18}" + "".join(f"{cell:>11}" for cell in cells))
    line = b"request 17 of user 119 served in 8 ms: cached"
    for step in (assembler.is_sign, assembler.begins, prefixes.split):
        step(line)
        start = perf_counter_ns()
        for _ in range(10_000):
            step(line)
        print(f"{step.__module__}.{step.__name__}: {time_of((perf_counter_ns() - start) / 1e7)} a line")
    data, ordinary, inside = log_of("")
    profile = cProfile.Profile()
    profile.enable()
    for _ in range(200):
        assembler.event_around(Lines(data), inside, 0)
    profile.disable()
    pstats.Stats(profile).strip_dirs().sort_stats("tottime").print_stats(ROWS)


if __name__ == "__main__":
    show()
