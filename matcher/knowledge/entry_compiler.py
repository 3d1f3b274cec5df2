"""One loaded entry -> its stored form: branches with literals, causes, fixes, and what is wrong with it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from matcher.errors import Problem
from matcher.knowledge import lint, specificity
from matcher.knowledge.conditions import Compiled, ConditionCompiler, Finding, Path
from matcher.knowledge.loader import LoadedEntry
from matcher.knowledge.schema import Condition, Entry, Fix

PRIOR_BITS = {"common": 0.0, "occasional": -2.0, "rare": -4.0}
#: From so many confirmed outcomes on, counts replace the typed weight of the causes.
OUTCOMES_FOR_PRIOR = 20


class CompiledBranch(NamedTuple):
    """One alternative of `identifies`."""

    stored: dict[str, Any]
    literals: tuple[bytes, ...] | None
    bits: float  # estimated; measured when the database is compiled
    place: int  # among the alternatives of the entry
    parts: tuple[tuple[bytes, ...] | None, ...] = ()  # literals of parts that may stand in several events


class CompiledEntry(NamedTuple):
    """An entry without its measured specificity; `stored` is completed by the compiler."""

    loaded: LoadedEntry
    stored: dict[str, Any]
    branches: tuple[CompiledBranch, ...]
    problems: tuple[Problem, ...]

    @property
    def usable(self) -> bool:
        """Whether the entry may be put into a database."""
        return not any(problem.severity == "error" for problem in self.problems)


def compile_entry(loaded: LoadedEntry, votes: Sequence[Mapping[str, Any]] = ()) -> CompiledEntry:
    """Compile one entry; whatever is wrong is in `problems`, with its place in the file."""
    entry = loaded.entry
    compiler = ConditionCompiler()
    branches = []
    compiled: list[Compiled] = []
    for index, condition in enumerate(entry.match.identifies):
        path: Path = ("match", "identifies", index)
        one = compiler.compile(condition, path)
        compiled.append(one)
        if one.literals is None and not one.slow and not _failed(compiler, path):
            compiler.findings.append(
                Finding(path, "no-literal", "no text of at least 3 bytes stands in every match",
                        "add fixed text to the pattern, or set `slow: true` on a regex"))  # fmt: skip
        branches.append(CompiledBranch(one.stored, one.literals, one.bits, index, one.parts))
    supports = _compile_all(compiler, entry.match.supports, ("match", "supports"))
    excludes = _compile_all(compiler, entry.match.excludes, ("match", "excludes"))
    stored = _stored(loaded, votes)
    stored["supports"] = [one.stored for one in supports]
    stored["excludes"] = [one.stored for one in excludes]
    stored["facts"] = [node for one in compiled for node in _facts(one.stored)]
    for index, cause in enumerate(entry.causes):
        if cause.when is not None:
            path = ("causes", index, "when")
            stored["causes"][index]["when"] = compiler.compile(cause.when, path).stored
    for index, (name, fix) in enumerate(entry.fixes.items()):
        if fix.needs is not None:
            stored["fixes"][index]["needs"] = compiler.compile(fix.needs, ("fixes", name, "needs")).stored
    findings = [*compiler.findings, *lint.check(loaded, compiled)]
    problems = tuple(
        loaded.document.problem(f.code, f.path, f.message, f.hint, f.severity, offset=f.offset)
        for f in findings
    )
    return CompiledEntry(loaded, stored, tuple(branches), problems)


def _failed(compiler: ConditionCompiler, path: tuple[str | int, ...]) -> bool:
    return any(f.severity == "error" and f.path[: len(path)] == path for f in compiler.findings)


def _compile_all(
    compiler: ConditionCompiler, conditions: Sequence[Condition], path: tuple[str | int, ...]
) -> list[Compiled]:
    return [compiler.compile(one, (*path, i)) for i, one in enumerate(conditions)]


def _facts(stored: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The conditions on facts in a program: a live exception may contradict them."""
    if stored["k"] in ("exception", "attr"):
        yield stored
    if stored["k"] in ("all", "any"):
        for member in stored["m"]:
            yield from _facts(member)


