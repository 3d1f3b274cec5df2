"""The stored file: opened in constant time, checked record by record, rebuilt and never trusted."""

import os
import random
from pathlib import Path

import pytest
from helpers import entry_yaml, write_kb

from matcher.api import Matcher
from matcher.engine import database
from matcher.engine.database import Database
from matcher.errors import DatabaseError, KnowledgeError

ERROR = "WidgetError: the flux widget 7 is jammed in the gantry"
CORRUPTIONS = 400


@pytest.fixture
def kb(tmp_path, monkeypatch):
    """A knowledge base with its own cache folder."""
    monkeypatch.setenv("MATCHER_CACHE_DIR", str(tmp_path / "cache"))
    text = entry_yaml(ERROR, "text: 'the flux widget %{int:n} is jammed in the gantry'")
    return write_kb(tmp_path / "kb", {"widget/jammed": text})


def stored(tmp_path) -> Path:
    (found,) = (tmp_path / "cache").glob("*.db")
    return found


def ask(kb) -> str | None:
    report = Matcher.open(kb, builtin=False).match(ERROR)
    return report.best.id if report.best else None


def test_second_opening_does_not_compile(kb, tmp_path, monkeypatch):
    """A stored database is used as long as the files are the same."""
    assert ask(kb) == "widget/jammed"
    before = stored(tmp_path).stat().st_mtime_ns
    from matcher.knowledge import compiler

    monkeypatch.setattr(compiler, "build", lambda *a, **k: pytest.fail("compiled again"))
    assert ask(kb) == "widget/jammed"
    assert stored(tmp_path).stat().st_mtime_ns == before


def test_a_changed_file_is_compiled_again(kb):
    """The answer follows the files."""
    assert ask(kb) == "widget/jammed"
    write_kb(kb, {"widget/stuck": entry_yaml(ERROR, "text: the flux widget 7 is jammed in the gantry")})
    (kb / "widget/jammed.yaml").unlink()
    assert ask(kb) == "widget/stuck"


def test_any_corruption_is_noticed_or_harmless(kb, tmp_path):
    """Flipped, cut, grown and foreign files: always the right answer, at worst slower."""
    assert ask(kb) == "widget/jammed"
    path = stored(tmp_path)
    good = path.read_bytes()
    rng = random.Random(7)
    for _ in range(CORRUPTIONS):
        bad = bytearray(good)
        kind = rng.randrange(4)
        if kind == 0:
            bad[rng.randrange(len(bad))] ^= 1 << rng.randrange(8)
        elif kind == 1:
            del bad[rng.randrange(len(bad)) :]
        elif kind == 2:
            start = rng.randrange(len(bad))
            bad[start : start + 64] = rng.randbytes(64)
        else:
            bad += rng.randbytes(rng.randrange(1, 200))
        path.write_bytes(bad)
        assert ask(kb) == "widget/jammed"
        path.write_bytes(good)


def test_a_compiled_file_opens_alone_and_says_when_it_is_broken(kb, tmp_path):
    """A file of `kb compile` needs no YAML; broken, it is a clear error and no wrong answer."""
    from matcher.knowledge import compiler

    path = tmp_path / "own.db"
    compiler.write(str(path), compiler.build([("own", str(kb))]))
    assert Matcher.open(path).match(ERROR).best.id == "widget/jammed"
    path.write_bytes(path.read_bytes()[:-10])
    with pytest.raises(KnowledgeError, match="truncated"):
        Matcher.open(path)


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "truncated"), (b"x" * 100, "not a matcher database"), (database.MAGIC + b"\0" * 64, "damaged")],
)
def test_foreign_files_are_refused(tmp_path, content, says):
    """A file that is not a database of this version is refused with the reason."""
    path = tmp_path / "foreign.db"
    path.write_bytes(content)
    with pytest.raises(DatabaseError, match=says):
        Database(str(path))


def test_records_are_checked_when_read(tmp_path):
    """A damaged record is refused, the others stay readable, and `verify` finds it."""
    path = tmp_path / "some.db"
    database.write(str(path), {"a": [b"one", b"two"], "b": [b""]}, {})
    raw = path.read_bytes()
    path.write_bytes(raw.replace(b"two", b"twi"))
    opened = Database(str(path))
    assert opened.record("a", 0) == b"one"
    assert opened.record("b", 0) == b""
    with pytest.raises(DatabaseError, match="damaged"):
        opened.record("a", 1)
    with pytest.raises(DatabaseError, match="no record"):
        opened.record("a", 2)
    with pytest.raises(DatabaseError, match="damaged"):
        opened.verify()


def test_an_unusable_cache_folder_only_costs_time(kb, tmp_path, monkeypatch):
    """Without a private, writable cache folder the answer is the same."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("MATCHER_CACHE_DIR", str(blocked / "cache"))
    assert ask(kb) == "widget/jammed"


def test_a_cache_folder_of_others_is_not_used(kb, tmp_path, monkeypatch):
    """Nothing is read from or written to a folder that everybody may write."""
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    monkeypatch.setenv("MATCHER_CACHE_DIR", str(shared))
    assert ask(kb) == "widget/jammed"
    assert os.listdir(shared) == []


def test_interrupted_writing_leaves_the_old_file(tmp_path):
    """A failure while writing keeps what was there and leaves no temporary file."""
    path = tmp_path / "some.db"
    database.write(str(path), {"a": [b"one"]}, {})
    with pytest.raises(TypeError):
        database.write(str(path), {"a": ["not bytes"]}, {})  # type: ignore[list-item]
    assert Database(str(path)).record("a", 0) == b"one"
    assert [p.name for p in tmp_path.iterdir()] == ["some.db"]
