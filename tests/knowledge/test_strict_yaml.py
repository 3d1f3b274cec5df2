"""The strict YAML reader: what it gives, what it refuses, where it says so, and what it survives."""

import subprocess
import sys
import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.knowledge import strict_yaml
from matcher.knowledge.strict_yaml import DEPTH, FILE_BYTES, PROBLEMS, Document, parse

LOADERS = [pytest.param(yaml.SafeLoader, id="pure")]
if hasattr(yaml, "CSafeLoader"):
    LOADERS.append(pytest.param(yaml.CSafeLoader, id="libyaml"))


@pytest.fixture(params=LOADERS)
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_yaml, "LOADER", request.param)


def read(text: str) -> Document:
    document, problems = parse(text.encode(), "x.yaml")
    assert problems == ()
    assert document is not None
    return document


def found(data: bytes) -> list[tuple[str, int, int]]:
    """What is refused, as (code, line, column)."""
    return [(p.code, p.location.line, p.location.column) for p in parse(data, "x.yaml")[1]]


@pytest.mark.usefixtures("_loader")
def test_every_scalar_is_text() -> None:
    """What YAML takes for booleans, numbers, dates or null stays as it is written."""
    document = read("no: on\nversion: 3.10\ntime: 12:30:45\nlist: [1, ~, 'x', \"y\"]\nnothing:\n")
    assert document.value == {
        "no": "on",
        "version": "3.10",
        "time": "12:30:45",
        "list": ["1", "~", "x", "y"],
        "nothing": "",
    }


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("\ufeffa: é", {"a": "é"}),
        ("a: b\r\nc: |\r\n  d\r\n", {"a": "b", "c": "d\n"}),
        ("---\na: b\n", {"a": "b"}),
        ("a: text *with# [all] {of} 'it'", {"a": "text *with# [all] {of} 'it'"}),
        ('"<<": x', {"<<": "x"}),
        ("{}", {}),
    ],
)
def test_harmless_forms_are_taken(text: str, value: object) -> None:
    """A byte order mark, CRLF, a document start and quoted specials are no problem."""
    assert read(text).value == value


SYNTAX = [
    (b"a: %{x} y", "syntax", 1, 4),
    (b"a: {b: %{x}}", "syntax", 1, 8),
    (b"a: *x y", "syntax", 1, 4),
    (b"a: * y", "syntax", 1, 4),
    (b"a: [x] y", "syntax", 1, 4),
    (b"a: {x} y", "syntax", 1, 4),
    (b"a: 'x' y", "syntax", 1, 4),
    (b'a: "x" y', "syntax", 1, 4),
    (b"a: @x", "syntax", 1, 4),
    (b"a: `x`", "syntax", 1, 4),
    (b"a: x: y", "syntax", 1, 5),
    (b"a: 1\nb: 'x\nc: 2\n", "syntax", 2, 4),
    (b'a: 1\nb: "x\n\nc: 2\n', "syntax", 2, 4),
    (b"a: [x, y", "syntax", 1, 4),
    (b"a: {x: y", "syntax", 1, 4),
    (b"a: {b: c, , d}", "syntax", 1, 11),
    (b"a:\n\tb: c", "syntax", 2, 1),
    (b"a: b\n  c: d", "syntax", 2, 4),
    (b"a: b\n- c", "syntax", 2, 1),
    (b"a: b\nc\nd: e", "syntax", 2, 1),
    (b"a: - b", "syntax", 1, 4),
    (b"a: |x\n  b", "syntax", 1, 5),
    (b"a:\n    b: c\n  d: e", "syntax", 3, 3),
]

REFUSED = [
    (b"", "empty", 1, 1),
    (b"# nothing\n", "empty", 1, 1),
    (b"---\n", "empty", 1, 1),
    (b"- a", "not-a-mapping", 1, 1),
    (b"text", "not-a-mapping", 1, 1),
    (b"a: 1\nb: 2\na: 3", "duplicate-key", 3, 1),
    (b"x: {a: 1, a: 2}", "duplicate-key", 1, 11),
    (b"a: &x b", "anchor", 1, 4),
    (b"a: *x", "alias", 1, 4),
    (b"a: !t b", "tag", 1, 4),
    (b"a: !!str b", "tag", 1, 4),
    (b"<<: {a: b}", "merge-key", 1, 1),
    (b"? [a]\n: b", "complex-key", 1, 3),
    (b"{a: b}: c", "complex-key", 1, 1),
    (b"a: b\n---\nc: d", "several-documents", 2, 1),
    (b"a: b\nc: d\xff", "not-utf8", 2, 5),
    ("é: \udcff".encode("utf-8", "surrogateescape"), "not-utf8", 1, 4),
    (b"a: b\nc: \x1b", "control-character", 2, 4),
    (b"a: b\0", "control-character", 1, 5),
    (b"a: b\rc: d", "control-character", 1, 5),
    ("a: b\u2028c: d".encode(), "control-character", 1, 5),
    (b"a: failed #5 times", "cut-by-comment", 1, 11),
]


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize(("data", "code", "line", "column"), SYNTAX + REFUSED)
def test_what_is_refused_is_located(data: bytes, code: str, line: int, column: int) -> None:
    """Each problem names its code, line and column, the same with both parsers."""
    assert found(data) == [(code, line, column)]


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize("data", [row[0] for row in SYNTAX + REFUSED])
def test_each_problem_says_what_to_do(data: bytes) -> None:
    """Message and hint are there, and the source is the line of the location."""
    for problem in parse(data, "x.yaml")[1]:
        line = data.decode("utf-8", "replace").split("\n")[problem.location.line - 1]
        assert (bool(problem.message), bool(problem.hint), problem.source) == (True, True, line)


