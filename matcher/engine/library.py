"""A `Database` with its records decoded on first use: branches, entries, and the scanner.

Decoding is memoised; two threads may decode the same record at once, which costs time
and changes nothing. Nothing else here ever changes after opening.
"""

import struct
from collections.abc import Mapping
from typing import Any, NamedTuple

from matcher.engine.advice import Template
from matcher.engine.causes import CauseEvidence
from matcher.engine.conditions import TextNode, decode
from matcher.engine.database import Database
from matcher.engine.fixes import FixAdvice
from matcher.engine.structure import Node
from matcher.model import Check, Reference, Relation

#: Decoded records that are kept: an entry takes up to 50 KB, and few errors make most of the noise.
DECODED_KEPT = 1_000
#: A branch takes some 2 KB; those of literals that stand in many lines are asked for at each of them.
BRANCHES_KEPT = 10_000


class Branch:
    """One alternative of `identifies`: a condition that is enough by itself."""

    __slots__ = ("entry", "node", "specificity")

    def __init__(self, stored: Mapping[str, Any]) -> None:
        self.entry: int = stored["entry"]
        self.node: Node = decode(stored["node"])
        self.specificity: float = stored["bits"]


class Wide(NamedTuple):
    """How far a branch may reach over several events: lines, and seconds (0: any)."""

    lines: int
    seconds: float


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

    __slots__ = (
        "_branches", "_entries", "_ids", "_literals", "_meta", "_of_a_line", "_scanner", "_watched", "_wide",
        "database",
    )  # fmt: skip

    def __init__(self, database: Database) -> None:
        self.database = database
        self._scanner: Any = None
        self._meta: Mapping[str, Any] | None = None
        self._ids: dict[str, int] | None = None
        self._literals: dict[int, tuple[int, ...]] = {}
        self._of_a_line: dict[int, tuple[TextNode, ...] | None] = {}
        self._watched: dict[int, tuple[int, ...]] = {}
        self._wide: Mapping[str, Any] | None = None
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

    def of_a_line(self, literal: int) -> tuple[TextNode, ...] | None:
        """The texts that a literal stands for, if one line can tell that none of them is there; else None."""
        if literal not in self._of_a_line:
            if len(self._of_a_line) >= BRANCHES_KEPT:
                self._of_a_line.clear()
            nodes = [self.branch(index).node for index in self.branches_of(literal)]
            texts = tuple(node for node in nodes if isinstance(node, TextNode) and node.is_of_a_line)
            apart = len(texts) < len(nodes) or self.watched_by(literal)
            self._of_a_line[literal] = None if apart else texts
        return self._of_a_line[literal]

    def branch(self, index: int) -> Branch:
        """One branch, decoded."""
        found = self._branches.get(index)
        if found is None:
            if len(self._branches) >= BRANCHES_KEPT:
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

    @property
    def has_wide(self) -> bool:
        """Whether any signature reaches over several events of a stream."""
        return self.database.count("watched") > 0

    def watched_by(self, literal: int) -> tuple[int, ...]:
        """The branches of which a literal may be one part among several events."""
        if not self.has_wide:
            return ()
        found = self._watched.get(literal)
        if found is None:
            raw = self.database.record("watched", literal)
            found = self._watched[literal] = struct.unpack(f"<{len(raw) // 4}I", raw)
        return found

    def wide(self, branch: int) -> Wide:
        """How far a branch may reach that `watched_by` gave."""
        if self._wide is None:
            self._wide = self.database.json("wide", 0)
        return Wide(*self._wide[str(branch)])

    def slow_branches(self) -> tuple[int, ...]:
        """Branches without a required literal (`slow: true`): tried on every event."""
        found = self._literals.get(-1)
        if found is None:
            found = self._literals[-1] = tuple(self.database.header["meta"].get("slow", ()))
        return found
