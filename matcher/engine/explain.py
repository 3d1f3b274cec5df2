"""Why an entry fired or did not, condition by condition; and an entry without an event."""

from collections.abc import Iterator, Mapping
from typing import Any

from matcher.engine import engine, ranking
from matcher.engine.advice import fill
from matcher.engine.causes import rank_causes
from matcher.engine.conditions import TextNode, decode
from matcher.engine.context import Context, holds
from matcher.engine.fixes import rank_fixes
from matcher.engine.haystack import Haystack
from matcher.engine.library import Library
from matcher.engine.outcome import Found, Situation, Unknown
from matcher.model import Diagnosis


def describe_entry(library: Library, index: int) -> Diagnosis:
    """All that an entry says, as a diagnosis without an event: captures show their names."""
    entry = library.entry(index)
    nothing, context = Haystack(b""), Context()
    causes = rank_causes(entry.causes, nothing, {}, context, {})
    causes = tuple(c._replace(evidence=(), probability=0.0) for c in causes)
    order = {cause.id: place for place, cause in enumerate(entry.causes)}
    return Diagnosis(
        id=entry.id, title=fill(entry.title, {}), kind=entry.kind, tier="identified", bits=0.0,
        confidence=entry.cap, reasons=(entry.cap_reason,) if entry.cap_reason else (),
        specificity=max((library.branch(b).specificity for b in entry.branches), default=0.0),
        captures={}, evidence=(), causes=tuple(sorted(causes, key=lambda c: order[c.id])),
        fixes=rank_fixes(entry.fixes, causes, nothing, context, {}),
        question="", span=(0, 0), line=0, matched="", link=0, also=(),
        status=entry.status, severity=entry.severity, tags=entry.tags, parent=entry.parent,
        related=entry.related, checklist=entry.checklist, prevention=entry.prevention,
        references=entry.references, fixed_in=entry.applies.get("fixed_in", {}), seen=entry.seen,
        pack=entry.pack,
    )  # fmt: skip


def why(library: Library, index: int, haystack: Haystack, context: Context) -> list[str]:
    """The verdict on one entry and the reasons, one line each, indented by depth."""
    entry = library.entry(index)
    confirmed = engine.find(library, haystack)
    ordered = ranking.order(library, haystack, confirmed, context)
    lines = [_verdict(entry.id, ordered, index in confirmed)]
    situation = Situation(haystack, None, context)
    for number, branch in enumerate(entry.branches):
        stored = library.database.json("branches", branch)
        lines.append(f"identifies[{number}] ({stored['bits']:.1f} bits)")
        lines.extend(_node(stored["node"], situation, 1))
    for role in ("supports", "excludes"):
        for number, stored in enumerate(entry.stored[role]):
            lines.append(f"{role}[{number}]")
            lines.extend(_node(stored, situation, 1))
    if not entry.branches:
        lines.append(f"nothing identifies it: the entry is {entry.status}")
    if entry.applies:
        verdict = holds(entry.applies, context)
        word = {True: "yes", False: "no", None: "unknown"}[verdict.state]
        lines.append(f"applies here: {word} ({verdict.reason or 'nothing against it'})")
    return lines


def _verdict(entry_id: str, ordered: ranking.Ordered, confirmed: bool) -> str:
    for place, one in enumerate((*ordered.known, *ordered.general)):
        if one.entry.id == entry_id:
            return f"{entry_id} fires: {one.tier}, place {place + 1}, {one.bits:.1f} bits"
        if entry_id in one.entry.hides & ordered.present:
            return f"{entry_id} fires but is hidden behind {one.entry.id}, which is more special"
    if any(one.id == entry_id for one in ordered.other_versions):
        return f"{entry_id} fires but is not for this context"
    if confirmed:
        return f"{entry_id} is identified but does not show: vetoed by `excludes`, or outranked"
    return f"{entry_id} does not fire"


def _node(stored: Mapping[str, Any], situation: Situation, depth: int) -> Iterator[str]:
    outcome = decode(stored).evaluate(situation)
    pad = "  " * depth
    what = stored.get("d") or stored["k"]
    if isinstance(outcome, Found):
        line = situation.haystack.line_of(outcome.span[0])
        captured = ", ".join(f"{k}={v.decode('utf-8', 'replace')}" for k, v in outcome.captures.items())
        place = f" at line {line}" if outcome.span != (0, 0) else ""
        yield f"{pad}yes      {stored['k']}: {what}{place}" + (f" ({captured})" if captured else "")
    elif isinstance(outcome, Unknown):
        yield f"{pad}unknown  {stored['k']}: {what} ({outcome.why})"
    else:
        yield f"{pad}no       {stored['k']}: {what}{_how_far(stored, situation.haystack)}"
    members = stored.get("m", []) + ([stored["of"]] if "of" in stored else [])
    for member in members:
        yield from _node(member, situation, depth + 1)


def _how_far(stored: Mapping[str, Any], haystack: Haystack) -> str:
    """For a text that was not found: the first part that is missing."""
    if stored["k"] == "json":
        return f" (embedded objects in the text: {len(haystack.objects)})"
    if stored["k"] != "text":
        return ""
    program = TextNode(stored).program
    at = haystack.lower.find(program.literal)
    if at < 0:
        return f" (missing: {program.literal.decode('utf-8', 'replace')!r})"
    where = f", or not in {stored['w']}" if stored.get("w") else ""
    return f" (its longest part stands at line {haystack.line_of(at)}, the rest does not follow{where})"