@pytest.mark.parametrize(
    ("data", "message", "hint"),
    [
        (
            b"x: 1\nfixes: 1\nfixes: 2",
            "duplicate key 'fixes' (first at 2:1)",
            "delete one of the two, or merge them",
        ),
        (
            b"a: %{x}",
            "an unquoted text cannot start with %",
            "put the whole text in quotes, or on its own line after '|'",
        ),
        (b"a: 'x", "this quote is never closed", "close the quote; inside '...' a quote is written twice"),
        (
            b"a: x #5",
            "'#5' is read as a comment, not as part of the text",
            "put the text in quotes, or a blank after the '#' of a comment",
        ),
    ],
)
def test_messages_are_for_people(data: bytes, message: str, hint: str) -> None:
    """The message says what is wrong with the value, the hint says what to do."""
    assert [(p.message, p.hint) for p in parse(data, "x.yaml")[1]] == [(message, hint)]


def test_all_problems_of_a_file_are_collected() -> None:
    """Only a syntax error or a limit ends the file; what was refused is left out of the document."""
    document, problems = parse(b"a: &x 1\nb: *x\na: 2\n<<: 3\nc: !t 4\nd: [5, 'e]\n", "x.yaml")
    assert [p.code for p in problems] == ["anchor", "alias", "duplicate-key", "merge-key", "tag", "syntax"]
    assert document is None
    document, _ = parse(b"a: &x 1\nb: *x\na: 2\n<<: 3\nc: !t 4\n", "x.yaml")
    assert document is not None
    assert document.value == {"a": "1", "b": "", "c": "4"}


def test_problems_of_a_file_are_limited() -> None:
    """A hostile file gives at most PROBLEMS problems."""
    assert len(found(b"a: 1\n" * 1000)) == PROBLEMS


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a: " + b"x" * FILE_BYTES, "file-too-large"),
        (b"a: " + b"[" * DEPTH + b"]" * DEPTH, "too-deep"),
        (b"a:\n" + b"- b\n" * 500, "too-many-nodes"),
    ],
)
def test_limits(data: bytes, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One more than allowed is refused, with the limit as the reason."""
    monkeypatch.setattr(strict_yaml, "NODES", 500)  # the real limit takes the pure parser 6 s
    document, problems = parse(data, "x.yaml")
    assert (document, [p.code for p in problems]) == (None, [code])


def test_the_deepest_allowed_document_is_read() -> None:
    """The limit itself is allowed."""
    assert read("a: " + "[" * (DEPTH - 1) + "]" * (DEPTH - 1)).value["a"] != ""


@pytest.mark.parametrize("bomb", [b"[", b"{", b"- ", b"? ", b"[{", b"{a: ", b"a: [", b"- - {b: ["])
def test_nesting_bombs_are_refused_at_once(bomb: bytes) -> None:
    """A megabyte of brackets is refused before it is read."""
    data = (bomb * FILE_BYTES)[:FILE_BYTES]
    start = time.perf_counter()
    codes = [p.code for p in parse(data, "x.yaml")[1]]
    assert codes[-1] in ("too-deep", "syntax")
    assert time.perf_counter() - start < 10


def test_no_bomb_reaches_the_c_stack() -> None:
    """In a thread with a stack of 512 KiB, both parsers survive what crashes `yaml.load`."""
    script = """
import threading, yaml
from matcher.knowledge import strict_yaml
def run():
    for loader in (getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader):
        strict_yaml.LOADER = loader
        for part in ("[", "{", "- ", "? ", "[{", "{a: ", "&a [", "!t [", "a: [", "'", '"', "|", "%", "#"):
            strict_yaml.parse((part * 30000).encode(), "x.yaml")
        strict_yaml.parse(b"a: " + b"[" * 2000 + b"]" * 2000, "x.yaml")
    print("survived")
threading.stack_size(512 * 1024)
thread = threading.Thread(target=run)
thread.start()
thread.join()
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("survived\n", 0), done.stderr


TEXT = """\
# a comment
title: "a \\"quoted\\" text"
match:
  identifies:
    - text: plain words
      where: 'it''s'
    - regex: |
        first
          second line
fixes: {a: {does: x}, b: {does: y}}
"""


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), (2, 1), (2, 1)),
        (("title",), (2, 8), (2, 1)),
        (("match", "identifies"), (5, 5), (4, 3)),
        (("match", "identifies", 0), (5, 7), (5, 7)),
        (("match", "identifies", 0, "where"), (6, 14), (6, 7)),
        (("match", "identifies", 1, "regex"), (7, 14), (7, 7)),
        (("fixes", "b", "does"), (10, 33), (10, 27)),
        (("fixes", "c", "does"), (10, 8), (10, 8)),
        (("match", "identifies", 7, "text"), (5, 5), (5, 5)),
    ],
)
def test_every_part_is_located(
    path: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int]
) -> None:
    """Values and keys have their own places; of an unknown path, the longest known prefix has one."""
    document = read(TEXT)
    assert document.locate(path) == ("x.yaml", *value)
    assert document.locate_key(path) == ("x.yaml", *key)


