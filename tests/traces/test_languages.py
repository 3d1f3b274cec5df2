"""Class, message and frames of traces of other languages than Python, Java and Node."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trace_cases import ALL

from matcher.traces import chain, languages

CASES = {case.name: case.events[0].encode() for case in ALL}

#: Case; role, class, beginning of the message and raising frame of each link, the raised one first.
READ = {
    "go/index": [
        ("raised", "panic", "runtime error: index out of range", ("/app/main.go", 6, "main", "main", True))
    ],
    "go/deadlock": [
        ("raised", "fatal error", "all goroutines are", ("/app/main.go", 5, "main", "main", True))
    ],
    "go/http_panic": [
        (
            "raised",
            "panic",
            "no handler",
            ("/usr/lib/go-1.19/src/net/http/server.go", 1850, "(*conn).serve.func1", "http", False),
        )
    ],
    "rust/unwrap": [("raised", "panic", "called `Result::unwrap()`", None)],
    "rust/old_panic": [
        (
            "raised",
            "panic",
            "index out of bounds: the len is 0",
            (
                "/rustc/90c541806f23a127002de5b4038be731ba1458ca/library/std/src/panicking.rs",
                578,
                "rust_begin_unwind",
                "",
                False,
            ),
        )
    ],
    "rust/anyhow": [("raised", "Error", "cannot start", None)],
    "ruby/cause": [
        ("raised", "RuntimeError", "cannot load", ("/app/main.rb", 5, "rescue in load", "", True)),
        ("cause", "ArgumentError", "invalid value for Integer()", ("/app/main.rb", 3, "Integer", "", True)),
    ],
    "ruby/own_class": [
        ("raised", "Jobs::QueueFull", "Jobs::QueueFull", ("/app/main.rb", 4, "<main>", "", True))
    ],
    "ruby/new_quotes": [
        ("raised", "ArgumentError", "invalid value", ("/app/main.rb", 2, "Kernel#Integer", "", True))
    ],
    "php/previous": [
        ("raised", "RuntimeException", "second", None),
        ("cause", "LogicException", "first", ("/app/main.php", 3, "a", "", True)),
    ],
    "php/undefined_function": [
        ("raised", "Error", "Call to undefined function start_it()", ("/app/main.php", 3, "run", "Job", True))
    ],
    "dotnet/plain": [
        (
            "raised",
            "System.InvalidOperationException",
            "The queue is closed.",
            ("/app/src/Queue.cs", 41, "Push", "Acme.Jobs.Queue", True),
        )
    ],
    "dotnet/aggregate": [
        ("raised", "System.AggregateException", "One or more errors occurred.", None),
        (
            "cause",
            "System.Exception",
            "first",
            ("/app/src/Program.cs", 5, "<Main>b__0_0", "Program.<>c", True),
        ),
        (
            "cause",
            "System.Exception",
            "second",
            ("/app/src/Program.cs", 6, "<Main>b__0_1", "Program.<>c", True),
        ),
    ],
}


def links(text):
    """What `chain` reads, each link with its raising frame."""
    parts = chain.parts_of(text)
    found = []
    for link, part in zip(chain.links_of(text, parts), chain.from_raised(parts), strict=True):
        frames = chain.frames_of(text, part.start, part.end)
        found.append((link.role, link.classes, link.args, frames[-1] if frames else None))
    return found


@pytest.mark.parametrize("name", READ)
def test_links_are_read(name):
    """Role, class, message and raising frame."""
    expected, found = READ[name], links(CASES[name])
    assert len(found) == len(expected)
    for (role, classes, args, frame), (want_role, want_class, message, want_frame) in zip(
        found, expected, strict=True
    ):
        assert (role, classes) == (want_role, (want_class,))
        assert args[0].startswith(message)
        assert (tuple(frame) if frame else None) == want_frame


def test_python_traces_ask_nobody_else(monkeypatch):
    """A Python trace costs what it cost before: no other language is tried."""

    def asked(*_):
        raise AssertionError("asked for a Python trace")

    for name in ("header", "joints", "frames", "owns_frames"):
        monkeypatch.setattr(languages, name, asked)
    for name, text in CASES.items():
        if name.startswith("python/") and re.match(rb"Traceback", text):
            assert links(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(sorted({line for case in ALL for line in case.lines})), max_size=8))
def test_any_lines_can_be_read(lines):
    """Whatever stands together, parts cover the text in order, and spans lie inside of them."""
    text = "\n".join(lines).encode()
    parts = chain.parts_of(text)
    assert [parts[0].start, *(part.end for part in parts)] == [*(part.start for part in parts), len(text)]
    for part in parts:
        for start, end in (part.header, part.message):
            assert part.start <= start <= end <= part.end
        chain.frames_of(text, part.start, part.end)
