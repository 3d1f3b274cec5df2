"""Conditions that combine others: all, any, none, sequence, count.

Every node answers `evaluate(situation)`; nodes that look for text also answer `search`, which
`sequence` and `count` use.
"""

from collections.abc import Mapping
from typing import Protocol

from matcher.engine.facts import CaptureNode
from matcher.engine.haystack import Haystack
from matcher.engine.outcome import STRONG_BITS, Found, Leaf, Outcome, Situation, Unknown
from matcher.engine.text_search import EXACT
from matcher.traces.times import seconds_at

MAX_STARTS = 100  # first steps of a sequence that are tried
MAX_OCCURRENCES = 10_000  # of a counted condition


class Node(Protocol):
    """A condition, ready to run."""

    def evaluate(self, situation: Situation) -> Outcome: ...


class Searcher(Node, Protocol):
    """A condition that stands somewhere in the text."""

    def search(self, haystack: Haystack, start: int, end: int, bound: Mapping[str, bytes]) -> Outcome: ...


class AllNode:
    """True if all members are true; conditions on facts must hold for one and the same link."""

    __slots__ = ("facts", "members")

    def __init__(self, members: list[Node], facts: list[Node]) -> None:
        self.members = members
        self.facts = facts

    def evaluate(self, situation: Situation) -> Outcome:
        found: list[Found] = []
        unknown: Unknown | None = None
        for member in self.members:
            outcome = member.evaluate(situation)
            if outcome is None:
                return None
            if isinstance(outcome, Unknown):
                unknown = outcome
            else:
                found.append(outcome)
        if self.facts:
            together = self._facts(situation)
            if together is None or isinstance(together, Unknown):
                return together
            found.extend(together)
        return unknown or (join(found) if _agree(found) else None)

    def _facts(self, situation: Situation) -> "list[Found] | Unknown | None":
        unknown: Unknown | None = None
        for link in situation.haystack.links:
            if situation.link not in (None, link.number):
                continue
            outcomes = [fact.evaluate(situation.at(link.number)) for fact in self.facts]
            if all(isinstance(outcome, Found) for outcome in outcomes):
                return [outcome for outcome in outcomes if isinstance(outcome, Found)]
            if None not in outcomes:
                unknown = next(o for o in outcomes if isinstance(o, Unknown))
        return unknown


class AnyNode:
    """True if one member is true; the rarest true member speaks for it."""

    __slots__ = ("members", "table")

    def __init__(self, members: list[Node]) -> None:
        self.members = members
        #: Many exact values of one capture are looked up, not tried one by one.
        self.table = exact_captures(members)

    def evaluate(self, situation: Situation) -> Outcome:
        if self.table is not None:
            name, values = self.table
            value = situation.captures.get(name)
            one = values.get(value.lower()) if value is not None else self.members[0]
            return one.evaluate(situation) if one is not None else None
        best: Found | None = None
        unknown: Unknown | None = None
        for member in self.members:
            outcome = member.evaluate(situation)
            if isinstance(outcome, Unknown):
                unknown = outcome
            elif outcome is not None and (best is None or outcome.strength > best.strength):
                best = outcome
                if best.strength >= STRONG_BITS:
                    break
        return best if best is not None else unknown

    def search(self, haystack: Haystack, start: int, end: int, bound: Mapping[str, bytes]) -> Outcome:
        outcomes = [m.search(haystack, start, end, bound) for m in self.members]  # type: ignore[attr-defined]  # the compiler lets only searchers in
        found = [o for o in outcomes if isinstance(o, Found)]
        if found:
            return min(found, key=lambda one: one.span)
        return next((o for o in outcomes if isinstance(o, Unknown)), None)


class NoneNode:
    """True if no member is true; unknown if one might be."""

    __slots__ = ("members", "what")

    def __init__(self, members: list[Node], what: str) -> None:
        self.members = members
        self.what = what

    def evaluate(self, situation: Situation) -> Outcome:
        unknown: Unknown | None = None
        for member in self.members:
            outcome = member.evaluate(situation)
            if isinstance(outcome, Unknown):
                unknown = outcome
            elif outcome is not None:
                return None
        return unknown or Found((0, 0), {}, (Leaf(self.what, None, 5.0),))


