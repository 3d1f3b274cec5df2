"""Literals of all branches -> the scanner and its two tables: who requires a literal, who watches for it.

A branch is a candidate only where a literal that it requires stands. A branch whose parts may lie in
different events of a stream also watches for the literals of each part.
"""

import json
import struct
from collections.abc import Iterable, Sequence
from typing import Any

from matcher.engine.scanner import compile_literals
from matcher.knowledge import specificity
from matcher.knowledge.entry_compiler import CompiledBranch

#: Parts more common than this are not watched for: they would open an event at every other line.
WATCH_BITS = 6.0
DEFAULT_LINES = {"sequence": 1_000, "count": 1_000, "all": 50}  # how far the parts may lie apart


def sections(branches: Sequence[CompiledBranch]) -> dict[str, list[bytes]]:
    """The sections of the database that the scan needs; the index of a branch is its place here."""
    required: dict[bytes, list[int]] = {}
    watched: dict[bytes, list[int]] = {}
    wide: dict[int, list[float]] = {}
    for index, branch in enumerate(branches):
        for literal in forms(branch.literals or ()):
            required.setdefault(literal, []).append(index)
        if branch.parts:
            wide[index] = reach(branch.stored)
            for literal in forms(one for part in branch.parts for one in part or ()):
                if specificity.estimate((literal,), 0, 0) >= WATCH_BITS or literal in required:
                    watched.setdefault(literal, []).append(index)
    ordered = sorted({*required, *watched})
    return {
        "scanner": [compile_literals(ordered)],
        "literals": [_packed(required.get(one, ())) for one in ordered],
        "watched": [_packed(watched.get(one, ())) for one in ordered] if wide else [],
        "wide": [json.dumps(wide).encode()],
    }


def forms(literals: Iterable[bytes]) -> list[bytes]:
    """Each literal, and as it stands inside a string of a JSON log record.

    >>> forms([b"c:\\\\temp"])
    [b'c:\\\\temp', b'c:\\\\\\\\temp']
    """
    found: dict[bytes, None] = {}
    for literal in literals:
        found[literal] = None
        if not literal.isascii() or any(byte in b'"\\\t\n' for byte in literal):
            text = literal.decode("utf-8", "replace")
            found[json.dumps(text)[1:-1].lower().encode()] = None  # ASCII only
            found[json.dumps(text, ensure_ascii=False)[1:-1].encode()] = None
    return list(found)


def reach(stored: dict[str, Any]) -> list[float]:
    """How many lines and seconds the parts of a branch may lie apart."""
    inner = next((m for m in stored.get("m", ()) if m["k"] in ("sequence", "count")), stored)
    lines = inner.get("lines", 0) or DEFAULT_LINES.get(inner["k"], DEFAULT_LINES["all"])
    return [lines, inner.get("seconds", 0)]


def _packed(indexes: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(indexes)}I", *indexes)
