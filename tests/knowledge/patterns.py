"""What the tests of the regex gate share: findings in short, and random patterns."""

import random

from matcher.knowledge.regex_gate import check_regex


def codes(pattern: str, *, cased: bool = False) -> list[tuple[str, str]]:
    return [(found.code, found.severity) for found in check_regex(pattern, cased=cased)]


def errors(pattern: str) -> list[str]:
    return [code for code, severity in codes(pattern) if severity == "error"]


PIECES = (
    "a", "b", "x", "ab", ".", "[ab]", "[^a]", r"\d", r"\w", r"\s", r"\S", " ", ": ", "foo", "1", r"\n", "^", "$",
    r"\b", '"', '[^"]', ",", "(?=a)", "(?:a|bc)", "(?:ab|ac|d)", "(?P<n>[^,]+)", "é", "[A-C]", "(?i:Ab)", "(?>ab)",
)  # fmt: skip

COUNTS = ("", "", "", "*", "+", "?", "*?", "+?", "{1,3}", "{2,}", "{0,9}", "{1,40}", "++", "{2}")


def random_pattern(choose: random.Random) -> str:
    parts = [choose.choice(PIECES) for _ in range(choose.randrange(1, 6))]
    parts = [f"(?:{part}){count}" if (count := choose.choice(COUNTS)) else part for part in parts]
    if choose.random() < 0.3:
        parts.append(f"(?:{''.join(parts[:2])}|{parts[-1]}){choose.choice(COUNTS)}")
    return "".join(parts)
