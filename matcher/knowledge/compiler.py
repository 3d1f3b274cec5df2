"""Entries -> one stored database: scanner, literal -> branch arrays, entries, and the near index."""

import json
import struct
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from matcher.engine import database, near
from matcher.errors import Problem
from matcher.knowledge import literal_tables, specificity
from matcher.knowledge.entry_compiler import CompiledBranch, CompiledEntry, below_floor, compile_entry
from matcher.knowledge.loader import Loaded, LoadedEntry, example_text, load
from matcher.knowledge.schema import Condition

HALF_LIFE_DAYS = 180.0  # a vote counts half after so long
MAX_ANCESTORS = 16
HEADS_OF_EXAMPLE = 2  # telling lines of an example that the near index knows; of a near miss all


class Built(NamedTuple):
    """What compiling gave: the sections of the file, and everything that is wrong with the entries."""

    sections: dict[str, list[bytes]]
    meta: dict[str, Any]
    problems: tuple[Problem, ...]
    entries: int


def build(roots: Sequence[tuple[str, str]], *, drafts: bool = False) -> Built:
    """Load, compile and measure the entries of some roots (pack name, path).

    One bad entry never disables the others: it is left out and reported.
    Cost: about a millisecond for each entry.
    """
    return compile_loaded(load(roots), drafts=drafts)


def compile_loaded(loaded: Loaded, *, drafts: bool = False) -> Built:
    """Compile entries that are already loaded."""
    problems = list(loaded.problems)
    votes = _weigh(loaded.votes)
    kept: list[CompiledEntry] = []
    for read in loaded.entries:
        compiled = compile_entry(read, votes.get(read.id, ()))
        problems.extend(compiled.problems)
        if compiled.usable and (drafts or read.entry.status != "draft"):
            kept.append(compiled)
    counted = specificity.hits([(branch.stored, branch.literals) for one in kept for branch in _live(one)])
    places = {one.loaded.id: place for place, one in enumerate(kept)}
    searched: list[CompiledBranch] = []
    branches: list[dict[str, Any]] = []
    slow: list[int] = []
    position = 0
    for place, one in enumerate(kept):
        one.stored["hides"] = _hides(one.loaded, places, kept)
        for branch in _live(one):
            bits = specificity.bits(counted[position], branch.bits)
            position += 1
            finding = below_floor(branch, bits)
            if finding is not None:
                problems.append(one.loaded.document.problem(
                    finding.code, finding.path, finding.message, finding.hint, finding.severity))  # fmt: skip
                one.stored["supports"].append(branch.stored)
                continue
            index = len(branches)
            one.stored["branches"].append(index)
            branches.append({"entry": place, "node": branch.stored, "bits": bits})
            if branch.literals is None:
                slow.append(index)
            searched.append(branch)
    sections = {
        "meta": [_json(_meta(kept, problems))],
        "ids": [_json(_ids(kept, places))],
        **literal_tables.sections(searched),
        "branches": [_json(branch) for branch in branches],
        "entries": [_json(one.stored) for one in kept],
        **_near_index(kept),
    }
    return Built(sections, {"slow": slow}, tuple(problems), len(kept))


def _live(one: CompiledEntry) -> tuple[CompiledBranch, ...]:
    """Branches that are searched: a deprecated entry only resolves its id."""
    return () if one.loaded.entry.status == "deprecated" else one.branches


def write(path: str, built: Built, fingerprint: str = "") -> None:
    """Store what was built, atomically."""
    database.write(path, built.sections, {**built.meta, "fingerprint": fingerprint})


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _ids(kept: Sequence[CompiledEntry], places: Mapping[str, int]) -> dict[str, int]:
    """Entry id -> place; an old id of a renamed or merged entry keeps resolving."""
    ids = dict(places)
    for place, one in enumerate(kept):
        for relation in one.loaded.entry.related:
            if relation.type in ("renamed", "merged"):
                ids.setdefault(relation.id, place)
    return ids


