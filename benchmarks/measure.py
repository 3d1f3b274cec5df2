"""Times pairs and reads memory; knows nothing of what is measured.

A machine that others use is slow for a while and then fast again. So subject and peer run
directly after one another, in alternating order, and the result is the median of the ratios of pairs.
"""

import gc
import os
import platform
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter_ns
from typing import Any, NamedTuple

PACKAGES = ("hyperscan", "regex", "rapidfuzz", "packaging", "platformdirs", "pydantic", "pyyaml", "rich")


class Pair(NamedTuple):
    """One round, in nanoseconds."""

    subject: int
    peer: int


def pairs(subject: Callable[[], object], peer: Callable[[], object], rounds: int) -> list[Pair]:
    """Time both functions in turn; who is first alternates."""
    found = []
    clock = perf_counter_ns
    for number in range(rounds):
        if number % 2:
            start = clock()
            peer()
            middle = clock()
            subject()
            end = clock()
            found.append(Pair(end - middle, middle - start))
        else:
            start = clock()
            subject()
            middle = clock()
            peer()
            end = clock()
            found.append(Pair(middle - start, end - middle))
    return found


@contextmanager
def settled() -> Iterator[None]:
    """What exists by now is kept out of garbage collection, which itself stays on."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def summary(found: Sequence[Pair]) -> dict[str, float]:
    """Medians and p99 in microseconds, and the median, first and third quartile of the ratios of pairs."""
    ratios = [one.subject / one.peer for one in found]
    low, middle, high = quantiles(ratios, n=4, method="inclusive") if len(ratios) > 1 else ratios * 3
    return {
        "ratio": middle,
        "ratio_q1": low,
        "ratio_q3": high,
        "subject_us": median(one.subject for one in found) / 1e3,
        "subject_p99_us": p99([one.subject for one in found]) / 1e3,
        "peer_us": median(one.peer for one in found) / 1e3,
        "peer_p99_us": p99([one.peer for one in found]) / 1e3,
    }


def p99(values: Sequence[int]) -> float:
    """The value that 99 % do not exceed; with few values, nearly the largest."""
    return quantiles(values, n=100, method="inclusive")[98] if len(values) > 1 else float(values[0])


def run(
    words: Sequence[str], stdin: bytes, environment: dict[str, str]
) -> "subprocess.CompletedProcess[bytes]":
    """Run a command to its end."""
    return subprocess.run(words, input=stdin, capture_output=True, env=environment, check=False)


def resident_bytes() -> int:
    """Memory of this process that is in RAM now; where the system does not tell, the most it ever was."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most if sys.platform == "darwin" else most * 1024


def machine() -> dict[str, Any]:
    """The machine and the versions that a record depends on. No paths, no names of hosts or users."""
    return {
        "cpu": _cpu(),
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.release().split('-')[0]} {platform.machine()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "packages": versions(PACKAGES),
    }


def versions(names: Sequence[str]) -> dict[str, str]:
    """The installed version of each package."""
    return {name: _version(name) for name in names}


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, platform.processor())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
