"""`matcher` on pipes and files: cards and counters, passthrough, signals, bad input, jobs, following."""

import gzip
import hashlib
import io
import json
import os
import pty
import signal
import subprocess
import sys
import time

import pytest
from stream import texts

KNOWN = b"ModuleNotFoundError: No module named 'yaml'\n"
OTHER = b"npm error code ERESOLVE\n"
COMMAND = [sys.executable, "-m", "matcher"]
ENVIRONMENT = {**os.environ, "NO_COLOR": "1", "COLUMNS": "80"}
HANGS_S = 60


def run(*words, stdin=b"", **options):
    """Run the command on bytes; gives the finished process."""
    return subprocess.run([*COMMAND, *map(str, words)], input=stdin, capture_output=True, env=ENVIRONMENT,
                          timeout=HANGS_S, **options)  # fmt: skip


def start(*words, **options):
    """Start the command; its streams are pipes unless `options` say otherwise."""
    given = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    return subprocess.Popen([*COMMAND, *map(str, words)], env=ENVIRONMENT, bufsize=0, **given)


def summary(done):
    return json.loads(done.stdout.splitlines()[-1])


def test_a_storm_is_one_card_and_a_counter():
    """The same error a thousand times: one answer, a line when another one comes, one row of the table."""
    done = run(stdin=(KNOWN + b"working\n") * 1000 + OTHER)
    text = done.stdout.decode()
    assert text.count("Fix: ") == 2
    assert "+999 more: Python cannot find the module yaml" in " ".join(text.split())
    assert "1,001 known errors in 2,001 lines of stdin:" in text
    assert "1000× Python cannot find the module yaml" in text
    assert "stdin:1 … 1999" in text


def test_other_values_of_a_known_error_are_named():
    """The same error with another captured value is one more line, not one more card."""
    done = run(stdin=KNOWN + KNOWN.replace(b"yaml", b"numpy") + OTHER)
    text = " ".join(done.stdout.decode().split())
    assert text.count("Fix: ") == 2
    assert "Again, with other values: Python cannot find the module numpy" in text


def test_records_have_places_and_the_summary_balances():
    """`--json`: each event with lines and bytes; matched and unmatched lines are all lines."""
    log = b"one\n" + texts.PYTHON_CHAIN + b"two\n" + OTHER + b"three"
    done = run("--json", stdin=log)
    first, second, total = map(json.loads, done.stdout.splitlines())
    assert (first["place"]["first_line"], first["place"]["last_line"], first["place"]["lines"]) == (2, 15, 14)
    assert log[first["place"]["start"] : first["place"]["end"]] == texts.PYTHON_CHAIN
    assert second["place"]["first_line"] == 17
    assert (total["events"], total["lines"], total["matched_lines"], total["unmatched_lines"]) == (
        2,
        18,
        15,
        3,
    )
    assert total["bytes"] == len(log)


def test_passthrough_gives_the_log_byte_for_byte():
    """The log goes to stdout unchanged, whatever is in it; the answers go to stderr."""
    log = b"".join(texts.ORDINARY) + b"\x1b[31m" + KNOWN + b"\r\n\x00no end" + os.urandom(300_000)
    done = run("--passthrough", stdin=log)
    assert hashlib.sha256(done.stdout).digest() == hashlib.sha256(log).digest()
    assert b"python/module-not-found" in done.stderr
    assert run("--passthrough", "--json", stdin=log).stdout == log


def test_passthrough_does_not_wait():
    """What was read is passed on at once, also half a line, and while the pipe stays open."""
    process = start("--passthrough")
    process.stdin.write(b"Password: ")
    passed = io.BufferedReader(process.stdout)
    assert passed.read(10) == b"Password: "
    process.stdin.write(KNOWN)
    assert passed.read(len(KNOWN)) == KNOWN
    process.stdin.close()
    assert process.wait(HANGS_S) == 0
    assert b"PyYAML" in process.stderr.read()


