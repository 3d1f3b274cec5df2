"""The other files of a pack: texts of examples, votes, links and pipes, and that nothing outside is read."""

import os
from pathlib import Path

import pytest
from packs import ENTRY, codes, ids, load_one, with_example_file, write

from matcher.knowledge.loader import example_text, load


def test_examples_are_read_from_files(tmp_path: Path) -> None:
    """A file is relative to the entry; what is not UTF-8 becomes visible."""
    write(tmp_path, {"disk/fixtures/full.log": b"No space left on device \xff\n"})
    (one,) = load_one(tmp_path, with_example_file("fixtures/full.log")).entries
    assert example_text(one, one.entry.examples[0]) == "No space left on device \\xff\n"
    assert example_text(one, one.entry.counterexamples[0]) == "space left: 3 GB"
    (tmp_path / "disk/fixtures/full.log").unlink()
    assert example_text(one, one.entry.examples[0]) == ""


@pytest.mark.parametrize(
    "file",
    [
        "gone.log",
        "../../secret",
        "fixtures/../../../secret",
        "link",
        "folder-link/secret",
        ".",
        "..",
        "fixtures",
    ],
)
def test_example_files_stay_in_the_pack(tmp_path: Path, file: str) -> None:
    """A file that is missing or leads outside is refused, and never read."""
    write(tmp_path, {"secret": "top secret", "pack/disk/fixtures/x": ""})
    (tmp_path / "pack/disk/link").symlink_to(tmp_path / "secret")
    (tmp_path / "pack/disk/folder-link").symlink_to(tmp_path)
    good = load_one(tmp_path / "pack", ENTRY).entries[0]
    loaded = load_one(tmp_path / "pack", with_example_file(file))
    assert [problem.code for problem in loaded.problems if problem.code != "symlink"] == ["example-file"]
    example = good.entry.examples[0].model_copy(update={"file": file, "text": None})
    assert example_text(good, example) == ""


def test_links_do_not_lead_out_of_a_pack(tmp_path: Path) -> None:
    """A link to a file of the pack is followed; others, and all folders behind links, are refused."""
    write(tmp_path, {"outside/disk/full.yaml": ENTRY, "pack/disk/full.yaml": ENTRY})
    pack = tmp_path / "pack"
    (pack / "disk/same.yaml").symlink_to(pack / "disk/full.yaml")
    (pack / "disk/stolen.yaml").symlink_to(tmp_path / "outside/disk/full.yaml")
    (pack / "folder").symlink_to(tmp_path / "outside")
    (pack / "circle").symlink_to(pack)
    (pack / "parts.yaml").symlink_to(tmp_path / "outside/disk/full.yaml")
    loaded = load([("test", str(pack))])
    assert ids(loaded) == ["disk/full", "disk/same"]
    assert sorted(codes(loaded)) == ["outside", "outside", "symlink", "symlink"]


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    """A pipe would block for ever; it is reported, as are folders, dangling links and missing roots."""
    write(tmp_path, {"disk/full.yaml": ENTRY})
    os.mkfifo(tmp_path / "disk/pipe.yaml")
    (tmp_path / "disk/dangling.yaml").symlink_to(tmp_path / "disk/nothing")
    (tmp_path / "disk/folder.yaml").mkdir()
    loaded = load([("test", str(tmp_path)), ("gone", str(tmp_path / "gone"))])
    assert ids(loaded) == ["disk/full"]
    assert codes(loaded) == ["unreadable"] * 3


def test_votes_are_read_line_by_line(tmp_path: Path) -> None:
    """Good lines become votes with a count; a bad line is a problem at its number."""
    lines = [
        '{"entry": "disk/full", "fix": "make-room", "outcome": "worked", "date": "2026-01-02"}',
        "",
        '{"entry": "disk/full", "fix": "make-room", "outcome": "failed", "count": 3, "version": "1"}',
        '{"entry": "disk/full", "fix": "make-room", "outcome": "maybe"}',
        "not json",
        "[" * 100_000,
        '{"entry": "disk/full", "outcome": "worked", "fix": "make-room", "extra": 1}',
        "5",
    ]
    loaded = load_one(tmp_path, ENTRY, **{"votes.jsonl": "\n".join(lines)})
    assert loaded.votes == (
        {
            "entry": "disk/full",
            "fix": "make-room",
            "outcome": "worked",
            "count": 1,
            "date": "2026-01-02",
        },
        {"entry": "disk/full", "fix": "make-room", "outcome": "failed", "count": 3, "version": "1"},
    )
    assert [(p.code, p.location.line) for p in loaded.problems] == [
        ("bad-value", 4),
        ("syntax", 5),
        ("syntax", 6),
        ("unknown-field", 7),
        ("wrong-type", 8),
    ]
