"""What guards a statement -> plain words: "when `x is None` and not `ready(x)`, in the loop over `xs`"."""

import ast
from collections.abc import Iterable, Sequence
from typing import NamedTuple

EXPRESSION_CHARACTERS = 110  # of one condition; a longer one is cut
CONDITIONS = 4  # the nearest ones are told
DEFINITIONS = 2  # "where `m` is `pattern.match(line)`"
EARLY = 2  # of the guards further up that leave the function or the loop

#: Comparisons whose opposite is certain, whatever the objects are.
_OPPOSITE: dict[type[ast.cmpop], ast.cmpop] = {
    ast.Is: ast.IsNot(), ast.IsNot: ast.Is(), ast.In: ast.NotIn(), ast.NotIn: ast.In(),
    ast.Eq: ast.NotEq(), ast.NotEq: ast.Eq(),
}  # fmt: skip


class Guard(NamedTuple):
    """One thing that must be so before a statement is reached.

    `kind` is "if" (the test is as `holds` says), "early" (the same: the other branch has left before),
    "checked" (the same: the other branch raises), "while", "for", "except", "case", "tried" (a loop or
    `try` above did not return).
    `values` are assignments just above that the test speaks of, as texts; `about` is the subject of a
    `match`, or the statement whose error is handled.
    """

    kind: str
    node: ast.AST
    holds: bool = True
    values: tuple[tuple[str, str], ...] = ()
    about: ast.AST | None = None


def source_of(node: ast.AST, limit: int = EXPRESSION_CHARACTERS) -> str:
    """The source of an expression on one line, cut at `limit`; "..." if it is nested too deeply.

    >>> source_of(ast.parse("f(a,\\n  b)", mode="eval").body)
    'f(a, b)'
    """
    try:
        text = " ".join(ast.unparse(node).split())
    except (RecursionError, ValueError, AttributeError):
        return "..."
    text = "".join(c if c.isprintable() else "?" for c in text).replace("%{", "% {").replace("`", "'")
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def condition(guards: Sequence[Guard]) -> str:
    """The clause that says when a statement is reached; empty if nothing guards it.

    Told are the nearest conditions, in the order of the source.
    """
    guards = sorted(guards, key=lambda one: getattr(one.node, "lineno", 0))
    explicit = [one for one in guards if one.kind in ("if", "while", "case")]
    early = [one for one in guards if one.kind == "early" or (one.kind == "checked" and not explicit)]
    wanted = explicit[-CONDITIONS:]
    if len(explicit) < 2:
        wanted = [*early[-EARLY:], *wanted]
    told = [one for one in guards if any(one is other for other in wanted)]
    words = list(dict.fromkeys(_words(one) for one in told))
    clauses = ["when " + " and ".join(words)] if words else []
    clauses += [_handling(one) for one in guards if one.kind == "except"][-1:]
    clauses += [f"after {_tried(one)}" for one in guards if one.kind == "tried"][-1:]
    clauses += [f"in the loop over {_quoted(one.node.iter)}" for one in guards
                if isinstance(one.node, (ast.For, ast.AsyncFor)) and one.kind == "for"][-1:]  # fmt: skip
    values = dict(pair for one in told for pair in one.values)
    if values:
        named = [f"`{name}` is `{value}`" for name, value in list(values.items())[-DEFINITIONS:]]
        clauses.append("where " + " and ".join(named))
    return ", ".join(clauses)


def _words(guard: Guard) -> str:
    """One condition in words."""
    node = guard.node
    if isinstance(node, ast.match_case):
        return _case(node, guard.about)
    if not isinstance(node, ast.expr):
        return "..."
    return _quoted(node) if guard.holds else _negated(node)


def _negated(node: ast.expr) -> str:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return _quoted(node.operand)
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _OPPOSITE:
        turned = ast.Compare(node.left, [_OPPOSITE[type(node.ops[0])]], node.comparators)
        return _quoted(turned)
    return f"not {_quoted(node)}"


def _case(case: ast.match_case, subject: ast.AST | None) -> str:
    what = _quoted(subject) if subject else "the subject"
    wild = isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None
    text = f"{what} fits no case before" if wild else f"{what} fits the case {_quoted(case.pattern)}"
    return f"{text} and {_quoted(case.guard)}" if case.guard else text


def _handling(guard: Guard) -> str:
    node = guard.node
    assert isinstance(node, ast.ExceptHandler)
    caught = _quoted(node.type) if node.type else "any exception"
    return f"while handling {caught}" + (f" of {_quoted(guard.about)}" if guard.about else "")


def _tried(guard: Guard) -> str:
    node = guard.node
    if isinstance(node, (ast.For, ast.AsyncFor)):
        return f"the loop over {_quoted(node.iter)} returned nothing"
    if isinstance(node, ast.While):
        return f"the loop while {_quoted(node.test)} returned nothing"
    return "what was tried above returned nothing"


def _quoted(node: ast.AST) -> str:
    return f"`{source_of(node)}`"


def names_in(node: ast.AST) -> Iterable[str]:
    """The names that an expression reads."""
    return (one.id for one in ast.walk(node) if isinstance(one, ast.Name))
