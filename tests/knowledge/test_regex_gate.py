"""The gate before `regex`: what it refuses, what it lets through, and what it calls a mistake."""

import random
import re

import pytest
import regex
from patterns import codes, random_pattern

from matcher.knowledge.regex_gate import check_regex, compile_regex, parse

REFUSED = {  # pattern: (code, offset of the first error)
    "ab(?R)": ("regex-dialect", 2),
    "(a)(?1)": ("regex-dialect", 3),
    "(a)(?-1)": ("regex-dialect", 3),
    "(a)(?+1)": ("regex-dialect", 3),
    "(?P<n>a)(?&n)": ("regex-dialect", 8),
    "(?P<n>a)(?P>n)": ("regex-dialect", 8),
    "(?:foo){e<=1}": ("regex-dialect", 7),
    "(?:foo){i,d<2}": ("regex-dialect", 7),
    "foo{1<=e<=2}": ("regex-dialect", 3),
    "foo{2i+2d+1s<=4}": ("regex-dialect", 3),
    "${status}": ("regex-dialect", 1),
    "[[:alpha:]]x": ("regex-dialect", 0),
    "x[a[:digit:]]": ("regex-dialect", 1),
    "[[a]b]": ("regex-dialect", 0),
    "[a||b]": ("regex-dialect", 0),
    "[a&&b]": ("regex-dialect", 0),
    "[a--b]": ("regex-dialect", 0),
    "[a~~b]": ("regex-dialect", 0),
    "[^a-a]b": ("regex-dialect", 0),
    r"a\L<words>": ("regex-dialect", 1),
    r"\X": ("regex-dialect", 0),
    r"\p{Lu}x": ("regex-dialect", 0),
    r"\P{Lu}x": ("regex-dialect", 0),
    r"\N{DASH}": ("regex-dialect", 0),
    r"foo\Kbar": ("regex-dialect", 3),
    r"\Gfoo": ("regex-dialect", 0),
    r"\Rfoo": ("regex-dialect", 0),
    r"\hfoo": ("regex-dialect", 0),
    r"\mfoo\M": ("regex-dialect", 0),
    r"foo\z": ("regex-dialect", 3),
    r"(a)\g<1>": ("regex-dialect", 3),
    r"\u00e9": ("regex-dialect", 0),
    r"\é": ("regex-dialect", 0),
    "(?|a|b)": ("regex-dialect", 0),
    "a(*PRUNE)b": ("regex-dialect", 1),
    "(*F)": ("regex-dialect", 0),
    "(?<n>a)": ("regex-dialect", 0),
    "(?V1)a": ("regex-dialect", 0),
    "(?V0)a": ("regex-dialect", 0),
    "(?L)a": ("regex-dialect", 0),
    "(?u)a": ("regex-dialect", 0),
    "(?b)a": ("regex-dialect", 0),
    "(?r)a": ("regex-dialect", 0),
    "(?f)a": ("regex-dialect", 0),
    "(?w)a": ("regex-dialect", 0),
    "(?p)a": ("regex-dialect", 0),
    "(?x:a b)": ("regex-dialect", 0),
    "(?(?=a)b|c)": ("regex-dialect", 0),
    "(a)?(?(1)b|c)": ("regex-dialect", None),
    "(?#a\\)b)c": ("regex-dialect", 0),
    "(?#c)(?x)a b": ("regex-dialect", 5),
    "(?x)caf\u00e9": ("regex-dialect", 7),
    "(?x)a {2, 3}": ("regex-dialect", 6),
    r"(?x)(a)\1 2": ("regex-dialect", 7),
    "(?<=a+)b": ("regex-dialect", None),
    "(?<=a|bc)d": ("regex-dialect", None),
    "(?:ab|a)++c": ("regex-dialect", None),
    "(?:[^a]|[^b])c": ("regex-dialect", None),
    "(?i:a)[^b]": ("regex-dialect", None),
    "ab{0}c": ("regex-dialect", None),
    "[é]": ("regex-bytes", 0),
    "a[^“”]b": ("regex-bytes", 1),
    "é+": ("regex-bytes", 0),
    "caf\u00e9{2}": ("regex-bytes", 3),
    "(a": ("pattern-syntax", 0),
    "a)": ("pattern-syntax", 1),
    "[a": ("pattern-syntax", 0),
    "ééé(": ("pattern-syntax", 3),  # characters, not bytes
    "a**": ("pattern-syntax", 2),
    "*foo": ("pattern-syntax", 0),
    "a(?i)b": ("pattern-syntax", 1),
    r"a\2": ("pattern-syntax", 2),
    r"a\x4": ("pattern-syntax", 1),
    "a\ud800": ("regex-dialect", 1),
    "a{3,2}": ("pattern-syntax", 2),
    "(?P<n>a)(?P<n>b)": ("pattern-syntax", 12),
    r"(a+)\1b": ("regex-slow", None),
    r"(?P<n>a)b*(?P=n)": ("regex-slow", None),
    "": ("regex-empty", None),
    "a*": ("regex-empty", None),
    "a|": ("regex-empty", None),
    "(?:foo)?": ("regex-empty", None),
    "^": ("regex-empty", None),
    r"\b": ("regex-empty", None),
    "(?=foo)": ("regex-empty", None),
}


