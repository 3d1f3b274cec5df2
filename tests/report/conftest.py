"""Reports of every situation, for all tests of `matcher.report`."""

from collections.abc import Callable
from typing import Any

import pytest
from builders import fix
from diagnoses import BETA_FLAG, FALLBACK, GIT_PUSH, MISSING_HEADER, OTHER_VERSION, PIP_HEADER

from matcher.model import Near, Report

NEAR = (
    Near(
        "pip/wheel-missing-header",
        "Building a wheel failed: a header is not installed",
        0.91,
        9,
        "fatal error: *.h: ",
    ),
    Near("gcc/no-such-file", "The compiler cannot find a file", 0.7, 9, ""),
)

HOSTILE = (
    "\x1b[2J\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\ \u202egnp.exe\u202c "
    "[red]sale[/red] :smile:\r\n::error file=a.py,line=1::forged\n  ::add-mask::main\n"
    "##[group]forged ##vso[task.complete]x\x9b31m\ud800\u2028end"
)


def with_every_text(record: Any, text: str) -> Any:
    """Return `record` with each string in it replaced, keys of mappings too."""
    if isinstance(record, Report):
        parts = (record.diagnoses, record.fallbacks, record.other_versions, record.incomplete, record.near)
        diagnoses, fallbacks, versions, incomplete, near = (with_every_text(part, text) for part in parts)
        return Report(text, record.line, diagnoses, fallbacks, versions, incomplete, lambda: near)
    if isinstance(record, str):
        return text
    if isinstance(record, tuple):
        values = [with_every_text(item, text) for item in record]
        return type(record)(*values) if hasattr(record, "_fields") else tuple(values)
    if isinstance(record, dict):
        return {with_every_text(key, text): with_every_text(item, text) for key, item in record.items()}
    return record


def _reports() -> dict[str, Report]:
    entry = BETA_FLAG._replace(
        matched="", line=0, span=(0, 0), evidence=(), bits=0.0, confidence="", reasons=()
    )
    entry = entry._replace(causes=tuple(cause._replace(evidence=()) for cause in entry.causes), also=())
    limits = ("the event is longer than 256 KiB", "1 pattern ran out of time")
    hostile_title = "Building \x1b[31m[red]x[/red]\n::error::forged failed"
    hostile = BETA_FLAG._replace(
        title=hostile_title, matched=HOSTILE, also=(), related=(), reasons=(HOSTILE,)
    )._replace(fixes=(fix("say", HOSTILE, 0.5, commands={"any": ("echo ::set-output name=a::b", HOSTILE)}),))
    return {
        "beta-flag": Report("build.log", 812, (BETA_FLAG,), (), (), ()),
        "pip-header": Report("-", 41, (PIP_HEADER,), (), (), ()),
        "missing-header": Report("exception", 0, (MISSING_HEADER,), (), (), ()),
        "git-push": Report("push.log", 3, (GIT_PUSH,), (), (), ()),
        "several": Report("ci.log", 7, (BETA_FLAG, PIP_HEADER, GIT_PUSH), (), (OTHER_VERSION,), limits),
        "entry": Report("", 0, (entry,), (), (), ()),
        "fallback": Report("-", 1, (), (FALLBACK,), (), ()),
        "other-versions": Report("app.log", 12, (), (), (OTHER_VERSION,), ()),
        "near": Report("make.log", 9, (), (), (), limits[1:], lambda: NEAR),
        "nothing": Report("-", 1, (), (), (), ()),
        "hostile": Report("a\x1b.log", 812, (hostile,), (), (), ()),
    }


@pytest.fixture(scope="session")
def reports() -> dict[str, Report]:
    """One report per situation."""
    return _reports()


@pytest.fixture(scope="session")
def hostile_text() -> str:
    """Log text with every trick that PROMISES names."""
    return HOSTILE


@pytest.fixture(scope="session")
def fill() -> Callable[[Report, str], Report]:
    """Put one text into every string of a report."""
    return with_every_text
