"""Ranks the fixes of an entry: the chance that the cause is theirs, times the chance that they work,
minus their risk."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from matcher.engine.advice import Filler, Template, Values, filler
from matcher.engine.conditions import decode
from matcher.engine.context import Context
from matcher.engine.haystack import Haystack
from matcher.engine.outcome import Situation
from matcher.engine.structure import Node
from matcher.model import Cause, Fix, Reference, Verify

FILLED_KEPT = 64  # fixes with values put in, for each fix
DISPUTED_COST = 0.15  # somebody says that it does not work: what nobody disputes comes first
RISK_COST = {"none": 0.0, "low": 0.03, "medium": 0.10, "high": 0.25}
#: Prior successes and failures by source: how often advice of this kind works.
SOURCE_PRIOR = {"official": (4, 1), "maintainer": (3, 1), "community": (2, 2), "generated": (1, 2)}


class FixAdvice:
    """A fix as stored, with its votes."""

    __slots__ = ("_filled", "fillers", "needs", "risk_cost", "static", "works")

    def __init__(self, stored: Mapping[str, Any]) -> None:
        self.static = Fix(
            id=stored["id"],
            does=stored["does"],
            score=0.0,
            risk=stored["risk"],
            source=stored["source"],
            status=stored["status"],
            commands={platform: tuple(lines) for platform, lines in stored["commands"].items()},
            verify=tuple(Verify(*one) for one in stored["verify"]),
            steps=tuple(stored["steps"]),
            config=stored["config"],
            code=stored["code"],
            reversible=stored["reversible"],
            rollback=stored["rollback"],
            references=tuple(Reference(*one) for one in stored["references"]),
            needs="",
        )
        self.risk_cost = RISK_COST[stored["risk"]] * (1 if stored["reversible"] else 2)
        if stored["status"] == "disputed":
            self.risk_cost += DISPUTED_COST
        good, bad = SOURCE_PRIOR[stored["source"]]
        worked, failed = stored["votes"]
        self.works = (good + worked) / (good + bad + worked + failed)
        self.needs: Node | None = decode(stored["needs"]) if stored["needs"] else None
        self._filled: dict[tuple[tuple[str, str], ...], Fix] = {}
        #: How the fields with captures in them are filled, by the place of the field.
        self.fillers = tuple(_fillers(self.static))

    def filled(self, shown: Values, key: tuple[tuple[str, str], ...]) -> Fix:
        """The fix with captured values put in; `key` is what `shown` holds.

        Memoised: the same error with the same values comes again and again.
        """
        if not self.fillers:
            return self.static
        found = self._filled.get(key)
        if found is None:
            fields = list(self.static)
            for field, fill_field in self.fillers:
                fields[field] = fill_field(shown)
            found = Fix._make(fields)
            if len(self._filled) >= FILLED_KEPT:
                self._filled.clear()
            self._filled[key] = found
        return found


def rank_fixes(
    fixes: Sequence[FixAdvice],
    causes: Sequence[Cause],
    haystack: Haystack,
    context: Context,
    shown: Mapping[str, str],
) -> tuple[Fix, ...]:
    """Order fixes by expected value; one of high risk is never first unless it is alone.

    A fix whose `needs` is false in this context comes last, with the reason in `needs`.
    """
    key = tuple(shown.items())
    chance: dict[str, float] = {}
    place: dict[str, int] = {}
    for cause in causes:
        for name in cause.fixes:
            chance[name] = chance.get(name, 0.0) + cause.probability
            place.setdefault(name, len(place))
    ranked: list[tuple[bool, float, int, Fix]] = []
    for fix in fixes:
        one, needs = fix.filled(shown, key), ""
        if fix.needs is not None:
            outcome = fix.needs.evaluate(Situation(haystack, None, context))
            if outcome is None:
                needs = "not for what is known of this system"
        score = chance.get(one.id, 0.0) * fix.works - fix.risk_cost
        # Mappings are copied: a reader may change what it got, not what is kept. (`_replace` would
        # cost more than all the rest of this loop.)
        one = Fix(
            one.id,
            one.does,
            score,
            one.risk,
            one.source,
            one.status,
            dict(one.commands),
            one.verify,
            one.steps,
            dict(one.config),
            dict(one.code),
            one.reversible,
            one.rollback,
            one.references,
            needs,
        )
        ranked.append((bool(needs), -score, place.get(one.id, len(place)), one))
    ranked.sort(key=_order)
    ordered = [one for *_, one in ranked]
    if ordered and ordered[0].risk == "high":
        safer = next((i for i, one in enumerate(ordered) if one.risk != "high" and not one.needs), None)
        if safer is not None:
            ordered.insert(0, ordered.pop(safer))
    return tuple(ordered)


def _order(ranked: tuple[bool, float, int, Fix]) -> tuple[bool, float, int]:
    return ranked[:3]


def _fillers(fix: Fix) -> Iterator[tuple[int, Callable[[Values], Any]]]:
    """The fields of a fix that hold captures, and how each is filled."""
    place = Fix._fields.index
    for field, text in (("does", fix.does), ("rollback", fix.rollback)):
        if "%{" in text:
            yield place(field), Template(text).fill
    if steps := filler(fix.steps):
        yield place("steps"), steps
    for field, mapping in (("config", fix.config), ("code", fix.code)):
        if values := filler(tuple(mapping.values())):
            yield place(field), _mapping_filler(tuple(mapping), values)
    shells = {platform: filler(lines, platform) for platform, lines in fix.commands.items()}
    if any(shells.values()):
        yield place("commands"), _commands_filler(fix.commands, shells)
    runs = filler([step.run for step in fix.verify], "any")
    expects = filler([step.expect for step in fix.verify])
    refusals = filler([step.expect_not for step in fix.verify])
    if runs or expects or refusals:
        yield place("verify"), _verify_filler(fix.verify, runs, expects, refusals)


def _mapping_filler(keys: tuple[str, ...], values: Filler) -> Callable[[Values], dict[str, str]]:
    return lambda shown: dict(zip(keys, values(shown), strict=True))


def _commands_filler(
    commands: Mapping[str, tuple[str, ...]], shells: Mapping[str, Filler | None]
) -> Callable[[Values], dict[str, tuple[str, ...]]]:
    def fill_commands(shown: Values) -> dict[str, tuple[str, ...]]:
        filled = dict(commands)
        for platform, lines in shells.items():
            if lines is not None:
                filled[platform] = lines(shown)
        return filled

    return fill_commands


def _verify_filler(
    steps: tuple[Verify, ...], runs: Filler | None, expects: Filler | None, refusals: Filler | None
) -> Callable[[Values], tuple[Verify, ...]]:
    columns = [
        (runs, tuple(step.run for step in steps)),
        (expects, tuple(step.expect for step in steps)),
        (refusals, tuple(step.expect_not for step in steps)),
        (None, tuple(step.expect_version for step in steps)),
    ]

    def fill_verify(shown: Values) -> tuple[Verify, ...]:
        filled = [texts if fill_column is None else fill_column(shown) for fill_column, texts in columns]
        return tuple(map(Verify, *filled))

    return fill_verify
