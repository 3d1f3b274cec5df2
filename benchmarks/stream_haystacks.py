"""Lines and signatures -> haystacks: files in the work folder, with everything that must be counted in them.

Seeded: the same sets, data and size give the same bytes. A smaller haystack begins as a larger one does.
"""

import hashlib
import json
import random
from array import array
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import stream_logs, stream_sets
from benchmarks.make_kb import WORK
from benchmarks.stream_definitions import CLEAN, DENSE, LARGE, MIB, RARE
from benchmarks.stream_logs import Base, Shows, body, stamp
from benchmarks.stream_sets import Sets, SignatureSet

SEED = 11
RARE_LINES, DENSE_LINES = 100, 5  # one of them is a hit
BETWEEN_TRACES = 20  # lines
KNOWN_TRACES = 10  # one of them is known
SLOW_CALLBACKS = 512  # haystacks above so many lines with hits: their callbacks are not counted beforehand


class Haystack(NamedTuple):
    """A file and what is in it. None: nobody knows beforehand, so it is not checked."""

    path: str
    bytes: int
    lines: int
    events: int
    caseless_lines: int | None  # that show a literal, whatever its case
    cased_lines: int | None
    callbacks: int | None  # occurrences of literals
    hits: "array[int]"  # line number, signature, line number, ... of each planted line


class _Piece(NamedTuple):
    """Some lines, with their line ends, and the signatures planted in them: (line, signature)."""

    data: bytes
    lines: int
    planted: tuple[tuple[int, int], ...] = ()
    caseless: int = 0
    cased: int = 0
    callbacks: int = 0


class Haystacks:
    """All haystacks of one run, made when they are asked for."""

    def __init__(self, sets: Sets, largest: int) -> None:
        self._sets = sets
        self._largest = sets.of(largest)

    @property
    def base(self) -> Base:
        """The lines, without those that the largest set of the run matches."""
        return _base(self._largest)

    @cache  # noqa: B019  # one object per run
    def of(self, name: str, signatures: int, mib: float) -> Haystack:
        """A haystack of about `mib` MiB; hits are of the signatures of one set."""
        known = self._sets.of(min(signatures, LARGE))  # the hits of larger sets are those of this one
        searched = self._sets.of(signatures)
        key = hashlib.sha256(
            f"{SEED} {known.key} {searched.key} {self._largest.key} {self.base.origin} {_sources()}".encode()
        )
        path = WORK / f"hay-{name}-{searched.size}-{mib:g}-{key.hexdigest()[:12]}.log"
        facts = path.with_suffix(".json")
        if not (path.exists() and facts.exists()):
            for old in WORK.glob(f"hay-{name}-{searched.size}-{mib:g}-*"):
                old.unlink()
            made = self._write(name, known, searched, int(mib * MIB), path)
            facts.write_text(json.dumps(made))
        read: dict[str, Any] = json.loads(facts.read_text())
        return Haystack(str(path), **{**read, "hits": array("l", read["hits"])})

    def _write(
        self, name: str, known: SignatureSet, searched: SignatureSet, size: int, path: Path
    ) -> dict[str, Any]:
        base = self.base
        shows = stream_logs.shows(searched, [line for log in base.logs for line in log])
        made = {
            CLEAN: _clean,
            RARE: _rare,
            DENSE: _dense,
            "traces": _traces,
            "json": _json,
            "colour": _colour,
        }[name]
        total = lines = events = caseless = cased = callbacks = 0
        hits: list[int] = []
        part = path.with_suffix(".part")
        with part.open("wb", buffering=MIB) as file:
            for piece in made(base, known, shows):
                file.write(piece.data)
                for line, number in piece.planted:
                    hits += (lines + line, number)
                total += len(piece.data)
                lines += piece.lines
                events += len(piece.planted)
                caseless += piece.caseless
                cased += piece.cased
                callbacks += piece.callbacks
                if total >= size:
                    break
        part.rename(path)
        plain = name in (CLEAN, RARE, DENSE)
        return {
            "bytes": total, "lines": lines, "events": events,
            "caseless_lines": caseless if plain else None, "cased_lines": cased if plain else None,
            "callbacks": callbacks if name == CLEAN else None, "hits": hits,
        }  # fmt: skip


@cache
def _base(largest: SignatureSet) -> Base:
    return stream_logs.base(largest)