class SequenceNode:
    """Steps found in this order, other lines between; captures of one name are equal text."""

    __slots__ = ("lines", "seconds", "steps")

    def __init__(self, steps: list[Searcher], lines: int, seconds: float) -> None:
        self.steps = steps
        self.lines = lines
        self.seconds = seconds

    def evaluate(self, situation: Situation) -> Outcome:
        haystack = situation.haystack
        position, unknown = 0, None
        for _ in range(MAX_STARTS):
            first = self.steps[0].search(haystack, position, haystack.text_end, {})
            if not isinstance(first, Found):
                return first if first is not None else unknown
            outcome = self._rest(haystack, first)
            if isinstance(outcome, Found):
                return outcome
            unknown = outcome or unknown
            position = max(first.span[0] + 1, haystack.data.find(b"\n", first.span[0]) + 1)
            if position <= first.span[0] + 1 or position >= haystack.text_end:
                return unknown
        return unknown

    def _rest(self, haystack: Haystack, first: Found) -> Outcome:
        found = [first]
        bound = dict(first.captures)
        end = haystack.text_end
        if self.lines:
            end = haystack.after_lines(first.span[0], self.lines)
        for step in self.steps[1:]:
            outcome = step.search(haystack, found[-1].span[1], end, bound)
            if not isinstance(outcome, Found):
                return outcome
            bound.update(outcome.captures)
            found.append(outcome)
        whole = join(found)
        if not self.seconds:
            return whole
        return within_seconds(haystack, whole, self.seconds)


class CountNode:
    """A condition that occurs at least so often, within so many lines or seconds."""

    __slots__ = ("at_least", "lines", "of", "seconds")

    def __init__(self, of: Searcher, at_least: int, lines: int, seconds: float) -> None:
        self.of = of
        self.at_least = at_least
        self.lines = lines
        self.seconds = seconds

    def evaluate(self, situation: Situation) -> Outcome:
        haystack = situation.haystack
        found: list[Found] = []
        position, partial = 0, None
        while len(found) < MAX_OCCURRENCES:
            outcome = self.of.search(haystack, position, haystack.text_end, {})
            if isinstance(outcome, Unknown):
                return outcome
            if outcome is None:
                return partial
            found.append(outcome)
            position = max(outcome.span[1], outcome.span[0] + 1)
            if len(found) < self.at_least:
                continue
            window = found[-self.at_least :]
            if self.lines and outcome.span[0] >= haystack.after_lines(window[0].span[0], self.lines):
                continue
            leaf = window[0].leaves[0]
            times = leaf._replace(what=f"{leaf.what}, {self.at_least} times")
            whole = join(window)._replace(leaves=(times,))
            if not self.seconds:
                return whole
            timed = within_seconds(haystack, whole, self.seconds)
            if isinstance(timed, Found) and not timed.partial:
                return timed
            partial = timed or partial
        return partial


def exact_captures(members: list[Node]) -> tuple[str, dict[bytes, Node]] | None:
    """The capture and the exact values that all members test, if they do nothing else."""
    table: dict[bytes, Node] = {}
    names = set()
    for member in members:
        if not isinstance(member, CaptureNode) or len(member.values) != 1:
            return None
        name, program = member.values[0]
        if program.mode != EXACT:
            return None
        names.add(name)
        table[program.literal] = member
    return (names.pop(), table) if len(names) == 1 else None


def within_seconds(haystack: Haystack, found: Found, seconds: float) -> Found | None:
    """Hold a match to a time; without times in the log it stays, marked as partial."""
    first = seconds_at(haystack.data, found.span[0])
    last = seconds_at(haystack.data, max(found.span[0], found.span[1] - 1))
    if first is None or last is None:
        return found._replace(partial="the times of the lines are unknown")
    return found if last - first <= seconds else None


def _agree(found: list[Found]) -> bool:
    """Whether no capture has two values: a name used twice is one text."""
    captures: dict[str, bytes] = {}
    return all(
        captures.setdefault(name, value) == value for one in found for name, value in one.captures.items()
    )


def join(found: list[Found]) -> Found:
    """One match of several: from the first to the last, captures and leaves together."""
    if len(found) == 1:
        return found[0]
    placed = [one for one in found if one.span != (0, 0)] or found
    captures: dict[str, bytes] = {}
    for one in found:
        for name, value in one.captures.items():
            captures.setdefault(name, value)
    return Found(
        span=(min(one.span[0] for one in placed), max(one.span[1] for one in placed)),
        captures=captures,
        leaves=tuple(leaf for one in found for leaf in one.leaves),
        link=max(one.link for one in found),
        partial="; ".join(dict.fromkeys(one.partial for one in found if one.partial)),
    )
