"""An exception -> the few lines that are said about it. Loaded with the engine, at the first error."""

import re
from itertools import islice

from matcher.api import Matcher
from matcher.doors import guard
from matcher.engine import foreign
from matcher.engine.haystack import Budget
from matcher.engine.live import chain, last_traces
from matcher.model import NOTE_BEGINS, NOTE_HOLDS, Diagnosis, is_advice
from matcher.report import words
from matcher.report.sanitize import disarm, line

EVENT_S = 0.015  # of one event in a hook: an event loop must go on after 25 ms, formatting included
SEARCH_S = 0.005  # CPU time of one regex
LINE_CHARACTERS = 200  # of a line of a note
SHAPE_CHARACTERS = 4_096  # of a message that tell one failure from another
NOTES_READ = 64

BUDGET = Budget(EVENT_S, SEARCH_S)

#: What differs between occurrences of one failure. Short numbers stay: 404 and 429 are two failures.
_VARIABLE = re.compile(r"0[xX][0-9a-fA-F]+|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\d{5,}")


def load(matcher: Matcher) -> None:
    """Load what the first match would load: the scanner and the modules around it."""
    matcher.match("x", budget=BUDGET)


def advice(error: BaseException, matcher: Matcher) -> str:
    """The note for an exception; empty if nothing is known, or it is said already somewhere in its chain."""
    links = chain(error)
    if any(_is_advised(one) for _, _, one in links):
        return ""
    key, exact = fingerprint(error, matcher, links)
    found = guard.known(key, exact)
    if found is not None:
        guard.count("repeated")
        return found.advice
    report = matcher.match(error, budget=BUDGET)
    best = report.best
    text = note(best) if best is not None and best.confidence != "low" else ""
    guard.count("advised" if text else "unknown")
    if not report.incomplete:  # what there was no time for may be found next time
        shows_values = best is not None and any(value in text for value in best.captures.values() if value)
        failure = guard.Failure(text, best.id if best else "", exact if shows_values else 0)
        guard.remember(key, failure)
    return text


def note(best: Diagnosis) -> str:
    """At most three plain lines: what it is, the likely cause, the first fix."""
    doubt = "" if best.confidence == "high" else "perhaps: "
    whose = f" (explains {best.explains})" if best.explains else ""
    lines = [f"{NOTE_BEGINS}{doubt}{_short(best.title)}{_short(whose)}"]
    if best.causes:
        cause = best.causes[0]
        lines.append(f"  {words.first_likelihood(cause.probability)}: {_short(cause.says)}")
    more = f"{NOTE_HOLDS}{best.id})"
    lines.append(f"  Fix: {_short(best.fixes[0].does)} {more}" if best.fixes else f"  More: {more}")
    return "\n".join(lines)


def _short(text: str) -> str:
    """One line without controls, bidi marks and CI commands: what is captured is foreign text."""
    return disarm(line(text, LINE_CHARACTERS))


def _is_advised(error: BaseException) -> bool:
    notes = foreign.call(getattr, error, "__notes__", None)
    if list not in foreign.mro_of(type(notes)):
        return False
    return any(type(one) is str and is_advice(one) for one in islice(list.__iter__(notes), NOTES_READ))


def fingerprint(
    error: BaseException, matcher: Matcher, links: "list[tuple[str, int, BaseException]]"
) -> tuple[int, int]:
    """What an identical failure has too: classes, raising places and messages of the chain.

    Gives two hashes: of the failure with its long numbers left out, and of its exact messages.
    """
    kinds: list[object] = []
    messages: list[object] = []
    for role, parent, one in links:
        kind = type(one)
        place: object = None
        for trace in last_traces(foreign.trace_of(one), 1):
            place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        text = foreign.message_of(one)
        facts = tuple(foreign.attributes_of(one, matcher.attributes).items())
        shape = _VARIABLE.sub("0", text[:SHAPE_CHARACTERS])
        kinds.append((role, parent, foreign.class_name(kind), place, shape, len(text), facts))
        messages.append(text)
    kinds.append(id(matcher))
    return hash(tuple(kinds)), hash(tuple(messages)) or 1
