"""Reports of a stream -> what is new, what was seen before, and a row for each known error.

The same error a thousand times is one card and a counter. State is bounded by the knowledge base.
"""

from dataclasses import dataclass, field

from matcher.model import Report

VARIANTS = 8  # of one error that are told apart: other captured values
NEW, VARIANT, AGAIN = "new", "variant", "again"


@dataclass(slots=True)
class Row:
    """One known error: how often, where first and last, and with which captured values."""

    id: str
    title: str
    count: int = 0
    unsaid: int = 0  # since it was last mentioned
    first: str = ""
    last: str = ""
    first_time: str = ""
    last_time: str = ""
    variants: dict[str, int] = field(default_factory=dict)


class Tally:
    """Counts reports by known error."""

    def __init__(self) -> None:
        self.rows: dict[str, Row] = {}
        self.total = 0

    def add(self, report: Report) -> str:
        """Count a report; say whether its error is NEW, a VARIANT with other values, or there AGAIN."""
        if not report:
            return NEW
        self.total += 1
        row = self.rows.get(report.id)
        answer = AGAIN
        if row is None:
            row = self.rows[report.id] = Row(report.id, report.title, first=where(report))
            row.first_time = report.place.time if report.place else ""
            answer = NEW
        elif report.title not in row.variants and len(row.variants) < VARIANTS:
            answer = VARIANT
        if report.title in row.variants or len(row.variants) < VARIANTS:
            row.variants[report.title] = row.variants.get(report.title, 0) + 1
        row.count += 1
        row.unsaid = row.unsaid + 1 if answer == AGAIN else row.unsaid
        row.last = where(report)
        row.last_time = report.place.time if report.place else ""
        return answer

    def unsaid(self) -> list[tuple[Row, int]]:
        """Errors that came again since they were last mentioned, with the number of times; now mentioned."""
        found = [(row, row.unsaid) for row in self.rows.values() if row.unsaid]
        for row, _ in found:
            row.unsaid = 0
        return found


def where(report: Report) -> str:
    """The place of the best match, as compilers write it."""
    source = "stdin" if report.source == "-" else report.source
    return f"{source}:{report.line}"
