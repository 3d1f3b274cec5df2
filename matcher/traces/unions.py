"""Many patterns, one answer: whether any of them matches at the beginning of a line.

Patterns are sorted by the bytes that they may begin with, then by a literal without which they cannot match.
What a byte needs is compiled when a line first begins with it: a line pays for few patterns, a program for
the lines it sees.
"""

import re
from collections.abc import Callable, Iterable
from re import _constants, _parser  # type: ignore[attr-defined]  # there is no public way to the tree
from typing import Any

MIN_LITERAL = 2  # one byte stands in every line
MAX_LITERALS = 5
SIGNS = b"@[{+(:"  # bytes that many lines do not hold, the rarest first
LEADING_BYTES = 4  # a pattern that may begin with no more is refused by its first byte alone

_Match = Callable[[bytes], "re.Match[bytes] | None"]
#: Patterns to try at once, and those that cannot match a line without some literal.
_Fitting = tuple[_Match | None, tuple[tuple[bytes, tuple[tuple[bytes, _Match], ...]], ...]]

_ALL = frozenset(range(256))
_CATEGORIES = {
    _constants.CATEGORY_SPACE: frozenset(b for b in _ALL if bytes([b]).isspace()),
    _constants.CATEGORY_DIGIT: frozenset(b"0123456789"),
    _constants.CATEGORY_WORD: frozenset(b for b in _ALL if re.match(rb"\w", bytes([b]))),
}
_CATEGORIES |= {
    _constants.CATEGORY_NOT_SPACE: _ALL - _CATEGORIES[_constants.CATEGORY_SPACE],
    _constants.CATEGORY_NOT_DIGIT: _ALL - _CATEGORIES[_constants.CATEGORY_DIGIT],
    _constants.CATEGORY_NOT_WORD: _ALL - _CATEGORIES[_constants.CATEGORY_WORD],
}


def first_bytes(pattern: bytes) -> frozenset[int]:
    """The bytes with which a line that the pattern matches may begin; never too few.

    >>> sorted(first_bytes(rb"(?:ab|[cd]+)x")) == sorted(b"acd")
    True
    """
    found, empty = _first(_parser.parse(pattern))
    return _ALL if empty else found


def _first(tree: Any) -> tuple[frozenset[int], bool]:
    """The first bytes of a sequence, and whether it may match nothing at all."""
    found: frozenset[int] = frozenset()
    for operator, argument in tree:
        one, empty = _first_of(operator, argument)
        found |= one
        if not empty:
            return found, False
    return found, True


def _first_of(operator: Any, argument: Any) -> tuple[frozenset[int], bool]:
    if operator is _constants.LITERAL:
        return frozenset((argument,)), False
    if operator is _constants.NOT_LITERAL:
        return _ALL - {argument}, False
    if operator is _constants.ANY:
        return _ALL, False
    if operator is _constants.IN:
        return _class(argument), False
    if operator is _constants.SUBPATTERN:
        return _first(argument[3])
    if operator in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
        found, empty = _first(argument[2])
        return found, empty or argument[0] == 0
    if operator is _constants.BRANCH:
        parts = [_first(one) for one in argument[1]]
        return frozenset().union(*(found for found, _ in parts)), any(empty for _, empty in parts)
    return frozenset(), True  # a position or a look-around takes no byte


def _class(members: Any) -> frozenset[int]:
    found: set[int] = set()
    negated = False
    for operator, argument in members:
        if operator is _constants.NEGATE:
            negated = True
        elif operator is _constants.LITERAL:
            found.add(argument)
        elif operator is _constants.RANGE:
            found.update(range(argument[0], argument[1] + 1))
        else:
            found |= _CATEGORIES[argument]
    return _ALL - found if negated else frozenset(found)


def alternatives(pattern: bytes) -> list[bytes]:
    """The parts of a pattern between its outermost bars.

    >>> alternatives(rb"a(?:b|c)|[|]")
    [b'a(?:b|c)', b'[|]']
    """
    parts, start, depth, in_class = [], 0, 0, False
    for found in re.finditer(rb"\\.|[][()|]", pattern, re.DOTALL):
        sign = found[0]
        if in_class:
            in_class = sign != b"]"
        elif sign == b"[":
            in_class = True
        elif sign in b"()":
            depth += 1 if sign == b"(" else -1
        elif sign == b"|" and depth == 0:
            parts.append(pattern[start : found.start()])
            start = found.end()
    return [*parts, pattern[start:]]


