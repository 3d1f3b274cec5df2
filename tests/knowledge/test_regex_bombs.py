"""What `regex` could not compile in bounded time never reaches it, and what does compiles quickly."""

import time

import pytest
import regex
from patterns import errors

from matcher.knowledge import regex_gate
from matcher.knowledge.regex_gate import check_regex, compile_regex

BOMBS = [
    "(?:(?:a{50}){50}){50}",
    "(?:(?:(?:a{20}){20}){20}){20}",
    "((a{100}){100}){100}",
    "(?:(?:a{2000}){2000}){2000}",
    "(?:a{33}){33}",
    "(?:a{2,}){600}",
    "(?:(?:a{0,40}){0,40})b",
    "(?:(?:a{1,40}?){1,40}?)b",
    "(?:(?:a{40}+){40})b",
    "(?>(?:a{40}){40})b",
    "(?=(?:a{40}){40})b",
    "(?:(?:a{40}){40}|b)c",
    "a{1001}",
    "a{100000}b",
    "a{4294967294}",
    "a{4294967295}",
    "a{99999999999999999999}",
    "a{" + "9" * 1_900 + "}",
    "[a-z]{1000}" * 30,
    "(?:ab|c){1000}" * 100,
    "(?:(?:a{10}){10}){10}" * 60,
    "a{1,1000}" * 100,
    "(a{1,100}b{1,100}){1,10}" * 50,
    "(" * 51 + "a" + ")" * 51,
    "(?:" * 500 + "a" + ")" * 500,
    "(?=" * 400 + "a" + ")" * 400,
    "(" * 1_000 + "a",
    "(?:" * 60 + "a" + "){2}" * 60,
    "a" * 2_001,
    "(?:a|b)" * 1_000,
    "(a+)+" * 500,
    "[" * 3_000,
    "\\x61" * 600,
    "(?:" * 40 + "a" + "){2}" * 40,
    "(?:" * 11 + "a" + "){2,}" * 11,
]


@pytest.mark.parametrize("pattern", BOMBS, ids=lambda pattern: f"{len(pattern)}-{pattern[:18]}")
def test_bombs_are_refused_before_they_are_compiled(pattern: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pattern that `regex` could not compile in bounded time is refused in under 50 ms, by reading alone."""

    def compiled(*_: object) -> None:
        raise AssertionError("compiled a bomb")

    monkeypatch.setattr(regex_gate.regex, "compile", compiled)
    start = time.process_time()
    found = errors(pattern)
    assert time.process_time() - start < 2  # compiled, it takes 8 s and more
    assert found == ["regex-bomb"]


HEAVY = [  # just inside the limits
    "(?:(?:a{10}){10}){10}",
    "[a-z]{1000}" * 9 + "x",
    "(?:ab|c){1000}" * 4,
    "(?:" * 50 + "a|b" + ")" * 50,
    "(?:" * 49 + "a|bc" + ")?" * 49 + "d",
    "|".join(f"word{n}" for n in range(240)),
    "|".join(f"{chr(97 + n % 26)}.*{chr(97 + n // 26)}" for n in range(330)),
    "(?:x|" * 45 + "y" + ")" * 45,
    "a?" * 990 + "b",
    "[ab]" * 499,
    ".*x" * 600,
    "(?=a)" * 380 + "b",
    "(a|b)?" * 330 + "c",
    r"\d{1,3}" * 280,
    "é" * 1_990,
]


@pytest.mark.parametrize("pattern", HEAVY, ids=lambda pattern: f"{len(pattern)}-{pattern[:18]}")
def test_accepted_patterns_compile_quickly(pattern: str) -> None:
    """What passes the gate compiles in under 100 ms, and the gate itself takes no longer."""
    assert errors(pattern) == []
    regex.purge()
    start = time.process_time()
    compile_regex(pattern, False)
    compiled = time.process_time()
    check_regex(pattern)
    assert compiled - start < 2
    assert time.process_time() - compiled < 5
