"""The time of a log line, as far as it can be read."""

import re
from datetime import datetime

_TIME = re.compile(
    rb"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:[.,](\d{1,6}))?\d*(Z|[+-]\d{2}:?\d{2})?"
    rb"|\b([A-Z][a-z]{2}) ([ \d]\d) (\d{2}:\d{2}:\d{2})\b"
)
_CLOCK = re.compile(rb"(?<![\d:])\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?![\d:])")
_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
PREFIX_BYTES = 200  # a time stands near the beginning of its line


def time_text(line: bytes) -> str:
    """The time at the head of a line as it is written there; empty without one."""
    found = _TIME.search(line, 0, PREFIX_BYTES) or _CLOCK.search(line, 0, PREFIX_BYTES)
    return found[0].decode("ascii", "replace") if found else ""


def seconds_at(data: bytes, offset: int) -> float | None:
    """The time of the line at `offset`, in seconds; comparable within one log only, None if it has none."""
    start = data.rfind(b"\n", 0, offset) + 1
    end = data.find(b"\n", start)
    found = _TIME.search(data, start, min(len(data) if end < 0 else end, start + PREFIX_BYTES))
    if not found:
        return None
    try:
        if found[1]:
            fraction = (found[3] or b"0").ljust(6, b"0")
            zone = (found[4] or b"+00:00").replace(b"Z", b"+00:00")
            stamp = b"%sT%s.%s%s" % (found[1], found[2], fraction, zone)
            return datetime.fromisoformat(stamp.decode()).timestamp()
        month = _MONTHS.find(found[5].decode()) // 3 + 1
        stamp = b"2000-%02d-%02dT%s+00:00" % (month, int(found[6]), found[7])
        return datetime.fromisoformat(stamp.decode()).timestamp()
    except ValueError:
        return None