@cache
def _sources() -> str:
    found = hashlib.sha256()
    for module in (stream_logs, stream_sets):
        found.update(Path(str(module.__file__)).read_bytes())
    return found.hexdigest() + hashlib.sha256(Path(__file__).read_bytes()).hexdigest()


def _order(known: SignatureSet, chance: random.Random) -> Iterator[int]:
    """Signatures in random order; each once before one comes again."""
    numbers = list(range(known.size))
    while True:
        chance.shuffle(numbers)
        yield from numbers


def _clean(base: Base, known: SignatureSet, shows: Shows) -> Iterator[_Piece]:
    chance = random.Random(SEED)
    pieces = [
        _Piece(
            b"".join(line + b"\n" for line in log), len(log), (),
            sum(shows.caseless[line] > 0 for line in log), sum(line in shows.cased for line in log),
            sum(shows.caseless[line] for line in log),
        )
        for log in base.logs
    ]  # fmt: skip
    while True:
        chance.shuffle(pieces)
        yield from pieces


def _plain_lines(base: Base, count: int) -> Iterator[list[bytes]]:
    """Groups of `count` lines, again and again from the beginning."""
    lines, at = base.plain, 0
    while True:
        group = [lines[(at + n) % len(lines)] for n in range(count)]
        at += count
        yield group


def _rare(base: Base, known: SignatureSet, shows: Shows) -> Iterator[_Piece]:
    return _planted(base, known, shows, RARE_LINES)


def _dense(base: Base, known: SignatureSet, shows: Shows) -> Iterator[_Piece]:
    return _planted(base, known, shows, DENSE_LINES)


def _planted(base: Base, known: SignatureSet, shows: Shows, every: int) -> Iterator[_Piece]:
    """Of `every` lines one is a hit, never the last one, so that no two hits stand side by side."""
    chance = random.Random(SEED)
    order = _order(known, chance)
    for group in _plain_lines(base, every - 1):
        place, number = chance.randrange(every - 1), next(order)
        caseless = 1 + sum(shows.caseless[line] > 0 for line in group)
        cased = 1 + sum(line in shows.cased for line in group)
        hit = stamp(group[place]) + known.signatures[number].line(chance).encode()
        group.insert(place, hit)
        yield _Piece(b"\n".join(group) + b"\n", every, ((place, number),), caseless, cased)


def _traces(base: Base, known: SignatureSet, shows: Shows) -> Iterator[_Piece]:
    chance = random.Random(SEED)
    order = _order(known, chance)
    for place, group in enumerate(_plain_lines(base, BETWEEN_TRACES)):
        planted: tuple[tuple[int, int], ...] = ()
        if place % KNOWN_TRACES:
            group.append(chance.choice(base.traces))
        else:
            number = next(order)
            group.append(known.signatures[number].traceback(chance).encode())
            planted = ((BETWEEN_TRACES + group[-1].count(b"\n"), number),)
        data = b"\n".join(group) + b"\n"
        yield _Piece(data, data.count(b"\n"), planted)


def _json(base: Base, known: SignatureSet, shows: Shows) -> Iterator[_Piece]:
    chance = random.Random(SEED)
    order = _order(known, chance)
    for group in _plain_lines(base, RARE_LINES):
        place, number = chance.randrange(RARE_LINES - 1), next(order)
        records = [{"time": stamp(one).decode().strip(), "level": "info", "logger": "ci.step",
                    "message": body(one).decode("utf-8", "replace")} for one in group]  # fmt: skip
        records[place] |= {"level": "error", "message": known.signatures[number].line(chance)}
        data = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records).encode()
        yield _Piece(data, RARE_LINES, ((place, number),))


def _colour(base: Base, known: SignatureSet, shows: Shows) -> Iterator[_Piece]:
    chance = random.Random(SEED)
    order = _order(known, chance)
    for group in _plain_lines(base, RARE_LINES):
        place, number = chance.randrange(RARE_LINES - 1), next(order)
        coloured = [b"%s\x1b[36;1m%s\x1b[0m" % (stamp(one), body(one)) for one in group]
        text = known.signatures[number].message(chance).encode()
        cut = chance.randrange(len(text))
        while cut and text[cut] & 0xC0 == 0x80:  # not amid a character
            cut -= 1
        coloured[place] = b"%s\x1b[31m%s\x1b[1m%s\x1b[0m" % (stamp(group[place]), text[:cut], text[cut:])
        yield _Piece(b"\n".join(coloured) + b"\n", RARE_LINES, ((place, number),))
