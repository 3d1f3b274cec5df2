"""How many ways a search may take: which patterns are refused as slow, and which are shown to be cheap."""

import random
import re
import time

import pytest
from patterns import codes, errors, random_pattern

from matcher.knowledge.regex_gate import check_regex, compile_regex, is_cheap

EXPONENTIAL = [
    r"(a+)+b",
    r"(a*)*b",
    r"(?:a+)*b",
    r"(?:a|aa)*b",
    r"(?:a|a?)+b",
    r"(.*)*x",
    r"(\w+\s?)*:",
    r"(?:\s*\w+\s*)*:",
    r"(?:.|\s)*x",
    r"(?:[^x]*\n?)*x",
    r"(?:a+b?)+c",
    r"(?:x(?:a?|b?))*y",
    r"([A-Z][a-z]+)+Error",  # caseless: [a-z][a-z]+
    r"(?:\d+\.?)+ms",
    r"(?:a+){10}b",
    r"(?:a|aa){30}b",
    r"(?:a?){30}b",
    r"(?:a{1,3}){12}b",
    r"(?=(?:a+)+b)a",
    r"(?>(?:a+)+b)c",
    r"foo(?:(?:bar|ba|r)+)+x",
]


@pytest.mark.parametrize("pattern", EXPONENTIAL)
def test_exponential_patterns_are_refused(pattern: str) -> None:
    """A repeat whose iterations can be cut in two ways is refused, whatever it is made of."""
    assert "regex-slow" in errors(pattern)
    assert not is_cheap(pattern)


def test_case_decides_whether_iterations_overlap() -> None:
    """Camel case splits in one way only if the pattern is cased."""
    pattern = r"([A-Z][a-z]+)+Error"
    assert ("regex-slow", "error") in codes(pattern, cased=False)
    assert codes(pattern, cased=True) == []


@pytest.mark.parametrize("pattern", [r"a.*.*b", r"x\s*.*y", r"\w+\d*:", r"a.*(?:b?).+c"])
def test_adjacent_runs_are_lint(pattern: str) -> None:
    """Two endless runs that share bytes, with nothing certain between them, are usable but linted."""
    assert codes(pattern) == [("regex-slow", "lint")]


@pytest.mark.parametrize("pattern", [r"a.*b.*c", r"\w+\s*:", r"(?:a.*){2}b"])
def test_separated_runs_are_no_lint(pattern: str) -> None:
    """Runs with a certain byte between them, or without a common one, are left to the time limit."""
    assert codes(pattern) == []


def test_a_run_at_the_end_cannot_fail() -> None:
    """What ends with `.*` or `(.*)$` has matched once it gets there, so it is neither linted nor slow."""
    assert codes(r"reason:\s*(.*)$") == []
    assert is_cheap(r"reason:\s*(.*)$")
    assert is_cheap(r"reason: .*")
    assert not is_cheap(r"reason: .*x")


CHEAP = [
    r"connection to (\S+) refused",
    r"No module named '(?P<name>[^']+)'",
    r'File "([^"]+)", line (\d+)',
    r"took \d+ms",
    r"took \d++ms",
    r"^error: ([^:\n]+):",
    r"error: (.*)$",
    r"exit code (?:1|2|137)\b",
    r"(?:ECONNREFUSED|ETIMEDOUT) (\d{1,3}(?:\.\d{1,3}){3}):(\d+)",
    r"sha [0-9a-f]{40} missing",
    r"colou?r",
]

NOT_CHEAP = [
    r"\d+ms",  # each digit begins a search through the rest
    r"error: (.*) not found",  # the run must give back
    r"<\w*?>",  # lazy: `regex` looks for `>` in all of the rest, at each start
    r"1a*? b",
    r"(?:\w+\.)+Error",  # nested
    r"x(?=.*y)z",
    r"(a)\1",
    r"[ab]{1,50}c",
    r"a?" * 20 + "b",
    r"(?>foo)",
]


@pytest.mark.parametrize("pattern", CHEAP)
def test_cheap_patterns(pattern: str) -> None:
    """Patterns with a rare byte before each run, and a certain end after it, are shown to be cheap."""
    assert check_regex(pattern) == ()
    assert is_cheap(pattern)


@pytest.mark.parametrize("pattern", NOT_CHEAP)
def test_not_shown_to_be_cheap(pattern: str) -> None:
    """Everything else is searched with a time limit."""
    assert errors(pattern) == []
    assert not is_cheap(pattern)


TEXT_BYTES = 64 * 1024  # what the engine shows to a regex at most

SEARCH_S = 0.25  # seen at most 0.07; a quadratic search takes seconds


def attack_strings(pattern: str, choose: random.Random) -> list[bytes]:
    """Texts of TEXT_BYTES that repeat what the pattern is made of, and then do not match."""
    words = re.findall(r"[A-Za-z]+|\d+|[ :'\",.=]", pattern)
    words += ["a", "1", " ", "\n", '"']
    pumps = ["".join(choose.choices(words, k=size)) for size in (1, 1, 2, 2, 3, 5)]
    starts = ["", re.split(r"[\\(\[.*+?{|^$]", pattern)[0]]
    return [
        (start + pump * (TEXT_BYTES // len(pump)))[:TEXT_BYTES].encode() for pump in pumps for start in starts
    ]


def slowest_search(pattern: str, texts: list[bytes]) -> float:
    compiled = compile_regex(pattern, False)
    worst = 0.0
    for text in texts:
        start = time.process_time()
        compiled.search(text, None, None, False, False, 3.0)
        worst = max(worst, time.process_time() - start)
    return worst


@pytest.mark.parametrize("pattern", CHEAP)
def test_cheap_patterns_stand_attack_strings(pattern: str) -> None:
    """A cheap pattern goes through 64 KiB of its own pieces in linear time."""
    assert slowest_search(pattern, attack_strings(pattern, random.Random(1))) < SEARCH_S


def test_random_cheap_patterns_stand_attack_strings() -> None:
    """Random patterns that are judged cheap go through 64 KiB of their own pieces in linear time."""
    choose = random.Random(2)
    left = 60
    while left:
        pattern = random_pattern(choose)
        if not errors(pattern) and re.search(r"[*+,]", pattern) and is_cheap(pattern):
            left -= 1
            assert slowest_search(pattern, attack_strings(pattern, choose)) < SEARCH_S, pattern
