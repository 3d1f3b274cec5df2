"""What is measured: data only. A wrong count fails the run, for a benchmark is also a test.

Each result is a ratio to a peer that ran in the same process run (or, for commands, in turn
with it), on the same bytes or the same exception. A definition without a target is there for information.
"""

from dataclasses import dataclass
from typing import Literal

LARGE, SMALL = 10_000, 100  # entries of the synthetic databases
BUILT_IN = 0  # entries: the knowledge base of the package
SHORT_LARGE = 1_000  # instead of LARGE in a short run, which checks counts only
MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Definition:
    """One measurement and what must come out of it.

    `subject` and `peer` name functions of `benchmarks.subjects`. `expected` is the number of
    diagnoses, except where `counts` says otherwise. `target` is the largest good ratio subject/peer
    (for `memory`, the largest good size in bytes).
    """

    name: str
    model: Literal["import", "open", "match", "advise", "cli", "memory"]
    entries: int
    haystack: str
    subject: str
    peer: str
    expected: int
    target: float | None
    rounds: int
    about: str
    counts: str = "diagnoses"


DEFINITIONS = (
    Definition(
        "match-miss", "match", LARGE, "miss", "match_text", "format_exception", 0, 0.05, 1_000,
        "a traceback that nothing knows, as text",
    ),
    Definition(
        "match-hit", "match", LARGE, "hit", "match_text", "format_exception", 1, 0.25, 1_000,
        "a traceback with a known error, as text, with its full ranked report",
    ),
    Definition(
        "match-decoys", "match", LARGE, "decoys", "match_text", "format_exception", 0, None, 1_000,
        "a miss that shows the literals of five entries: all candidates are refused",
    ),
    Definition(
        "near-miss", "match", LARGE, "miss", "match_and_near", "format_exception", 0, None, 100,
        "the miss, and `Report.near` is read, as the command does",
        counts="near entries",
    ),
    Definition(
        "near-reworded", "match", LARGE, "reworded", "match_and_near", "format_exception", 1, None, 100,
        "a known error in other words, found by `Report.near` alone",
        counts="near entries",
    ),
    Definition(
        "match-live-miss", "match", LARGE, "miss", "match_exception", "format_exception", 0, None, 500,
        "the exception itself; this includes formatting it",
    ),
    Definition(
        "match-live-hit", "match", LARGE, "hit", "match_exception", "format_exception", 1, None, 500,
        "the exception itself, known",
    ),
    Definition(
        "advise-new", "advise", BUILT_IN, "hit", "advise_new", "format_known", 1, None, 500,
        "`advise` on a known exception, not seen before: matched, ranked, and the note written",
        counts="notes",
    ),
    Definition(
        "advise-again", "advise", BUILT_IN, "hit", "advise_again", "format_known", 1, 0.3, 500,
        "`advise` on the same failure again",
        counts="notes",
    ),
    Definition(
        "open-large", "open", LARGE, "", "open_database", "open_small", LARGE, 2.0, 500,
        "opening a stored database of 10,000 entries, against one of 100",
        counts="entries",
    ),
    Definition(
        "open-first-match", "open", LARGE, "hit", "open_and_match", "open_small_and_match", 1, None, 100,
        "the same with the first match: the scanner is loaded, the entry decoded",
    ),
    Definition(
        "cold-first-match", "match", LARGE, "hit", "open_and_match", "format_exception", 1, None, 100,
        "opening and the first match, all modules imported",
    ),
    Definition(
        "one-by-one-miss", "match", LARGE, "miss", "match_text", "regexes_one_by_one", 0, 0.01, 15,
        "against searching with a compiled regex of each entry, one by one",
    ),
    Definition(
        "one-by-one-hit", "match", LARGE, "hit", "match_text", "regexes_one_by_one", 1, 0.01, 15,
        "the same with a known error; the regexes only find it, the engine also ranks",
    ),
    Definition(
        "one-by-one-cased", "match", LARGE, "miss", "match_text", "cased_regexes_one_by_one", 0, None, 15,
        "the same, with regexes that mind upper and lower case: `regex` is faster at that",
    ),
    Definition(
        "import", "import", BUILT_IN, "", "import_package", "python_pass", 0, None, 40,
        "`import matcher` in a new interpreter, against `python -c pass`",
        counts="exit status",
    ),
    Definition(
        "import-match", "import", BUILT_IN, "", "import_match", "python_pass", 0, None, 40,
        "`from matcher import match`: all that a program needs before its first error",
        counts="exit status",
    ),
    Definition(
        "import-install", "import", BUILT_IN, "", "import_and_install", "python_pass", 0, None, 40,
        "`import matcher; matcher.install()` in a new interpreter, against `python -c pass`",
        counts="exit status",
    ),
    Definition(
        "no-error", "import", BUILT_IN, "", "work_installed", "work_plain", 0, None, 40,
        "a program that imports threading and asyncio and ends well, with `install()` against without",
        counts="exit status",
    ),
    Definition(
        "first-advice", "import", BUILT_IN, "", "fail_installed", "fail_plain", 1, None, 40,
        "a new process that ends with a known error, with `install()` against without: stored database",
        counts="notes",
    ),
    Definition(
        "cli-json", "cli", BUILT_IN, "x", "command_json", "python_pass", 0, 6.0, 40,
        "`printf x | matcher --json`, built-in knowledge base, warm cache, against `python -c pass`",
    ),
    Definition(
        "cli-json-hit", "cli", LARGE, "hit", "command_json_large", "python_pass", 1, None, 20,
        "a known traceback through `matcher --json`, stored database of 10,000 entries",
    ),
    Definition(
        "memory-open", "memory", LARGE, "", "opened", "", LARGE, 150 * MIB, 1,
        "resident memory of a process with the database open",
        counts="entries",
    ),
    Definition(
        "memory-1000-matches", "memory", LARGE, "", "matched", "", 1_000, 150 * MIB, 1,
        "resident memory after 1,000 matches of different entries; each must be the first answer",
        counts="right first answers",
    ),
)  # fmt: skip
