"""The contract of the prefilter: no match without one of the required literals."""

import itertools
import random
import re
import time

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.knowledge.literals import (
    MAX_LITERAL_BYTES,
    MAX_LITERALS,
    best,
    quality,
    required_literals,
    union,
)

EXPECTED = {
    r"(?i)Connection (?:refused|reset)": (b"connection refused", b"connection reset"),
    r"No module named '(?P<name>[^']+)'": (b"no module named '",),
    r"colou?r": (b"colo",),  # one literal of 4 bytes is as good as two of 5, and fewer
    r"flavou?rs": (b"flavors", b"flavours"),
    r"gr[ae]y": (b"gray", b"grey"),
    r"[dD]etected": (b"detected",),
    r"HTTP/[12] 50[0-4]": (b"http/1 50", b"http/2 50"),
    r"foo(?:bars\d+|quux\d+)": (b"foobars", b"fooquux"),  # heads of branches continue what stands before
    r"(?:\d+bar|\d+baz)foo": (b"barfoo", b"bazfoo"),
    r"(?:ab)+cd": (b"abcd",),
    r"x(?:ab){2,}y": (b"xabab",),
    r"(?:foo|fooX)\d": (b"foo",),  # a literal that contains another one adds nothing
    r"(?>abc|abd)e": (b"abce", b"abde"),
    r"a++bcd": (b"abcd",),
    r"(?=lookahead)lo\w+ found": (b" found",),
    r"(?<=behind)after": (b"after",),
    r"(?<!not )found": (b"found",),
    r"^Error$": (b"error",),
    r"\bword\B": (b"word",),
    r"(?-i:CASE)d": (b"cased",),
    r"(?x) spaced \  out # a remark": (b"spaced out",),
    r"first line\nsecond": (b"first line",),
    r"ab\ncd": (b"ab\ncd",),  # with the line break only because the parts are too short
    r"abc\x00defgh": (b"defgh",),
    r"caf\xc3\xa9 closed": (b"caf\xc3\xa9 closed",),
    "café “closed”": ("café “closed”".encode(),),
    r"(a|b)\1 literal": (b" literal",),
    r"(ab)?(?(1)cde|fgh) or": (b" or",),
    r"------- [^a]+ error": (b" error",),
    r"a{40}": (b"a" * 40,),
    r"\d+ [a-z]+": None,
    r"foo|\d+": None,
    r"foo|": None,
    r"(?:foo)?": None,
    r"(?:foo){0,5}": None,
    r"ab": None,
    r"   +": None,  # blanks are in every line
    r"[^a]bc": None,
    r"(?=foo)": None,
    r"(?:foo){e<=1}": None,  # not read alike: nothing may be concluded
    r"[[:alpha:]]xyz": None,
    r"(unclosed": None,
}


@pytest.mark.parametrize("pattern", EXPECTED)
def test_literals_of_known_patterns(pattern: str) -> None:
    """Each pattern of the table yields exactly the literals of the table."""
    assert required_literals(pattern) == EXPECTED[pattern]


def test_cased_does_not_change_the_literals() -> None:
    """The scan is caseless, so a cased condition requires the same lowercased literals."""
    assert required_literals("Error CODE", cased=True) == (b"error code",)
    assert required_literals("Error CODE", cased=False) == (b"error code",)


def test_short_literals_are_no_set() -> None:
    """One literal below `min_bytes` spoils the set."""
    assert required_literals("abc|de", min_bytes=2) == (b"abc", b"de")
    assert required_literals("abc|de", min_bytes=3) is None


def test_long_text_is_cut_to_its_most_varied_part() -> None:
    """An exact string over the limit is replaced by MAX_LITERAL_BYTES of it, away from monotone runs."""
    (literal,) = required_literals("=" * 200 + " the part that tells this error from all others") or ()
    assert len(literal) == MAX_LITERAL_BYTES
    assert literal.endswith(b"this error from all others")


def test_too_many_branches_fall_back_to_what_they_share() -> None:
    """More than MAX_LITERALS strings are no set; text around the branches still is."""
    words = [f"{a}{b}{a}" for a in "abcdefghi" for b in "abcdefghi"]
    assert len(words) > MAX_LITERALS
    assert required_literals("|".join(words)) is None
    assert required_literals(f"prefix (?:{'|'.join(words)})x") == (b"prefix ",)


def test_best_takes_the_most_selective_set() -> None:
    """Of the members of an `all`, the longest shortest literal with the fewest rivals wins."""
    assert best([(b"err",), None, (b"connection refused",), (b"aaaa", b"bbbb")]) == (b"connection refused",)
    assert best([None, None]) is None
    assert best([]) is None


def test_union_needs_every_member() -> None:
    """One member of an `any` without literals leaves the whole without."""
    assert union([(b"refused",), (b"reset", b"connection refused")]) == (b"refused", b"reset")
    assert union([(b"refused",), None]) is None
    assert union([]) is None
    assert union([[b"%03d" % n] for n in range(MAX_LITERALS + 1)]) is None  # type: ignore[list-item]