def _stored(loaded: LoadedEntry, votes: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    entry = loaded.entry
    cap, cap_reason = confidence_cap(entry)
    return {
        "id": loaded.id,
        "title": entry.title,
        "kind": entry.kind,
        "status": entry.status,
        "severity": entry.severity,
        "tags": list(entry.tags),
        "parent": entry.parent or "",
        "hides": [],
        "related": [[one.id, one.type] for one in entry.related],
        "branches": [],
        "applies": entry.applies_to.model_dump(exclude_defaults=True),
        "causes": _causes(entry, votes),
        "fixes": [_fix(name, fix, votes) for name, fix in entry.fixes.items()],
        "checklist": [[row.test, row.means, row.next or ""] for row in entry.checklist],
        "prevention": list(entry.prevention),
        "references": [[one.title, str(one.url)] for one in entry.references],
        "cap": cap,
        "cap_reason": cap_reason,
        "seen": entry.seen.model_dump(exclude_none=True, mode="json") if entry.seen else {},
        "pack": loaded.pack,
    }


def confidence_cap(entry: Entry) -> tuple[str, str]:
    """The highest confidence that the proof behind an entry allows, and why."""
    kinds = {example.provenance for example in entry.examples}
    if kinds <= {"generated"}:
        return "low", "no example of it was ever observed"
    if "observed" not in kinds:
        return "medium", "its examples are written, not observed"
    if entry.status != "stable":
        return "medium", f"the entry is {entry.status}"
    return "high", ""


def _causes(entry: Entry, votes: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    worked = [sum(_weight(v) for v in votes if v["outcome"] == "worked" and v["fix"] in c.fixes)
              for c in entry.causes]  # fmt: skip
    counted = sum(worked) >= OUTCOMES_FOR_PRIOR
    causes = []
    for cause, count in zip(entry.causes, worked, strict=True):
        prior, why = PRIOR_BITS[cause.weight], f"{cause.weight} cause"
        if counted:
            prior = round(lint.log_share(count, sum(worked), len(worked)), 2)
            why = "how often its fixes worked"
        causes.append(
            {"id": cause.id, "says": cause.says, "prior": prior, "why": why, "when": None,
             "fixes": list(cause.fixes)})  # fmt: skip
    return causes


def _weight(vote: Mapping[str, Any]) -> float:
    return float(vote.get("count", 1)) * float(vote.get("weight", 1.0))


def _fix(name: str, fix: Fix, votes: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    counts = [
        round(sum(_weight(v) for v in votes if v["fix"] == name and v["outcome"] == outcome), 3)
        for outcome in ("worked", "failed")
    ]
    return {
        "id": name,
        "does": fix.does,
        "risk": fix.risk,
        "source": fix.source,
        "status": fix.status,
        "steps": list(fix.steps),
        "commands": {platform: list(lines) for platform, lines in fix.commands.items()},
        "config": fix.config.model_dump(exclude_none=True) if fix.config else {},
        "code": fix.code.model_dump(exclude_none=True) if fix.code else {},
        "reversible": fix.reversible,
        "rollback": fix.rollback or "",
        "needs": None,
        "verify": [[v.run, v.expect or "", v.expect_not or "", v.expect_version or ""] for v in fix.verify],
        "references": [[one.title, str(one.url)] for one in fix.references],
        "votes": counts,
    }


def below_floor(branch: CompiledBranch, bits: float) -> Finding | None:
    """The finding that a branch is too common to identify anything, if it is."""
    if bits >= specificity.FLOOR_BITS:
        return None
    return Finding(
        ("match", "identifies", branch.place),
        "below-floor",
        f"this signature is too common: {bits:.1f} bits, the floor is {specificity.FLOOR_BITS:.0f}",
        "use a longer text, or move it to `supports`",
        "lint",
    )
