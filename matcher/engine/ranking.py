"""Confirmed matches -> ranked diagnoses. Tier first, bits second; each contribution has a name.

The formula is that of LANGUAGE.md section 7; the deviations are in docs/decisions.md.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from matcher.engine.advice import fill, shown
from matcher.engine.causes import question, rank_causes
from matcher.engine.context import Context, Verdict, holds
from matcher.engine.fixes import rank_fixes
from matcher.engine.haystack import Haystack
from matcher.engine.library import Entry, Library
from matcher.engine.outcome import Found, Leaf, Situation
from matcher.engine.place import place_of
from matcher.model import CONFIDENCES, Answers, Diagnosis, Evidence, OtherVersion

RESULTS = 5  # per event
FURTHER_BRANCH = 0.3  # what each further branch adds, as a part of its specificity
SUPPORT_BITS = 1.0
MAX_SUPPORT_BITS = 3.0
UNKNOWN_CONTEXT_BITS = -0.5
KNOWN_CONTEXT_BITS = 2.0
CONTRADICTED_FACT_BITS = -6.0
HIGH_BITS = 13.0  # total bits for high confidence
MEDIUM_BITS = 9.0
MATCHED_CHARACTERS = 400
LONG_LINE_BYTES = 160  # a line longer than this is shown from shortly before the match on
LEAD_BYTES = 12

_ROLES = {"cause": "the cause", "context": "the error before", "member": "the member"}
_TIER_ORDER = {"identified": 0, "uncertain": 1, "fallback": 2}


class Ordered(NamedTuple):
    """The entries that fired in one event, in their order; what they advise is not worked out yet."""

    known: "list[_Scored]"
    general: "list[_Scored]"
    other_versions: tuple[OtherVersion, ...]
    present: frozenset[str]


class _Scored(NamedTuple):
    entry: Entry
    tier: str
    bits: float
    specificity: float
    evidence: list[Evidence]
    reasons: list[str]
    best: Found
    captures: dict[str, bytes]


def order(
    library: Library,
    haystack: Haystack,
    confirmed: Mapping[int, Sequence[tuple[float, Found]]],
    context: Context,
) -> Ordered:
    """Order what was confirmed. Deterministic: the same input and database give the same answer."""
    scored: list[_Scored] = []
    elsewhere: list[OtherVersion] = []
    situation = Situation(haystack, None, context)
    for index in sorted(confirmed):
        entry = library.entry(index)
        if any(isinstance(node.evaluate(situation), Found) for node in entry.excludes):
            continue
        verdict = holds(entry.applies, context) if entry.applies else None
        branches = confirmed[index]
        if len(branches) > 1:
            branches = sorted(branches, key=lambda one: (bool(one[1].partial), -one[0]))
        if verdict is not None and verdict.state is False:
            line = haystack.line_of(branches[0][1].span[0])
            fixed_in = entry.applies.get("fixed_in", {})
            title = fill(entry.title, {k: shown(v) for k, v in branches[0][1].captures.items()})
            elsewhere.append(OtherVersion(entry.id, title, verdict.reason, fixed_in, line))
            continue
        scored.append(_score(entry, haystack, branches, verdict, situation))
    if len(scored) > 1:
        scored.sort(key=lambda one: (_TIER_ORDER[one.tier], -one.bits, -one.specificity, one.entry.id))
    hidden = {parent for one in scored for parent in one.entry.hides}
    present = {one.entry.id for one in scored}
    visible = [one for one in scored if one.entry.id not in hidden]
    known = [one for one in visible if one.tier != "fallback"][:RESULTS]
    general = [one for one in visible if one.tier == "fallback"][:RESULTS]
    return Ordered(known, general, tuple(elsewhere), frozenset(present))


def advise(ordered: Ordered, haystack: Haystack, context: Context) -> Answers:
    """Work out the causes and fixes of what was ordered."""
    known, general, _, present = ordered
    return (
        tuple([_diagnosis(one, haystack, context, present) for one in known]),
        tuple([_diagnosis(one, haystack, context, present) for one in general]),
        tuple(haystack.incomplete),
    )


def _score(
    entry: Entry,
    haystack: Haystack,
    branches: Sequence[tuple[float, Found]],
    verdict: Verdict | None,
    situation: Situation,
) -> _Scored:
    """Collect all evidence for one entry; the best branch comes first in `branches`."""
    specificity, best = branches[0]
    reasons = ["rare wording" if specificity >= HIGH_BITS else "known wording"]
    evidence = [Evidence(f"specific: {rarest(best).what}", specificity, rarest(best).span or best.span)]
    captures = dict(best.captures)
    if len(branches) > 1:
        evidence.extend(_further(branches, captures))
    for label, bits in _agreement(branches).items():
        evidence.append(Evidence(label, bits, best.span))
        if bits >= 1:
            reasons.append(label)
    if haystack.live and _contradicted(entry, branches, situation):
        evidence.append(Evidence("the exception has another class or value", CONTRADICTED_FACT_BITS))
        reasons.append("the exception itself is another one")
    if whole_message(haystack.data, best.span):
        evidence.append(Evidence("the whole message", 1.0, best.span))
    if entry.supports:
        evidence.extend(_supports(entry, situation))
    if place := place_of(haystack, best):
        evidence.append(place)
    tier = "fallback" if entry.kind == "fallback" else "identified"
    if verdict is not None:
        known = verdict.state is not None
        what = f"context: {verdict.reason}" if known else verdict.reason
        evidence.append(Evidence(what, KNOWN_CONTEXT_BITS if known else UNKNOWN_CONTEXT_BITS))
        if not known:
            reasons.append(verdict.reason)
            if tier == "identified" and verdict.version_unknown:
                tier = "uncertain"
    if best.partial:
        reasons.append(best.partial)
        tier = "uncertain" if tier == "identified" else tier
    bits = 0.0
    for one in evidence:
        bits += one.bits
    return _Scored(entry, tier, bits, specificity, evidence, reasons, best, captures)


def rarest(found: Found) -> Leaf:
    """The rarest leaf of a match: it names the match."""
    leaves = found.leaves
    return leaves[0] if len(leaves) == 1 else max(leaves, key=lambda one: one.bits)


def _further(branches: Sequence[tuple[float, Found]], captures: dict[str, bytes]) -> Iterator[Evidence]:
    """What the further branches add if they stand elsewhere; their captures join `captures`."""
    spans = {branches[0][1].span}
    for bits, found in branches[1:]:
        for name, value in found.captures.items():
            captures.setdefault(name, value)
        if found.span not in spans:
            spans.add(found.span)
            yield Evidence(f"also: {rarest(found).what}", FURTHER_BRANCH * bits, found.span)


def _agreement(branches: Sequence[tuple[float, Found]]) -> dict[str, float]:
    """What agrees beside the wording: class, attributes, case. Each kind counts once."""
    agreement: dict[str, float] = {}
    for _, found in branches:
        for leaf in found.leaves:
            if leaf.agreement:
                agreement.update(leaf.agreement)
    return agreement


def _contradicted(entry: Entry, branches: Sequence[tuple[float, Found]], situation: Situation) -> bool:
    """Whether a live exception has none of the classes and values that the entry knows."""
    if not entry.facts or any(leaf.fact for _, found in branches for leaf in found.leaves):
        return False
    return all(fact.evaluate(situation) is None for fact in entry.facts)


def _supports(entry: Entry, situation: Situation) -> Iterator[Evidence]:
    """One bit for each supporting condition, up to a limit."""
    room = MAX_SUPPORT_BITS
    for node in entry.supports:
        outcome = node.evaluate(situation)
        if isinstance(outcome, Found) and room > 0:
            room -= SUPPORT_BITS
            yield Evidence(f"supports: {outcome.leaves[0].what}", SUPPORT_BITS, outcome.leaves[0].span)


def whole_message(data: bytes, span: tuple[int, int]) -> bool:
    """Whether a match is the whole message: it ends its line, and begins it or follows a colon."""
    start, end = span
    return data[end : end + 1] in (b"", b"\n") and (
        start == 0 or data[start - 1 : start] == b"\n" or data[start - 2 : start] == b": "
    )


def _diagnosis(one: _Scored, haystack: Haystack, context: Context, present: frozenset[str]) -> Diagnosis:
    entry = one.entry
    data = haystack.data
    values = {name: shown(value) for name, value in one.captures.items()}
    causes = rank_causes(entry.causes, haystack, one.captures, context, values)
    fixes = rank_fixes(entry.fixes, causes, haystack, context, values)
    start = one.best.span[0]
    line_start = data.rfind(b"\n", 0, start) + 1
    line_end = data.find(b"\n", start, haystack.text_end)
    if line_end < 0:
        line_end = haystack.text_end
    if line_end - line_start > LONG_LINE_BYTES:
        line_start = max(line_start, start - LEAD_BYTES)  # show the match, not the line's beginning
    matched = data[line_start : min(line_end, line_start + 4 * MATCHED_CHARACTERS)]
    confidence, reasons = confidence_of(one, haystack)
    # A fact knows whose it is; a wording stands somewhere in the text of the chain.
    is_fact = any(leaf.fact for leaf in one.best.leaves)
    link = one.best.link if is_fact or one.best.link else haystack.link_at(start)
    return Diagnosis(
        id=entry.id,
        title=entry.title_template.fill(values),
        kind=entry.kind,
        tier=one.tier,
        bits=one.bits,
        confidence=confidence,
        reasons=reasons,
        specificity=one.specificity,
        captures=values,
        evidence=tuple(
            [
                e if "%{" not in e.what else Evidence(fill(e.what, values), e.bits, e.span)
                for e in one.evidence
            ]
        ),
        causes=causes,
        fixes=fixes,
        question=question(causes, entry.checklist, fixes),
        span=one.best.span,
        line=haystack.line_of(start),
        matched=matched.decode("utf-8", "replace")[:MATCHED_CHARACTERS],
        link=link,
        also=tuple(sorted(entry.hides & present)) if entry.hides else (),
        status=entry.status,
        severity=entry.severity,
        tags=entry.tags,
        parent=entry.parent,
        related=entry.related,
        checklist=entry.checklist,
        prevention=entry.prevention,
        references=entry.references,
        fixed_in=dict(entry.applies.get("fixed_in", ())),
        seen=dict(entry.seen),
        pack=entry.pack,
        explains=_explained(haystack, link) if link else "",
    )


def _explained(haystack: Haystack, number: int) -> str:
    """Which exception a diagnosis explains, if it is not the raised one."""
    links = haystack.links
    if number >= len(links):
        return ""
    one = links[number]
    name = shown(one.classes[0].removeprefix("builtins.").encode()) if one.classes else ""
    return f"{_ROLES.get(one.role, 'inner exception')} {name}".rstrip()


def confidence_of(one: _Scored, haystack: Haystack) -> tuple[str, tuple[str, ...]]:
    """High, medium or low, and why; never above the weakest needed part."""
    level = 2 if one.bits >= HIGH_BITS else 1 if one.bits >= MEDIUM_BITS else 0
    reasons = list(one.reasons)
    caps = [(CONFIDENCES.index(one.entry.cap), one.entry.cap_reason)]
    if one.tier == "uncertain":
        caps.append((1, ""))
    if one.specificity < MEDIUM_BITS:
        caps.append((1, "the wording is not rare"))
    if haystack.incomplete:
        caps.append((1, "not everything was searched"))
    for cap, why in caps:
        if cap < level:
            level = cap
            if why:
                reasons.append(why)
    return CONFIDENCES[level], tuple(dict.fromkeys(reasons))
