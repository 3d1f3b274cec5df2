"""A condition of the schema -> the stored program that `engine.conditions` runs, and its required literals.

The contract of the prefilter: each text that makes a condition true contains at least one of its
literals, ASCII case aside. None means that no useful set exists; widen when in doubt, never narrow.
"""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from matcher.engine.text_search import EXACT
from matcher.knowledge import literals as literal_sets
from matcher.knowledge import regex_gate, specificity
from matcher.knowledge.schema import Condition
from matcher.knowledge.text_pattern import PatternError, TextPattern, compile_text

#: What encoders of JSON never escape; only such runs can be required of a value.
_JSON_SAFE = re.compile(rb"[ !#-%(-.0-;=?-\[\]-~]{3,}")
_TYPED = re.compile(r"%\{\w+:(\w+)\}")
#: A regex without literals says nothing about its rarity; the background corpus measures it.
SLOW_BITS = 12.0
_SEARCHERS = ("text", "regex", "any")

Path = tuple[str | int, ...]


class Finding(NamedTuple):
    """A problem of a condition, at a path below the entry."""

    path: Path
    code: str
    message: str
    hint: str
    severity: str = "error"
    offset: int = 0


class Compiled(NamedTuple):
    """A condition, compiled.

    `bound` are captures that every match binds, `captures` all that some match may bind.
    `bits` estimates how rare the condition is in ordinary text.
    """

    stored: dict[str, Any]
    literals: tuple[bytes, ...] | None
    bound: frozenset[str]
    captures: frozenset[str]
    bits: float
    slow: bool = False
    #: For a condition whose parts may stand in different events: the literals of each part.
    parts: tuple[tuple[bytes, ...] | None, ...] = ()


_NOTHING = Compiled({"k": "any", "m": []}, None, frozenset(), frozenset(), 0.0)


