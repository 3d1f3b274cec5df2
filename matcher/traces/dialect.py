"""The contract of a dialect: how the lines of one error follow each other, as a table of rules.

A dialect is a small state machine over lines (bytes, without prefix and line end). It says where an error
that begins at a line ends; what the error is, is not its business.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

START = "start"
MAX_UNKEPT = 8  # lines of a message between its header and what confirms it

#: Line number -> its text; None behind the last line that is there.
LineAt = Callable[[int], "bytes | None"]


class Rule(NamedTuple):
    """In `state`, a line that matches `pattern` at its beginning leads to `next`.

    `keeps`: the error surely reaches to this line; without it, only if a later line confirms it.
    `loose`: the pattern also matches ordinary lines, so alone it is no sign of an error.
    `filler`: loose, and never takes a line that begins an error of its own.
    `ahead`: the line after must match this, too. Rules are tried in order; the first that fits counts.
    """

    state: str
    pattern: bytes
    next: str
    keeps: bool = True
    loose: bool = False
    filler: bool = False
    ahead: bytes = b""


class Dialect:
    """A table of rules, ready to run."""

    __slots__ = ("_compiled", "name", "rules")

    def __init__(self, name: str, rules: tuple[Rule, ...]) -> None:
        self.name = name
        self.rules = rules
        self._compiled: dict[str, list[tuple[Rule, re.Pattern[bytes], re.Pattern[bytes] | None]]] = {}

    def end(
        self,
        line_at: LineAt,
        first: int,
        limit: int,
        is_start: Callable[[bytes], bool],
        is_sign: Callable[[bytes], bool] | None = None,
    ) -> int:
        """The line behind the error that begins at line `first`; `first` itself if none begins there.

        Reads no line from `limit` on, and at most MAX_UNKEPT lines that no later one has confirmed. With
        `is_sign`, no more than so many lines at the margin follow each other without a sign of an error, so
        that each line of the error leads back to one.
        """
        state, kept, number = START, first, first
        bare, signs = 0, 0  # lines at the margin since the last sign; signs
        while number < limit and number - kept <= MAX_UNKEPT and bare <= MAX_UNKEPT:
            line = line_at(number)
            if line is None:
                break
            rule = self._step(state, line, number, line_at)
            if rule is None or (rule.filler and number > first and is_start(line)):
                break
            number += 1
            state = rule.next
            if is_sign is not None:
                if is_sign(line):
                    bare, signs = 0, signs + 1
                elif number > first + 1:
                    bare += not (line.startswith((b"  ", b"\t")) or not line)
            if rule.keeps and (bare <= MAX_UNKEPT if signs or is_sign is None else not bare):
                kept = number
        return kept

    def _step(self, state: str, line: bytes, number: int, line_at: LineAt) -> Rule | None:
        rules = self._compiled.get(state)
        if rules is None:
            rules = self._compile(state)
        for rule, pattern, ahead in rules:
            if pattern.match(line):
                if ahead is None:
                    return rule
                following = line_at(number + 1)
                if following is not None and ahead.match(following):
                    return rule
        return None

    def _compile(self, state: str) -> list[tuple[Rule, re.Pattern[bytes], re.Pattern[bytes] | None]]:
        """The rules of a state, compiled when it is first reached: a program pays for what it meets."""
        rules = self._compiled[state] = [
            (rule, re.compile(rule.pattern), re.compile(rule.ahead) if rule.ahead else None)
            for rule in self.rules
            if rule.state == state
        ]
        return rules
