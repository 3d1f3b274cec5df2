"""The parse tree of a regex -> literals of which every match holds at least one.

This is the contract of the prefilter: a literal that is missing here is an error that is
never found. So every node that is not understood widens the answer; none narrows it.
Knows nothing of YAML, of conditions, or of the scanner.
"""

from collections.abc import Iterable
from itertools import pairwise
from math import log2
from typing import Any, NamedTuple

from matcher.knowledge.regex_gate import parse

MAX_LITERALS = 64  # per set; beyond it the scan reports more than the regex would cost
MAX_LITERAL_BYTES = 64  # longer ones are no more selective, and cost memory in the scanner
MAX_RUN_BYTES = 128  # of an exact string while the tree is walked; bounds `a{1000}` and its like
MAX_CLASS_BYTES = 8  # a class with more members than this counts as "some byte"

Strings = frozenset[bytes]


class _Known(NamedTuple):
    """What is known of every string that a node matches, ASCII-lowercased.

    It starts with one of `heads`, ends with one of `tails`, contains one of `best`;
    if `exact`, it *is* one of `heads`, and `tails` is the same set.
    """

    heads: Strings
    tails: Strings
    best: Strings | None
    exact: bool


_NOTHING = frozenset([b""])
_EMPTY = _Known(_NOTHING, _NOTHING, None, True)
_ANYTHING = _Known(_NOTHING, _NOTHING, None, False)


def required_literals(pattern: str, *, cased: bool = False, min_bytes: int = 3) -> tuple[bytes, ...] | None:
    """Return literals of which each match must contain at least one.

    **A match without one of them does not exist**, for any text and for either value of
    `cased`, if both are ASCII-lowercased. The reverse does not hold, and a literal says
    nothing about where the match begins.

    The literals are ASCII-lowercased, sorted, 1 to MAX_LITERALS of them, each of
    `min_bytes` to MAX_LITERAL_BYTES bytes, without NUL, and without a line break where a
    part without one is long enough. None means that no useful set exists, or that the
    pattern does not pass the dialect gate. `cased` does not narrow the answer, because
    the scan is caseless; a caller states what it compiles with.

    Cost: linear in the tree, bounded by MAX_LITERALS per node; about 0.1 ms.
    Source: exact sets as in RE2's prefilter, with heads and tails as in rust-lang/regex;
    OR-sets only.

    >>> required_literals(r"(?i)Connection (?:refused|reset)")
    (b'connection refused', b'connection reset')
    >>> required_literals(r"\\d+ [a-z]+") is None
    True
    """
    tree = parse(pattern, cased=cased)
    if tree is None:
        return None
    found = _sequence(tree).best
    if found is None:
        return None
    literals = _minimal(_cut(literal, min_bytes) for literal in found)
    if any(len(literal) < min_bytes or literal.isspace() for literal in literals):
        return None
    return literals


def quality(literals: Iterable[bytes]) -> float:
    """Rate a set of literals: higher lets fewer candidates through.

    A heuristic, in bytes: the weakest literal counts, and each doubling of their number
    costs one byte.

    >>> quality([b"connection refused"]) > quality([b"refused", b"reset by peer"])
    True
    """
    members = tuple(literals)
    return min(map(_strength, members)) - log2(len(members)) if members else 0.0


def best(sets: Iterable[tuple[bytes, ...] | None]) -> tuple[bytes, ...] | None:
    """Return the best set: all members of an `all` must hold, so any one of their sets will do.

    >>> best([(b"error",), None, (b"connection refused",)])
    (b'connection refused',)
    """
    return max((literals for literals in sets if literals), key=quality, default=None)


def union(sets: Iterable[tuple[bytes, ...] | None]) -> tuple[bytes, ...] | None:
    """Return one set for an `any`: None if one member has none, or if they are too many together.

    >>> union([(b"refused",), (b"connection refused", b"reset")])
    (b'refused', b'reset')
    >>> union([(b"refused",), None]) is None
    True
    """
    together: set[bytes] = set()
    for literals in sets:
        if not literals:
            return None
        together.update(literals)
    found = _minimal(together)
    return found if 0 < len(found) <= MAX_LITERALS else None


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Known:
    known = _EMPTY
    run = bytearray()  # literals in a row are joined first: one step instead of one for each byte
    for op, argument in items:
        if str(op) == "LITERAL" and argument and len(run) < MAX_RUN_BYTES:
            run.append(argument)
            continue
        if run:
            known = _concat(known, _exactly([bytes(run)]))
            run.clear()
        known = _concat(known, _node(str(op), argument))
    return _concat(known, _exactly([bytes(run)])) if run else known


