"""How rare a signature is in ordinary text, in bits: measured on the background corpus, else estimated.

The order of answers follows from this and from nothing typed by hand. Depends on the entry alone:
other entries never change it.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from math import log2
from typing import Any

from matcher.engine.conditions import decode
from matcher.engine.haystack import Haystack
from matcher.engine.outcome import Found, Situation
from matcher.engine.scanner import Scanner, compile_literals
from matcher.knowledge import background

MIN_BITS = 2.0
MAX_BITS = 20.0
#: Below this a branch can only support: it stands on more than 1 of 256 ordinary lines.
FLOOR_BITS = 8.0
#: Words of one message are not independent: each further rare word counts this much less.
NEXT_TOKEN = 0.7
STAR_BITS = 1.0
GAP_BITS = 2.0
MAX_LINES_TRIED = 2_000  # lines on which one branch is confirmed; more hits mean no specificity


def estimate(fixed: Sequence[bytes], stars: int, gaps: int) -> float:
    """Bits of a text by the rarity of its words; each `*` and each `...` costs."""
    lines, counts = background.token_counts()
    tokens = dict.fromkeys(t for part in fixed for t in background.tokens_of(part))
    rarities = sorted((log2((lines + 1) / (counts.get(t, 0) + 0.5)) for t in tokens), reverse=True)
    bits = sum(rarity * NEXT_TOKEN**place for place, rarity in enumerate(rarities))
    return max(0.0, min(bits, MAX_BITS) - STAR_BITS * stars - GAP_BITS * gaps)


def hits(branches: Sequence[tuple[Mapping[str, Any], tuple[bytes, ...] | None]]) -> list[int]:
    """On how many lines of the background corpus each branch (stored node, literals) is true.

    A branch without literals is tried on every line.
    """
    lines = background.corpus_lines()
    literals = sorted({one for _, found in branches for one in found or ()})
    users: dict[bytes, list[int]] = {}
    for number, (_, found) in enumerate(branches):
        for one in found or ():
            users.setdefault(one, []).append(number)
    scanner = Scanner(compile_literals(literals))
    nodes: dict[int, Any] = {}
    counted = [0] * len(branches)
    tried = [0] * len(branches)
    for line in _lines_with_hits(scanner, lines):
        wanted = {n for i in scanner.scan(line) for n in users[literals[i]]}
        situation = Situation(Haystack(line))
        for number in wanted:
            tried[number] += 1
            if tried[number] > MAX_LINES_TRIED:
                counted[number] += 1  # so common that confirming cannot save it
                continue
            node = nodes.get(number) or nodes.setdefault(number, decode(branches[number][0]))
            counted[number] += isinstance(node.evaluate(situation), Found)
    for number, (stored, found) in enumerate(branches):
        if not found:
            node = decode(stored)
            counted[number] = sum(isinstance(node.evaluate(Situation(Haystack(one))), Found) for one in lines)
    return counted


def _lines_with_hits(scanner: Scanner, lines: Sequence[bytes]) -> list[bytes]:
    """The lines that hold a literal: found by scanning the whole corpus at once."""
    ends = []
    position = 0
    for line in lines:
        position += len(line) + 1
        ends.append(position)
    found = {bisect_right(ends, end - 1) for _, end in scanner.scan_all(b"\n".join(lines))}
    return [lines[number] for number in sorted(found)]


def bits(lines_hit: int, estimated: float) -> float:
    """The specificity of a branch: the measured rarity, and never more than the estimate."""
    lines, _ = background.token_counts()
    measured = -log2((lines_hit + 0.5) / (lines + 1)) if lines_hit else MAX_BITS
    return round(max(MIN_BITS, min(measured, estimated, MAX_BITS)), 2)
