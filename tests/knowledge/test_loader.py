"""Packs: which files are entries, what their ids are, how roots and parents go together, what limits there are."""

import os
import time
from pathlib import Path

import pytest
from packs import ENTRY, codes, ids, load_files, load_one, matching, write

from matcher.knowledge import loader
from matcher.knowledge.loader import Loaded, LoadedEntry, load


def test_a_folder_is_a_pack(tmp_path: Path) -> None:
    """Ids are paths below the root; entries come sorted, other files are ignored."""
    names = ["z/a.yaml", "a/b.yml", "a/deep/c.yaml", "top.yaml"]
    others = {"README.md": "x", "a/.hidden.yaml": "x", ".git/x.yaml": "x", "a/fixtures/log.yaml": "x"}
    loaded = load([("built-in", str(write(tmp_path, {**dict.fromkeys(names, ENTRY), **others})))])
    assert loaded.problems == ()
    assert ids(loaded) == ["a/b", "a/deep/c", "top", "z/a"]
    first = loaded.entries[0]
    assert (first.pack, first.path, first.root) == ("built-in", str(tmp_path / "a" / "b.yml"), str(tmp_path))
    assert first.entry.title == "The disk is full"
    assert first.document.path == first.path


def test_a_single_file_is_a_pack(tmp_path: Path) -> None:
    """Its id begins with its folder, and it finds the parts of the folder above."""
    write(
        tmp_path,
        {
            "kb/disk/full.yaml": matching("use: full"),
            "kb/parts.yaml": "full: {text: No space left on device}",
        },
    )
    loaded = load([("mine", str(tmp_path / "kb" / "disk" / "full.yaml"))])
    assert (ids(loaded), codes(loaded)) == (["disk/full"], [])


def test_the_short_form_of_match_has_the_paths_of_the_long_one(tmp_path: Path) -> None:
    """A bare list is located under `identifies`."""
    (one,) = load_one(tmp_path, ENTRY).entries
    assert one.document.locate(("match", "identifies", 0, "text"))[1:] == (3, 11)


@pytest.mark.parametrize(
    "name", ["Disk/full.yaml", "disk/no_slug.yaml", "disk/é.yaml", "disk/a--b.yaml", "-a/b.yaml"]
)
def test_an_id_is_made_of_slugs(tmp_path: Path, name: str) -> None:
    """Every part of the path is lower-case, so that ids are the same on every file system."""
    loaded = load_files(tmp_path, {name: ENTRY})
    assert (codes(loaded), ids(loaded)) == (["bad-id"], [])


def test_an_id_is_taken_once(tmp_path: Path) -> None:
    """Of two files with one id the first stays."""
    loaded = load_one(tmp_path, ENTRY, **{"disk/full.yml": ENTRY})
    assert (codes(loaded), ids(loaded)) == (["duplicate-id"], ["disk/full"])
    assert loaded.entries[0].path.endswith(".yaml")


def test_a_later_root_overrides_an_earlier_one(tmp_path: Path) -> None:
    """The same id is no error: the later entry counts, with a note; a broken one replaces nothing."""
    first = write(tmp_path / "1", {"disk/full.yaml": ENTRY, "disk/kept.yaml": ENTRY})
    second = write(
        tmp_path / "2", {"disk/full.yaml": ENTRY.replace("The disk", "My disk"), "disk/kept.yaml": "x"}
    )
    loaded = load([("built-in", str(first)), ("mine", str(second))])
    assert [(one.id, one.pack, one.entry.title) for one in loaded.entries] == [
        ("disk/full", "mine", "My disk is full"),
        ("disk/kept", "built-in", "The disk is full"),
    ]
    notes = [problem for problem in loaded.problems if problem.severity == "note"]
    assert [(p.code, p.message) for p in notes] == [
        ("overrides", "'disk/full' of mine replaces the one of the built-in pack")
    ]


def test_ids_are_known_across_roots_and_old_names(tmp_path: Path) -> None:
    """Parents may lie in other packs, be broken, or be an old name of another entry."""
    first = write(tmp_path / "1", {"disk/any.yaml": ENTRY + "related: [{id: disk/old, type: renamed}]\n"})
    second = {
        "my/a.yaml": ENTRY + "parent: disk/any\n",
        "my/b.yaml": ENTRY + "parent: disk/old\n",
        "my/c.yaml": ENTRY + "parent: my/broken\n",
        "my/d.yaml": ENTRY + "parent: disk/ani\n",
        "my/broken.yaml": "x",
    }
    loaded = load([("one", str(first)), ("two", str(write(tmp_path / "2", dict(second))))])
    assert [(p.code, p.message, p.hint) for p in loaded.problems if p.severity == "lint"] == [
        ("unknown-entry", "there is no entry 'disk/ani'", "did you mean 'disk/any'?")
    ]


def test_a_circle_of_parents_is_refused(tmp_path: Path) -> None:
    """Every entry of the circle is reported and left out, and what hangs on it stays."""
    files = {
        f"a/{name}.yaml": ENTRY + f"parent: a/{parent}\n" for name, parent in ("xy", "yz", "zx", "ox", "ss")
    }
    loaded = load_files(tmp_path, dict(files))
    assert ids(loaded) == ["a/o"]
    assert codes(loaded) == ["parent-cycle"] * 4
    assert "a/s > a/s" in " ".join(problem.message for problem in loaded.problems)


def test_limits_of_a_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is over a limit is not read, and said so."""
    pack = str(write(tmp_path, {f"a/e{n}.yaml": ENTRY for n in range(5)}))
    monkeypatch.setattr(loader, "PACK_ENTRIES", 3)
    loaded = load([("test", pack)])
    assert (len(loaded.entries), codes(loaded)) == (3, ["too-many-entries"])
    monkeypatch.setattr(loader, "PACK_BYTES", len(ENTRY))
    loaded = load([("test", pack)])
    assert (len(loaded.entries), codes(loaded)) == (2, ["pack-too-large"])


def test_loading_does_not_depend_on_the_order_of_the_file_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same pack gives the same entries and problems in the same order."""
    files = {f"{folder}/{name}.yaml": text for folder in "ab" for name, text in (("x", ENTRY), ("y", "z"))}
    pack = str(write(tmp_path, dict(files)))
    before = load([("test", pack)])
    scandir = os.scandir

    class Reversed(list[os.DirEntry[str]]):
        def __enter__(self) -> "Reversed":
            return self

        def __exit__(self, *_: object) -> None: ...

        def __next__(self) -> os.DirEntry[str]:
            if not self:
                raise StopIteration
            return self.pop()

    monkeypatch.setattr(os, "scandir", lambda path: Reversed(scandir(path)))
    after = load([("test", pack)])
    assert (ids(after), after.problems) == (ids(before), before.problems)


def test_a_thousand_entries_load_quickly(tmp_path: Path) -> None:
    """About a millisecond for each; the limit here is for slow machines."""
    pack = str(write(tmp_path, {f"a/e{n}.yaml": ENTRY for n in range(1000)}))
    start = time.process_time()
    assert len(load([("test", pack)]).entries) == 1000
    assert time.process_time() - start < 50


def test_an_entry_is_a_plain_record(tmp_path: Path) -> None:
    """The fields that other modules rely on."""
    assert LoadedEntry._fields == ("id", "pack", "path", "root", "entry", "document")
    assert Loaded._fields == ("entries", "votes", "problems")
