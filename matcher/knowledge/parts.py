"""`parts.yaml` of a pack -> named conditions, and entries with every `use` written out."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Any

from pydantic import ValidationError

from matcher.errors import Problem
from matcher.knowledge import schema, strict_yaml
from matcher.knowledge.condition_schema import Condition, walk
from matcher.knowledge.explain import explain, located, part_keys
from matcher.knowledge.schema import Entry
from matcher.knowledge.shapes import Path, suggest
from matcher.knowledge.strict_yaml import Document

PARTS_FILE = "parts.yaml"
SUGGESTIONS = 50  # each compares hundreds of names
ENTRY_CONDITIONS = 1_000  # parts written out: some lines of `use` could stand for billions


class Parts:
    """The named conditions of one pack."""

    def __init__(self) -> None:
        self.known: dict[str, Condition] = {}  # written out
        self._sizes: dict[str, tuple[int, int]] = {}  # part -> its conditions, its depth
        self._broken: set[str] = set()
        self._told = 0  # unknown parts

    def read(self, data: bytes, path: str) -> list[Problem]:
        """Read a file of parts; what is wrong with one leaves the others usable."""
        document, found = strict_yaml.parse(data, path)
        problems = list(found)
        if document is None:
            return problems
        parts = dict(document.value)
        while True:
            try:
                valid = schema.Parts.model_validate(parts).root
                break
            except ValidationError as error:
                flaws = list(explain(error, part_keys))
                problems += [located(flaw, document) for flaw in flaws[: strict_yaml.PROBLEMS]]
                self._broken |= {str(flaw.at[0]) for flaw in flaws}
                parts = {name: part for name, part in parts.items() if name not in self._broken}
        problems += self._resolve(valid, document)
        return problems

    def bad_uses(self, entry: Entry, document: Document) -> Iterator[Problem]:
        """Every `use` of an entry that names no usable part, and too many conditions."""
        conditions, depth = 0, 0
        for at, top in _conditions(entry):
            nodes, levels = _measure(top, self._sizes)
            conditions, depth = conditions + nodes, max(depth, levels)
            for inner, one in walk(top, at):
                if one.use is not None and one.use not in self.known:
                    yield document.problem(*self._unknown(one.use, (*inner, "use")))
        if conditions > ENTRY_CONDITIONS or depth > strict_yaml.DEPTH:
            message = f"{conditions:,} conditions, {depth} levels deep, with all parts written out"
            yield document.problem("too-many-conditions", ("match",), message, "use fewer or smaller parts")

    def written_out(self, entry: Entry) -> Entry:
        """Return the entry with every `use` replaced by the part that it names."""
        if not any(one.use for at, top in _conditions(entry) for _, one in walk(top, at)):
            return entry
        roles = ("identifies", "supports", "excludes")
        match = {
            role: tuple(_resolved(one, self.known) for one in getattr(entry.match, role)) for role in roles
        }
        causes = tuple(
            cause.model_copy(update={"when": _resolved(cause.when, self.known)}) if cause.when else cause
            for cause in entry.causes
        )
        return entry.model_copy(update={"match": entry.match.model_copy(update=match), "causes": causes})

    def _unknown(self, name: str, path: Path) -> tuple[str, Path, str, str]:
        if name in self._broken:
            return "broken-part", path, f"the part '{name}' is not usable", f"mend it in {PARTS_FILE}"
        self._told += 1
        near = self.known if self._told <= SUGGESTIONS else ()
        hint = suggest(name, near, f"add it to {PARTS_FILE} at the root of the pack")
        return "unknown-part", path, f"there is no part '{name}'", hint

    def _resolve(self, parts: Mapping[str, Condition], document: Document) -> Iterator[Problem]:
        """Write out parts that use parts, innermost first."""
        uses = {
            name: {inner.use: at for at, inner in walk(one) if inner.use is not None}
            for name, one in parts.items()
        }
        order = TopologicalSorter({name: [u for u in used if u in parts] for name, used in uses.items()})
        try:
            order.prepare()
        except CycleError:
            pass  # what is in a cycle, or uses it, is never ready
        ready: list[str] = []
        while names := order.get_ready():
            ready += names
            order.done(*names)
        for name in ready:
            unknown = [use for use in uses[name] if use not in self.known]
            for use in unknown:
                yield document.problem(*self._unknown(use, (name, *uses[name][use], "use")))
            size = _measure(parts[name], self._sizes)
            if not unknown and (size[0] > ENTRY_CONDITIONS or size[1] > strict_yaml.DEPTH):
                message = f"'{name}' stands for {size[0]:,} conditions, {size[1]} levels deep"
                yield document.problem("too-many-conditions", (name,), message, "make it smaller", key=True)
            elif not unknown:
                self.known[name], self._sizes[name] = _resolved(parts[name], self.known), size
                continue
            self._broken.add(name)
        for name in sorted(parts.keys() - set(ready)):
            self._broken.add(name)
            message = f"'{name}' uses itself, or a part that does"
            yield document.problem("part-cycle", (name,), message, "break the circle of 'use'", key=True)


def _conditions(entry: Entry) -> Iterator[tuple[Path, Condition]]:
    """The outermost conditions of an entry, each with its path."""
    for role in ("identifies", "supports", "excludes"):
        for index, one in enumerate(getattr(entry.match, role)):
            yield ("match", role, index), one
    for index, cause in enumerate(entry.causes):
        if cause.when is not None:
            yield ("causes", index, "when"), cause.when


def _measure(condition: Condition, sizes: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    """How many conditions a condition holds, itself included, and how deep, with parts written out."""
    if condition.use is not None:
        return sizes.get(condition.use, (1, 1))
    inner = [_measure(one, sizes) for _, one in condition.members()]
    return 1 + sum(nodes for nodes, _ in inner), 1 + max((depth for _, depth in inner), default=0)


def _resolved(condition: Condition, parts: Mapping[str, Condition]) -> Condition:
    """The condition with every `use` replaced by the part that it names."""
    if condition.use is not None:
        return parts[condition.use]
    changed: dict[str, Any] = {}
    for name in ("all", "any", "none"):
        if group := getattr(condition, name):
            changed[name] = tuple(_resolved(one, parts) for one in group)
    if condition.sequence is not None:
        steps = tuple(_resolved(one, parts) for one in condition.sequence.steps)
        changed["sequence"] = condition.sequence.model_copy(update={"steps": steps})
    if condition.count is not None:
        of = _resolved(condition.count.of, parts)
        changed["count"] = condition.count.model_copy(update={"of": of})
    return condition.model_copy(update=changed) if changed else condition
