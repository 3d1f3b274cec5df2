"""Reports for people: short by default, everything with `full`, the numbers with `explain`.

Imports rich, so import it only when a person reads.
"""

from matcher.model import Cause, Diagnosis, Fix, Near, OtherVersion, Report
from matcher.report import full as full_form
from matcher.report import words
from matcher.report.page import Page

STEPS_SHOWN = 3  # of a fix without commands, in the short form
BLOCK_SHOWN = 8  # lines of config or code of a fix without commands and steps, in the short form
BRIEF_SHOWN = 5  # near entries, entries for other versions
RULE = "=" * 20  # between two answers in the full form


def render(
    report: Report,
    *,
    full: bool = False,
    explain: bool = False,
    color: bool,
    width: int | None,
    platform: str | None = None,
    find_near: bool = True,
) -> str:
    """Return `report` as text that ends with a line break, or "" when there is nothing to say.

    Whatever the report holds, the text holds no control characters but line breaks, tabs in
    code and our own colours, and no line or part of a line that a CI runner obeys. Without
    colour the text is the same, character by character.

    `width` is in columns; None takes the terminal's. Text is at most 100 columns wide, but
    commands, code, ids and links are never broken. `platform` selects the commands: linux,
    debian, fedora, alpine, macos or windows; None finds out. `full` shows everything that is
    known, for all platforms. `explain` adds where the bits come from. With `find_near` false,
    resembling entries are neither computed nor shown.
    """
    page = Page(width=width, color=color)
    platform = platform or words.this_platform()
    answers = report.diagnoses or report.fallbacks
    if full:
        for place, answer in enumerate(answers):
            if place:
                page.blank()
                page.say((RULE, "dim"))
            full_form.everything(page, answer, report.source)
            _numbers_if(explain, page, answer)
    elif answers:
        _short(page, answers[0], report.source, platform)
        _numbers_if(explain, page, answers[0])
        _others(page, answers[1:], report.source)
        for answer in answers[1:]:
            _numbers_if(explain, page, answer)
    _other_versions(page, report.other_versions)
    if find_near and not report.diagnoses:
        _near(page, report)
    if report.incomplete:
        page.blank()
        page.say("Not everything was searched: ", "; ".join(report.incomplete))
    return str(page)


def _short(page: Page, diagnosis: Diagnosis, source: str, platform: str) -> None:
    full_form.head(page, diagnosis, source)
    page.blank()
    if diagnosis.causes:
        _cause(page, diagnosis.causes[0])
    for cause in words.alternatives(diagnosis.causes):
        page.say(f"Or, {words.likelihood(cause.probability)}: ", cause.says)
    if diagnosis.question:
        page.say(("To tell the causes apart: ", "bold"), diagnosis.question)
    if diagnosis.fixes:
        page.blank()
        _fix(page, diagnosis.fixes[0], platform)
    _footer(page, diagnosis)


def _cause(page: Page, cause: Cause) -> None:
    page.say((f"{words.first_likelihood(cause.probability)}: ", "bold"), cause.says)
    seen = [evidence.what for evidence in cause.evidence if evidence.bits > 0]
    if seen:
        page.say(("seen here: ", "dim"), "; ".join(seen), indent=2)


def _fix(page: Page, fix: Fix, platform: str) -> None:
    marks = words.cautions(fix)
    page.say(("Fix: ", "bold"), fix.does, (f" ({', '.join(marks)})" if marks else "", "yellow"))
    if fix.needs:
        page.say(("may not fit here: ", "yellow"), fix.needs, indent=2)
    _how(page, fix, platform)
    if "high risk" in marks and fix.rollback:
        page.say(("undo: ", "dim"), fix.rollback, indent=2)
    if fix.verify:
        full_form.check(page, fix.verify[0], indent=2)


def _how(page: Page, fix: Fix, platform: str) -> None:
    """Add the commands; without any the first steps, without steps a short config or code."""
    if commands := words.commands_for(fix, platform):
        full_form.commands(page, commands)
        return
    if fix.commands:
        page.say(f"no command for {platform}, only for {', '.join(fix.commands)}", indent=2)
    for step in fix.steps[:STEPS_SHOWN]:
        page.say("- ", step, indent=2)
    if not fix.steps:
        full_form.blocks(page, fix, limit=BLOCK_SHOWN)


def _others(page: Page, others: tuple[Diagnosis, ...], source: str) -> None:
    if others:
        page.blank()
        page.say(("Also found:", "bold"))
    for other in others:
        place = words.where(source, other.line)
        parts = [other.id, f"{other.confidence} confidence", place]
        page.say("- ", other.title)
        page.say((" · ".join(part for part in parts if part), "dim"), indent=2)


def _other_versions(page: Page, others: tuple[OtherVersion, ...]) -> None:
    if others:
        page.blank()
        page.say(("Known, but not for your version:", "bold"))
    for other in others[:BRIEF_SHOWN]:
        page.say("- ", other.title)
        fixed = [f"fixed in {name} {version}" for name, version in other.fixed_in.items()]
        fixed = [] if other.reason.startswith("fixed in ") else fixed
        page.say("; ".join(part for part in (other.reason, *fixed) if part), indent=2)
        page.say((other.id, "dim"), indent=2)
    _rest(page, len(others))


def _near(page: Page, report: Report) -> None:
    near: tuple[Near, ...] = report.near
    if near:
        page.blank()
        page.say(("Not recognised. It resembles:", "bold"))
    for candidate in near[:BRIEF_SHOWN]:
        page.say("- ", words.resemblance(candidate.similarity), ": ", candidate.title)
        place = words.where(report.source, candidate.line)
        page.say((" · ".join(part for part in (candidate.id, place) if part), "dim"), indent=2)
        if candidate.known_as:
            page.say(("known as: ", "dim"), candidate.known_as, indent=2)
    _rest(page, len(near))


def _rest(page: Page, found: int) -> None:
    if found > BRIEF_SHOWN:
        page.say(f"and {found - BRIEF_SHOWN} more")


def _numbers_if(explain: bool, page: Page, diagnosis: Diagnosis) -> None:
    if explain:
        full_form.numbers(page, diagnosis)


def _footer(page: Page, diagnosis: Diagnosis) -> None:
    more = len(diagnosis.fixes) - 1
    label = "more: " if more < 1 else f"{more} more {'fix' if more == 1 else 'fixes'}: "
    page.copyable(f"matcher explain {diagnosis.id}", before=label, indent=2)
