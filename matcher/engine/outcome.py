"""What the evaluation of a condition gives: found, not found, or unknown."""

from collections.abc import Mapping
from typing import NamedTuple

from matcher.engine.haystack import Haystack

STRONG_BITS, NORMAL_BITS, WEAK_BITS = 3.0, 1.5, 0.5


class Leaf(NamedTuple):
    """One elementary condition that was found, for the evidence list."""

    what: str
    span: tuple[int, int] | None
    bits: float  # how rare it is, measured when it was compiled
    agreement: tuple[tuple[str, float], ...] = ()
    fact: bool = False  # a class or a value of the exception itself


class Found(NamedTuple):
    """A condition that is true: where, what it captured, and which leaves made it true.

    `partial` names what could not be checked ("times of the lines are unknown"); such a match is
    uncertain.
    """

    span: tuple[int, int]
    captures: Mapping[str, bytes]
    leaves: tuple[Leaf, ...]
    link: int = 0
    partial: str = ""

    @property
    def strength(self) -> float:
        """Bits that this evidence adds to a cause: strong, normal or weak, by its rarest leaf."""
        rarest = 0.0
        for leaf in self.leaves:
            rarest = max(rarest, leaf.bits)
        return STRONG_BITS if rarest >= 10 else NORMAL_BITS if rarest >= 5 else WEAK_BITS


class Unknown:
    """Neither true nor false: not told, or not searched to the end. Never identifies, never vetoes."""

    __slots__ = ("why",)

    def __init__(self, why: str) -> None:
        self.why = why


#: None is false.
Outcome = Found | Unknown | None


class Situation:
    """What a condition may look at: the event, and for `when` the captures and the context."""

    __slots__ = ("captures", "context", "haystack", "link")

    def __init__(
        self,
        haystack: Haystack,
        captures: Mapping[str, bytes] | None = None,
        context: "object | None" = None,
        link: int | None = None,
    ) -> None:
        self.haystack = haystack
        self.captures = captures or {}
        self.context = context
        self.link = link  # facts must hold for this link of the chain; None is any

    def at(self, link: int) -> "Situation":
        """The same situation, bound to one link."""
        return Situation(self.haystack, self.captures, self.context, link)