def test_quality_prefers_long_few_and_varied() -> None:
    """Quality grows with the weakest literal, and falls with their number and with monotony."""
    assert quality([b"abcdef"]) > quality([b"abcde"])
    assert quality([b"abcdef"]) > quality([b"abcdef", b"ghijkl"])
    assert quality([b"abcdef"]) > quality([b"abcdef", b"xyz"])
    assert quality([b"traceback"]) > quality([b"---------"])
    assert quality([]) == 0.0


def hits(literals: tuple[bytes, ...], match: "regex.Match[bytes]") -> bool:
    return any(literal in match[0].lower() for literal in literals)


def test_no_small_pattern_matches_without_a_literal() -> None:
    """All patterns of up to four tokens against all texts of up to five bytes: no false negative."""
    tokens = ("a", "B", ".", "|", "?", "*", "+", "(", ")", "[aB]", "{2}", "\\n")
    texts = [bytes(text) for size in range(6) for text in itertools.product(b"aB\n", repeat=size)]
    checked = matched = 0
    for size in range(1, 5):
        for parts in itertools.product(tokens, repeat=size):
            pattern = "".join(parts)
            literals = required_literals(pattern, min_bytes=1)
            if literals is None:
                continue
            checked += 1
            compiled = re.compile(pattern.encode(), re.MULTILINE | re.IGNORECASE)
            for text in texts[:: 1 + checked % 7]:
                for match in compiled.finditer(text):
                    matched += 1
                    assert any(one in match[0].lower() for one in literals), (pattern, text, literals)
    assert checked > 2_000
    assert matched > 100_000


ATOMS = (
    *"abk1 :-", "A", "K", "ab", "Ab1", "é", "“", ".", r"\d", r"\w", r"\s", r"\n", r"\x00", r"\x41", r"\.",
    "[ab]", "[aA]", "[^a]", "[a-c]", r"[\d_]", "[kK1]", "^", "$", r"\b", r"\B", "(?=a)", "(?!b)", "(?<=a)", "(?#no)",
)  # fmt: skip
COUNTS = ("?", "*", "+", "{2}", "{1,2}", "{0,2}", "{2,}", "{,2}", "??", "*?", "+?", "{1,3}?")
GROUPS = ("({})", "(?:{})", "(?i:{})", "(?-i:{})", "(?s:{})", "(?>{})", "(?={})", "(?!{})", "(?P<n>{})\\b")

PATTERNS = st.recursive(
    st.sampled_from(ATOMS),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda branches: f"(?:{'|'.join(branches)})"),
        st.tuples(inner, st.sampled_from(COUNTS)).map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
        st.tuples(st.sampled_from(GROUPS), inner).map(lambda pair: pair[0].format(pair[1])),
    ),
    max_leaves=8,
)
PIECES = (*"aabbAABkK1 :-_\n", "ab", "é", "“", "\0")
seen = {"pairs": 0, "matches": 0}


@settings(max_examples=700, deadline=None, derandomize=True, database=None)
@given(pattern=PATTERNS, seed=st.integers(0, 2**32), cased=st.booleans(), min_bytes=st.integers(1, 3))
def check_random_patterns(pattern: str, seed: int, cased: bool, min_bytes: int) -> None:
    literals = required_literals(pattern, cased=cased, min_bytes=min_bytes)
    if literals is None:
        return
    assert literals == tuple(sorted({literal.lower() for literal in literals}))
    assert 1 <= len(literals) <= MAX_LITERALS
    assert all(min_bytes <= len(literal) <= MAX_LITERAL_BYTES for literal in literals)
    assert all(b"\0" not in literal for literal in literals)
    flags = regex.MULTILINE | (0 if cased else regex.IGNORECASE)
    compiled = regex.compile(pattern.encode(), flags)
    plain = re.sub(r"\W", "", pattern)  # put between the pieces, it makes a match likely
    choose = random.Random(seed)
    for _ in range(90):
        text = "".join(choose.choices((*PIECES, plain), k=choose.randrange(14)))
        seen["pairs"] += 1
        if match := compiled.search(text.encode(), timeout=2):
            seen["matches"] += 1
            assert hits(literals, match), (pattern, text, literals, match)


def test_no_random_match_is_without_a_literal() -> None:
    """20,000 random pairs of pattern and text: whenever `regex` matches, a literal lies in the match."""
    check_random_patterns()
    assert seen["pairs"] >= 20_000
    assert seen["matches"] >= 2_000


@pytest.mark.parametrize(
    "pattern",
    [
        "a*" * 999,
        "(?:a*b*c*d*e*)*x" * 110,
        "[ab]" * 499,
        "a{1000}" * 20,
        "(?:ab|c){1000}" * 20,
        "(?:a{2}" * 40 + ")" * 40,
        "|".join(f"word{n}" for n in range(250)),
    ],
    ids=lambda pattern: pattern[:20],
)
def test_cost_is_bounded(pattern: str) -> None:
    """No accepted size of pattern makes the walk take long."""
    start = time.process_time()
    required_literals(pattern)
    assert time.process_time() - start < 10  # a guard against hanging, not a measurement
