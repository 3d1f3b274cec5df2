"""Where a match stands, as evidence: the deepest cause of a chain speaks louder than its wrappers."""

import re

from matcher.engine.haystack import Haystack
from matcher.engine.outcome import Found
from matcher.model import Evidence
from matcher.traces.chain import has_joints

_RETRIED = re.compile(rb"retry|warn|\[info| info |debug")
_ERROR = re.compile(rb"error|fatal")


def place_of(haystack: Haystack, found: Found) -> Evidence | None:
    """The evidence that the place of a match gives; None if it says nothing."""
    start, end = found.span
    if has_joints(haystack.text):
        return _in_chain(haystack, start)
    data = haystack.lower
    line_start = data.rfind(b"\n", 0, start) + 1
    if _RETRIED.search(data, line_start, start) and not _ERROR.search(data, line_start, start):
        return Evidence("on a line about a retry, a warning or normal operation", -3.0, found.span)
    if line_start and data.find(b"error", end) < 0 and data.find(b"fatal", end) < 0:
        return Evidence("the last error of the text", 1.0, found.span)
    return None


def _in_chain(haystack: Haystack, start: int) -> Evidence | None:
    parts = haystack.parts
    causes = [part for part in parts if part.role == "cause"]
    for part in parts:
        if not part.start <= start < part.end:
            continue
        if part.role == "context":
            return Evidence("an error that was being handled", -1.0)
        if part.role == "cause":
            deepest = causes[-1] if parts[0].role == "raised" else causes[0]
            if part is deepest:
                return Evidence("the deepest cause of the chain", 2.0)
            return Evidence("a cause in the middle of the chain", 1.0)
    return None
