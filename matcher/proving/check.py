"""All checks of a knowledge base in one pass: load, lint, compile, measure, prove."""

import os
import tempfile
from collections.abc import Sequence
from typing import NamedTuple

from matcher.engine.database import Database
from matcher.engine.library import Library
from matcher.errors import Problem
from matcher.knowledge import compiler
from matcher.knowledge.loader import load
from matcher.proving.examples import prove


class Checked(NamedTuple):
    """What a check found; `problems` are in the order of files and lines."""

    entries: int
    examples: int
    problems: tuple[Problem, ...]


def check(roots: Sequence[tuple[str, str]], only: str = "") -> Checked:
    """Check the entries of some roots (pack name, path), drafts included.

    With `only` (a path), problems of other files are left out: the rest is what the entries are
    ranked against.
    """
    loaded = load(roots)
    built = compiler.compile_loaded(loaded, drafts=True)
    problems = list(built.problems)
    if built.entries:
        with tempfile.TemporaryDirectory(prefix="matcher-") as folder:
            path = os.path.join(folder, "check.db")
            compiler.write(path, built)
            problems.extend(prove(loaded, Library(Database(path))))
    entries = [one for one in loaded.entries if _within(one.path, only)]
    shown = [problem for problem in problems if _within(problem.location.path, only)]
    shown.sort(key=lambda problem: (problem.location, problem.code))
    examples = sum(len(o.entry.examples) + len(o.entry.counterexamples) for o in entries)
    return Checked(len(entries), examples, tuple(dict.fromkeys(shown)))


def _within(path: str, only: str) -> bool:
    if not only:
        return True
    inside, folder = os.path.abspath(path), os.path.abspath(only)
    return inside == folder or inside.startswith(folder + os.sep)
