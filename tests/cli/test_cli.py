"""The command `matcher` as a person or a script uses it: in a process, through pipes."""

import json
import os
import signal
import subprocess
import sys

import pytest
from helpers import entry_yaml, write_kb

KNOWN = "ModuleNotFoundError: No module named 'yaml'\n"
BETA = 'API Error: 400 {"type":"error","request_id":"req_011","message":"invalid beta flag"}\n'


def run(*words, stdin="", env=None, **options):
    """Run the command; gives the finished process."""
    return subprocess.run(
        [sys.executable, "-m", "matcher", *map(str, words)],
        input=stdin,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "80", **(env or {})},
        **options,
    )


def records(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_known_error_from_stdin():
    """A known error on stdin is named, with its fix; the exit status is 0 and stderr is empty."""
    done = run(stdin=KNOWN)
    assert (done.returncode, done.stderr) == (0, "")
    assert "python/module-not-found" in done.stdout
    assert "pip install PyYAML" in done.stdout


def test_unknown_text_is_silent():
    """A text without a known error gives no report and exit 1."""
    done = run(stdin="all 17 tests passed in 2.1 s\n")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")


def test_empty_input():
    """No input is no error."""
    assert run(stdin="").returncode == 1


def test_json_lines():
    """`--json` gives one report per event and last a summary; empty lists stay."""
    report, summary = records(run("--json", stdin=KNOWN))
    assert report["type"] == "report"
    assert report["schema_version"] == 1
    assert report["source"] == "-"
    assert report["line"] == 1
    assert report["diagnoses"][0]["id"] == "python/module-not-found"
    assert report["diagnoses"][0]["tier"] == "identified"
    assert report["near"] == report["fallbacks"] == report["other_versions"] == []
    assert summary == {"type": "summary", "schema_version": 1, "events": 1, "lines": 1, "matched_lines": 1,
                       "unmatched_lines": 0, "bytes": len(KNOWN), "skipped": {}}  # fmt: skip


def test_json_of_unknown_text_is_the_summary_alone():
    """Nothing recognised: no report, but the summary balances."""
    (summary,) = records(run("--json", stdin="all is well\n"))
    assert (summary["events"], summary["matched_lines"], summary["unmatched_lines"]) == (0, 0, 1)


def test_json_fits_its_schema():
    """Every record of the output fits the schema that `matcher schema report` prints."""
    import jsonschema

    schema = json.loads(run("schema", "report").stdout)
    for text in (KNOWN, BETA, "nothing", "ModuleNotFoundError: No modul namd 'yaml'"):
        for record in records(run("--json", stdin=text)):
            jsonschema.validate(record, schema, jsonschema.Draft7Validator)


def test_files_and_line_numbers(tmp_path):
    """Files are named, and the line is that of the match."""
    path = tmp_path / "build.log"
    path.write_text("one\ntwo\n" + KNOWN)
    (report, _) = records(run("--json", path))
    assert (report["source"], report["line"]) == (str(path), 3)
    assert report["diagnoses"][0]["matched"] == KNOWN.strip()


def test_unreadable_file_is_exit_2_and_the_others_are_read(tmp_path):
    """One bad file is an error, and does not hide what the others say."""
    path = tmp_path / "a.log"
    path.write_text(KNOWN)
    done = run(tmp_path / "missing.log", path)
    assert done.returncode == 2
    assert "missing.log: No such file or directory" in done.stderr
    assert "python/module-not-found" in done.stdout


def test_quiet_stops_at_the_first_match(tmp_path):
    """-q prints nothing and exits 0 at the first match, even after a soft error."""
    path = tmp_path / "a.log"
    path.write_text(KNOWN)
    done = run("-q", tmp_path / "missing.log", path)
    assert (done.returncode, done.stdout) == (0, "")


def test_exit_zero():
    """--exit-zero is for filters."""
    assert run("--exit-zero", stdin="nothing").returncode == 0


@pytest.mark.parametrize(
    "words",
    [["--no-such-option"], ["--min-confidence", "huge"], ["explain"], ["explain", "no/such"], ["kb", "frobnicate"],
     ["--kb", "/no/such/folder"], ["--no-builtin"], ["--context", "broken"], ["schema", "x"], ["kb", "compile"]],
)  # fmt: skip
def test_bad_arguments_are_exit_2(words):
    """A wrong argument is said on stderr, stdout stays empty."""
    done = run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("matcher: ")
    assert "Traceback" not in done.stderr


def test_nearest_id_is_suggested():
    """A misspelt id gets the right one."""
    assert "python/module-not-found" in run("explain", "python/modul-not-found").stderr


def test_context_moves_an_entry_to_other_versions():
    """A version outside of the range: known, but not for your version."""
    (report, _) = records(run("--json", "--context", "claude-code=2.1.173", stdin=BETA))
    assert "claude-code/bedrock-invalid-beta-flag" in [one["id"] for one in report["other_versions"]]
    assert "claude-code/bedrock-invalid-beta-flag" not in [one["id"] for one in report["diagnoses"]]


def test_without_a_version_it_stays_uncertain():
    """Unknown is not false."""
    (report, _) = records(run("--json", stdin=BETA))
    assert report["diagnoses"][0]["id"] == "claude-code/bedrock-invalid-beta-flag"
    assert report["diagnoses"][0]["tier"] == "uncertain"


def test_near_does_not_change_the_exit_status():
    """A misspelt error is shown as near; near alone is nothing."""
    done = run(stdin="ModuleNotFoundEror: no modul namd 'yaml'\n")
    assert done.returncode == 1
    assert "Not recognised" in done.stdout
    assert "python/module-not-found" in done.stdout


def test_min_confidence():
    """Answers below the wanted confidence do not count."""
    assert run("--min-confidence", "high", stdin=BETA).returncode == 1


def test_explain_shows_bits():
    """--explain names each contribution."""
    done = run("--explain", stdin=KNOWN)
    assert "specific:" in done.stdout
    assert "sum" in done.stdout


def test_full_shows_everything():
    """--full has all causes and fixes, verification and references."""
    short, full = run(stdin=BETA).stdout, run("--full", stdin=BETA).stdout
    assert len(full) > 3 * len(short)
    assert "CLAUDE_CODE_EXTRA_BODY" in full


def test_why_says_what_is_missing():
    """`why` names the text that is missing, and exits 1 when the entry does not fire."""
    done = run("why", "python/module-not-found", stdin="ModuleNotFoundError: No modul named 'yaml'")
    assert done.returncode == 1
    assert "does not fire" in done.stdout
    assert "missing: 'no module named " in done.stdout
    assert run("why", "python/module-not-found", stdin=KNOWN).returncode == 0


def test_explain_list_and_search():
    """The knowledge base can be read without an error."""
    assert "pip install" in run("explain", "python/module-not-found").stdout
    assert "python/module-not-found" in run("list").stdout
    assert run("search", "module", "found").stdout.startswith("python/module-not-found")
    assert run("search", "zzzzzz").returncode == 1


def test_own_knowledge_base_wins_and_says_so(tmp_path):
    """An entry with the id of a built-in one replaces it, with a note on stderr."""
    text = entry_yaml(
        "my own wording of a missing module", "text: my own wording of a missing module", title="Mine"
    )
    kb = write_kb(tmp_path / "kb", {"python/module-not-found": text})
    done = run("--kb", kb, stdin="it is my own wording of a missing module\n")
    assert done.returncode == 0
    assert done.stdout.startswith("Mine")
    assert "python/module-not-found" in done.stderr


def test_broken_entry_is_reported_and_skipped(tmp_path):
    """One broken entry is said on stderr, the others answer; --strict makes it fail."""
    kb = write_kb(tmp_path / "kb", {
        "own/good": entry_yaml("a frobnicator has lost its bearings", "text: frobnicator has lost its bearings"),
        "own/bad": "title: x\nnonsense: true\n"})  # fmt: skip
    done = run("--kb", kb, stdin="the frobnicator has lost its bearings\n")
    assert done.returncode == 0
    assert "bad.yaml" in done.stderr
    strict = run("--kb", kb, "--strict", stdin="x")
    assert strict.returncode == 2
    assert "bad.yaml:2:1: unknown-field" in strict.stderr


def test_kb_check_and_compile(tmp_path):
    """`kb check` proves the entries of a folder; `kb compile` writes one file that answers alone."""
    kb = write_kb(tmp_path / "kb", {
        "own/good": entry_yaml("a frobnicator has lost its bearings", "text: frobnicator has lost its bearings")})  # fmt: skip
    assert run("kb", "check", kb).returncode == 0
    out = tmp_path / "own.db"
    assert run("kb", "compile", "--alone", kb, "-o", out).returncode == 0
    done = run("--kb", out, stdin="the frobnicator has lost its bearings\n")
    assert (done.returncode, done.stderr) == (0, "")


def test_closed_pipe_is_quiet():
    """`matcher ... | head -1` ends with 0 and a clean stderr."""
    command = f"{sys.executable} -m matcher list; echo $? >&2"
    done = subprocess.run(f"({command}) | head -c 1", shell=True, capture_output=True, text=True)
    assert done.stderr in ("0\n", "141\n")


def test_sigint_kills_by_sigint():
    """Ctrl-C ends the process by the signal, so that shell loops stop."""
    process = subprocess.Popen(
        [sys.executable, "-m", "matcher"], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    import time

    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == -signal.SIGINT
    assert process.stderr.read() == b""


def test_large_input_is_cut_at_line_ends(tmp_path):
    """A log longer than one event is read in pieces, none lost, with right line numbers."""
    path = tmp_path / "big.log"
    filler = "INFO all is well with this line of an ordinary log\n"
    path.write_text(filler * 20_000 + KNOWN + filler * 10)
    found = records(run("--json", path))
    assert [one["line"] for one in found[:-1]] == [20_001]
    assert found[-1]["bytes"] == path.stat().st_size


@pytest.mark.parametrize(
    "data", [b"\x00\xff\xfe\x80" * 500, b"\xff\xfe" + KNOWN.encode("utf-16-le"), b"\r" * 9, b"\x1b[" * 99]
)
def test_any_bytes(data, tmp_path):
    """Binary input is no error; UTF-16 with a BOM is read."""
    path = tmp_path / "raw"
    path.write_bytes(data)
    done = run(path)
    assert done.returncode == (0 if b"y" in data else 1)
    assert done.stderr == ""
