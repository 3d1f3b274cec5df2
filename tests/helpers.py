"""Small ways to make a library, an entry and a knowledge base for a test."""

import json
import os
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from matcher.engine import database
from matcher.engine.database import Database
from matcher.engine.library import Library
from matcher.engine.scanner import compile_literals
from matcher.knowledge.conditions import ConditionCompiler
from matcher.knowledge.schema import Condition

ENTRY = """\
title: {title}
status: experimental
match:
  identifies:
{identifies}
causes:
  - id: one
    says: It is so.
    fixes: [mend]
fixes:
  mend:
    does: Mend it
    risk: none
    source: official
    verify: [{{run: look, expect: fine}}]
examples:
  - text: {example}
    provenance: observed
counterexamples:
  - text: something else
    why: another error
"""


def library_of(conditions: Sequence[Mapping[str, Any]], path: Path) -> Library:
    """A library in which condition number N is the only branch of entry number N."""
    branches, literals, slow = [], {}, []
    for number, condition in enumerate(conditions):
        compiler = ConditionCompiler()
        compiled = compiler.compile(Condition.model_validate(condition), ("match", number))
        branches.append({"entry": number, "node": compiled.stored, "bits": 10.0})
        if compiled.literals is None:
            slow.append(number)
        for literal in compiled.literals or ():
            literals.setdefault(literal, []).append(number)
    ordered = sorted(literals)
    sections = {
        "scanner": [compile_literals(ordered)],
        "literals": [struct.pack(f"<{len(literals[x])}I", *literals[x]) for x in ordered],
        "branches": [json.dumps(branch).encode() for branch in branches],
        "entries": [b"{}" for _ in branches],
    }
    database.write(str(path), sections, {"slow": slow})
    return Library(Database(str(path)))


def entry_yaml(example: str, *identifies: str, title: str = "An error") -> str:
    """The YAML of a small entry; `identifies` are conditions in flow style or `text: ...`."""
    lines = "\n".join(f"    - {one}" for one in identifies)
    return ENTRY.format(title=title, identifies=lines, example=json.dumps(example))


def bare_environment() -> dict[str, str]:
    """The environment without what measures coverage: it loads modules into each new process."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}


def write_kb(folder: Path, entries: Mapping[str, str]) -> Path:
    """A knowledge base of entries by id."""
    for entry_id, text in entries.items():
        path = folder / f"{entry_id}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
