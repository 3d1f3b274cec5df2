"""A tally -> a table for people: what, how often, first and last place, when."""

from matcher.report import words
from matcher.report.page import Page
from matcher.report.tally import Row, Tally

ROWS = 30  # shown; the rest is counted
TITLE_COLUMNS = 100


def render_table(tally: Tally, heading: str, *, color: bool, width: int | None, rows: int = ROWS) -> str:
    """Return the table as text that ends with a line break; most frequent first."""
    page = Page(width=width, color=color)
    page.say((heading, "bold"))
    ordered = sorted(tally.rows.values(), key=lambda row: -row.count)
    digits = max((len(str(row.count)) for row in ordered), default=1)
    for row in ordered[:rows]:
        _row(page, row, digits)
    if len(ordered) > rows:
        page.say(f"and {len(ordered) - rows} more kinds", indent=digits + 2)
    return str(page)


def _row(page: Page, row: Row, digits: int) -> None:
    indent = digits + 3
    page.say((f"{row.count:>{digits}}", "bold"), "×  ", row.title, hang=indent)
    where = row.first if row.count == 1 else f"{row.first} … {_short(row.last, row.first)}"
    times = [row.first_time] if row.first_time == row.last_time else [row.first_time, row.last_time]
    page.say((" · ".join(part for part in (row.id, where, " … ".join(filter(None, times))) if part), "dim"),
             indent=indent)  # fmt: skip
    others = {title: count for title, count in row.variants.items() if title != row.title}
    for title, count in list(others.items())[:3]:
        page.say("also: ", title, f" ({count}×)" if count > 1 else "", indent=indent)
    if len(others) > 3:
        page.say("and other values", indent=indent)


def _short(last: str, first: str) -> str:
    """The last place without the source that the first one has named."""
    source, _, line = last.rpartition(":")
    return line if first.rpartition(":")[0] == source else last


def again(row: Row, count: int, *, color: bool, width: int | None) -> str:
    """One line: an error came again."""
    page = Page(width=width, color=color)
    page.say((f"+{count} more: ", "bold"), row.title, (f" · {row.id} · last at {row.last}", "dim"))
    return str(page)


def variant(title: str, entry_id: str, place: str, *, color: bool, width: int | None) -> str:
    """One line: the same error with other values."""
    page = Page(width=width, color=color)
    page.say(("Again, with other values: ", "bold"), title, (f" · {entry_id} · {place}", "dim"))
    return str(page)


def heading(events: int, lines: int, sources: list[str]) -> str:
    """The head of the final table."""
    names = ["stdin" if name == "-" else name for name in sources]
    named = names[0] if len(names) == 1 else f"{len(names)} files"
    return f"{words.number(events, 'known error')} in {words.number(lines, 'line')} of {named}:"