@pytest.mark.parametrize("pattern", REFUSED)
def test_refused_patterns(pattern: str) -> None:
    """Each pattern of the table is refused with the code and at the character of the table."""
    first = next(found for found in check_regex(pattern) if found.severity == "error")
    assert (first.code, first.offset) == REFUSED[pattern]
    assert first.message
    assert first.hint


ACCEPTED = [
    r"No module named '(?P<name>[^']+)'",
    r'File "([^"]+)", line (\d+)',
    r"(?i)Connection (?:refused|reset)",
    r"(?im)^error: (.*)$",
    r"(?s)begin.{1,200}end",
    r"(?x) error \  code \#[0-9]+  # a remark with ( and [",
    r"(?:lease|lock) token [0-9a-f]{8} is no longer held by worker w-(?P<worker>\d+)",
    r"\bAQ[-_]?\d{5}\b",
    r'\{"error": \{"code": (\d+)',
    r'{"error": "x"',
    r"\[ERROR\] .* failed",
    r"[]a]x[^]b]",
    r"[^[]+\[",
    r"[\[-\]]x",
    r"[a-]x[-a]",
    r"[\d.-]+ms",
    r"(?P<q>['\"])[^'\"]{1,80}(?P=q)",
    r"(?<!not )found",
    r"(?<=\bat )line",
    r"(?>foo|fo)bar",
    r"took \d++ms",
    r"(?#note)foo",
    r"\x41\101\t\.",
    "caf\u00e9 (?:\u00e9)+ \u201cquoted\u201d",
    r"a{,3}b",
    r"a{}b",
    r"(?:\w+\.)+Error",
    r"(?:^\s+at .*\n)+Caused",
    r"(?:[^,]+, )+and",
    r'"(?:[^"\\]|\\.)*"',
    r"(?:(?>a+))+b",
    r"(?:a++)+b",
    r"(?:.*\n){0,5}end",
    r"(?:\d{1,3}\.){3}\d{1,3}",
    r"(?:^|[^a])foo",
]


@pytest.mark.parametrize("pattern", ACCEPTED)
def test_accepted_patterns(pattern: str) -> None:
    """Ordinary patterns pass without a word, and both engines can compile them."""
    assert check_regex(pattern) == ()
    re.compile(pattern.encode(), re.MULTILINE)
    compile_regex(pattern, True)


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("The operation was canceled.", "regex-plain"),
        ("foo() failed", "regex-plain"),
        ("list index [0] is bad", "regex-plain"),
        ("[ERROR] disk full", "regex-plain"),
        ("call(x) {'a'}", "regex-plain"),
        ("Do you have a.txt?", "regex-plain"),
        ("foo*bar", "regex-glob"),
        ("*foo", "regex-glob"),
        ("error *", "regex-glob"),
    ],
)
def test_text_that_is_no_regex_is_lint(pattern: str, code: str) -> None:
    """Pasted text and globs are recognised by what they do not use, and `text:` is recommended."""
    found = [one for one in check_regex(pattern) if one.severity == "lint"]
    assert [one.code for one in found] == [code]
    assert "`text:`" in found[0].hint


@pytest.mark.parametrize(
    "pattern", [r"a\.txt", "gr[ae]y", "foo.*bar", "(?:a|b)c", "^foo$", "no marks", r"\(x\)"]
)
def test_a_regex_that_is_meant_is_no_lint(pattern: str) -> None:
    """One real use of the language is enough to be taken seriously."""
    assert codes(pattern) == []


def test_both_engines_read_accepted_patterns_alike() -> None:
    """What the gate accepts is found at the same place by `re` and by `regex`, on bytes."""
    choose = random.Random(3)
    letters = [*'aabbcxAB1 ,:"\n_', "é", "ab"]
    compared = found = 0
    for _ in range(1_500):
        pattern, cased = random_pattern(choose), choose.random() < 0.3
        if any(one.severity == "error" for one in check_regex(pattern, cased=cased)):
            continue
        ours = compile_regex(pattern, cased)
        theirs = re.compile(pattern.encode(), re.MULTILINE | (0 if cased else re.IGNORECASE))
        for _ in range(14):
            text = "".join(choose.choices(letters, k=choose.randrange(16))).encode()
            a, b = ours.search(text), theirs.search(text)
            assert (a and a.span()) == (b and b.span()), (pattern, cased, text)
            compared += 1
            found += a is not None
    assert compared > 10_000
    assert found > 2_000


def test_flags_are_set_in_one_place() -> None:
    """Bytes, multi-line, ASCII-caseless unless cased, never verbose, version 0 whatever the host says."""
    assert compile_regex("^b c$", False).search(b"a\nB C\n") is not None
    assert compile_regex("^b c$", True).search(b"a\nB C\n") is None
    assert compile_regex("k", False).search("\u212a".encode()) is None  # the Kelvin sign is no k
    assert compile_regex("\u00e9", False).search("\u00e9".encode()) is not None
    assert compile_regex("a", False).flags & regex.VERSION0


@pytest.mark.parametrize("pattern", ["(", "a\ud800", r"\p{nonsense}", "(" * 20_000])
def test_compile_errors_are_value_errors(pattern: str) -> None:
    """Whatever `regex` says, the caller catches one class."""
    with pytest.raises(ValueError):
        compile_regex(pattern, False)


def test_no_tree_without_the_gate() -> None:
    """Nothing is concluded from a tree that the engine would read in another way."""
    assert parse("foo") is not None
    assert parse("foo{e<=1}") is None
    assert parse("foo(") is None
    assert parse("a{99999999999999}") is None