class ConditionCompiler:
    """Compiles conditions of one entry and collects what is wrong with them."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def compile(self, condition: Condition, path: Path) -> Compiled:
        """Compile one condition; what is wrong goes to `findings`, never raised."""
        for kind in ("text", "regex", "json", "exception", "attr", "frame", "capture", "context"):
            value = getattr(condition, "json_" if kind == "json" else kind)
            if value is not None:
                compiled: Compiled = getattr(self, "_" + kind)(condition, value, (*path, kind))
                compiled.stored["e"] = round(compiled.bits, 2)
                return compiled
        for kind in ("all", "any", "none"):
            members = getattr(condition, kind)
            if members is not None:
                return self._combined(kind, members, (*path, kind))
        if condition.sequence is not None:
            return self._sequence(condition, (*path, "sequence"))
        if condition.count is not None:
            return self._count(condition, (*path, "count"))
        return _NOTHING

    def _report(self, error: PatternError, path: Path) -> None:
        self.findings.append(Finding(path, "pattern-syntax", error.message, error.hint, offset=error.offset))

    def _pattern(self, pattern: str, path: Path, **options: bool) -> TextPattern | None:
        try:
            compiled = compile_text(pattern, **options)
        except PatternError as error:
            self._report(error, path)
            return None
        if compiled.loose_ends:
            self.findings.append(
                Finding(path, "loose-end", "a `*` at an end of a search adds nothing",
                        "remove it", "lint"))  # fmt: skip
        for name in compiled.ambiguous:
            self.findings.append(
                Finding(path, "ambiguous-capture",
                        f"nothing fixed separates %{{{name}}} from the wildcard or capture beside it",
                        "give it a type, such as %{word:NAME}, or put text between", "lint"))  # fmt: skip
        return compiled

    def _text(self, condition: Condition, pattern: str, path: Path) -> Compiled:
        compiled = self._pattern(pattern, path, cased=condition.cased, full=condition.full)
        if compiled is None:
            return _NOTHING
        stored = compiled.program
        stored["d"] = describe(pattern)
        if condition.where:
            stored["w"] = condition.where
            stored.pop("p", None)
        bits = specificity.estimate(compiled.fixed, compiled.stars, compiled.gaps)
        names = frozenset(compiled.captures)
        found = (compiled.literal,) if compiled.literal else None
        return Compiled(stored, found, names, names, bits)

    def _regex(self, condition: Condition, pattern: str, path: Path) -> Compiled:
        findings = regex_gate.check_regex(pattern, cased=condition.cased)
        self.findings.extend(
            Finding(path, f.code, f.message, f.hint, f.severity, f.offset or 0) for f in findings
        )
        if any(f.severity == "error" for f in findings):
            return _NOTHING
        try:
            groups = frozenset(regex_gate.compile_regex(pattern, condition.cased).groupindex)
        except ValueError as error:
            self.findings.append(Finding(path, "pattern-syntax", str(error), "mend the regular expression"))
            return _NOTHING
        found = literal_sets.required_literals(pattern, cased=condition.cased)
        stored: dict[str, Any] = {"k": "regex", "s": pattern, "d": describe(pattern)}
        if found:
            stored["l"] = [one.decode("utf-8", "surrogateescape") for one in found]
        if condition.cased:
            stored["c"] = 1
        if condition.where:
            stored["w"] = condition.where
        if regex_gate.is_cheap(pattern, cased=condition.cased):
            stored["t"] = 1
        bits = min((specificity.estimate((one,), 0, 0) for one in found or ()), default=SLOW_BITS)
        return Compiled(stored, found, groups, groups, bits, condition.slow)

    def _json(self, condition: Condition, values: dict[str, str], path: Path) -> Compiled:
        stored: dict[str, Any] = {"k": "json", "v": [], "d": describe_mapping(values)}
        fragments: list[bytes] = []
        keys: list[bytes] = []
        names: set[str] = set()
        bits = 0.0
        for key, pattern in values.items():
            parts = key.split(".")
            if parts.count("**") > 2 or not all(parts):
                self.findings.append(
                    Finding((*path, key), "json-path", f"unusable path {key!r}",
                            "write keys with dots between; at most two `**`"))  # fmt: skip
                continue
            compiled = self._pattern(pattern, (*path, key), whole=True)
            if compiled is None:
                continue
            stored["v"].append([parts, compiled.program])
            names |= set(compiled.captures)
            keys.extend(p.encode().lower() for p in parts if _JSON_SAFE.fullmatch(p.encode()))
            bits += specificity.estimate(compiled.fixed, compiled.stars, 0)
            for one in compiled.fixed:
                if one != b"null":  # Python writes None
                    fragments.extend(_JSON_SAFE.findall(one))
        bits += sum(0.4 * specificity.estimate((key,), 0, 0) for key in keys)
        found = max(fragments, key=len, default=b"") or max(keys, key=len, default=b"")
        literals = (found[:120],) if found else None
        bound = frozenset(names)
        return Compiled(stored, literals, bound, bound, min(bits, specificity.MAX_BITS))

    def _exception(self, condition: Condition, value: Any, path: Path) -> Compiled:
        stored: dict[str, Any] = {"k": "exception"}
        names: set[str] = set()
        for key in ("type", "module", "raised_in"):
            if part := getattr(value, key):
                stored[key] = part
        if value.args:
            patterns = [
                self._pattern(pattern, (*path, "args", i), whole=True) for i, pattern in enumerate(value.args)
            ]
            stored["args"] = [p.program for p in patterns if p is not None]
            names = {name for p in patterns if p is not None for name in p.captures}
        literal = (value.type or value.module or value.raised_in or "").rpartition(".")[2]
        stored["d"] = "exception " + (value.type or value.module or value.raised_in or "")
        dotted = "." in (value.type or "")
        bits = 14.0 if dotted else specificity.estimate((literal.encode(),), 0, 0)
        found = (literal.encode().lower(),) if len(literal) >= 3 else None
        bound = frozenset(names)
        return Compiled(stored, found, bound, bound, bits)

    def _attr(self, condition: Condition, values: dict[str, str], path: Path) -> Compiled:
        stored: dict[str, Any] = {"k": "attr", "v": [], "d": describe_mapping(values)}
        found: list[bytes] = []
        names: set[str] = set()
        for name, pattern in values.items():
            compiled = self._pattern(pattern, (*path, name), whole=True)
            if compiled is not None:
                stored["v"].append([name, compiled.program])
                names |= set(compiled.captures)
                exact = compiled.program.get("p") == EXACT
                value = compiled.literal or (compiled.fixed[0] if exact else b"")
                found.append(f"attr {name}=".lower().encode() + (value if exact else b""))
        bound = frozenset(names)
        bits = min(10.0 + 3.0 * (len(found) - 1), specificity.MAX_BITS)
        return Compiled(stored, (max(found, key=len),) if found else None, bound, bound, bits)

    def _frame(self, condition: Condition, value: Any, path: Path) -> Compiled:
        stored: dict[str, Any] = {"k": "frame", "at": value.at}
        for key in ("module", "function", "file"):
            if part := getattr(value, key):
                stored[key] = part
        parts = [value.function or "", (value.module or "").rpartition(".")[2],
                 re.split(r"[\\/]", value.file or "")[-1]]  # fmt: skip
        literal = max(parts, key=len).encode().lower()
        stored["d"] = "frame " + ", ".join(p for p in (value.module, value.function, value.file) if p)
        bits = specificity.estimate(tuple(p.encode() for p in parts if p), 0, 0)
        found = (literal,) if len(literal) >= 3 else None
        return Compiled(stored, found, frozenset(), frozenset(), bits)

    def _capture(self, condition: Condition, values: dict[str, str], path: Path) -> Compiled:
        stored: dict[str, Any] = {"k": "capture", "v": []}
        for name, pattern in values.items():
            compiled = self._pattern(pattern, (*path, name), whole=True)
            if compiled is not None:
                stored["v"].append([name, compiled.program, pattern])
        stored["d"] = " and ".join(
            f"{name} is %{{{name}}}" if "*" in pattern else f"{name} is {pattern}"
            for name, pattern in values.items()
        )
        return Compiled(stored, None, frozenset(), frozenset(), 12.0)

    def _context(self, condition: Condition, value: Any, path: Path) -> Compiled:
        applies = value.model_dump(exclude_defaults=True)
        stored = {"k": "context", "a": applies, "d": "the context fits"}
        return Compiled(stored, None, frozenset(), frozenset(), 12.0)

    def _combined(self, kind: str, members: Iterable[Condition], path: Path) -> Compiled:
        parts = [self.compile(member, (*path, i)) for i, member in enumerate(members)]
        stored: dict[str, Any] = {"k": kind, "m": [part.stored for part in parts]}
        if kind == "none":
            plain = all(part.stored["k"] in ("text", "json", "exception") for part in parts)
            named = ", ".join(_what(part.stored) for part in parts)
            stored["d"] = f"none of: {named}" if plain else "nothing that speaks for another cause"
            return Compiled(stored, None, frozenset(), frozenset(), 0.0)
        captures = frozenset[str]().union(*(part.captures for part in parts))
        slow = any(part.slow for part in parts)
        if kind == "any":
            bound = frozenset.intersection(*(part.bound for part in parts)) if parts else frozenset()
            found = literal_sets.union(part.literals for part in parts)
            bits = min((part.bits for part in parts), default=0.0)
            return Compiled(stored, found, bound, captures, bits, slow)
        bound = frozenset[str]().union(*(part.bound for part in parts))
        bits = min(sum(part.bits for part in parts), specificity.MAX_BITS)
        found = literal_sets.best(part.literals for part in parts)
        texts = [part for part in parts if part.stored["k"] in ("text", "regex", "any", "sequence", "count")]
        apart = tuple(one for part in texts for one in (part.parts or (part.literals,)))
        return Compiled(stored, found, bound, captures, bits, slow, apart if len(apart) > 1 else ())

    def _steps(self, parts: list[tuple[Condition, Path]]) -> list[Compiled]:
        compiled = []
        for condition, path in parts:
            one = self.compile(condition, path)
            if not _can_search(one.stored):
                self.findings.append(
                    Finding(path, "bad-step", "a step must be a place in the text",
                            "use text, regex, or any of them"))  # fmt: skip
            compiled.append(one)
        return compiled

    def _sequence(self, condition: Condition, path: Path) -> Compiled:
        sequence = condition.sequence
        assert sequence is not None
        steps = self._steps([(step, (*path, "steps", i)) for i, step in enumerate(sequence.steps)])
        stored: dict[str, Any] = {"k": "sequence", "m": [step.stored for step in steps]}
        _limit(stored, sequence.within)
        bound = frozenset[str]().union(*(step.bound for step in steps))
        captures = frozenset[str]().union(*(step.captures for step in steps))
        bits = min(sum(step.bits for step in steps), specificity.MAX_BITS)
        found = literal_sets.best(step.literals for step in steps)
        apart = tuple(step.literals for step in steps)
        return Compiled(stored, found, bound, captures, bits, parts=apart)

    def _count(self, condition: Condition, path: Path) -> Compiled:
        count = condition.count
        assert count is not None
        of = self._steps([(count.of, (*path, "of"))])[0]
        stored: dict[str, Any] = {"k": "count", "of": of.stored, "n": count.at_least}
        _limit(stored, count.within)
        return of._replace(stored=stored, parts=(of.literals,))


def _limit(stored: dict[str, Any], within: Any) -> None:
    if within is not None:
        if within.lines:
            stored["lines"] = within.lines
        if within.seconds:
            stored["seconds"] = within.seconds


def _can_search(stored: dict[str, Any]) -> bool:
    if stored["k"] == "any":
        return all(_can_search(member) for member in stored["m"])
    return stored["k"] in _SEARCHERS


def _what(stored: dict[str, Any]) -> str:
    return str(stored.get("d", stored["k"]))


def describe(pattern: str) -> str:
    """A pattern in one short line, for evidence lists; captures as `%{name}`, to be filled.

    >>> describe("port %{int:port} in use")
    'port %{port} in use'
    """
    pattern = _TYPED.sub(r"%{\1}", pattern)
    line = " … ".join(part.strip() for part in pattern.strip().split("\n") if part.strip())
    return line if len(line) <= 80 else line[:79] + "…"


def describe_mapping(values: dict[str, str]) -> str:
    """A {name: pattern} mapping in one short line."""
    return describe(", ".join(f"{key.removeprefix('**.')}: {value}" for key, value in values.items()))