def required(pattern: bytes) -> tuple[bytes, ...]:
    """Literals of which a line that the pattern matches holds at least one; empty if there are none.

    >>> required(rb"[^:]+:(?:in|at) place")
    (b' place',)
    >>> required(rb"a*(?:Error|Fault)")
    (b'Error', b'Fault')
    """
    return _required(_parser.parse(pattern))


def _required(tree: Any) -> tuple[bytes, ...]:
    best: tuple[bytes, ...] = ()
    run = bytearray()
    for operator, argument in [*tree, (None, None)]:
        if operator is _constants.LITERAL:
            run.append(argument)
            continue
        found: tuple[bytes, ...] = ()
        if operator is _constants.SUBPATTERN:
            found = _required(argument[3])
        elif operator in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and argument[0] > 0:
            found = _required(argument[2])
        elif operator is _constants.BRANCH:
            parts = [_required(one) for one in argument[1]]
            found = tuple(x for part in parts for x in part) if all(parts) else ()
        best = max(best, (bytes(run),) if run else (), found, key=_worth)
        run.clear()
    return best if _worth(best) > 0 else ()


def _required_bytes(tree: Any) -> set[int]:
    """Bytes that every line holds which the tree matches; not all of them."""
    found: set[int] = set()
    for operator, argument in tree:
        if operator is _constants.LITERAL:
            found.add(argument)
        elif operator is _constants.SUBPATTERN:
            found |= _required_bytes(argument[3])
        elif operator in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and argument[0] > 0:
            found |= _required_bytes(argument[2])
        elif operator is _constants.BRANCH:
            found |= set.intersection(*(_required_bytes(one) for one in argument[1]))
    return found


def _worth(literals: tuple[bytes, ...]) -> float:
    """Long ones are rare, and each costs a search."""
    if not 0 < len(literals) <= MAX_LITERALS:
        return 0.0
    shortest = min(map(len, literals))
    return shortest - len(literals) / 4 if shortest >= MIN_LITERAL else 0.0


class Union:
    """`match(line)`: whether any of the patterns matches at the beginning of a line."""

    __slots__ = ("_by_byte", "_empty", "_firsts", "_patterns")

    def __init__(self, patterns: Iterable[bytes]) -> None:
        self._patterns = list(dict.fromkeys(one for pattern in patterns for one in alternatives(pattern)))
        self._firsts: list[frozenset[int]] | None = None
        self._by_byte: dict[int, _Fitting] = {}
        self._empty: bool | None = None

    def match(self, line: bytes) -> bool:
        """Cost: a table look-up, searches for a few literals, the patterns that begin as the line does."""
        if not line:
            if self._empty is None:
                self._empty = any(re.match(pattern, b"") for pattern in self._patterns)
            return self._empty
        try:
            direct, guarded = self._by_byte[line[0]]
        except KeyError:
            direct, guarded = self._compile(line[0])
        if direct is not None and direct(line):
            return True
        for sign, group in guarded:
            if sign in line:
                for literal, patterns in group:
                    if literal in line and patterns(line):
                        return True
        return False

    def _compile(self, byte: int) -> _Fitting:
        if self._firsts is None:
            self._firsts = [first_bytes(pattern) for pattern in self._patterns]
        direct: list[bytes] = []
        groups: dict[bytes, dict[bytes, list[bytes]]] = {}
        for pattern, firsts in zip(self._patterns, self._firsts, strict=True):
            if byte not in firsts:
                continue
            literals = required(pattern) if len(firsts) > LEADING_BYTES else ()
            if not literals:
                direct.append(pattern)
                continue
            signs = _required_bytes(_parser.parse(pattern))
            sign = next((bytes([one]) for one in SIGNS if one in signs), b"")
            for literal in literals:
                groups.setdefault(sign, {}).setdefault(literal, []).append(pattern)
        fitting = (
            _union(direct) if direct else None,
            tuple(
                (sign, tuple((literal, _union(patterns)) for literal, patterns in group.items()))
                for sign, group in groups.items()
            ),
        )
        self._by_byte[byte] = fitting
        return fitting


def _union(patterns: list[bytes]) -> _Match:
    return re.compile(b"|".join(b"(?:" + pattern + b")" for pattern in patterns)).match
