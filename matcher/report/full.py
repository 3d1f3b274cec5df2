"""One diagnosis with everything that is known about it, and the numbers behind its ranking."""

from collections.abc import Mapping

from matcher.model import MINED, Cause, Diagnosis, Evidence, Fix, Reference, Verify
from matcher.report import words
from matcher.report.page import Page

MATCHED_SHOWN = 400  # characters of the matched line; the model holds no more
CHECK_SHOWN = 400  # characters of an expectation
NUMBER_WIDTH = 8  # columns in which numbers end, so that their points stand below each other


def head(page: Page, diagnosis: Diagnosis, source: str, *, whole: bool = False) -> None:
    """Add title, where it was found, how sure that is, and the matched line."""
    page.blank()
    page.say((diagnosis.title, "bold"))
    if MINED in diagnosis.tags:
        page.say("Known from the source code alone: where it comes from, and when.")
    elif diagnosis.kind == "fallback":
        page.say("A general answer: this exact error is not known.")
    link = f"inner exception {diagnosis.link}" if diagnosis.link else ""
    if diagnosis.explains:
        link = f"explains {diagnosis.explains}"
    page.facts(diagnosis.id, words.where(source, diagnosis.line), link, words.confidence(diagnosis))
    if diagnosis.matched:
        page.quote(diagnosis.matched, MATCHED_SHOWN, whole=whole)


def commands(page: Page, lines: tuple[str, ...]) -> None:
    """Add commands; as soon as one has a line break, all of them without indentation."""
    if any("\n" in line.strip() for line in lines):
        page.block("commands", "\n".join(lines))
        return
    for line in lines:
        page.copyable(line.strip())


def blocks(page: Page, fix: Fix, limit: int | None = None) -> None:
    """Add config and code; with a `limit` only what is to be put in, and only if it has no more lines."""
    if fix.config:
        _block(page, f"config {fix.config.get('file', '')}".strip(), fix.config.get("text", ""), limit)
    for name in ("broken", "fixed"):
        if name in fix.code and (limit is None or name == "fixed"):
            _block(page, f"{name} code", fix.code[name], limit)


def check(page: Page, verify: Verify, indent: int) -> None:
    """Add how to see that a fix worked: one line, or the command on its own when it is long."""
    expected = words.expectation(verify)[:CHECK_SHOWN]
    if len(verify.run) + len(expected) + len("check:  → ") + indent <= page.width:
        page.say(("check: ", "dim"), f"{verify.run} → {expected}", indent=indent)
        return
    page.say(("check:", "dim"), indent=indent)
    commands(page, (verify.run,))
    page.say(f"→ {expected}", indent=indent)


def everything(page: Page, diagnosis: Diagnosis, source: str) -> None:
    """Add all causes, all fixes for all platforms, and all that helps to decide and to prevent."""
    head(page, diagnosis, source, whole=True)
    _section(page, "Causes", bool(diagnosis.causes))
    for place, cause in enumerate(diagnosis.causes, 1):
        _cause(page, place, cause, judged=words.has_event(diagnosis))
    if diagnosis.question:
        page.say(("To tell the causes apart: ", "bold"), diagnosis.question)
    _section(page, "Fixes", bool(diagnosis.fixes))
    for place, fix in enumerate(diagnosis.fixes, 1):
        _fix(page, place, fix)
    _section(page, "Checklist", bool(diagnosis.checklist))
    for row in diagnosis.checklist:
        page.say("- ", row.test)
        page.say("yes: ", row.means, f" → {row.next}" if row.next else "", indent=2)
    _section(page, "Prevention", bool(diagnosis.prevention))
    for advice in diagnosis.prevention:
        page.say("- ", advice)
    _references(page, diagnosis.references)
    _about(page, diagnosis)


