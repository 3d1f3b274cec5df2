"""What mining finds: templates of messages, the places that raise them, and what was skipped."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Hole(NamedTuple):
    """A part of a message that varies: its expression, and its capture type where that is certain."""

    source: str
    conversion: str = ""  # "r" puts quotes around texts
    kind: str = "any"


Part = str | Hole
#: A message: fixed texts and holes; two texts never stand side by side.
Template = tuple[Part, ...]


class Site(NamedTuple):
    """One place in the source of a package from which a message comes."""

    package: str  # the first part of the ids
    version: str  # empty if unknown
    file: str  # relative, with "/" on every system
    line: int  # 0 if only the file is known
    function: str  # qualified name inside the module; empty at its top
    module: str  # dotted; empty if it cannot be imported by this name
    shown_by: str  # what `python -m inspect` prints to read the place; empty if nothing does
    exception: str  # class, dotted if the package defines it; empty if unknown
    template: Template
    condition: str  # a clause: "when `x is None`"; empty if nothing guards the place
    origin: str = "raise"  # or "class" (the class makes the message), "catalogue" (of translations)

    @property
    def place(self) -> str:
        """File and line, as shown."""
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(slots=True)
class Stats:
    """Counts of one package; filled while its sites are iterated."""

    package: str = ""
    version: str = ""
    files: int = 0
    sites: int = 0
    entries: int = 0
    merged: int = 0  # sites whose message an entry had already
    skipped: Counter[str] = field(default_factory=Counter)  # reason -> sites
    skipped_files: Counter[str] = field(default_factory=Counter)  # reason -> files


def joined(parts: Iterable[Part]) -> Template:
    """A template whose neighbouring texts are one text.

    >>> joined(("no ", "", "file ", Hole("name")))
    ('no file ', Hole(source='name', conversion='', kind='any'))
    """
    found: list[Part] = []
    for part in parts:
        if isinstance(part, str) and found and isinstance(found[-1], str):
            found[-1] += part
        elif part != "":
            found.append(part)
    return tuple(found)


def fixed_text(template: Template) -> str:
    """The fixed texts of a template, with a blank for each hole."""
    return " ".join(part for part in template if isinstance(part, str))
