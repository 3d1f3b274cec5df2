"""What can go wrong, as data: a `Problem` says what, where and what to do.

Four exception classes, no more. Drawing a problem is the work of `report.problems`.
"""

from typing import NamedTuple


class Location(NamedTuple):
    """A place in a file: `line` and `column` count from 1; 0 means the whole file."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """One thing that is wrong with an entry or a pack.

    `message` says what is wrong, with the offending value; `hint` says what to do,
    in the imperative. `source` is the line of the file at `location`, so that it can
    be shown with a caret. `severity` is "error" (the entry is not used), "lint" (it is
    used, but `kb check` fails), "warning" or "note" (nothing fails).
    """

    code: str
    location: Location
    message: str
    hint: str = ""
    source: str = ""
    severity: str = "error"

    @property
    def is_failure(self) -> bool:
        """Whether `kb check` and `--strict` fail because of it."""
        return self.severity in ("error", "lint")


class MatcherError(Exception):
    """Base of every error that this package raises on purpose."""


class KnowledgeError(MatcherError):
    """The knowledge base cannot be used: missing, empty, or broken under `strict`."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


class DatabaseError(MatcherError):
    """A stored database is damaged, foreign or of another version. It is rebuilt, never trusted."""


class InputError(MatcherError):
    """An argument of a call or of the command line is not usable."""
