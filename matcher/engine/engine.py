"""The loop: one literal scan, then only the candidates are confirmed. Short enough to read at a sitting.

Guarantee: every branch that matches the event is found, unless `haystack.incomplete` says otherwise.
A literal of each branch stands in every text that the branch matches, so no candidate is missed.
"""

from matcher.engine.haystack import Haystack
from matcher.engine.library import Library
from matcher.engine.outcome import Found, Leaf, Situation, Unknown

NAMED_BITS = 20.0  # the highest specificity: the class itself says so


def find(library: Library, haystack: Haystack) -> dict[int, list[tuple[float, Found]]]:
    """Return, for each entry index, its confirmed branches as (specificity, match).

    Cost: one native scan, and a few microseconds for each candidate.
    """
    hits = library.scanner.scan(haystack.data)
    slow = library.slow_branches()
    if not hits and not slow:
        return _named(library, haystack) if haystack.live else {}
    candidates = {branch for literal in hits for branch in library.branches_of(literal)}
    candidates.update(slow)
    situation = Situation(haystack)
    confirmed = _named(library, haystack) if haystack.live else {}
    haystack.start_clock()
    for index in sorted(candidates):
        if haystack.out_of_time():
            break
        branch = library.branch(index)
        outcome = branch.node.evaluate(situation)
        if outcome is not None and not isinstance(outcome, Unknown):
            confirmed.setdefault(branch.entry, []).append((branch.specificity, outcome))
    return confirmed


def _named(library: Library, haystack: Haystack) -> dict[int, list[tuple[float, Found]]]:
    """Entries that the class of a live exception names itself (`__kb_id__`): identified."""
    confirmed: dict[int, list[tuple[float, Found]]] = {}
    for link in haystack.links:
        if link.named_entry and link.named_entry in library.ids:
            leaf = Leaf("the class names this entry", None, NAMED_BITS, fact=True)
            found = Found(haystack.parts[link.number].header, {}, (leaf,), link.number)
            confirmed.setdefault(library.ids[link.named_entry], [(NAMED_BITS, found)])
    return confirmed
