"""The records that come out: a `Report` of ranked `Diagnosis` records.

All of them are immutable. They are named tuples and not frozen dataclasses because a
report is built inside exception handlers: creation costs a quarter, and the import of
`dataclasses` alone costs more than a whole match (docs/decisions.md, "Records").
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

SCHEMA_VERSION = 1

#: Byte offsets [start, end) into the searched text of the event.
Span = tuple[int, int]

#: How our own note on an exception begins, and what it always holds (`matcher.advise`).
NOTE_BEGINS, NOTE_HOLDS = "matcher: ", "(matcher explain "

TIERS = ("identified", "uncertain", "near", "fallback")
CONFIDENCES = ("low", "medium", "high")
#: The tag of entries that `matcher mine` made.
MINED = "mined"


def is_advice(note: str) -> bool:
    """Whether a note on an exception is ours, also on a copied or unpickled one."""
    return note.startswith(NOTE_BEGINS) and NOTE_HOLDS in note


class Evidence(NamedTuple):
    """One named contribution to a score, in bits (log2 odds)."""

    what: str
    bits: float
    span: Span | None = None


class Verify(NamedTuple):
    """How to see that a fix worked: run `run`, then compare. Never executed by us."""

    run: str
    expect: str = ""
    expect_not: str = ""
    expect_version: str = ""


class Reference(NamedTuple):
    """A link that backs an entry or a fix."""

    title: str
    url: str


class Relation(NamedTuple):
    """Another entry and how it relates: renamed, supersedes, derived, merged, obsolete, similar."""

    id: str
    type: str


class Check(NamedTuple):
    """One row of a checklist: a question, what a yes means, what to do next."""

    test: str
    means: str
    next: str = ""


class Fix(NamedTuple):
    """One thing to do, with its expected value in `score` (roughly [-0.5, 1])."""

    id: str
    does: str
    score: float
    risk: str
    source: str
    status: str
    commands: Mapping[str, tuple[str, ...]]
    verify: tuple[Verify, ...]
    steps: tuple[str, ...]
    config: Mapping[str, str]
    code: Mapping[str, str]
    reversible: bool
    rollback: str
    references: tuple[Reference, ...]
    needs: str  # why it may not fit here; empty when nothing is known against it


class Cause(NamedTuple):
    """One reason why the error happens. `probability` is in [0, 1]; all causes and "other" sum to 1."""

    id: str
    says: str
    probability: float
    bits: float
    evidence: tuple[Evidence, ...]
    fixes: tuple[str, ...]


class Diagnosis(NamedTuple):
    """A known error with the evidence found in this event, its ranked causes and ranked fixes."""

    id: str
    title: str
    kind: str
    tier: str
    bits: float
    confidence: str
    reasons: tuple[str, ...]
    specificity: float
    captures: Mapping[str, str]
    evidence: tuple[Evidence, ...]
    causes: tuple[Cause, ...]
    fixes: tuple[Fix, ...]
    question: str  # what separates the first two causes; empty when they are clearly apart
    span: Span  # of the best match, in bytes of the event
    line: int  # of the source, counted from 1
    matched: str  # the matched line, cut at 400 characters; untrusted text
    link: int  # of the exception chain that it explains: 0 is the raised exception
    also: tuple[str, ...]  # more general entries that fired too and are hidden behind this one
    status: str
    severity: str
    tags: tuple[str, ...]
    parent: str
    related: tuple[Relation, ...]
    checklist: tuple[Check, ...]
    prevention: tuple[str, ...]
    references: tuple[Reference, ...]
    fixed_in: Mapping[str, str]
    seen: Mapping[str, str]
    pack: str  # "built-in", or the folder the entry came from
    explains: str = ""  # which exception of a chain or group, in words; empty for the raised one


class OtherVersion(NamedTuple):
    """A known error that fired but is not for this context ("known, but not for your version")."""

    id: str
    title: str
    reason: str
    fixed_in: Mapping[str, str]
    line: int


class Near(NamedTuple):
    """A known error that resembles the text. A hint, never an identification."""

    id: str
    title: str
    similarity: float  # 0 to 1
    line: int
    known_as: str  # the known wording that it resembles


class Place(NamedTuple):
    """Where an event stands in what was read: lines counted from 1, bytes [start, end).

    `lines` is how many lines it has; lines of other processes in between do not count.
    """

    first_line: int
    last_line: int
    lines: int
    start: int
    end: int
    process: str = ""  # whose lines they are, where a prefix tells: `web_1`, `host app[17]`
    time: str = ""  # as the log has it


#: Makes the ranked answers of a report: diagnoses, fallbacks, limits that were hit.
Answers = tuple[tuple[Diagnosis, ...], tuple[Diagnosis, ...], tuple[str, ...]]


class Report:
    """Everything that is known about one event.

    `diagnoses` are known errors, best first; `fallbacks` are general answers, shown
    when nothing better is known. Causes and fixes are ranked when they are first read, and `near`
    is computed when it is first read, and only if nothing was confirmed: who only counts errors
    (`id`, `title`, `line`) does not pay for advice. `incomplete` names the limits that were hit: what
    they cut is unknown, not absent.
    """

    __slots__ = (
        "_answers",
        "_find_near",
        "_make_answers",
        "_near",
        "id",
        "line",
        "other_versions",
        "place",
        "source",
        "title",
    )

    def __init__(
        self,
        source: str,
        line: int,
        diagnoses: tuple[Diagnosis, ...],
        fallbacks: tuple[Diagnosis, ...],
        other_versions: tuple[OtherVersion, ...],
        incomplete: tuple[str, ...],
        find_near: "Callable[[], tuple[Near, ...]] | None" = None,
        place: Place | None = None,
    ) -> None:
        best = (*diagnoses, *fallbacks)[:1]
        self.source = source
        self.line = line
        self.id = best[0].id if best else ""  # of the first answer; empty when nothing was recognised
        self.title = best[0].title if best else ""
        self.other_versions = other_versions
        self.place = place  # of the event in a stream; None where the whole text was one event
        self._answers: Answers | None = (diagnoses, fallbacks, incomplete)
        self._make_answers: Callable[[], Answers] | None = None
        self._near: tuple[Near, ...] | None = None
        self._find_near = find_near

    @classmethod
    def of(
        cls,
        source: str,
        line: int,
        best: tuple[str, str],
        other_versions: tuple[OtherVersion, ...],
        make_answers: "Callable[[], Answers]",
    ) -> "Report":
        """A report that recognised something: `best` is the id and the title of its first answer."""
        report = cls(source, line, (), (), other_versions, ())
        report.id, report.title = best
        report._answers = None
        report._make_answers = make_answers
        return report

    def _all(self) -> Answers:
        """The ranked answers; two threads may both make them, and get the same."""
        answers = self._answers
        if answers is None:
            make = self._make_answers
            answers = make() if make is not None else self._answers or ((), (), ())
            self._answers = answers
            self._make_answers = None
        return answers

    @property
    def diagnoses(self) -> tuple[Diagnosis, ...]:
        """Known errors, best first."""
        return self._all()[0]

    @property
    def fallbacks(self) -> tuple[Diagnosis, ...]:
        """General answers, best first."""
        return self._all()[1]

    @property
    def incomplete(self) -> tuple[str, ...]:
        """The limits that were hit."""
        return self._all()[2]

    @property
    def best(self) -> Diagnosis | None:
        """The first answer: the best known error, else the best fallback, else None."""
        known, general, _ = self._all()
        if known:
            return known[0]
        return general[0] if general else None

    @property
    def near(self) -> tuple[Near, ...]:
        """Known errors that resemble the text; empty as soon as something was confirmed."""
        if self._near is None:
            found = self._find_near() if self._find_near is not None else ()
            self._near = found
            self._find_near = None
        return self._near

    def __bool__(self) -> bool:
        """Whether a known error or a fallback was found."""
        return bool(self.id)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (
            self.source,
            self.line,
            self.diagnoses,
            self.fallbacks,
            self.other_versions,
            self.incomplete,
            self.near,
            self.place,
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Report):
            return NotImplemented
        return bool(self.__reduce__()[1] == other.__reduce__()[1])

    __hash__ = None  # type: ignore[assignment]  # reports hold mappings

    def __repr__(self) -> str:
        best = self.best
        found = f"{best.id} ({best.confidence})" if best else "nothing known"
        return f"<Report {self.source}:{self.line} {found}>"


def _restore(*parts: Any) -> Report:
    report = Report(*parts[:6])
    report._near = parts[6]
    report.place = parts[7]
    return report
