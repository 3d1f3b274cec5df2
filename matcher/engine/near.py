"""Nothing confirmed -> the nearest known wordings: by rare pieces of words, then by edit distance.

For reworded, re-wrapped, truncated and misspelt errors. A hint, never an identification: it
has its own list in the report and never changes an exit status.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import Any
from zlib import crc32

from matcher.engine.advice import fill
from matcher.engine.haystack import Haystack
from matcher.engine.library import Library
from matcher.engine.outcome import Found, Situation
from matcher.model import Near

NEEDLE_CHARACTERS = 256  # one known wording
HAY_CHARACTERS = 2048  # one line of the event
HEAD_LINES = 6  # lines of an event that are compared
CANDIDATES = 64  # wordings that are compared with a line
RESULTS = 3
#: A wording that shares fewer pieces of words than this is not compared.
MIN_SHARED = 4
POSTINGS = 2_000  # entries of the index that are looked at for one line, the rarest pieces first
GRAM = 4  # characters of a piece: misspelt words still share some
#: rapidfuzz ratios, 0 to 100; below them the near tier is silent.
RATIO_CUTOFF = 78.0
PARTIAL_CUTOFF = 88.0
NEAR_MISS = 0.95  # an event that resembles a near miss so much is known not to be the error
PARTIAL_CHARACTERS = 32  # a fragment shorter than this proves nothing

_ERROR_LINE = re.compile(
    r"error|exception|fail|fatal|denied|cannot|can't|could not|unable|not found|invalid|refused|missing"
    r"|no such|unknown|undefined|unexpected|already|panic|abort|traceback|warning|must|not ",
    re.IGNORECASE,
)
#: Opens every Python traceback and says nothing about this one.
_OPENING = "Traceback (most recent call last)"
_PREFIX = re.compile(
    r"^[\s|>*-]*(?:\d{4}-\d{2}-\d{2}[T ][\d:.,]+(?:Z|[+-]\d{2}:?\d{2})?[\s:]*)?"
    r"(?:\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|CRITICAL|FATAL)\]?[\s:]+)?"
)
_QUOTED = re.compile(r"\\*'[^'\n]*'|\\*\"[^\"\n]*\"|`[^`\n]*`")
_PATH = re.compile(r"(?:[A-Za-z]:)?(?:[\w.@~-]*[/\\]){1,}[\w.@~-]*")
_DIGITS = re.compile(r"0x[0-9a-f]+|[0-9a-f]{8,}|\d+")
_WORD = re.compile(r"[a-z_]{4,}")


def normal(line: str) -> str:
    """A line without what varies: prefix, case, numbers, paths, quoted values, runs of blanks.

    >>> normal("2026-06-01T10:00:00Z ERROR No module named 'yaml' (line 12)")
    "no module named '*' (line 0)"
    """
    line = _PREFIX.sub("", line[:HAY_CHARACTERS], count=1).lower()
    line = _QUOTED.sub("'*'", line)
    line = _PATH.sub("/", line)
    line = _DIGITS.sub("0", line)
    return " ".join(line.split())[:NEEDLE_CHARACTERS]


def head_lines(text: str) -> list[tuple[int, str]]:
    """The lines of an event that say what went wrong, as (line number from 0, line); the last ones first."""
    lines = [one for one in enumerate(text.split("\n")) if one[1].strip() and _OPENING not in one[1]]
    telling = [one for one in lines if _ERROR_LINE.search(one[1])]
    chosen = telling or lines
    return list(reversed(chosen[-HEAD_LINES:]))


def pieces(line: str) -> set[int]:
    """The keys of all pieces of four letters of the words of a normalised line."""
    return {
        crc32(word[at : at + GRAM].encode())
        for word in _WORD.findall(line)
        for at in range(len(word) - GRAM + 1)
    }


def find_near(library: Library, haystack: Haystack) -> tuple[Near, ...]:
    """Return the nearest known wordings, best first; nothing below the cut-offs.

    Cost: some milliseconds in a large knowledge base; at most `HEAD_LINES` x `CANDIDATES` comparisons.
    """
    best: dict[int, Near] = {}
    refused: dict[int, float] = {}  # how much the event resembles a near miss of an entry
    index = _Index(library)
    text = haystack.text.decode("utf-8", "replace")
    lines = head_lines(text)
    lines.extend(_rewrapped(text, lines))
    for number, line in lines:
        plain = normal(line)
        for head in index.candidates(pieces(plain)):
            entry, known, display, is_example = library.database.json("heads", head)
            similarity = _similarity(plain, known)
            if not is_example:
                refused[entry] = max(refused.get(entry, 0.0), similarity)
            elif similarity and (entry not in best or best[entry].similarity < similarity):
                found = library.entry(entry)
                at = haystack.first_line + number
                best[entry] = Near(found.id, fill(found.title, {}), round(similarity, 3), at, display)
    situation = Situation(haystack)
    for entry in list(best):
        vetoed = any(isinstance(node.evaluate(situation), Found) for node in library.entry(entry).excludes)
        if vetoed or refused.get(entry, 0.0) >= min(best[entry].similarity, NEAR_MISS):
            del best[entry]  # it is known not to be this error
    ranked = sorted(best.values(), key=lambda one: (-one.similarity, one.id))
    return tuple(ranked[:RESULTS])


def _rewrapped(text: str, lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Telling lines joined with the line behind them: an error that a terminal or mail re-wrapped."""
    every = text.split("\n")
    return [
        (n, f"{line} {every[n + 1].strip()}")
        for n, line in lines
        if n + 1 < len(every) and every[n + 1].strip()
    ]


class _Index:
    """The index of pieces, read once for one event."""

    __slots__ = ("_database", "_keys")

    def __init__(self, library: Library) -> None:
        self._database = library.database
        self._keys = memoryview(self._database.record("piece_keys", 0)).cast("I")

    def candidates(self, wanted: Iterable[int]) -> list[int]:
        """The wordings that share most of the rarest pieces."""
        lists = []
        for key in wanted:
            place = bisect_left(self._keys, key)
            if place < len(self._keys) and self._keys[place] == key:
                lists.append(memoryview(self._database.record("pieces", place)).cast("I"))
        lists.sort(key=len)
        shared: dict[int, float] = {}
        count: dict[int, int] = {}
        visited = 0
        for heads in lists:
            visited += len(heads)
            if visited > POSTINGS and count:
                break
            for head in heads:
                shared[head] = shared.get(head, 0.0) + 1.0 / len(heads)
                count[head] = count.get(head, 0) + 1
        fit = [head for head, number in count.items() if number >= MIN_SHARED]
        fit.sort(key=lambda head: (-shared[head], head))
        return fit[:CANDIDATES]


def _similarity(line: str, known: str) -> float:
    from rapidfuzz import fuzz

    whole: Any = fuzz.ratio(line, known, score_cutoff=RATIO_CUTOFF)
    reordered: Any = fuzz.token_sort_ratio(line, known, score_cutoff=RATIO_CUTOFF)
    part: Any = 0.0
    if min(len(line), len(known)) >= PARTIAL_CHARACTERS:
        part = 0.97 * fuzz.partial_ratio(line, known, score_cutoff=PARTIAL_CUTOFF)
    return float(max(whole, reordered, part)) / 100.0
