"""`matcher mine` as a person uses it: a summary without -o, a knowledge base with it, clear errors."""

import os
from pathlib import Path

import pytest
from code_of_packages import package

from matcher.cli.main import main

SOURCE = """
    class LeaseError(Exception): pass

    def get(name, held):
        if not name:
            raise LeaseError("the name of a lease is empty, and may not be")
        if name not in held:
            raise LeaseError(f"the lease {name!r} is not held by {len(held)} workers")
        raise LeaseError("no")

    def module():
        raise ImportError("No module named %r" % name)
"""


@pytest.fixture
def acme(tmp_path):
    return package(tmp_path, {"core.py": SOURCE, "broken.py": "def f(:\n"})


def run(capsys, *words):
    status = main(["mine", *map(str, words)])
    out, err = capsys.readouterr()
    return status, out, err


def tree(folder):
    """The bytes of every file below a folder."""
    return {
        str(one.relative_to(folder)): one.read_bytes() for one in Path(folder).rglob("*") if one.is_file()
    }


def test_without_a_folder_a_summary_and_samples_are_shown(capsys, acme):
    """The table counts what was found, what was skipped and why."""
    status, out, _ = run(capsys, acme)
    assert status == 0
    lines = out.splitlines()
    assert lines[0].split() == ["package", "files", "messages", "entries", "merged", "skipped"]
    assert lines[1].split() == ["acme", "2", "4", "2", "0", "2"]
    assert lines[2:5] == [
        "    1 skipped: a known entry answers it",
        "    1 skipped: fixed text is too short",
        "    1 file passed over: syntax error",
    ]
    assert "LeaseError is raised when `not name`; in `get`, acme/core.py:6 (acme)." in out


def test_what_is_written_passes_the_check(capsys, acme, tmp_path):
    """Every entry passes `kb check` beside the built-in ones, without a warning."""
    status, out, err = run(capsys, acme, "-o", tmp_path / "kb")
    assert (status, out) == (0, "")
    assert f"2 entries; use them with --kb {tmp_path / 'kb'}" in err
    assert sorted(tree(tmp_path / "kb")) == [
        "acme/the-lease-name-is-not-held-by-held-count-workers.yaml",
        "acme/the-name-of-a-lease-is-empty-and-may-not-be.yaml",
        "entry.schema.json",
    ]
    assert main(["kb", "check", str(tmp_path / "kb")]) == 0
    assert capsys.readouterr() == (
        "",
        "2 entries, 2 examples and near misses: 0 failures, 0 warnings and notes\n",
    )


def test_it_is_used_at_once(capsys, acme, tmp_path):
    """`--kb` takes the folder; the answer says where it is from."""
    run(capsys, acme, "-o", tmp_path / "kb")
    log = tmp_path / "error.log"
    log.write_text("acme.core.LeaseError: the lease 'job-17' is not held by 4 workers\n")
    assert main(["--kb", str(tmp_path / "kb"), str(log)]) == 0
    out = capsys.readouterr().out
    assert "the lease 'job-17' is not held by 4 workers" in out
    assert "Known from the source code alone" in out
    assert "Read the condition at acme/core.py:8 (acme)" in out


def test_the_same_package_gives_the_same_bytes(capsys, acme, tmp_path):
    """Two runs write the same files, whatever the seed of hashes."""
    run(capsys, acme, "-o", tmp_path / "one")
    run(capsys, acme, "-o", tmp_path / "two")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_a_full_folder_is_not_touched(capsys, acme, tmp_path):
    """Without --force nothing is written; with it only what was mined from the same package is replaced."""
    folder = tmp_path / "kb"
    (folder / "acme").mkdir(parents=True)
    own = folder / "acme" / "own.yaml"
    own.write_text("title: mine\n")
    status, _, err = run(capsys, acme, "-o", folder)
    assert (status, list(tree(folder))) == (2, ["acme/own.yaml"])
    assert "is not empty" in err and "--force" in err
    run(capsys, acme, "-o", folder, "--force")
    Path(acme, "core.py").write_text('raise ValueError("another lease was lost for good")\n')
    status, _, _ = run(capsys, acme, "-o", folder, "--force")
    assert status == 0
    assert sorted(tree(folder)) == [
        "acme/another-lease-was-lost-for-good.yaml",
        "acme/own.yaml",
        "entry.schema.json",
    ]
    assert own.read_text() == "title: mine\n"


def test_an_entry_of_a_person_is_kept(capsys, acme, tmp_path):
    """A file of the same name that was not mined stays as it is, and that is said."""
    kept = tmp_path / "kb" / "acme" / "the-name-of-a-lease-is-empty-and-may-not-be.yaml"
    kept.parent.mkdir(parents=True)
    kept.write_text("title: mine\n")
    _, _, err = run(capsys, acme, "-o", tmp_path / "kb", "--force")
    assert kept.read_text() == "title: mine\n"
    assert "was not made by `matcher mine`, it is kept" in err


def test_errors_are_said_before_the_work(capsys, acme, tmp_path):
    """An unknown package, a file for a folder, and no package at all end with 2 and one line."""
    assert run(capsys, "reqests-of-nobody") == (
        2, "", "matcher: no package 'reqests-of-nobody' is installed here; name a package, a folder or a file\n")  # fmt: skip
    (tmp_path / "file").write_text("")
    assert run(capsys, acme, "-o", tmp_path / "file")[0] == 2
    status, _, err = run(capsys, acme, "-o", tmp_path / "file" / "below")
    assert (status, "cannot be made" in err) == (2, True)
    assert run(capsys)[0] == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder(capsys, acme, tmp_path):
    """A folder that cannot be written to is refused."""
    (tmp_path / "kb").mkdir(mode=0o500)
    status, _, err = run(capsys, acme, "-o", tmp_path / "kb")
    assert (status, "not writable" in err) == (2, True)


def test_nothing_found(capsys, tmp_path):
    """A package without a usable message exits with 1, as a search without a result does."""
    status, out, _ = run(capsys, package(tmp_path, {"core.py": "raise ValueError(x)\n"}))
    assert status == 1
    assert "1 skipped: message is made elsewhere" in out


def test_too_much_for_one_folder(capsys, acme, tmp_path, monkeypatch):
    """More than the loader reads from one folder is refused, not cut."""
    monkeypatch.setattr("matcher.knowledge.loader.PACK_ENTRIES", 1)
    status, _, err = run(capsys, acme, "-o", tmp_path / "kb")
    assert (status, "mine fewer packages into one folder" in err) == (2, True)
    assert tree(tmp_path / "kb") == {}