@pytest.mark.parametrize(
    ("path", "offset", "place"),
    [
        (("match", "identifies", 0, "text"), 6, (5, 19)),
        (("match", "identifies", 0, "where"), 2, (6, 17)),
        (("match", "identifies", 0, "where"), 3, (6, 19)),
        (("title",), 2, (2, 11)),
        (("title",), 3, (2, 13)),
        (("match", "identifies", 1, "regex"), 2, (8, 11)),
        (("match", "identifies", 1, "regex"), 8, (9, 11)),
        (("match", "identifies", 1, "regex"), 999, (7, 14)),
    ],
)
def test_an_offset_leads_to_its_character(
    path: tuple[str | int, ...], offset: int, place: tuple[int, int]
) -> None:
    """The caret counts characters of the value, whatever quotes and indents stand in the file."""
    problem = read(TEXT).problem("code", path, "message", offset=offset)
    assert (problem.location.line, problem.location.column) == place


def test_a_problem_carries_its_source_line() -> None:
    """A problem of a document is complete."""
    problem = read(TEXT).problem("code", ("match", "identifies", 0, "where"), "m", "h", "lint", key=True)
    assert problem == ("code", ("x.yaml", 6, 7), "m", "h", "      where: 'it''s'", "lint")


def test_a_nested_document_has_the_long_form() -> None:
    """The value lies one level down, and every place stays."""
    document = read("match:\n  - text: x\n").nested("match", "identifies")
    assert document.value == {"match": {"identifies": [{"text": "x"}]}}
    assert document.locate(("match", "identifies", 0, "text")) == ("x.yaml", 2, 11)


WORDS = [": ", "\n  ", "- ", "<<: ", "---\n", "...\n", "\ufeff", "é", "\\ud800", "\\UFFFFFFFF"]
TOKENS = st.sampled_from([*"ab :-?[]{},#&*!|>'\"%@`\\\n\r\t\0~", *WORDS])


@pytest.mark.usefixtures("_loader")
@settings(max_examples=300)
@given(st.one_of(st.binary(), st.lists(TOKENS).map(lambda parts: "".join(parts).encode())))
def test_reading_never_raises(data: bytes) -> None:
    """Any bytes give a document or a located problem, and each part of a document is located."""
    document, problems = parse(data, "x.yaml")
    assert document is not None or problems != ()
    if document is not None:
        for key in document.value:
            assert document.locate((key,)) >= ("x.yaml", 1, 1)


@pytest.mark.usefixtures("_loader")
@given(st.integers(0, len(TEXT.encode())), st.binary(max_size=2))
def test_a_damaged_file_is_read_or_refused(at: int, put: bytes) -> None:
    """A file that is cut or overwritten anywhere gives a document or problems with line and column."""
    data = TEXT.encode()
    for damaged in (data[:at], data[:at] + put + data[at + len(put) :]):
        document, problems = parse(damaged, "x.yaml")
        assert document is not None or all(p.location.line for p in problems)


@given(st.dictionaries(st.text(min_size=1), st.text(), min_size=1))
def test_what_is_dumped_is_read_back(value: dict[str, str]) -> None:
    """Quoted text comes back as it is, whatever it holds."""
    text = yaml.safe_dump(value, default_style='"', allow_unicode=False)
    document, problems = parse(text.encode(), "x.yaml")
    assert (document.value if document else None, problems) == (value, ())
