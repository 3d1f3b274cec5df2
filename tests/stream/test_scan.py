"""`Matcher.scan`: every event once, whole, in order, however the stream is cut."""

import io
import os
import random
import socket
import threading
from itertools import pairwise

import pytest
from helpers import entry_yaml, write_kb
from hypothesis import given, settings
from hypothesis import strategies as st
from stream import texts

from matcher.api import Matcher
from matcher.errors import InputError

CUTS = 400  # of each text in the normal run; `make cuts` does many more


@pytest.fixture(scope="module")
def opened():
    return Matcher.open()


def seen(matcher, stream):
    """What a scan gives, comparable."""
    scan = matcher.scan(stream)
    reports = [(r.best.id, dict(r.best.captures), r.best.line, r.place) for r in scan]
    return reports, scan.counts


def chunks(data, cuts):
    borders = [0, *sorted(cuts), len(data)]
    return [data[a:b] for a, b in pairwise(borders)]


def mixed(seed):
    """A log of ordinary lines and traces: plain, coloured, behind prefixes, with CRLF, interleaved."""
    rng = random.Random(seed)
    parts = []
    for _ in range(rng.randint(1, 6)):
        parts.extend(rng.choice(texts.ORDINARY) for _ in range(rng.randint(0, 12)))
        trace = rng.choice(texts.TRACES)
        match rng.randrange(6):
            case 0:
                trace = texts.behind(b"2026-05-01T10:11:12.1234567Z ", trace)
            case 1:
                trace = b"".join(texts.colored(line) for line in trace.splitlines(keepends=True))
            case 2:
                trace = trace.replace(b"\n", b"\r\n")
            case 3:
                lines = trace.splitlines(keepends=True)
                noise = [b"db_1   | checkpoint complete\n"] * len(lines)
                trace = b"".join(b"web_1  | " + a + b for a, b in zip(lines, noise, strict=True))
            case 4:
                trace = texts.behind(b"May  1 10:11:12 host app[17]: ", trace)
        parts.append(trace)
    return b"".join(parts) + rng.choice([b"", b"the end\n", b"unfinished"])


def test_an_event_has_its_lines_offsets_and_captures(opened):
    """A trace between other lines is one report with the place of the whole trace."""
    text = b"one\ntwo\n" + texts.PYTHON + b"three\n"
    ((entry, captures, line, place),), counts = seen(opened, text)
    assert (entry, captures, line) == ("python/module-not-found", {"name": "yaml"}, 6)
    assert (place.first_line, place.last_line, place.lines) == (3, 6, 4)
    assert text[place.start : place.end] == texts.PYTHON
    assert (counts.bytes, counts.lines, counts.events, counts.unmatched_lines) == (len(text), 7, 1, 3)


