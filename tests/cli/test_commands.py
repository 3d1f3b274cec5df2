"""The smaller commands and options of `matcher`, in one process each."""

import json
from pathlib import Path

import pytest
from helpers import entry_yaml, write_kb

from matcher.cli.main import main

KNOWN = "ModuleNotFoundError: No module named 'yaml'\n"


@pytest.fixture
def kb(tmp_path):
    """A good and a broken entry."""
    return write_kb(tmp_path / "kb", {
        "own/good": entry_yaml("a frobnicator has lost its bearings", "text: frobnicator has lost its bearings"),
        "own/bad": "title: x\nnonsense: true\n"})  # fmt: skip


@pytest.fixture
def log(tmp_path):
    """A file with a known error."""
    path = tmp_path / "error.log"
    path.write_text(KNOWN)
    return str(path)


def run(capsys, *words):
    status = main([str(word) for word in words])
    out, err = capsys.readouterr()
    return status, out, err


def test_version_and_help(capsys):
    """--version names the version; --help names the exit statuses."""
    assert run(capsys, "--version")[1].startswith("matcher 0.")
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    assert "exit status" in capsys.readouterr().out


def test_kb_without_a_verb_shows_usage(capsys):
    """`matcher kb` says what there is."""
    assert run(capsys, "kb")[0] == 2
    status, out, _ = run(capsys, "kb", "--help")
    assert (status, "kb check" in out) == (0, True)


def test_kb_check_shows_problems_and_fails(capsys, kb):
    """Failures go to stdout with place and caret, the count to stderr, the exit status is 1."""
    status, out, err = run(capsys, "kb", "check", "--alone", "-q", kb)
    assert status == 1
    assert "bad.yaml:2:1: unknown-field" in out
    assert "failures" in err


def test_kb_check_of_one_file_ranks_against_the_rest(capsys, kb):
    """A single file is checked; problems of other files are left out."""
    status, out, err = run(capsys, "kb", "check", kb / "own" / "good.yaml")
    assert (status, out) == (0, "")
    assert err.startswith("1 entries, 2 examples")


def test_kb_check_of_a_part_of_the_built_in_entries(capsys):
    """A path inside the built-in knowledge base means this part of it."""
    from matcher import folders

    part = Path(folders.builtin_kb(), "git")
    status, out, err = run(capsys, "kb", "check", str(part))
    assert (status, out) == (0, "")
    assert err.startswith(f"{len(list(part.glob('*.yaml')))} entries")


def test_kb_compile_strict_writes_nothing(capsys, kb, tmp_path):
    """--strict refuses to write while anything is wrong; without it the good entries are written."""
    target = tmp_path / "own.db"
    status, _, err = run(capsys, "kb", "compile", "--alone", "--strict", kb, "-o", target)
    assert (status, target.exists()) == (2, False)
    assert "nothing was written" in err
    status, _, err = run(capsys, "kb", "compile", "--alone", kb, "-o", target)
    assert (status, target.exists()) == (0, True)
    assert "1 entries" in err
    assert run(capsys, "kb", "compile", kb, "-o", "own.txt")[0] == 2
    assert run(capsys, "kb", "compile", "/no/such", "-o", target)[0] == 2


def test_explain_list_and_search_as_json(capsys):
    """Programs read the knowledge base as JSON."""
    report = json.loads(run(capsys, "explain", "--json", "python/module-not-found")[1])
    assert report["diagnoses"][0]["id"] == "python/module-not-found"
    fallback = json.loads(run(capsys, "explain", "--json", "anthropic/bad-request")[1])
    assert fallback["fallbacks"][0]["id"] == "anthropic/bad-request"
    listed = [json.loads(line) for line in run(capsys, "list", "--json")[1].splitlines()]
    assert {"id", "title", "kind", "status", "severity", "tags", "pack"} == set(listed[0])
    found = [json.loads(line)["id"] for line in run(capsys, "search", "--json", "module")[1].splitlines()]
    assert "python/module-not-found" in found


def test_why_reads_a_file(capsys, log):
    """`why ID FILE` needs no pipe."""
    status, out, _ = run(capsys, "why", "python/module-not-found", log)
    assert status == 0
    assert out.startswith("python/module-not-found fires")


def test_strict_and_broken_entries(capsys, kb, log):
    """A broken entry is mentioned once on stderr; --strict shows it in full and exits 2."""
    status, _, err = run(capsys, "--kb", kb, log)
    assert status == 0
    assert "not used" in err
    assert run(capsys, "--kb", kb, "--strict", log)[0] == 2


@pytest.mark.parametrize(("environment", "choice", "colored"), [
    ({}, "always", True), ({"NO_COLOR": "1"}, "always", True), ({"FORCE_COLOR": "1"}, "auto", True),
    ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, "auto", False), ({}, "auto", False), ({"FORCE_COLOR": "1"}, "never", False),
])  # fmt: skip
def test_colors(capsys, monkeypatch, log, environment, choice, colored):
    """--color wins over NO_COLOR, which wins over FORCE_COLOR; a pipe has none."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run(capsys, "--color", choice, log)[1]) is colored


def test_environment_names_knowledge_bases(capsys, monkeypatch, kb, tmp_path):
    """$MATCHER_KB is used without a flag."""
    monkeypatch.setenv("MATCHER_KB", str(kb))
    path = tmp_path / "x.log"
    path.write_text("the frobnicator has lost its bearings")
    status, out, _ = run(capsys, path)
    assert (status, "own/good" in out) == (0, True)


def test_an_output_that_fails_is_exit_2(tmp_path, log):
    """A full disk is an error, not a success."""
    import subprocess
    import sys

    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "matcher", log], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr
