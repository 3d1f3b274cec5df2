"""`slow_text`: text patterns as one ordinary regular expression, the oracle of `engine.text_search`.

Written from LANGUAGE.md section 2 and nothing else: a character loop, lazy wildcards, atomic
segments, full backtracking between them. Exponential on hostile text; never used outside of tests.
"""

import re

import regex

from matcher.engine.haystack import normalize

QUOTES = "'\"`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a\u00ab\u00bb"
_QUOTE = r"\\*(?:" + "|".join(re.escape(q) for q in QUOTES) + ")"


def slow_text(pattern: str, *, cased: bool = False) -> "regex.Pattern[str]":
    """The oracle for a pattern without captures, to be searched in normalised text."""
    lines = [line.rstrip(" \t") for line in _plain(pattern).split("\n")]
    while lines and lines[0] in ("", "..."):
        lines.pop(0)
    while lines and lines[-1] in ("", "..."):
        lines.pop()
    out, first = "", True
    pending_gap = False
    for line in lines:
        if line == "...":
            pending_gap = True
            continue
        if not first:
            out += r"[ \t]*\n" + (r"(?:[^\n]*\n)*?" if pending_gap else "")
        out += _line(line)
        first, pending_gap = False, False
    flags = regex.MULTILINE | regex.ASCII
    return regex.compile(out, flags if cased else flags | regex.IGNORECASE)


def slow_find(pattern: str, text: str, *, cased: bool = False) -> bool:
    """Whether the pattern stands in the text."""
    return slow_text(pattern, cased=cased).search(_plain(text)) is not None


def _plain(text: str) -> str:
    return normalize(text.encode("utf-8", "surrogatepass")).decode("utf-8", "surrogateescape")


def _line(line: str) -> str:
    out, i = "", 0
    while i < len(line):
        if line[i] == "\\" and (rest := re.match(r"\\*", line[i:])):
            run = len(rest.group())
            after = line[i + run : i + run + 1]
            if after and after in QUOTES:
                i += run
                continue  # the quote eats the backslashes before it
            if after == "*":
                out += re.escape("\\" * (run - 1)) + r"\\?\*"
                i += run + 1
                continue
            if line[i + run : i + run + 2] == "%{":
                out += re.escape("\\" * (run - 1)) + r"\\?%\{"
                i += run + 2
                continue
            out += re.escape("\\" * run)
            i += run
            continue
        if line[i] in QUOTES:
            out += _QUOTE
        elif line[i] == "*":
            out += r"[^\n]*?"
        else:
            out += re.escape(line[i])
        i += 1
    return out