def test_max_matches_and_quiet_stop_early():
    """`-m N` stops after N errors, `-q` after the first; both before the end of the input."""
    done = run("--json", "-m", "3", stdin=(KNOWN + b"x\n") * 1000)
    assert len(done.stdout.splitlines()) == 4
    process = start("-q", stdout=subprocess.DEVNULL)
    process.stdin.write(KNOWN + b"x\n")
    assert process.wait(HANGS_S) == 0  # though the pipe is still open
    process.stdin.close()


@pytest.mark.parametrize("words", [(), ("--json",), ("--top",)])
def test_head_ends_quietly(words):
    """A reader that goes away is no error: exit 0, nothing on stderr."""
    process = start(*words, "--line-buffered")
    process.stdout.close()
    process.stdin.write(KNOWN * 5)
    process.stdin.close()
    assert process.wait(HANGS_S) == 0
    assert process.stderr.read() == b""


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, -signal.SIGINT), (signal.SIGTERM, -signal.SIGTERM)]
)
def test_signals_report_what_was_read(number, status):
    """SIGINT and SIGTERM end the reading; the pending event and the summary still come, then it dies by the signal."""
    process = start("--json", "--line-buffered")
    process.stdin.write(KNOWN + b"more\n" + texts.PYTHON)
    assert json.loads(process.stdout.readline())["line"] == 1
    process.send_signal(number)
    rest = process.stdout.read().splitlines()
    assert json.loads(rest[-1])["type"] == "summary"
    assert json.loads(rest[-1])["events"] == 2
    assert process.wait(HANGS_S) == status
    assert process.stderr.read() == b""


def test_bad_files_among_good_ones(tmp_path):
    """What cannot be read is said with its reason; the rest is read; exit 2."""
    good, cut, secret = tmp_path / "good.log", tmp_path / "cut.log.gz", tmp_path / "secret.log"
    good.write_bytes(KNOWN)
    cut.write_bytes(gzip.compress(OTHER + os.urandom(9_000))[:-5])
    secret.write_bytes(KNOWN)
    secret.chmod(0)
    done = run("--json", tmp_path / "none.log", tmp_path, secret, cut, good)
    said = done.stderr.decode().splitlines()
    assert done.returncode == 2
    assert said[0] == f"matcher: {tmp_path}/none.log: No such file or directory"
    assert said[1] == f"matcher: {tmp_path}: is a directory; name the files in it"
    assert said[-1] == f"matcher: {cut}: the gzip data end too early; what came before was read"
    if os.geteuid():  # root may read everything
        assert said[2] == f"matcher: {secret}: Permission denied"
    assert summary(done)["events"] == 2 + (os.geteuid() == 0)
    assert run("-q", tmp_path / "none.log", good).returncode == 0
    assert run(tmp_path / "none.log").returncode == 2


def test_jobs_give_what_one_process_gives(tmp_path):
    """`-j` prints the same records in the same order, and one summary."""
    for number in range(4):
        (tmp_path / f"{number}.log").write_bytes(b"x\n" * number + KNOWN + OTHER)
    names = sorted(tmp_path.glob("*.log"))
    alone, together = run("--json", *names), run("--json", "-j", "2", *names)
    assert together.stdout.splitlines()[:-1] == alone.stdout.splitlines()[:-1]
    assert summary(together) == summary(alone)
    assert run("-j", "2", *names, tmp_path / "none").returncode == 2
    assert run("-j2", "-q", *names).returncode == 0
    assert b"-j" in run("-j", "2", "-", names[0]).stderr


def test_follow_prints_at_once(tmp_path):
    """`--follow` answers while the file grows, also after it was replaced, and says so."""
    path = tmp_path / "app.log"
    path.write_bytes(KNOWN)
    process = start("--json", "--follow", path, stdin=subprocess.DEVNULL)
    assert json.loads(process.stdout.readline())["line"] == 1
    with path.open("ab") as file:
        file.write(b"x\n" + KNOWN)
    assert json.loads(process.stdout.readline())["line"] == 3
    path.rename(tmp_path / "app.log.1")
    path.write_bytes(b"y\n" + KNOWN)
    assert json.loads(process.stdout.readline())["line"] == 5
    process.send_signal(signal.SIGINT)
    assert process.wait(HANGS_S) == -signal.SIGINT
    assert b"was replaced" in process.stderr.read()


