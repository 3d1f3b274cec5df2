"""What can be said of an entry without running it: captures in its advice, proof of its status."""

import difflib
import re
from collections.abc import Iterator, Sequence
from datetime import date
from math import log2

from matcher.knowledge.conditions import Compiled, Finding, Path
from matcher.knowledge.loader import LoadedEntry
from matcher.knowledge.schema import Condition, Entry, Fix

_USED = re.compile(r"%\{([^}]*)\}")
STABLE_EXAMPLES = 2
STABLE_COUNTEREXAMPLES = 2


def check(loaded: LoadedEntry, branches: Sequence[Compiled]) -> list[Finding]:
    """All findings of one entry."""
    entry = loaded.entry
    return [*_captures(entry, branches), *_status(entry), *_examples(entry), *_age(entry)]


def advice_texts(entry: Entry) -> Iterator[tuple[Path, str]]:
    """Every text of an entry that may use captures, with its path."""
    yield ("title",), entry.title
    for number, cause in enumerate(entry.causes):
        yield ("causes", number, "says"), cause.says
    for name, fix in entry.fixes.items():
        yield from fix_texts(name, fix)
    for number, row in enumerate(entry.checklist):
        yield ("checklist", number, "test"), row.test
        yield ("checklist", number, "means"), row.means


def fix_texts(name: str, fix: Fix) -> Iterator[tuple[Path, str]]:
    """Every text of a fix that may use captures, with its path."""
    at: Path = ("fixes", name)
    yield (*at, "does"), fix.does
    yield from (((*at, "steps", i), step) for i, step in enumerate(fix.steps))
    for platform, lines in fix.commands.items():
        yield from (((*at, "commands", platform, i), line) for i, line in enumerate(lines))
    for number, step in enumerate(fix.verify):
        for key in ("run", "expect", "expect_not"):
            if text := getattr(step, key):
                yield (*at, "verify", number, key), text
    if fix.config:
        yield (*at, "config", "text"), fix.config.text
    if fix.rollback:
        yield (*at, "rollback"), fix.rollback


def _captures(entry: Entry, branches: Sequence[Compiled]) -> Iterator[Finding]:
    bound = frozenset.intersection(*(b.bound for b in branches)) if branches else frozenset()
    known = frozenset[str]().union(*(b.captures for b in branches))
    tested = {c.id: frozenset(_tested(c.when)) for c in entry.causes}
    used: set[str] = set()
    for path, text in advice_texts(entry):
        allowed = bound
        if path[0] == "causes":
            allowed = bound | tested[entry.causes[int(path[1])].id]
        elif path[0] == "fixes":
            users = [tested[c.id] for c in entry.causes if path[1] in c.fixes]
            allowed = bound | (frozenset.intersection(*users) if users else frozenset())
        for found in _USED.finditer(text):
            name = found[1]
            used.add(name)
            if name not in known:
                near = difflib.get_close_matches(name, known, 1)
                yield Finding(path, "unknown-capture", f"no signature captures %{{{name}}}",
                              f"did you mean %{{{near[0]}}}?" if near else
                              "capture it in `identifies`, or write the text without it",
                              offset=found.start())  # fmt: skip
            elif name not in allowed:
                yield Finding(path, "unbound-capture",
                              f"%{{{name}}} is not captured by every branch of `identifies`",
                              "capture it in each branch, or test it in the `when` of the same cause",
                              "lint", found.start())  # fmt: skip
    used |= frozenset[str]().union(*tested.values()) if tested else set()
    for example in entry.examples:
        used |= set(example.expect.captures) if example.expect else set()
    for name in sorted(known - used):
        yield Finding(("match",), "unused-capture", f"the capture %{{{name}}} is never used",
                      "use it in the advice, or write `*`", "warning")  # fmt: skip


def _tested(condition: Condition | None) -> Iterator[str]:
    """Captures that are bound whenever the condition is true."""
    if condition is None:
        return
    if condition.capture is not None:
        yield from condition.capture
    for member in condition.all or ():
        yield from _tested(member)
    if condition.any:
        yield from frozenset.intersection(*(frozenset(_tested(m)) for m in condition.any))


def _status(entry: Entry) -> Iterator[Finding]:
    if entry.status != "stable":
        return
    observed = sum(e.provenance == "observed" for e in entry.examples)
    if len(entry.examples) < STABLE_EXAMPLES or not observed:
        yield Finding(("status",), "unproven-stable",
                      f"stable needs {STABLE_EXAMPLES} examples, one of them observed",
                      "add examples, or say `status: experimental`", "lint")  # fmt: skip
    if entry.kind == "known" and len(entry.counterexamples) < STABLE_COUNTEREXAMPLES:
        yield Finding(("status",), "unproven-stable",
                      f"stable needs {STABLE_COUNTEREXAMPLES} near misses",
                      "add counterexamples, or say `status: experimental`", "lint")  # fmt: skip


def _age(entry: Entry) -> Iterator[Finding]:
    if entry.review_by is not None and str(entry.review_by) < date.today().isoformat():
        yield Finding(("review_by",), "review-due", f"this entry was to be reviewed by {entry.review_by}",
                      "read it against the product as it is now, then move the date", "warning")  # fmt: skip


def _examples(entry: Entry) -> Iterator[Finding]:
    patterns = {c.text.strip() for c in entry.match.identifies if c.text}
    for number, example in enumerate(entry.examples):
        if example.text and example.text.strip() in patterns and "\n" not in example.text.strip():
            yield Finding(("examples", number), "example-is-pattern",
                          "the example is the pattern itself and proves nothing",
                          "paste a whole line of real output", "warning")  # fmt: skip


def log_share(count: float, total: float, parts: int) -> float:
    """Bits of a share, relative to equal shares, smoothed by one."""
    return log2((count + 1) / (total + parts) * parts)