def _hides(loaded: LoadedEntry, places: Mapping[str, int], kept: Sequence[CompiledEntry]) -> list[str]:
    """More general entries that step back when this one fires: all ancestors, and what it supersedes."""
    hidden = [one.id for one in loaded.entry.related if one.type == "supersedes"]
    parent = loaded.entry.parent
    while parent and parent not in hidden and len(hidden) < MAX_ANCESTORS:
        hidden.append(parent)
        parent = kept[places[parent]].loaded.entry.parent if parent in places else None
    return sorted(set(hidden))


def _weigh(votes: Sequence[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    """Votes by entry, older ones lighter. Age counts from the newest vote, so a build is repeatable."""
    dates = [date.fromisoformat(str(v["date"])) for v in votes if v.get("date")]
    newest = max(dates, default=date.min)
    weighed: dict[str, list[Mapping[str, Any]]] = {}
    for vote in votes:
        age = (newest - date.fromisoformat(str(vote["date"]))).days if vote.get("date") else 0
        one = {**vote, "weight": 0.5 ** (age / HALF_LIFE_DAYS)}
        weighed.setdefault(str(vote["entry"]), []).append(one)
    return weighed


def _meta(kept: Sequence[CompiledEntry], problems: Sequence[Problem]) -> dict[str, Any]:
    """What the run side must know of all entries: attributes to read, packages, and the problems."""
    attributes: set[str] = set()
    packages: set[str] = set()
    for one in kept:
        entry = one.loaded.entry
        packages |= {*entry.applies_to.packages, *entry.applies_to.fixed_in}
        conditions = [*entry.match.identifies, *entry.match.supports, *entry.match.excludes]
        conditions += [cause.when for cause in entry.causes if cause.when]
        conditions += [fix.needs for fix in entry.fixes.values() if fix.needs]
        for condition in conditions:
            _collect(condition, attributes, packages)
    return {
        "attributes": sorted(attributes),
        "packages": sorted(packages),
        "packs": sorted({one.loaded.pack for one in kept}),
        "problems": [[p.code, list(p.location), p.message, p.hint, p.source, p.severity] for p in problems],
    }


def _collect(condition: Condition, attributes: set[str], packages: set[str]) -> None:
    attributes.update(condition.attr or ())
    if condition.context is not None:
        packages.update(condition.context.packages)
        packages.update(condition.context.fixed_in)
    for member in (*(condition.all or ()), *(condition.any or ()), *(condition.none or ())):
        _collect(member, attributes, packages)


def _near_index(kept: Sequence[CompiledEntry]) -> dict[str, list[bytes]]:
    """The wordings of all examples and near misses, and for each piece of a word those that have it."""
    heads: dict[tuple[int, str], tuple[str, int]] = {}
    for place, one in enumerate(kept):
        entry = one.loaded.entry
        # Near misses first: a line that an example shares with one of them tells nothing.
        texts = [(example_text(one.loaded, counter), 0) for counter in entry.counterexamples]
        texts += [(example_text(one.loaded, example), 1) for example in entry.examples]
        for text, is_example in texts:
            for _, line in near.head_lines(text)[: HEADS_OF_EXAMPLE if is_example else None]:
                plain = near.normal(line)
                if len(near.pieces(plain)) >= near.MIN_SHARED:
                    known = (line.strip()[: near.NEEDLE_CHARACTERS], is_example)
                    heads.setdefault((place, plain), known)
    pieces: dict[int, list[int]] = {}
    for number, (_, plain) in enumerate(heads):
        for piece in near.pieces(plain):
            pieces.setdefault(piece, []).append(number)
    keys = sorted(pieces)
    return {
        "heads": [_json([place, plain, *known]) for (place, plain), known in heads.items()],
        "piece_keys": [struct.pack(f"={len(keys)}I", *keys)],
        "pieces": [struct.pack(f"={len(pieces[k])}I", *pieces[k]) for k in keys],
    }