def test_top_is_one_table(tmp_path):
    """`--top` gives the table alone; on a terminal it is painted anew in place."""
    done = run("--top", stdin=(KNOWN + OTHER) * 3)
    assert done.stdout.decode().splitlines()[0] == "6 known errors in 6 lines of stdin:"
    assert b"Fix: " not in done.stdout
    ours, theirs = pty.openpty()
    process = start("--top", stdout=theirs)
    os.close(theirs)
    for _ in range(3):
        process.stdin.write(KNOWN + OTHER)
        time.sleep(0.4)
    process.stdin.close()
    assert process.wait(HANGS_S) == 0
    painted = os.read(ours, 65536)
    os.close(ours)
    assert b"so far (Ctrl-C ends)" in painted
    assert b"F\x1b[J" in painted


def test_the_echo_on_a_terminal_is_harmless():
    """`--passthrough` onto a terminal shows controls of the log as text."""
    ours, theirs = pty.openpty()
    process = start("--passthrough", stdout=theirs)
    os.close(theirs)
    process.stdin.write(b"a\x1b]52;c;ZXZpbA==\x07b\nplain\n")
    process.stdin.close()
    assert process.wait(HANGS_S) == 1
    shown = os.read(ours, 4096)
    os.close(ours)
    assert shown == b"a\\x1b]52;c;ZXZpbA==\\x07b\r\nplain\r\n"


def test_wrong_options_are_explained():
    """Options that cannot be used together say what to do instead."""
    assert b"name one file" in run("--passthrough", "a", "b").stderr
    assert b"tail -F" in run("--follow", "a", "b").stderr
    assert b"not a number" in run("-m", "0").stderr
    assert run("-m", "0").returncode == 2


class TestRun:
    """`matcher run -- COMMAND`."""

    def test_output_status_and_explanation(self):
        """Both streams pass unchanged, the exit status is that of the command, the answer comes last."""
        code = (
            "import sys; print('out'); sys.stderr.write('err\\n'); sys.stdout.flush(); import yaml_of_nobody"
        )
        done = run("run", "--", sys.executable, "-c", code)
        assert (done.returncode, done.stdout) == (1, b"out\n")
        said = done.stderr.decode()
        assert said.startswith("err\nTraceback")
        assert said.index("ModuleNotFoundError") < said.index("python/module-not-found · stderr:4")

    def test_success_is_silent(self):
        """A command that succeeds is left alone, whatever it prints; `--always` explains all the same."""
        words = ("printf", KNOWN.decode())
        done = run("run", *words)
        assert (done.returncode, done.stdout, done.stderr) == (0, KNOWN, b"")
        assert b"PyYAML" in run("run", "--always", "--", *words).stderr

    def test_statuses_as_shells_have_them(self, tmp_path):
        """127 without a command, 126 if it cannot run, 128 + N for a signal."""
        script = tmp_path / "script"
        script.write_text("echo")
        assert run("run", "--", "no-such-command-here").returncode == 127
        assert run("run", "--", script).returncode == 126
        assert run("run", "--", "sh", "-c", "exit 7").returncode == 7
        assert run("run", "--", "sh", "-c", "kill -9 $$").returncode == 137
        assert run("run").returncode == 2

    def test_stdin_belongs_to_the_command(self):
        """The command reads our stdin."""
        assert run("run", "--", "cat", stdin=b"hello").stdout == b"hello"

    def test_large_output_is_whole(self):
        """Megabytes on both streams come out unchanged."""
        code = "import sys\nfor _ in range(3000): sys.stdout.write('o' * 999 + '\\n'); sys.stderr.write('e' * 999 + '\\n')"
        done = run("run", "--", sys.executable, "-c", code)
        assert (done.stdout, done.stderr) == ((b"o" * 999 + b"\n") * 3000, (b"e" * 999 + b"\n") * 3000)
