"""Real CI logs and stack traces -> the lines that haystacks are made of, and which literals stand in them.

Read from the folder of shared data beside the project; generated where there is none. What a signature
matches is found here by plain `in` and `re`, independently of the engine, and taken out.
"""

import json
import random
import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import vocabulary as words
from benchmarks.stream_sets import Signature, SignatureSet

SHARED = Path(__file__).parent.parent.parent / "shared" / "data"
SEED = 7
_CODES = re.compile(rb"\x1b\[[0-9;]*[A-Za-z]")
_STAMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z ")
#: A line that could belong to an error of several lines.
_OF_TRACE = re.compile(
    rb"^(?:\s|[|^~+*>]|$|at |E )|Traceback|File \"|Error|[Ee]xception|Caused|[Pp]anic|[Ff]atal|raise |During "
)

Log = tuple[bytes, ...]


class Base(NamedTuple):
    """What haystacks are made of; lines without their ends."""

    origin: str
    logs: tuple[Log, ...]
    plain: Log  # lines that belong to no stack trace
    traces: tuple[bytes, ...]
    removed: int  # lines and traces that a signature matches


class Shows(NamedTuple):
    """How many literals end in each line, whatever their case; the lines that spell one like the message."""

    caseless: dict[bytes, int]
    cased: frozenset[bytes]


def base(known: SignatureSet) -> Base:
    """The logs and traces, without what a signature of `known` matches."""
    origin, texts, traces = _real() if SHARED.is_dir() else _generated()
    logs = tuple(tuple(one.encode().rstrip(b"\n").split(b"\n")) for one in texts)
    distinct = list(dict.fromkeys(line for log in logs for line in log))
    hit = matched(known.signatures, distinct)
    kept = tuple(tuple(line for line in log if line not in hit) for log in logs)
    blocks = [one.rstrip("\n").encode() for one in traces]
    lines = list(dict.fromkeys(line for block in blocks for line in block.split(b"\n")))
    bad = matched(known.signatures, lines)
    clean = tuple(block for block in blocks if bad.isdisjoint(block.split(b"\n")))
    plain = tuple(line for log in kept for line in log if not _OF_TRACE.search(body(line)))
    return Base(origin, kept, plain, clean, len(hit) + len(blocks) - len(clean))


def body(line: bytes) -> bytes:
    """A line without its time and colours."""
    return _CODES.sub(b"", _STAMP.sub(b"", line, count=1))


def stamp(line: bytes) -> bytes:
    """The time before a line."""
    found = _STAMP.match(line)
    return found[0] if found else b""


def matched(signatures: Sequence[Signature], lines: Sequence[bytes]) -> set[bytes]:
    """The lines in which one of the signatures stands: the slow and plain way."""
    plain = [_CODES.sub(b"", line) for line in lines]
    found: set[bytes] = set()
    for one, places in zip(
        signatures, _places([s.literal.encode() for s in signatures], plain, True), strict=True
    ):
        if places:
            regex = re.compile(one.naive.encode(), re.IGNORECASE)
            found.update(lines[at] for at in places if regex.search(plain[at]))
    return found


def shows(known: SignatureSet, lines: Sequence[bytes]) -> Shows:
    """Which lines show literals of a set."""
    distinct = list(dict.fromkeys(lines))
    counts = dict.fromkeys(distinct, 0)
    for places in _places(known.lowered, distinct, True):
        for at in places:
            counts[distinct[at]] += 1
    cased = frozenset(distinct[at] for places in _places(known.literals, distinct, False) for at in places)
    return Shows(counts, cased)


def _places(literals: Sequence[bytes], lines: Sequence[bytes], lower: bool) -> list[list[int]]:
    """For each literal, the number of the line of each of its occurrences."""
    text = b"\n".join(lines)
    text = text.lower() if lower else text
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    found = []
    for literal in literals:
        wanted = literal.lower() if lower else literal
        places, at = [], text.find(wanted)
        while at >= 0:
            places.append(bisect_right(starts, at) - 1)
            at = text.find(wanted, at + 1)
        found.append(places)
    return found


def _real() -> tuple[str, list[str], list[str]]:
    def records(name: str) -> list[dict[str, Any]]:
        with open(SHARED / name, encoding="utf-8") as file:
            return [json.loads(line) for line in file]

    logs = [one["log"] for one in records("pytorch_ci.jsonl")]
    return "pytorch/test-infra (BSD-3-Clause)", logs, [one["text"] for one in records("traces.jsonl")]


@cache
def _generated() -> tuple[str, list[str], list[str]]:
    chance = random.Random(SEED)
    shapes = (
        "Collecting {n}-{v}=={d}.{d}", "##[group]Run {v} --{n} {d}", "tests/{n}.py::test_{v} PASSED [{d}%]",
        "{c}: {v} {n} done in {d} ms", "Downloading {n}_{v}-{d}.{d}-py3-none-any.whl ({d} kB)",
        "  CC src/{n}/{v}.o", "[command]/usr/bin/git {v} --{n} origin/{d}", "{c} is healthy, {d} {n}s known",
        "error: retrying {v} of {n} ({d} left)", "\x1b[36;1mexport {n}_{v}={d}\x1b[0m",
    )  # fmt: skip
    logs = []
    for _ in range(12):
        lines = []
        for number in range(chance.randrange(60, 700)):
            text = re.sub(r"\{(\w)\}", lambda found: _word(found[1], chance), chance.choice(shapes))
            minute, second = divmod(number, 60)
            lines.append(f"2026-07-30T19:{minute:02d}:{second:02d}.{chance.randrange(10**7):07d}Z {text}")
        logs.append("\n".join(lines))
    java = "java.lang.IllegalStateException: {n} lost\n" + "\tat org.example.{v}.{n}(Main.java:{d})\n" * 9
    node = "TypeError: {n} is not a {v}\n" + "    at {v}.{n} (/srv/app/{n}.js:{d}:{d})\n" * 6
    go = "panic: {n} {v}\n\ngoroutine {d} [running]:\nmain.{v}()\n\t/srv/app/main.go:{d} +0x1d\n"
    made = [re.sub(r"\{(\w)\}", lambda found: _word(found[1], chance), one) for one in (java, node, go) * 6]
    return "generated", logs, made


def _word(kind: str, chance: random.Random) -> str:
    if kind == "d":
        return str(chance.randrange(100))
    return chance.choice({"n": words.NOUNS, "v": words.VERBS, "c": words.COMPONENTS}[kind])
