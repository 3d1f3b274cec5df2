"""Options that several commands share: which knowledge bases, which context, which colours."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn, TextIO

from matcher import folders
from matcher.api import Matcher
from matcher.errors import InputError


class Parser(argparse.ArgumentParser):
    """argparse, with errors as `InputError` so that there is one way to leave."""

    def error(self, message: str) -> NoReturn:
        raise InputError(f"{message} (see `{self.prog} --help`)")


def parser(command: str, description: str, epilog: str = "") -> Parser:
    """A parser for one command."""
    made = Parser(
        prog=f"matcher {command}".strip(),
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    group = made.add_argument_group("knowledge bases")
    group.add_argument("--kb", metavar="PATH", action="append", default=[],
                       help="a folder of entries or one YAML file, may be repeated; or one compiled .db; "
                       "its entries win over built-in ones with the same id")  # fmt: skip
    group.add_argument("--no-builtin", action="store_true", help="only what --kb names")
    group.add_argument("--strict", action="store_true", help="fail if anything is wrong with an entry")
    group.add_argument("--context", metavar="KEY=VALUE", action="append", default=[],
                       help="what is known of the failing system: os, arch, python, env.NAME, the version "
                       "of a package (requests=2.32.0), or a label; may be repeated")  # fmt: skip
    return made


def add_color(made: Parser) -> None:
    """Add --color."""
    made.add_argument("--color", choices=("auto", "always", "never"), default="auto",
                      help="colours: on a terminal (default), always, or never")  # fmt: skip


def open_matcher(given: argparse.Namespace) -> Matcher:
    """The matcher that the options name; says on stderr if entries had to be left out."""
    if given.no_builtin and not given.kb:
        raise InputError("--no-builtin needs --kb PATH")
    paths: Sequence[str] = given.kb if given.no_builtin else [*folders.user_kbs(), *given.kb]
    compiled = any(path.endswith(".db") for path in given.kb)
    if compiled and len(given.kb) > 1:
        raise InputError(
            "a compiled .db stands alone; compile the folders together with `matcher kb compile`"
        )
    matcher = Matcher.open(given.kb if compiled else paths, builtin=not given.no_builtin, strict=given.strict)
    if paths and not compiled:
        _mention_problems(matcher, paths)
    return matcher.with_context(given.context) if given.context else matcher


def _mention_problems(matcher: Matcher, paths: Sequence[str]) -> None:
    lost = [problem for problem in matcher.problems if problem.severity == "error"]
    if lost:
        files = sorted({problem.location.path for problem in lost})
        where = os.path.dirname(files[0]) or "."
        print(f"matcher: not used, because something is wrong in them: {', '.join(files)}", file=sys.stderr)
        print(f"  hint: run `matcher kb check {where}`", file=sys.stderr)
    for path in [path for path in paths if path not in matcher.packs]:
        print(f"matcher: no entries in {path}", file=sys.stderr)
    for problem in matcher.problems:
        if problem.code == "overrides":
            print(f"matcher: {problem.message}", file=sys.stderr)


def use_color(choice: str, out: TextIO | None = None) -> bool:
    """Whether to write colours to `out` (stdout); --color wins over the environment."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return (out or sys.stdout).isatty() and os.environ.get("TERM") != "dumb"


def page_width(out: TextIO | None = None) -> int | None:
    """The width to write for: that of the terminal (None), or $COLUMNS, or 80."""
    if (out or sys.stdout).isatty():
        return None
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdigit() and int(columns) >= 20 else 80


def platform_of(system: str) -> str | None:
    """The platform whose commands are shown: that of --context os, else the one of this machine (None)."""
    here = {"linux": "linux", "darwin": "macos", "win32": "windows"}.get(sys.platform)
    return system if system and system != here else None
