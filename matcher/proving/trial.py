"""New entries put to the test beside known ones, before they are written: which must stay out, and why."""

import os
import tempfile
from collections.abc import Container, Iterator

from matcher.engine.database import Database
from matcher.engine.library import Library
from matcher.knowledge import compiler
from matcher.knowledge.loader import Loaded, LoadedEntry
from matcher.proving.examples import answers_of, ask

ANSWERED = "a known entry answers it"
OUTRANKED = "another new entry comes first on its example"
STEALS = "it comes before a known entry on that one's example"
NOT_FOUND = "its own example is not recognised"


def refused(new: Loaded, known: Loaded) -> dict[str, str]:
    """Return the ids of new entries that `kb check` would fail on, or that harm known ones; with the reason.

    Without the refused ones, the rest passes: an entry less can only move others up.
    Cost: compiles all entries together, then about 1 ms per example.
    """
    fresh = {one.id: one for one in new.entries}
    kept = [one for one in known.entries if one.id not in fresh]
    together = Loaded(
        tuple(sorted([*kept, *new.entries], key=lambda one: one.id)), known.votes, known.problems
    )
    built = compiler.compile_loaded(together)
    paths = {one.path: one.id for one in new.entries}
    reasons: dict[str, str] = {}
    for problem in (*new.problems, *built.problems):
        if problem.is_failure and problem.location.path in paths:
            reasons.setdefault(paths[problem.location.path], problem.code)
    with tempfile.TemporaryDirectory(prefix="matcher-") as folder:
        path = os.path.join(folder, "trial.db")
        compiler.write(path, built)
        library = Library(Database(path))
        for one in new.entries:
            if one.id not in reasons and (reason := _reason(one, library, fresh.keys())):
                reasons[one.id] = reason
        for one in kept:
            for thief in _thieves(one, library):
                if thief in fresh:
                    reasons.setdefault(thief, STEALS)
    return reasons


def _reason(one: LoadedEntry, library: Library, fresh: Container[str]) -> str:
    """Why an entry is not first on its own examples; "" if it is."""
    for example in one.entry.examples:
        answers = answers_of(ask(library, one, example))
        if not answers:
            return NOT_FOUND
        if answers[0].id != one.id:
            return OUTRANKED if answers[0].id in fresh else ANSWERED
    return ""


def _thieves(one: LoadedEntry, library: Library) -> Iterator[str]:
    """Entries that come before an entry on its own examples."""
    for example in one.entry.examples:
        for answer in answers_of(ask(library, one, example)):
            if answer.id == one.id:
                break
            yield answer.id
