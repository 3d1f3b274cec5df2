"""The functions that definitions name: what is timed, and what it is compared with."""

import json
import os
import subprocess
import sys
import traceback
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks import haystacks, make_kb, measure
from benchmarks.definitions import BUILT_IN, LARGE, SHORT_LARGE, SMALL, Definition
from matcher import Matcher, Report, advise
from matcher.doors import guard

Timed = Callable[[], object]
#: A function to time, and how to count what it gave.
Subject = tuple[Timed, Callable[[Any], int]]

_ROOT = Path(__file__).parent.parent
MEMORY_MATCHES = 1_000


class Bench:
    """The databases and texts of one run. In a short run the large database is a smaller one."""

    def __init__(self, short: bool) -> None:
        self.short = short

    def entries(self, wanted: int) -> int:
        """How many entries a database has in this run."""
        return SHORT_LARGE if self.short and wanted == LARGE else wanted

    def expected(self, definition: Definition) -> int:
        """The count that a definition must give in this run."""
        counts_entries = definition.counts == "entries"
        return self.entries(definition.expected) if counts_entries else definition.expected

    def database(self, entries: int) -> str:
        """The path of a stored database."""
        return str(make_kb.database(self.entries(entries)))

    @cache  # noqa: B019  # one Bench per run
    def matcher(self, entries: int) -> Matcher:
        """A database, open and warm."""
        return Matcher.open(self.database(entries))

    def text(self, definition: Definition) -> str:
        """The text of a definition's haystack."""
        if definition.haystack in ("", "x"):
            return definition.haystack
        return haystacks.text(definition.haystack, self.entries(LARGE))

    def error(self, definition: Definition) -> BaseException:
        """The exception that the text shows."""
        return haystacks.exception(definition.haystack, self.entries(LARGE))


def diagnoses(report: Report) -> int:
    """How many known errors a report has."""
    return len(report.diagnoses) + len(report.fallbacks)


# What is timed in this process.


def _advised(report: Report) -> Report:
    """Causes and fixes are ranked when they are first read: read them, for that is the answer."""
    assert report.diagnoses is not None
    return report


def match_text(bench: Bench, definition: Definition) -> Subject:
    match, text = bench.matcher(definition.entries).match, bench.text(definition)
    return lambda: _advised(match(text)), diagnoses


def match_and_near(bench: Bench, definition: Definition) -> Subject:
    match, text = bench.matcher(definition.entries).match, bench.text(definition)

    def matched() -> Report:
        report = match(text)
        _ = report.near
        return report

    wanted = make_kb.specs(make_kb.HIT + 1)[make_kb.HIT].id
    return matched, lambda report: diagnoses(report) + sum(one.id == wanted for one in report.near)


def match_exception(bench: Bench, definition: Definition) -> Subject:
    match, error = bench.matcher(definition.entries).match, bench.error(definition)
    return lambda: _advised(match(error)), diagnoses


def advise_new(bench: Bench, definition: Definition) -> Subject:
    return _advise(bench, definition, guard.reset)


def advise_again(bench: Bench, definition: Definition) -> Subject:
    return _advise(bench, definition, lambda: None)


def _advise(bench: Bench, definition: Definition, before: Callable[[], None]) -> Subject:
    """Advice of the built-in entries, without the limit of storms, which would leave out most of it here."""
    error = _known(bench, definition)
    guard.limit(1e9)

    def advised() -> BaseException:
        before()
        vars(error).pop("__notes__", None)
        return advise(error)

    return advised, lambda given: len(given.__notes__)


def _known(bench: Bench, definition: Definition) -> BaseException:
    """An error that a built-in entry knows, with the frames of the haystack."""
    trace = bench.error(definition).__traceback__
    return ModuleNotFoundError("No module named 'yaml'").with_traceback(trace)


def format_known(bench: Bench, definition: Definition) -> Subject:
    error, shown = _known(bench, definition), traceback.format_exception
    return lambda: shown(error), lambda lines: bench.expected(definition)


def format_exception(bench: Bench, definition: Definition) -> Subject:
    error, shown = bench.error(definition), traceback.format_exception
    return lambda: shown(error), lambda lines: bench.expected(definition)


def open_database(bench: Bench, definition: Definition) -> Subject:
    path, start = bench.database(definition.entries), Matcher.open
    return lambda: start(path), len


def open_small(bench: Bench, definition: Definition) -> Subject:
    path, start = bench.database(SMALL), Matcher.open
    return lambda: start(path), lambda opened: bench.expected(definition) + len(opened) - SMALL


def open_and_match(bench: Bench, definition: Definition) -> Subject:
    path, start, text = bench.database(definition.entries), Matcher.open, bench.text(definition)
    return lambda: _advised(start(path).match(text)), diagnoses


def open_small_and_match(bench: Bench, definition: Definition) -> Subject:
    path, start, text = bench.database(SMALL), Matcher.open, bench.text(definition)
    return lambda: _advised(start(path).match(text)), diagnoses


def regexes_one_by_one(bench: Bench, definition: Definition) -> Subject:
    return _one_by_one(bench, definition, ignore_case=True)


