"""Signature sets -> what the other engines search with; made once in a run, never while a clock runs."""

import re
from typing import Any

from benchmarks.stream_sets import SignatureSet

#: Signatures of one big alternation: with more of them `regex` and `re` take minutes for some lines.
ALTERNATION = 1_000
RE2_BYTES = 4 << 30  # what the automaton of the set may take; with less it falls back to a slow one


class Compiled:
    """Patterns of the sets, by engine."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str], Any] = {}

    def hyperscan(self, known: SignatureSet) -> Any:
        """A literal database without case."""
        return self._once("hyperscan", known, _hyperscan)

    def ahocorasick(self, known: SignatureSet) -> Any:
        """An automaton of lower-case literals."""
        return self._once("ahocorasick", known, _ahocorasick)

    def re2_set(self, known: SignatureSet) -> Any:
        """A set of all regular expressions."""
        return self._once("re2", known, _re2_set)

    def each(self, library: str, known: SignatureSet) -> list[Any]:
        """Each regular expression by itself."""
        return self._once(library, known, lambda one: [_compiler(library)(s.naive) for s in one.signatures])  # type: ignore[no-any-return]

    def alternation(self, library: str, known: SignatureSet) -> Any:
        """One regular expression of the first ones."""

        def make(one: SignatureSet) -> Any:
            return _compiler(library)("|".join(f"(?:{s.naive})" for s in one.signatures[:ALTERNATION]))

        return self._once(f"{library} alternation", known, make)

    def _once(self, name: str, known: SignatureSet, make: Any) -> Any:
        if (name, known.key) not in self._made:
            self._made[name, known.key] = make(known)
        return self._made[name, known.key]


def _compiler(library: str) -> Any:
    if library == "re":
        return lambda pattern: re.compile(pattern.encode(), re.IGNORECASE)
    import regex

    return lambda pattern: regex.compile(pattern.encode(), regex.IGNORECASE)


def _hyperscan(known: SignatureSet) -> Any:
    import hyperscan

    literals = known.lowered
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    flags = [hyperscan.HS_FLAG_CASELESS] * len(literals)
    database.compile(expressions=literals, ids=list(range(len(literals))), flags=flags, literal=True)
    return database


def _ahocorasick(known: SignatureSet) -> Any:
    import ahocorasick_rs

    return ahocorasick_rs.BytesAhoCorasick(known.lowered)


def _re2_set(known: SignatureSet) -> Any:
    import re2

    options = re2.Options()
    options.case_sensitive = False
    options.max_mem = RE2_BYTES
    options.encoding = re2.Options.Encoding.LATIN1  # bytes, as the others
    options.log_errors = False
    made = re2.Set.SearchSet(options)
    for one in known.signatures:
        made.Add(one.naive.encode())
    made.Compile()
    return made