def numbers(page: Page, diagnosis: Diagnosis) -> None:
    """Add each contribution to the ranking in bits, and what it adds up to."""
    _section(page, f"Why {diagnosis.id}", True)
    if words.has_event(diagnosis):
        for evidence in diagnosis.evidence:
            _contribution(page, evidence, indent=0)
        total = sum(evidence.bits for evidence in diagnosis.evidence)
        _number(page, f"{total:+.2f}", "sum")
        if abs(total - diagnosis.bits) >= 0.005:
            _number(page, f"{diagnosis.bits:+.2f}", "used for the ranking")
    page.say(f"tier {diagnosis.tier}, specificity {diagnosis.specificity:.2f} bits")
    if diagnosis.also:
        page.say("hides the more general: ", ", ".join(diagnosis.also))
    if diagnosis.causes:
        page.say(("Causes, in bits and as a probability", "bold"))
    for cause in diagnosis.causes:
        _number(page, f"{cause.bits:+.2f}", f"{cause.id}, {cause.probability:.3f}")
        for evidence in cause.evidence:
            _contribution(page, evidence, indent=4)
    if diagnosis.fixes:
        page.say(("Fixes, by expected value", "bold"))
    for fix in diagnosis.fixes:
        _number(page, f"{fix.score:+.3f}", f"{fix.id}, {', '.join(words.credentials(fix))}")


def _contribution(page: Page, evidence: Evidence, indent: int) -> None:
    span = f", bytes {evidence.span[0]} to {evidence.span[1]}" if evidence.span else ""
    _number(page, f"{evidence.bits:+.2f}", evidence.what, span, indent=indent)


def _number(page: Page, number: str, what: str, remark: str = "", indent: int = 0) -> None:
    padded = indent + NUMBER_WIDTH - len(number)
    page.say(f"{number} ", what, (remark, "dim"), indent=max(indent, padded), hang=len(number) + 1)


def _section(page: Page, title: str, wanted: bool) -> None:
    if wanted:
        page.blank()
        page.say((title, "bold underline"))


def _cause(page: Page, place: int, cause: Cause, judged: bool) -> None:
    says = f"{words.likelihood(cause.probability)}: {cause.says}" if judged else cause.says
    page.say(f"{place}. ", says, hang=3)
    seen = [evidence.what for evidence in cause.evidence if evidence.bits > 0]
    against = [evidence.what for evidence in cause.evidence if evidence.bits < 0]
    for label, found in (("seen here", seen), ("against it", against)):
        if found:
            page.say((f"{label}: ", "dim"), "; ".join(found), indent=2)
    if cause.fixes:
        page.say(("fixes: ", "dim"), ", ".join(cause.fixes), indent=2)


def _fix(page: Page, place: int, fix: Fix) -> None:
    if place > 1:
        page.blank()
    page.say((f"{place}. {fix.does}", "bold"), hang=3)
    page.say((f"{fix.id} · {', '.join(words.credentials(fix))}", "dim"), indent=2)
    if fix.needs:
        page.say(("may not fit here: ", "yellow"), fix.needs, indent=2)
    for step in fix.steps:
        page.say("- ", step, indent=2)
    for platform in sorted(fix.commands, key="any".__eq__):  # the rest comes last
        if len(fix.commands) > 1 or platform != "any":
            page.say("elsewhere:" if platform == "any" else f"{platform}:", indent=2)
        commands(page, fix.commands[platform])
    blocks(page, fix)
    for verify in fix.verify:
        check(page, verify, indent=2)
    if fix.rollback:
        page.say(("undo: ", "dim"), fix.rollback, indent=2)
    for reference in fix.references:
        _reference(page, reference, indent=2)


def _references(page: Page, references: tuple[Reference, ...]) -> None:
    _section(page, "References", bool(references))
    for reference in references:
        _reference(page, reference, indent=0)


def _block(page: Page, title: str, text: str, limit: int | None) -> None:
    if limit is None or text.rstrip("\n").count("\n") < limit:
        page.block(title, text)


def _reference(page: Page, reference: Reference, indent: int) -> None:
    page.say("- ", reference.title, indent=indent)
    page.copyable(reference.url, indent=indent + 2)


def _about(page: Page, diagnosis: Diagnosis) -> None:
    related = [f"{relation.id} ({relation.type})" for relation in diagnosis.related]
    facts: Mapping[str, str] = {
        "entry": f"{diagnosis.status}, {diagnosis.pack}",
        "severity": diagnosis.severity,
        "tags": ", ".join(diagnosis.tags),
        "more general": diagnosis.parent,
        "also matched": ", ".join(name for name in diagnosis.also if name != diagnosis.parent),
        "related": ", ".join(related),
        "fixed in": ", ".join(f"{name} {version}" for name, version in diagnosis.fixed_in.items()),
        "seen": ", ".join(f"{name} {date}" for name, date in diagnosis.seen.items()),
    }
    _section(page, "About this entry", True)
    for name, value in facts.items():
        if value:
            page.say((f"{name}: ", "dim"), value)