def cased_regexes_one_by_one(bench: Bench, definition: Definition) -> Subject:
    return _one_by_one(bench, definition, ignore_case=False)


def _one_by_one(bench: Bench, definition: Definition, ignore_case: bool) -> Subject:
    patterns, text = _naive_patterns(bench.entries(definition.entries), ignore_case), bench.text(definition)
    return lambda: sum(pattern.search(text) is not None for pattern in patterns), int


@cache
def _naive_patterns(entries: int, ignore_case: bool) -> tuple[Any, ...]:
    import regex

    flags = regex.MULTILINE | (regex.IGNORECASE if ignore_case else 0)
    return tuple(regex.compile(one.naive, flags) for one in make_kb.specs(entries))


# What is timed as a process of its own.


@cache
def _environment() -> dict[str, str]:
    """The environment of every process: our package, and a cache folder that is not the user's."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("MATCHER_", "PYTHON"))}
    return {**kept, "PYTHONPATH": str(_ROOT), "MATCHER_CACHE_DIR": str(make_kb.WORK / "cache"),
            "XDG_CONFIG_HOME": str(make_kb.WORK / "no-config")}  # fmt: skip


def command() -> tuple[str, ...]:
    """The installed script beside the interpreter, else `python -m matcher`."""
    script = Path(sys.executable).with_name("matcher")
    return (str(script),) if script.exists() else (sys.executable, "-m", "matcher")


def _process(words: tuple[str, ...], stdin: bytes = b"") -> Timed:
    environment = _environment()
    return lambda: measure.run(words, stdin, environment)


def python_pass(bench: Bench, definition: Definition) -> Subject:
    return _process((sys.executable, "-c", "pass")), lambda done: bench.expected(definition) + done.returncode


def import_package(bench: Bench, definition: Definition) -> Subject:
    return _process((sys.executable, "-c", "import matcher")), lambda done: int(done.returncode)


def import_match(bench: Bench, definition: Definition) -> Subject:
    code = "from matcher import match"
    return _process((sys.executable, "-c", code)), lambda done: int(done.returncode)


INSTALL = "import matcher; matcher.install()\n"
WORK = "import threading, asyncio\nsum(range(100_000))"
FAIL = "import no_such_module_here"


def import_and_install(bench: Bench, definition: Definition) -> Subject:
    return _process((sys.executable, "-c", INSTALL)), lambda done: int(done.returncode)


def work_installed(bench: Bench, definition: Definition) -> Subject:
    return _process((sys.executable, "-c", INSTALL + WORK)), lambda done: int(done.returncode)


def work_plain(bench: Bench, definition: Definition) -> Subject:
    return _process((sys.executable, "-c", WORK)), lambda done: int(done.returncode)


def fail_installed(bench: Bench, definition: Definition) -> Subject:
    process = _process((sys.executable, "-c", INSTALL + FAIL))
    return process, lambda done: int(done.stderr.count(b"\nmatcher: "))


def fail_plain(bench: Bench, definition: Definition) -> Subject:
    process = _process((sys.executable, "-c", FAIL))
    return process, lambda done: bench.expected(definition) + int(done.stderr.count(b"\nmatcher: "))


def command_json(bench: Bench, definition: Definition) -> Subject:
    return _command(bench, definition, ())


def command_json_large(bench: Bench, definition: Definition) -> Subject:
    return _command(bench, definition, ("--kb", bench.database(definition.entries)))


def _command(bench: Bench, definition: Definition, options: tuple[str, ...]) -> Subject:
    run = _process((*command(), "--json", *options), bench.text(definition).encode())

    def count(done: "subprocess.CompletedProcess[bytes]") -> int:
        if done.returncode not in (0, 1):
            raise SystemExit(f"{definition.name}: exit {done.returncode}: {done.stderr.decode()}")
        records = [json.loads(line) for line in done.stdout.splitlines()]
        return sum(len(one.get("diagnoses", ())) + len(one.get("fallbacks", ())) for one in records)

    return run, count


def memory(bench: Bench) -> dict[str, int]:
    """Bytes and counts of a process that opens the large database and matches 1,000 texts."""
    texts = [(one.id, one.example) for one in make_kb.specs(bench.entries(LARGE)) if one.example]
    wanted = [texts[number % len(texts)] for number in range(MEMORY_MATCHES)]
    words = (sys.executable, "-m", "benchmarks.memory_probe", bench.database(LARGE))
    done = measure.run(words, json.dumps(wanted).encode(), _environment())
    if done.returncode:
        raise SystemExit(f"memory: {done.stderr.decode()}")
    found: dict[str, int] = json.loads(done.stdout)
    return found


def named(name: str, bench: Bench, definition: Definition) -> Subject:
    """The function of a definition, bound to its database and haystack."""
    found: Subject = globals()[name](bench, definition)
    return found


def candidates(bench: Bench, definition: Definition) -> int:
    """How many conditions the literal scan lets through for a text."""
    library = bench.matcher(definition.entries)._library
    hits = library.scanner.scan(bench.text(definition).encode())
    return len({branch for literal in hits for branch in library.branches_of(literal)})


__all__ = ["BUILT_IN", "Bench", "Subject", "candidates", "command", "memory", "named"]
