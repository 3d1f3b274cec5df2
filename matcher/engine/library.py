"""A `Database` with its records decoded on first use: branches, entries, and the scanner.

Decoding is memoised; two threads may decode the same record at once, which costs time
and changes nothing. Nothing else here ever changes after opening.
"""

import struct
from collections.abc import Mapping
from typing import Any

from matcher.engine.advice import Template
from matcher.engine.causes import CauseEvidence
from matcher.engine.conditions import decode
from matcher.engine.database import Database
from matcher.engine.fixes import FixAdvice
from matcher.engine.structure import Node
from matcher.model import Check, Reference, Relation

#: Decoded records that are kept: an entry takes some 50 KB, and few errors make most of the noise.
DECODED_KEPT = 1_000


class Branch:
    """One alternative of `identifies`: a condition that is enough by itself."""

    __slots__ = ("entry", "node", "specificity")

    def __init__(self, stored: Mapping[str, Any]) -> None:
        self.entry: int = stored["entry"]
        self.node: Node = decode(stored["node"])
        self.specificity: float = stored["bits"]


class Entry:
    """One entry of the knowledge base, ready to be ranked. Built from its stored JSON."""

    __slots__ = (
        "applies",
        "branches",
        "cap",
        "cap_reason",
        "causes",
        "checklist",
        "excludes",
        "facts",
        "fixes",
        "hides",
        "id",
        "kind",
        "pack",
        "parent",
        "prevention",
        "references",
        "related",
        "seen",
        "severity",
        "status",
        "stored",
        "supports",
        "tags",
        "title",
        "title_template",
    )  # fmt: skip

    def __init__(self, stored: Mapping[str, Any]) -> None:
        self.stored = stored
        self.id: str = stored["id"]
        self.title: str = stored["title"]
        self.title_template = Template(self.title)
        self.kind: str = stored["kind"]
        self.status: str = stored["status"]
        self.severity: str = stored["severity"]
        self.tags = tuple(stored["tags"])
        self.parent: str = stored["parent"]
        self.hides = frozenset(stored["hides"])
        self.related = tuple(Relation(*one) for one in stored["related"])
        self.branches: list[int] = stored["branches"]
        self.supports: list[Node] = [decode(one) for one in stored["supports"]]
        self.excludes: list[Node] = [decode(one) for one in stored["excludes"]]
        self.facts: list[Node] = [decode(one) for one in stored["facts"]]
        self.applies: Mapping[str, Any] = stored["applies"]
        self.causes = tuple(CauseEvidence(one) for one in stored["causes"])
        self.fixes = tuple(FixAdvice(one) for one in stored["fixes"])
        self.checklist = tuple(Check(*one) for one in stored["checklist"])
        self.prevention = tuple(stored["prevention"])
        self.references = tuple(Reference(*one) for one in stored["references"])
        self.cap: str = stored["cap"]
        self.cap_reason: str = stored["cap_reason"]
        self.seen: Mapping[str, str] = stored["seen"]
        self.pack: str = stored["pack"]


class Library:
    """What the engine reads: constant-time to make, decoded as needed."""

    __slots__ = ("_branches", "_entries", "_ids", "_literals", "_meta", "_scanner", "database")

    def __init__(self, database: Database) -> None:
        self.database = database
        self._scanner: Any = None
        self._meta: Mapping[str, Any] | None = None
        self._ids: dict[str, int] | None = None
        self._literals: dict[int, tuple[int, ...]] = {}
        self._branches: dict[int, Branch] = {}
        self._entries: dict[int, Entry] = {}

    @property
    def scanner(self) -> Any:
        """The `Scanner`, loaded on first use; hyperscan is not imported before."""
        if self._scanner is None:
            from matcher.engine.scanner import Scanner

            self._scanner = Scanner(self.database.record("scanner", 0))
        return self._scanner

    @property
    def meta(self) -> Mapping[str, Any]:
        """Which attributes and packages the entries ask for, and where the entries came from."""
        if self._meta is None:
            self._meta = self.database.json("meta", 0)
        return self._meta

    @property
    def ids(self) -> Mapping[str, int]:
        """Entry id -> index, old ids included."""
        if self._ids is None:
            self._ids = self.database.json("ids", 0)
        return self._ids

    def branches_of(self, literal: int) -> tuple[int, ...]:
        """The branches that require a literal."""
        found = self._literals.get(literal)
        if found is None:
            raw = self.database.record("literals", literal)
            found = self._literals[literal] = struct.unpack(f"<{len(raw) // 4}I", raw)
        return found

    def branch(self, index: int) -> Branch:
        """One branch, decoded."""
        found = self._branches.get(index)
        if found is None:
            if len(self._branches) >= DECODED_KEPT:
                self._branches.clear()
            found = self._branches[index] = Branch(self.database.json("branches", index))
        return found

    def entry(self, index: int) -> Entry:
        """One entry, decoded."""
        found = self._entries.get(index)
        if found is None:
            if len(self._entries) >= DECODED_KEPT:
                self._entries.clear()
            found = self._entries[index] = Entry(self.database.json("entries", index))
        return found

    def __len__(self) -> int:
        return self.database.count("entries")

    def slow_branches(self) -> tuple[int, ...]:
        """Branches without a required literal (`slow: true`): tried on every event."""
        found = self._literals.get(-1)
        if found is None:
            found = self._literals[-1] = tuple(self.database.header["meta"].get("slow", ()))
        return found
