"""Reports as NDJSON: one record per line, for programs. The JSON Schema stands in `schema`.

The text in a record is the original, not the visible form: JSON can carry control
characters, and only a lone surrogate, which it cannot carry, is written as visible text.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from matcher.model import SCHEMA_VERSION, Report
from matcher.report.sanitize import HASH_COMMAND

# Digits after the point. More would only differ between platforms.
_DIGITS = {"bits": 2, "specificity": 2, "probability": 3, "score": 3, "similarity": 3}

# What json.dumps leaves raw although a terminal, a reader of lines or a CI runner acts on it.
_RAW = re.compile(
    r"[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]|" + HASH_COMMAND.pattern
)


def report_record(report: Report, find_near: bool = True) -> dict[str, Any]:
    """Return the record of one report, field by field as in `matcher.model`.

    Nothing is left out: empty lists, empty strings and null stay. With `find_near` false,
    `near` is empty and is not computed.
    """
    return {
        "type": "report",
        "schema_version": SCHEMA_VERSION,
        "source": report.source,
        "line": report.line,
        "place": _plain(report.place),
        "diagnoses": _plain(report.diagnoses),
        "other_versions": _plain(report.other_versions),
        "fallbacks": _plain(report.fallbacks),
        "near": _plain(report.near) if find_near else [],
        "incomplete": list(report.incomplete),
    }


def summary_record(
    events: int, lines: int, event_lines: int, bytes_: int, skipped: Mapping[str, int]
) -> dict[str, Any]:
    """Return the last record of a run: all lines are those of recognised events and the unmatched ones.

    `skipped` counts what was not searched, by reason.
    """
    return {
        "type": "summary",
        "schema_version": SCHEMA_VERSION,
        "events": events,
        "lines": lines,
        "matched_lines": event_lines,
        "unmatched_lines": lines - event_lines,
        "bytes": bytes_,
        "skipped": dict(skipped),
    }


def dumps(record: Mapping[str, Any]) -> str:
    r"""Return `record` as one line of JSON, without the line break at its end.

    The line holds no control character and no CI command, whatever its strings hold, and
    it can always be encoded as UTF-8. Equal records with equal key order give equal lines.

    >>> dumps({"text": "line\nbreak\u2028 ##[group]"})
    '{"text":"line\\nbreak\\u2028 \\u0023#[group]"}'
    """
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _RAW.sub(_escape, text)


def _plain(value: Any, name: str = "") -> Any:
    """Turn records into dicts and tuples into lists; round numbers by the name of their field."""
    if isinstance(value, float):
        return round(value, _DIGITS[name]) + 0.0  # + 0.0 turns -0.0 into 0.0
    if isinstance(value, tuple):
        fields = getattr(value, "_fields", None)
        if fields is None:
            return [_plain(item) for item in value]
        return {field: _plain(item, field) for field, item in zip(fields, value, strict=True)}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if 0xD800 <= code <= 0xDFFF:
        return f"\\\\u{code:04x}"
    return f"\\u{code:04x}"
