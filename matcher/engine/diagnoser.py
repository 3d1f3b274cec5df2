"""The steps in order: haystack -> scan -> confirm -> order -> (advise) -> (near) -> Report."""

from collections.abc import Mapping, Sequence

from matcher.engine import engine, ranking
from matcher.engine.advice import shown
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
    return _report(library, haystack, confirmed, context, source)


def diagnose_branch(
    library: Library, haystack: Haystack, index: int, context: Context, source: str
) -> Report:
    """Return what one branch says of several events taken together."""
    branch = library.branch(index)
    haystack.start_clock()
    outcome = branch.node.evaluate(Situation(haystack))
    if not isinstance(outcome, Found):
        return Report(source, haystack.first_line, (), (), (), tuple(haystack.incomplete))
    return _report(library, haystack, {branch.entry: [(branch.specificity, outcome)]}, context, source)


def _report(
    library: Library,
    haystack: Haystack,
    confirmed: Mapping[int, Sequence[tuple[float, Found]]],
    context: Context,
    source: str,
) -> Report:
    ordered = ranking.order(library, haystack, confirmed, context)
    others = ordered.other_versions
    if not (ordered.known or ordered.general):
        find_near = None if others else lambda: _near(library, haystack)
        return Report(source, haystack.first_line, (), (), others, tuple(haystack.incomplete), find_near)
    first = (ordered.known or ordered.general)[0]
    values = {name: shown(value) for name, value in first.captures.items()}
    return Report.of(
        source,
        haystack.line_of(first.best.span[0]),
        (first.entry.id, first.entry.title_template.fill(values)),
        others,
        lambda: ranking.advise(ordered, haystack, context),
    )


def _near(library: Library, haystack: Haystack) -> tuple[Near, ...]:
    from matcher.engine.near import find_near

    try:
        return find_near(library, haystack)
    except DatabaseError:  # read long after `match`: a hint is not worth an error there
        return ()
