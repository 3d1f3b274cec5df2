"""The steps in order: haystack -> scan -> confirm -> rank -> (near) -> Report."""

from matcher.engine import engine, ranking
from matcher.engine.context import Context
from matcher.engine.haystack import Haystack
from matcher.engine.library import Library
from matcher.engine.outcome import Found, Situation
from matcher.errors import DatabaseError
from matcher.model import Near, Report


def diagnose(library: Library, haystack: Haystack, context: Context, source: str) -> Report:
    """Return what is known about one event. Never raises for anything in the text."""
    confirmed = engine.find(library, haystack)
    if not confirmed:
        return Report(
            source, haystack.first_line, (), (), (), tuple(haystack.incomplete),
            lambda: _near(library, haystack),
        )  # fmt: skip
    ranked = ranking.rank(library, haystack, confirmed, context)
    best = (*ranked.diagnoses, *ranked.fallbacks)
    return Report(
        source,
        best[0].line if best else haystack.first_line,
        ranked.diagnoses,
        ranked.fallbacks,
        ranked.other_versions,
        tuple(haystack.incomplete),
        None if best or ranked.other_versions else lambda: _near(library, haystack),
    )


def diagnose_branch(
    library: Library, haystack: Haystack, index: int, context: Context, source: str
) -> Report:
    """Return what one branch says of several events taken together."""
    branch = library.branch(index)
    haystack.start_clock()
    outcome = branch.node.evaluate(Situation(haystack))
    if not isinstance(outcome, Found):
        return Report(source, haystack.first_line, (), (), (), tuple(haystack.incomplete))
    ranked = ranking.rank(library, haystack, {branch.entry: [(branch.specificity, outcome)]}, context)
    best = (*ranked.diagnoses, *ranked.fallbacks)
    line = best[0].line if best else haystack.first_line
    return Report(source, line, ranked.diagnoses, ranked.fallbacks, (), tuple(haystack.incomplete))


def _near(library: Library, haystack: Haystack) -> tuple[Near, ...]:
    from matcher.engine.near import find_near

    try:
        return find_near(library, haystack)
    except DatabaseError:  # read long after `match`: a hint is not worth an error there
        return ()
