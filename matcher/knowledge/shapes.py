"""Texts of a certain shape: slugs, ids, dates, versions ...; and how a flaw in one is said.

The ground of the schema: knows nothing of conditions or entries.
"""

import difflib
import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Annotated, NamedTuple

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version
from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

PATTERN_CHARACTERS = 2_000  # PROMISES.md, section 2
RANGE_CHARACTERS = 200  # a range of versions is short; bounds the work on one
FLAWS = 100  # of one model; a hostile file could have 100,000
NAMES = 200  # that a wrong name is compared with, 10 us each

Path = tuple[str | int, ...]

SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"
ENTRY_ID = "^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$"
NAME = "^[A-Za-z_][A-Za-z0-9_]*$"
PACKAGE = "^[a-z][a-z0-9.+-]*:[^ \t\r\n]+$"
DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
URL = "^https?://[^ \t\r\n]+$"
LINE = "^[^\r\n]+$"
FILE = r"^[^/~:\\\x00-\x1f][^:\\\x00-\x1f]*$"
#: What a text of each shape is called, and what to do when a value has another one.
SHAPES = {
    SLUG: ("a slug", "use lower-case letters, digits and single hyphens"),
    ENTRY_ID: ("an entry id", "write its path below the knowledge base, such as 'pip/no-wheel'"),
    NAME: ("a name", "use letters, digits and '_', no digit first"),
    PACKAGE: ("a package", "write 'ecosystem:name', such as 'python:requests' or 'service:postgres'"),
    DATE: ("a date", "write YYYY-MM-DD, in quotes"),
    URL: ("a URL", "start it with https:// or http://"),
    LINE: ("a text on one line", "write it on one line"),
    FILE: ("a file of the pack", "write a path relative to the entry, with '/' between folders"),
}

_COMPARISON = r"(?:<=|>=|==|!=|~=|~>|<|>|=|\^|~)?\s*v?\d[\w.+*!-]*"
_RANGE = re.compile(rf"{_COMPARISON}(?:(?:\s*,\s*|\s+|\s*\|\|\s*){_COMPARISON})*")
_VERSION = re.compile(r"v?\d[\w.+!-]*")


class Flaw(NamedTuple):
    """What is wrong with a part of an entry; `at` leads from that part to the value, or to its key."""

    code: str
    at: Path
    message: str
    hint: str
    on_key: bool = False


def refuse(*flaws: Flaw) -> PydanticCustomError:
    """Return the error that carries flaws through pydantic, in its context under "flaws"."""
    return PydanticCustomError("flaws", "see its context", {"flaws": flaws})


def suggest(name: str, known: Iterable[str], otherwise: str) -> str:
    """Return "did you mean ...?" with the closest known name, or else `otherwise`."""
    close = difflib.get_close_matches(name[:RANGE_CHARACTERS], islice(known, NAMES), 1)
    return f"did you mean '{close[0]}'?" if close else otherwise


def real_date(value: str) -> str:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise refuse(Flaw("bad-value", (), f"there is no day '{value}'", "correct the date")) from None
    return value


def flag(value: object) -> object:
    """Only what YAML 1.2 and editors take for a boolean; pydantic would take 'yes' and 'on' too."""
    if value in ("true", "false") or isinstance(value, bool):
        return value in ("true", True)
    raise refuse(Flaw("bad-value", (), "the value is not true or false", "write true or false"))


def bad_versions(
    at: Path, values: Iterable[tuple[str, str]], *, ranges: bool, ecosystem: str = ""
) -> Iterator[Flaw]:
    """Flaws of (package, version) pairs, or of (package, range) pairs; PEP 440 for Python only."""
    for package, value in values:
        family = ecosystem or package.partition(":")[0]
        if family == "python":
            known = is_pep440(value, ranges)
        else:
            known = bool((_RANGE if ranges else _VERSION).fullmatch(value))
        if not known:
            what = "a range of" if ranges else "one of the"
            hint = "compare, such as '>=2.0,<4' or '==3.10.*'" if ranges else "write one version, in quotes"
            path = at if ecosystem else (*at, package)
            yield Flaw("bad-version", path, f"'{value}' is not {what} {family} versions", hint)


def is_pep440(value: str, is_range: bool) -> bool:
    try:
        SpecifierSet(value) if is_range else Version(value)
    except (InvalidSpecifier, InvalidVersion):
        return False
    return True


def listed(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in islice(names, 20))


Text = Annotated[str, Field(min_length=1)]
Line = Annotated[str, Field(pattern=LINE)]
Pattern = Annotated[str, Field(min_length=1, max_length=PATTERN_CHARACTERS)]
Range = Annotated[str, Field(min_length=1, max_length=RANGE_CHARACTERS)]
Slug = Annotated[str, Field(pattern=SLUG)]
EntryId = Annotated[str, Field(pattern=ENTRY_ID)]
Name = Annotated[str, Field(pattern=NAME)]
Package = Annotated[str, Field(pattern=PACKAGE)]
Date = Annotated[str, Field(pattern=DATE), AfterValidator(real_date)]
Url = Annotated[str, Field(pattern=URL)]
File = Annotated[str, Field(pattern=FILE)]
Flag = Annotated[bool, BeforeValidator(flag)]
Captures = Annotated[dict[Name, Pattern], Field(min_length=1)]
Patterns = Annotated[dict[Text, Pattern], Field(min_length=1)]
