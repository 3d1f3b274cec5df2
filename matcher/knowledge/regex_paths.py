"""The tree of a regex -> the ways through it: which loops are exponential, which searches linear.

Knows nothing of text, of findings, or of the engine's API; `regex_gate` makes findings of it.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, product
from re import _parser  # type: ignore[attr-defined]  # only for its MAXREPEAT
from typing import Any, NamedTuple

MAX_POSITIONS = 300  # of the automaton; a larger one counts as not understood
MAX_EDGES = 10_000  # steps of one walk over the automaton, about 10 ms
MAX_FANOUT = 1_000  # positions times choices: the work at one place of the text, for a cheap pattern
SHORT = 3  # a repeat up to here costs no more than the text that is written out
FEW = 10  # a group that is repeated more often is treated as a loop

REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
SINGLE = ("LITERAL", "NOT_LITERAL", "ANY", "IN")
_ALL, _NEWLINE, _UPPER = (1 << 256) - 1, 1 << ord("\n"), ((1 << 26) - 1) << ord("A")
_CATEGORIES = {
    f"CATEGORY_{name}": sum(1 << byte for byte in range(256) if re.match(escape, bytes([byte])))
    for name, escape in (
        ("DIGIT", rb"\d"), ("NOT_DIGIT", rb"\D"), ("SPACE", rb"\s"),
        ("NOT_SPACE", rb"\S"), ("WORD", rb"\w"), ("NOT_WORD", rb"\W"),
    )
}  # fmt: skip


def walk(items: Iterable[Any], times: int = 1) -> Iterator[tuple[str, Any, int]]:
    """Yield each node with its argument and the product of the repeats around it."""
    for op, argument in items:
        name, inside = str(op), times
        if name in REPEATS:
            low, high, _ = argument
            inside *= max(1, low if high is _parser.MAXREPEAT else high)
        yield name, argument, inside
        for child in children(name, argument):
            yield from walk(child, inside)


def children(op: str, argument: Any) -> list[Any]:
    match op:
        case "SUBPATTERN":
            return [argument[3]]
        case "ATOMIC_GROUP":
            return [argument]
        case "BRANCH":
            return list(argument[1])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return [argument[2]]
        case "ASSERT" | "ASSERT_NOT":
            return [argument[1]]
        case "GROUPREF_EXISTS":
            return [argument[1], argument[2] or []]
    return []


class _Part(NamedTuple):
    """A piece of the automaton: positions where it begins and ends, and whether it may be empty."""

    first: list[int]
    last: list[int]
    empty: bool


class Paths:
    """All ways through a pattern: an automaton with one position for each byte that is read.

    Time is ways, for a backtracking engine tries them all before it gives up. Sets of bytes
    are masks of 256 bits. Atomic parts and lookarounds are looked at on their own. An endless
    run at the end of the pattern is left out, since it cannot fail.
    Source: Glushkov's construction; ambiguity by its product with itself (Weber and Seidl, 1991).
    """

    def __init__(self, tree: Any) -> None:
        self.masks: list[int] = []
        self.next: list[set[int]] = []
        self.loop: list[int] = []  # number of the outermost loop around a position, 0 outside
        self.runs: list[bool] = []  # whether it is in a repeat of any length worth counting
        self.exact = True  # False: something was guessed, so nothing is shown
        self.nested = self.doubled = self.running = False
        self.edges = self.loops = self.inside = 0
        flags = tree.state.flags
        self.first = self._sequence(_without_tail(list(tree), flags), flags).first

    def is_ambiguous(self) -> bool:
        """Whether a loop can read one text in two ways and then be where it was."""
        todo = [(p, p) for p in range(len(self.loop)) if self.loop[p]]
        seen, steps = set(todo), 0
        while todo and not self.doubled:
            left, right = todo.pop()
            steps += len(self.next[left]) * len(self.next[right])
            if steps > MAX_EDGES:
                self.exact = False
                return False
            for a, b in product(self.next[left], self.next[right]):
                if self.masks[a] & self.masks[b] and self.loop[left] == self.loop[a] == self.loop[b]:
                    if a == b and left != right:
                        return True
                    if (a, b) not in seen:
                        seen.add((a, b))
                        todo.append((a, b))
        return self.doubled

    def has_adjacent_runs(self) -> bool:
        """Whether two endless runs of one byte set follow each other and share a byte."""
        runs = [p for p, after in enumerate(self.next) if p in after]
        return any(p < q and q in self.next[p] and self.masks[p] & self.masks[q] for p in runs for q in runs)

    def is_linear(self) -> bool:
        """Whether few searches reach a repeat, and each repeat ends in one place only.

        Few: each way to a repeat reads a byte that no repeat reads, so the searches that run
        through one stretch of text are as few as such bytes in it. One place: what follows
        cannot read what is repeated; else `regex` is quadratic already in a single try. So it
        is for what looks linear on paper: lazy repeats (it looks for what follows in all of
        the rest), lookarounds, atomic groups. They never count as linear.
        """
        if self.is_ambiguous() or self.nested or not self.exact:
            return False
        repeated, choices = 0, 1
        for mask, runs in zip(self.masks, self.runs, strict=True):
            repeated |= mask if runs else 0
        for runs, after in [(False, set(self.first)), *zip(self.runs, self.next, strict=True)]:
            ways = self._ways(after)
            choices *= max(1, ways)
            if (runs and ways > 1) or choices * len(self.masks) > MAX_FANOUT:
                return False
        todo, seen = list(self.first), set(self.first)
        while todo:
            position = todo.pop()
            if self.runs[position]:
                return False
            if self.masks[position] & repeated:
                todo += self.next[position] - seen
                seen |= self.next[position]
        return True

    def _ways(self, positions: set[int]) -> int:
        """The largest number of positions that can read the same byte as one of them."""
        masks = [self.masks[position] for position in positions]
        return max((sum(1 for other in masks if mask & other) for mask in masks), default=0)

    def _position(self, mask: int, *, empty: bool = False) -> _Part:
        position = len(self.masks)
        self.masks.append(mask)
        self.next.append(set())
        self.loop.append(self.inside)
        self.runs.append(self.running)
        return _Part([position], [position], empty)

    def _link(self, last: Iterable[int], first: list[int]) -> None:
        for left in last:
            self.edges += len(first)
            if self.edges > MAX_EDGES:
                self.exact = False
                return
            # Two ways from here to there, and both lie in one loop.
            self.doubled |= not self.next[left].isdisjoint(first)
            self.next[left].update(first)

    def _sequence(self, items: Iterable[Any], flags: int) -> _Part:
        first: list[int] = []
        last: list[int] = []
        empty = True
        for op, argument in items:
            part = self._item(str(op), argument, flags)
            self._link(last, part.first)
            if empty:
                first += part.first
            last = last + part.last if part.empty else part.last
            empty = empty and part.empty
        return _Part(first, last, empty)

    def _item(self, op: str, argument: Any, flags: int) -> _Part:
        if op in SINGLE:
            return self._position(_mask(op, argument, flags))
        if op == "AT":  # `^` is seen as if it read the line break before it; `\A` cannot be had twice
            starts = {"AT_BEGINNING": _NEWLINE, "AT_BEGINNING_STRING": 0}
            return self._position(starts[str(argument)]) if str(argument) in starts else _Part([], [], True)
        if op == "GROUPREF":
            self.exact = False
            return self._position(_ALL, empty=True)
        inside, running = self.inside, self.running
        if op in ("ASSERT", "ASSERT_NOT", "ATOMIC_GROUP") or (op == "POSSESSIVE_REPEAT" and inside):
            self.inside, self.exact = 0, False
            (body,) = children(op, argument)
            alone = self._sequence(body, flags)
            part = _Part([], [], True)
            if not op.startswith("ASSERT"):
                self.inside = inside
                part = self._position(0, empty=alone.empty or (op in REPEATS and argument[0] == 0))
        elif op in REPEATS:
            low, high, body = argument
            self.running |= high > SHORT
            self.exact &= op != "MIN_REPEAT" or low == high
            part = self._repeat(low, high, body, flags)
        else:
            if op == "SUBPATTERN":
                flags = (flags | argument[1]) & ~argument[2]
            parts = [self._sequence(child, flags) for child in children(op, argument)]
            self.doubled |= inside > 0 and sum(part.empty for part in parts) > 1
            firsts, lasts = [part.first for part in parts], [part.last for part in parts]
            empty = not parts or any(part.empty for part in parts)
            part = _Part(list(chain(*firsts)), list(chain(*lasts)), empty)
        self.inside, self.running = inside, running
        return part

    def _repeat(self, low: int, high: int, body: Any, flags: int) -> _Part:
        """Unroll counts, so that each copy is followed by the next; close the last one if it is endless."""
        loops = high is _parser.MAXREPEAT
        copies = max(low, 1) if loops else high
        if not loops and not is_single(body):
            endless = any(
                op in REPEATS and argument[1] is _parser.MAXREPEAT for op, argument, _ in walk(body)
            )
            if high > FEW or (endless and high > 2):
                loops, copies, self.exact = True, 1, False
                self.doubled |= body.getwidth()[0] == 0
        if copies > 2 and copies + len(self.masks) > MAX_POSITIONS:
            copies, self.exact = 2, False
        first: list[int] = []
        last: list[int] = []
        ends: list[int] = []
        empty = True
        for copy in range(1, copies + 1):
            if loops and copy == copies:
                self.nested |= self.inside > 0
                self.loops += not self.inside
                self.inside = self.inside or self.loops
            part = self._sequence(body, flags)
            if loops and copy == copies:
                self._link(part.last, part.first)
            self._link(last, part.first)
            if empty:
                first = first + part.first
            last = last + part.last if part.empty else part.last
            empty = empty and part.empty
            if copy >= min(low, copies):
                ends = ends + [position for position in last if position not in ends]
        return _Part(first, ends, low == 0 or empty)


def _without_tail(items: list[Any], flags: int, whole_line: bool = False) -> list[Any]:
    """Shorten an endless run that ends the pattern, as in `(.*)$`: once it is reached, the match is found."""
    if not items:
        return items
    *head, (op, argument) = items
    if str(op) == "AT" and str(argument) == "AT_END" and flags & re.MULTILINE:
        shorter = _without_tail(head, flags, True)
        return items if shorter is head else shorter
    if str(op) == "SUBPATTERN":
        group, on, off, body = argument
        body = list(body)
        shorter = _without_tail(body, (flags | on) & ~off, whole_line)
        return items if shorter is body else [*head, (op, (group, on, off, shorter))]
    if str(op) in REPEATS and argument[1] is _parser.MAXREPEAT and is_single(argument[2]):
        low, _, body = argument
        if not whole_line or _mask(str(body[0][0]), body[0][1], flags) | _NEWLINE == _ALL:
            return [*head, (op, (low, low, body))]
    return items


def is_single(body: Any) -> bool:
    return len(body) == 1 and str(body[0][0]) in SINGLE


def _mask(op: str, argument: Any, flags: int) -> int:
    """Return the bytes that one item can read, as a mask of 256 bits."""
    if op == "ANY":
        return _ALL if flags & re.DOTALL else _ALL & ~_NEWLINE
    mask, negated = 0, op == "NOT_LITERAL"
    for kind, value in argument if op == "IN" else [("LITERAL", argument)]:
        match str(kind):
            case "NEGATE":
                negated = True
            case "LITERAL":
                mask |= 1 << value
            case "RANGE":
                mask |= (2 << value[1]) - (1 << value[0])
            case "CATEGORY":
                mask |= _CATEGORIES[str(value)]
    if flags & re.IGNORECASE:
        mask |= (mask & _UPPER) << 32 | (mask >> 32) & _UPPER
    return _ALL & ~mask if negated else mask
