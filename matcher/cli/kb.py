"""`matcher kb check` and `matcher kb compile`: for the people who write entries."""

import os
import sys

from matcher import folders
from matcher.api import BUILT_IN
from matcher.cache import Root
from matcher.cli.options import Parser
from matcher.errors import InputError, KnowledgeError

USAGE = """matcher kb check [PATH...]            schema, lint, and every example put to the test
matcher kb compile [PATH...] -o FILE  one file that opens in constant time"""


def run(command: str, words: list[str]) -> int:
    """Dispatch `check` or `compile`."""
    verbs = {"check": _check, "compile": _compile}
    if not words or words[0] in ("-h", "--help"):
        print(USAGE)
        return 0 if words else 2
    if words[0] not in verbs:
        raise InputError(f"unknown command kb {words[0]!r}; use check or compile")
    return verbs[words[0]](words[1:])


def _roots(paths: list[str], alone: bool) -> tuple[list[Root], str]:
    """The knowledge bases to work on, and the path to which messages are limited.

    A path inside of the built-in knowledge base means this part of it; another one is ranked together
    with the built-in entries unless `alone`.
    """
    builtin = folders.builtin_kb()
    roots: list[Root] = [] if alone else [(BUILT_IN, builtin)]
    only = ""
    for path in paths:
        if not os.path.exists(path):
            raise KnowledgeError(f"no knowledge base at {path}")
        inside = os.path.commonpath([os.path.realpath(path), os.path.realpath(builtin)])
        if inside == os.path.realpath(builtin):
            roots = roots or [(BUILT_IN, builtin)]
        else:
            roots.append((path, path))
        only = path if len(paths) == 1 else ""
    return roots or [(BUILT_IN, builtin)], only


def _check(words: list[str]) -> int:
    made = Parser(
        prog="matcher kb check",
        allow_abbrev=False,
        description="Check entries: schema, lint, rarity, and every example. Exit 1 if anything fails.",
    )
    made.add_argument(
        "paths", nargs="*", metavar="PATH", help="folders or files; default: the built-in entries"
    )
    made.add_argument("--alone", action="store_true", help="do not rank against the built-in entries")
    made.add_argument("--quiet", "-q", action="store_true", help="failures only, no warnings and notes")
    given = made.parse_args(words)
    from matcher.proving.check import check
    from matcher.report.problems import draw

    roots, only = _roots(given.paths, given.alone)
    checked = check(roots, only)
    failures = 0
    for problem in checked.problems:
        failures += problem.is_failure
        if problem.is_failure or not given.quiet:
            print(draw(problem))
    others = len(checked.problems) - failures
    print(f"{checked.entries} entries, {checked.examples} examples and near misses: "
          f"{failures} failures, {others} warnings and notes", file=sys.stderr)  # fmt: skip
    return 1 if failures else 0


def _compile(words: list[str]) -> int:
    made = Parser(
        prog="matcher kb compile",
        allow_abbrev=False,
        description="Compile knowledge bases into one file, for `--kb FILE.db` or Matcher.open.",
    )
    made.add_argument(
        "paths", nargs="*", metavar="PATH", help="folders or files; default: the built-in entries"
    )
    made.add_argument(
        "-o", "--output", required=True, metavar="FILE", help="the file to write, ending in .db"
    )
    made.add_argument("--alone", action="store_true", help="without the built-in entries")
    made.add_argument("--strict", action="store_true", help="fail if anything is wrong with an entry")
    given = made.parse_args(words)
    if not given.output.endswith(".db"):
        raise InputError("the name of a compiled knowledge base ends in .db")
    from matcher.knowledge import compiler
    from matcher.report.problems import draw

    roots, _ = _roots(given.paths, given.alone)
    built = compiler.build(roots)
    failures = [problem for problem in built.problems if problem.is_failure]
    for problem in failures:
        print(draw(problem), file=sys.stderr)
    if not built.entries or (given.strict and failures):
        raise KnowledgeError(f"nothing was written: {len(failures)} problems, {built.entries} usable entries")
    compiler.write(given.output, built)
    print(
        f"{given.output}: {built.entries} entries, {os.path.getsize(given.output):,} bytes", file=sys.stderr
    )
    return 0
