"""Known errors, their causes and their fixes: `matcher.match(text_or_exception)`.

Public names are resolved on first use (PEP 562): importing this package imports nothing else.
"""

TYPE_CHECKING = False  # as `typing` has it, without its import

__version__ = "0.1.0"

if TYPE_CHECKING:
    from typing import Any

    from matcher.api import Matcher, match
    from matcher.doors.around import advised, advising
    from matcher.doors.hooks import install, uninstall
    from matcher.doors.notes import advise
    from matcher.engine.context import Context
    from matcher.errors import InputError, KnowledgeError, MatcherError, Problem
    from matcher.model import Cause, Diagnosis, Evidence, Fix, Near, OtherVersion, Report

_HOMES = {
    "Matcher": "matcher.api",
    "match": "matcher.api",
    "advise": "matcher.doors.notes",
    "advised": "matcher.doors.around",
    "advising": "matcher.doors.around",
    "install": "matcher.doors.hooks",
    "uninstall": "matcher.doors.hooks",
    "Context": "matcher.engine.context",
    "InputError": "matcher.errors",
    "KnowledgeError": "matcher.errors",
    "MatcherError": "matcher.errors",
    "Problem": "matcher.errors",
    "Cause": "matcher.model",
    "Diagnosis": "matcher.model",
    "Evidence": "matcher.model",
    "Fix": "matcher.model",
    "Near": "matcher.model",
    "OtherVersion": "matcher.model",
    "Report": "matcher.model",
}

__all__ = [
    "Cause",
    "Context",
    "Diagnosis",
    "Evidence",
    "Fix",
    "InputError",
    "KnowledgeError",
    "Matcher",
    "MatcherError",
    "Near",
    "OtherVersion",
    "Problem",
    "Report",
    "advise",
    "advised",
    "advising",
    "install",
    "match",
    "uninstall",
]


def __getattr__(name: str) -> "Any":
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'matcher' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
