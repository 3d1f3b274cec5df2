"""`slow_find`: whether a condition is true, by trying everything; the oracle of the engine.

Takes a condition as YAML has it. No prefilter, no windows, no shared code but the normalisation
and, for `json`, the standard library's parser.
"""

import json
import re
from typing import Any

import regex
from slow_text import slow_text

from matcher.engine.haystack import normalize


def slow_find(condition: dict[str, Any], text: str) -> bool:
    """Whether the condition is true of the text. Exponential; small inputs only."""
    if "text" in condition:
        return (
            slow_text(condition["text"], cased=condition.get("cased", False)).search(_plain(text)) is not None
        )
    if "regex" in condition:
        flags = regex.MULTILINE if condition.get("cased") else regex.MULTILINE | regex.IGNORECASE
        return regex.search(condition["regex"].encode(), normalize(text.encode()), flags) is not None
    if "json" in condition:
        return _json(condition["json"], _plain(text))
    if "all" in condition:
        return all(slow_find(one, text) for one in condition["all"])
    if "any" in condition:
        return any(slow_find(one, text) for one in condition["any"])
    if "none" in condition:
        return not any(slow_find(one, text) for one in condition["none"])
    if "sequence" in condition:
        return _sequence(condition["sequence"], _plain(text))
    if "count" in condition:
        return _count(condition["count"], _plain(text))
    raise AssertionError(condition)


def _plain(text: str) -> str:
    return normalize(text.encode()).decode()


def _spans(condition: dict[str, Any], text: str) -> list[tuple[int, int]]:
    """All leftmost, non-overlapping occurrences."""
    if "text" in condition:
        found = slow_text(condition["text"]).finditer(text)
    else:
        found = regex.finditer(condition["regex"], text, regex.MULTILINE | regex.IGNORECASE | regex.ASCII)
    return [one.span() for one in found]


def _sequence(sequence: dict[str, Any], text: str) -> bool:
    lines = sequence.get("within", {}).get("lines")

    def rest(number: int, position: int, limit: int) -> bool:
        if number == len(sequence["steps"]):
            return True
        found = _first(sequence["steps"][number], text[:limit], position)
        return found is not None and rest(number + 1, found[1], limit)

    starts = {0} | {m.end() for m in re.finditer("\n", text)}
    for start in sorted(starts):
        first = _first(sequence["steps"][0], text, start)
        if first is not None:
            limit = _after_lines(text, first[0], lines) if lines else len(text)
            if rest(1, first[1], limit):
                return True
    return False


def _first(condition: dict[str, Any], text: str, position: int) -> tuple[int, int] | None:
    if "text" in condition:
        found = slow_text(condition["text"]).search(text, position)
    else:
        flags = regex.MULTILINE | regex.IGNORECASE | regex.ASCII
        found = regex.compile(condition["regex"], flags).search(text, position)
    return found.span() if found else None


def _after_lines(text: str, position: int, lines: int) -> int:
    for _ in range(lines):
        at = text.find("\n", position)
        if at < 0:
            return len(text)
        position = at + 1
    return position


def _count(count: dict[str, Any], text: str) -> bool:
    spans = _spans(count["of"], text)
    need, lines = count["at_least"], count.get("within", {}).get("lines")
    for first, last in zip(spans, spans[need - 1 :], strict=False):
        if not lines or text.count("\n", first[0], last[0]) < lines:
            return True
    return False


def _json(wanted: dict[str, str], text: str) -> bool:
    decoder = json.JSONDecoder()
    position = 0
    while (start := text.find("{", position)) >= 0:
        try:
            value, position = decoder.raw_decode(text, start)
        except ValueError:
            position = start + 1
            continue
        if all(
            any(_value(p, v) for path, v in _flat(value, ()) if _path(k.split("."), path))
            for k, p in wanted.items()
        ):
            return True
    return False


def _flat(value: Any, path: tuple[str, ...]) -> list[tuple[tuple[str, ...], str]]:
    if isinstance(value, dict):
        return [one for key, inner in value.items() for one in _flat(inner, (*path, key))]
    if isinstance(value, list):
        return [one for i, inner in enumerate(value) for one in _flat(inner, (*path, str(i)))]
    plain = value if isinstance(value, str) else json.dumps(value)
    return [(path, plain)]


def _path(wanted: list[str], path: tuple[str, ...]) -> bool:
    pattern = "/".join(
        ".*" if part == "**" else "[^/]*" if part == "*" else re.escape(part) for part in wanted
    )
    pattern = pattern.replace(".*/", "(?:.*/)?")
    return re.fullmatch(pattern, "/".join(path)) is not None


def _value(pattern: str, value: str) -> bool:
    return regex.fullmatch(slow_text(pattern).pattern, value, regex.IGNORECASE | regex.ASCII) is not None