def _node(op: str, argument: Any) -> _Known:
    """Return what is known of one node of the tree. The last line is the safe answer."""
    match op:
        case "LITERAL":
            return _exactly([bytes([argument])]) if argument else _ANYTHING
        case "IN":
            return _class(argument)
        case "SUBPATTERN":
            return _sequence(argument[3])  # flags do not matter: everything is compared caselessly
        case "ATOMIC_GROUP":
            return _sequence(argument)
        case "BRANCH":
            return _alternate([_sequence(branch) for branch in argument[1]])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _repeat(argument[0], argument[1], _sequence(argument[2]))
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return _EMPTY  # no width; what an assertion reads need not lie in the match
    return _ANYTHING


def _exactly(strings: Iterable[bytes]) -> _Known:
    folded = frozenset(string.lower() for string in strings)
    return _Known(folded, folded, folded, True)


def _class(members: list[tuple[Any, Any]]) -> _Known:
    values: set[int] = set()
    for op, argument in members:
        match str(op):
            case "LITERAL":
                values.add(argument)
            case "RANGE":
                values.update(range(argument[0], argument[1] + 1))
            case _:
                return _ANYTHING  # a negation or a category such as \w
    known = _exactly(bytes([value]) for value in values)
    return known if 0 not in values and len(known.heads) <= MAX_CLASS_BYTES else _ANYTHING


def _concat(left: _Known, right: _Known) -> _Known:
    joined: Strings | None = None
    if len(left.tails) * len(right.heads) <= MAX_LITERALS:
        joined = frozenset(tail + head for tail in left.tails for head in right.heads)
    found = _better(left.best, right.best, joined)
    if joined is None:
        return _Known(left.heads, right.tails, found, False)
    exact = left.exact and right.exact and max(map(len, joined)) <= MAX_RUN_BYTES
    if exact:
        return _Known(joined, joined, found, True)
    heads = joined if left.exact else left.heads
    tails = joined if right.exact else right.tails
    return _Known(
        frozenset(head[:MAX_RUN_BYTES] for head in heads),
        frozenset(tail[-MAX_RUN_BYTES:] for tail in tails),
        found,
        False,
    )


def _alternate(branches: list[_Known]) -> _Known:
    heads = frozenset[bytes]().union(*(branch.heads for branch in branches))
    tails = frozenset[bytes]().union(*(branch.tails for branch in branches))
    exact = all(branch.exact for branch in branches) and len(heads) <= MAX_LITERALS
    needed: Strings | None = frozenset()
    for branch in branches:
        needed = None if needed is None or branch.best is None else needed | branch.best
    if len(heads) > MAX_LITERALS:
        heads = _NOTHING
    if len(tails) > MAX_LITERALS:
        tails = _NOTHING
    return _Known(heads, tails, _better(needed, heads, tails), exact)


def _repeat(low: int, high: int, body: _Known) -> _Known:
    needed = high if high - low <= MAX_CLASS_BYTES else low
    powers = [_EMPTY]  # powers[k] is the body, k times; only the last one may be inexact
    while len(powers) <= min(needed, MAX_RUN_BYTES) and powers[-1].exact:
        powers.append(_concat(powers[-1], body))
    if high < len(powers):
        return _alternate(powers[low : high + 1])
    if low == 0:
        return _ANYTHING
    # At least `low` times: it begins and ends with as many bodies as were joined.
    return powers[min(low, len(powers) - 1)]._replace(exact=False)


def _better(*candidates: Strings | None) -> Strings | None:
    usable = (found for found in candidates if found and b"" not in found and len(found) <= MAX_LITERALS)
    return max(usable, key=lambda found: (quality(found), -len(found), min(map(len, found))), default=None)


def _strength(literal: bytes) -> int:
    """Return the length in bytes; less for `------` and blanks, which are in every log."""
    return min(len(literal), MAX_LITERAL_BYTES, 2 * len(set(literal)) + 1)


def _cut(literal: bytes, min_bytes: int) -> bytes:
    """Return the most useful part: within a line if it can be, the most varied MAX_LITERAL_BYTES."""
    line = max(literal.split(b"\n"), key=_strength)
    part = line if len(line) >= min_bytes else literal
    starts = range(max(1, len(part) - MAX_LITERAL_BYTES + 1))
    cuts = (part[start : start + MAX_LITERAL_BYTES] for start in starts)
    return max(cuts, key=lambda cut: len({*pairwise(cut)}))


def _minimal(literals: Iterable[bytes]) -> tuple[bytes, ...]:
    """Return them sorted, without those that contain another one: the shorter one finds both."""
    kept: list[bytes] = []
    for literal in sorted(set(literals), key=len):
        if not any(shorter in literal for shorter in kept):
            kept.append(literal)
    return tuple(sorted(kept))
