"""Ranks the causes of an entry by their own evidence: log2 odds, softmax with an explicit "other" cause."""

from collections.abc import Mapping, Sequence
from typing import Any

from matcher.engine.advice import Template, Values, fill
from matcher.engine.conditions import decode
from matcher.engine.context import Context
from matcher.engine.haystack import Haystack
from matcher.engine.outcome import Found, Leaf, Outcome, Situation, Unknown
from matcher.engine.structure import Node
from matcher.model import Cause, Check, Evidence, Fix

OTHER_BITS = -3.0  # the cause that nobody wrote down
NOT_FOUND = Evidence("its evidence was not found", -3.0)
TIE_BITS = 1.0  # closer than this, the report asks what separates the first two


class CauseEvidence:
    """A cause as stored: what it says, its prior, and the condition that speaks for it."""

    __slots__ = ("fixes", "id", "prior", "prior_evidence", "says", "when")

    def __init__(self, stored: Mapping[str, Any]) -> None:
        self.id: str = stored["id"]
        self.says = Template(stored["says"])
        self.prior: float = stored["prior"]
        self.prior_evidence = (Evidence(stored["why"], self.prior),) if self.prior else ()
        self.when: Node | None = decode(stored["when"]) if stored["when"] else None
        self.fixes = tuple(stored["fixes"])


def rank_causes(
    causes: Sequence[CauseEvidence],
    haystack: Haystack,
    captures: Mapping[str, bytes],
    context: Context,
    shown: Mapping[str, str],
) -> tuple[Cause, ...]:
    """Order causes by their bits; probabilities and those of "other" sum to 1."""
    situation = Situation(haystack, captures, context)
    scored: list[tuple[float, int, CauseEvidence, tuple[Evidence, ...]]] = []
    total = 2**OTHER_BITS
    for position, cause in enumerate(causes):
        bits = cause.prior
        evidence: tuple[Evidence, ...] = cause.prior_evidence
        if cause.when is not None:
            found = _evidence(cause, cause.when.evaluate(situation), shown)
            bits += found.bits
            evidence = (*evidence, found)
        total += 2**bits
        scored.append((-bits, position, cause, evidence))
    scored.sort()
    return tuple(
        [
            Cause(cause.id, cause.says.fill(shown), 2**-bits / total, -bits, evidence, cause.fixes)
            for bits, _, cause, evidence in scored
        ]
    )


def _evidence(cause: CauseEvidence, outcome: Outcome, shown: Values) -> Evidence:
    """What the condition of a cause says for it or against it."""
    if isinstance(outcome, Found):
        leaf = outcome.leaves[0] if len(outcome.leaves) == 1 else max(outcome.leaves, key=_bits_of)
        return Evidence(fill(leaf.what, shown), outcome.strength, leaf.span)
    if isinstance(outcome, Unknown) and all(name in shown for name in cause.says.names):
        return Evidence(f"not known: {outcome.why}", 0.0)
    return NOT_FOUND


def _bits_of(leaf: Leaf) -> float:
    return leaf.bits


def question(causes: Sequence[Cause], checklist: Sequence[Check], fixes: Sequence[Fix]) -> str:
    """What separates the first two causes, if they lie within a bit; else ""."""
    if len(causes) < 2 or causes[0].bits - causes[1].bits > TIE_BITS:
        return ""
    first, second = causes[0], causes[1]
    apart = set(first.fixes) ^ set(second.fixes)
    for check in checklist:
        names = f"{check.means} {check.next}"
        if any(one.id in names for one in (first, second)) or check.next in apart:
            return f"{check.test} → {check.means}"
    for cause in (first, second):
        for evidence in cause.evidence:
            if evidence.what.startswith("not known: "):
                return f"{evidence.what.removeprefix('not known: ')}; tell it with --context"
    for fix in fixes:
        if fix.id in apart and fix.verify:
            which = "first" if fix.id in first.fixes else "second"
            return f"try the fix of the {which} cause: {fix.does}; then {fix.verify[0].run}"
    return f"is it that {first.says.rstrip('.')}, or that {second.says.rstrip('.')}?"
