"""`text:` patterns: what matches, what is captured, and the same answer as full backtracking."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slow_text import slow_find

from matcher.engine.haystack import normalize
from matcher.engine.text_search import TextProgram
from matcher.knowledge.text_pattern import PatternError, compile_text

PAIRS = 30_000


def find(pattern: str, text: str, **options: bool) -> dict[str, str] | None:
    """Captures of the first match, or None."""
    program = TextProgram(compile_text(pattern, **options).program)
    data = normalize(text.encode("utf-8", "surrogatepass"))
    if options.get("whole"):
        captures = program.matches_whole(data)
        return None if captures is None else {k: v.decode() for k, v in captures.items()}
    found = program.search(data, data.lower(), 0, len(data), {})
    return None if found is None else {k: v.decode() for k, v in found[2].items()}


MATCHES = [
    # pattern, text
    ("invalid beta flag", "API Error: 400 Invalid Beta Flag"),
    ("a (b) [c] {d} e? f. g$ h^ i| j+", "x a (b) [c] {d} e? f. g$ h^ i| j+ y"),
    ("No module named 'yaml'", 'No module named "yaml"'),
    ("No module named 'yaml'", r"No module named \"yaml\""),
    ("No module named 'yaml'", r"No module named \\\"yaml\\\""),
    ("No module named 'yaml'", "No module named `yaml´".replace("´", "’")),
    ("can't open", "can’t open"),
    ("could not * file", "could not open the file"),
    ("could not * file", "could not  file"),
    ("first\nsecond", "log\nfirst  \nsecond\nmore"),
    ("first\n...\nlast", "first\nlast"),
    ("first\n...\nlast", "first\na\nb\nlast"),
    ("first\n...\nx*a", "first\nx\nxa"),
    (r"a \* b", "a * b"),
    (r"100\%{", "100%{"),
    ("Köln", "kÖln".replace("Ö", "ö")),
]
MISSES = [
    ("invalid beta flag", "invalid  beta flag"),
    ("first\nsecond", "first\n\nsecond"),
    ("first\nsecond", "first second"),
    ("could not * file", "could not open\nthe file"),
    (r"a \* b", "a x b"),
    ("Köln", "KÖLN"),
]


@pytest.mark.parametrize(("pattern", "text"), MATCHES)
def test_matches(pattern, text):
    """The pattern stands in the text."""
    assert find(pattern, text) is not None


@pytest.mark.parametrize(("pattern", "text"), MISSES)
def test_misses(pattern, text):
    """The pattern does not stand in the text."""
    assert find(pattern, text) is None


CAPTURES = [
    ("No module named '%{name}'", "E No module named 'a.b'", {"name": "a.b"}),
    ("No module named %{name}", "No module named yaml  \nmore", {"name": "yaml"}),
    ("%{word:a} lost after %{num:n}s", "job-1 lost after 3.5s", {"a": "job-1", "n": "3.5"}),
    ("port %{int:p} of %{ip:h}", "port 80 of 10.0.0.1,", {"p": "80", "h": "10.0.0.1"}),
    ("open %{path:p}: no", "open /a/b.txt: no", {"p": "/a/b.txt"}),
    ("open %{path:p}", "open /a/b.txt:", {"p": "/a/b.txt"}),
    ("see %{url:u}", "see https://example.org/x?y=1 now", {"u": "https://example.org/x?y=1"}),
    (
        "id %{uuid:u}",
        "id 123e4567-e89b-12d3-a456-426614174000",
        {"u": "123e4567-e89b-12d3-a456-426614174000"},
    ),
    ("key %{quoted:k} is", 'key \\"it\'s\\" is', {"k": "it's"}),
    ("%{word:x} and %{word:x} again", "a and b, c and c again", {"x": "c"}),
    ("from %{a} to %{a} end", "from x y to x y end", {"a": "x y"}),
    ("version %{ver:v} found", "version v1.2.3-rc.1 found", {"v": "v1.2.3-rc.1"}),
    ("%{ident:f}() takes", "pkg.mod.f() takes", {"f": "pkg.mod.f"}),
    ("at 0x%{hex:a}", "at 0xDEADbeef", {"a": "DEADbeef"}),
    ("host %{host:h}:", "host db-1.example.org: down", {"h": "db-1.example.org"}),
    ("begin %{x}\n...\nend %{int:y}", "begin a b\nmid\nend 7", {"x": "a b", "y": "7"}),
]


@pytest.mark.parametrize(("pattern", "text", "captures"), CAPTURES)
def test_captures(pattern, text, captures):
    """A capture holds exactly the text between what is fixed around it."""
    assert find(pattern, text) == captures


def test_repeated_capture_must_be_equal():
    """A name used twice is one text; another text is no match."""
    assert find("%{word:x}=%{word:x};", "a=b;") is None


def test_full_covers_whole_lines():
    """`full` covers the line, blanks at both ends aside."""
    assert find("killed", "  Killed  ", full=True) == {}
    assert find("killed", "was killed", full=True) is None


def test_cased():
    """`cased` tells letters apart."""
    assert find("Error", "error", cased=True) is None


WHOLE = [("Error", "Error", True), ("Error", "error", True), ("Error", "Error: foo", False),
         ("messages: *", "messages: x", True), ("*", "anything", True), ("a*b", "a b b", True),
         ("w-*", "xw-3", False), ("400", "4000", False), ("Error", "", False), ("a*", "a\nb", False)]  # fmt: skip


@pytest.mark.parametrize(("pattern", "value", "matches"), WHOLE)
def test_whole_values(pattern, value, matches):
    """A whole pattern covers the value from end to end."""
    assert (find(pattern, value, whole=True) is not None) is matches


BAD = ["%{", "%{na me}", "%{sometype:x}", "", "...", "*", "%{x", "%{intt:x}"]


@pytest.mark.parametrize("pattern", BAD)
def test_bad_patterns_are_refused_with_a_hint(pattern):
    """A pattern that cannot mean what was meant is refused, with what to do."""
    with pytest.raises(PatternError) as caught:
        compile_text(pattern)
    assert caught.value.hint


ALPHABET = ["a", "b", "A", " ", "\t", "\n", "\n...\n", "*", "\\", "\\*", "'", '"', '\\"', "`", "’", "é",
            "...", "ab", "%", "{", ".", "\r\n", "x y", "\x1b[31m"]  # fmt: skip


def test_same_answer_as_full_backtracking():
    """Blocks and segments find exactly what one regular expression with full backtracking finds."""
    rng = random.Random(20261121)
    matched = compared = 0
    while compared < PAIRS:
        pattern = "".join(rng.choices(ALPHABET, k=rng.randint(1, 9)))
        try:
            program = TextProgram(compile_text(pattern).program)
        except PatternError:
            continue
        around = "".join(rng.choices(ALPHABET, k=rng.randint(0, 12)))
        filled = pattern.replace("*", "zz").replace("\n...\n", "\nq\nr\n")
        for text in (around, around + pattern + around, around + filled + around, pattern):
            data = normalize(text.encode())
            found = program.search(data, data.lower(), 0, len(data), {}) is not None
            assert found == slow_find(pattern, text), (pattern, text)
            compared += 1
            matched += found
    assert matched > PAIRS // 4


@settings(max_examples=2_000, deadline=None)
@given(st.text(alphabet=st.one_of(st.sampled_from("ab '\"\\*%{}.\n\t()[]"), st.characters()), max_size=60))
def test_pasted_text_matches_itself(text):
    """Any error text put into `text:` unchanged matches that text, or is refused with a hint."""
    try:
        matched = find(text, text)
    except PatternError as error:
        assert error.hint
        return
    if "%{" not in text:
        assert matched is not None


def test_hostile_line_is_fast():
    """Several wildcards on a line made for backtracking take no time (a lazy regex takes seconds)."""
    import time

    start = time.perf_counter()
    assert find("a*a*a*a*b", "a" * 16_384) is None
    assert find("a b*c d*e f*g", "a b c d e f " * 1_400) is None
    assert time.perf_counter() - start < 60  # a regex would take longer than the test suite