@pytest.mark.parametrize("seed", range(40))
def test_cuts_change_nothing(opened, seed):
    """Bytes one at a time, random cuts, one piece: the same reports, places and counts."""
    data = mixed(seed)
    whole = seen(opened, data)
    rng = random.Random(seed)
    assert seen(opened, [data[i : i + 1] for i in range(len(data))]) == whole
    for _ in range(CUTS // 40):
        cuts = [rng.randrange(len(data) + 1) for _ in range(rng.randint(1, 8))]
        assert seen(opened, chunks(data, cuts)) == whole, cuts


def test_file_pipe_and_match_agree(opened, tmp_path):
    """A file, a file object, a pipe, a socket give the same; `match` of an event gives its diagnosis."""
    data = mixed(3)
    expected = seen(opened, data)
    path = tmp_path / "a.log"
    path.write_bytes(data)
    assert seen(opened, path) == seen(opened, str(path)) == seen(opened, io.BytesIO(data)) == expected
    with path.open("rb") as file:
        assert seen(opened, file) == expected
    reading, writing = os.pipe()
    thread = threading.Thread(target=lambda: (os.write(writing, data), os.close(writing)))
    thread.start()
    with open(reading, "rb", buffering=0) as file:
        assert seen(opened, file) == expected
    thread.join()
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(data)
        theirs.shutdown(socket.SHUT_WR)
        assert seen(opened, ours) == expected
    for report in opened.scan(data):
        alone = opened.match(data[report.place.start : report.place.end])
        assert alone.best.id == report.best.id


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(st.sampled_from([*texts.TRACES, *texts.ORDINARY]), st.binary(max_size=60)), max_size=12
    )
)
def test_any_bytes(parts):
    """Whatever comes, nothing raises, lines and bytes add up, and a cut changes nothing."""
    matcher = Matcher.open()
    data = b"log\n" + b"".join(parts)  # else it could begin like a compressed file
    whole, counts = seen(matcher, data)
    assert counts.bytes == len(data)
    assert counts.lines == data.count(b"\n") + (bool(data) and not data.endswith(b"\n"))
    assert seen(matcher, chunks(data, [len(data) // 3, len(data) // 2])) == (whole, counts)


def test_interleaved_processes_stay_apart(opened):
    """Two traces that two processes write at the same time are two events with their own lines."""
    first = texts.behind(b"web_1  | ", texts.PYTHON).splitlines(keepends=True)
    second = texts.behind(b"job_1  | ", texts.PYTHON.replace(b"yaml", b"toml")).splitlines(keepends=True)
    log = b"".join(a + b for a, b in zip(first, second, strict=True))
    found, _ = seen(opened, log)
    assert [(captures, place.process, place.lines) for _, captures, _, place in found] == [
        ({"name": "yaml"}, "web_1", 4),
        ({"name": "toml"}, "job_1", 4),
    ]


def test_partial_lines_of_a_container_runtime(opened):
    """A line that the runtime cut into parts is one line, also with another stream in between."""
    stamp = b"2026-05-01T10:11:12.123456789Z "
    log = texts.behind(stamp + b"stderr F ", texts.PYTHON[: texts.PYTHON.index(b"ModuleNot")])
    log += stamp + b"stderr P ModuleNotFoundError: No module named \n"
    log += stamp + b"stdout F other\n" + stamp + b"stderr F 'yaml'\n"
    log += stamp + b"stderr F No module named 'toml'\n"
    found, _ = seen(opened, log)
    assert [(captures, place.process) for _, captures, _, place in found] == [({"name": "toml"}, "stderr")]
    log = log.replace(
        b"stderr P ModuleNotFoundError: No module named \n", b"stderr P ModuleNotFoundError: \n"
    )
    log = log.replace(b"stderr F 'yaml'", b"stderr F No module named 'yaml'")
    found, _ = seen(opened, log)
    assert [captures for _, captures, _, _ in found] == [{"name": "yaml"}, {"name": "toml"}]


def test_escaped_text_in_json_records(tmp_path):
    """A signature with quotes and backslashes is found inside the strings of JSON log records."""
    text = "cannot open C:\\Temp\\größe for writing"
    kb = write_kb(tmp_path, {"acme/path": entry_yaml(text, "text: '" + text + "'")})
    matcher = Matcher.open(kb, builtin=False)
    record = '{"level":"error","message":"cannot open C:\\\\Temp\\\\gr\\u00f6\\u00dfe for writing"}\n'
    found, _ = seen(matcher, b"x\n" + record.encode() + b"y\n")
    assert [(entry, place.first_line) for entry, _, _, place in found] == [("acme/path", 2)]


def test_utf16_with_a_mark(opened):
    """A UTF-16 file as some Windows programs write it."""
    text = "eins\r\n" + texts.PYTHON.decode().replace("\n", "\r\n")
    for encoding in ("utf-16-le", "utf-16-be"):
        data = ("\ufeff" + text).encode(encoding)
        found, counts = seen(opened, [data[i : i + 3] for i in range(0, len(data), 3)])
        assert [entry for entry, *_ in found] == ["python/module-not-found"]
        assert counts.lines == 5


def test_one_long_line(opened):
    """In a line of megabytes each hit is found, with the text around it, in bounded memory."""
    needle = b"ModuleNotFoundError: No module named 'yaml' "
    data = b"x" * 3_000_000 + needle + b"y" * 2_000_000 + needle + b"z" * 50_000 + b"\nlast line\n"
    found, counts = seen(opened, io.BytesIO(data))
    assert [place.first_line for *_, place in found] == [1, 1]
    assert counts.lines == 2
    rng = random.Random(1)
    for _ in range(5):
        cuts = [rng.randrange(len(data)) for _ in range(6)]
        assert seen(opened, chunks(data, cuts)) == (found, counts)


def test_an_endless_trace(opened):
    """A trace that never ends is cut into events; the error behind it is still found."""
    frames = b"".join(b'  File "/app/x.py", line %d, in f\n    f()\n' % n for n in range(200_000))
    data = (
        b"Traceback (most recent call last):\n"
        + frames
        + b"RecursionError: maximum recursion depth exceeded\n"
    )
    found, counts = seen(opened, io.BytesIO(data + b"end\n" + texts.PYTHON))
    assert [entry for entry, *_ in found] == ["python/recursion-limit", "python/module-not-found"]
    assert counts.lines == data.count(b"\n") + 5


def test_wrong_types_are_refused(opened):
    """What cannot be read is refused with what can."""
    with pytest.raises(InputError, match="not int"):
        opened.scan(17)
    with pytest.raises(OSError, match="No such file"):
        opened.scan("/nowhere/at/all.log")


def test_a_silent_pipe_ends_an_event():
    """On a pipe an event is reported after a moment of silence, though the pipe stays open."""
    matcher = Matcher.open()
    reading, writing = os.pipe()
    with open(reading, "rb", buffering=0) as file:
        scan = matcher.scan(file)
        os.write(writing, b"hello\n" + texts.PYTHON)
        report = next(scan)
        assert report.place.lines == 4
        os.write(writing, b"more\n" + texts.PYTHON)
        os.close(writing)
        assert [r.place.first_line for r in scan] == [7]
