"""An expression of Python source -> the message templates that it may give.

Follows names through a lookup of the caller. What it cannot read gives no template; it never guesses.
"""

import ast
import re
import string
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from matcher.mining.guards import Guard, source_of
from matcher.mining.model import Hole, Part, Template, fixed_text, joined

ALTERNATIVES = 4  # templates of one expression: `a if x else b`, names with several values
DEPTH = 40  # of nested expressions and followed names
TEXT_CHARACTERS = 4_000  # a longer message is a document

#: Functions that give their first (or named) text argument back, perhaps translated or re-indented.
_WRAPPERS = frozenset((
    "_", "__", "_t", "N_", "gettext", "gettext_lazy", "gettext_noop", "lazy_gettext", "ugettext",
    "ugettext_lazy", "dedent", "cleandoc", "fill", "str", "ngettext", "ngettext_lazy", "ungettext", "_n",
    "force_str", "format_html", "mark_safe", "translate",
))  # fmt: skip
_PLURALS = frozenset(("ngettext", "ngettext_lazy", "ungettext", "_n"))
_WITH_CONTEXT = frozenset(("pgettext", "pgettext_lazy"))
#: Text methods that change nothing but blanks at the ends.
_TRIMS = frozenset(("strip", "lstrip", "rstrip", "expandtabs"))
_PERCENT = re.compile(
    r"%(?:\((?P<key>[^)]*)\))?(?P<flags>[-+ #0]*)(?P<width>\*|\d+)?(?P<precision>\.(?:\*|\d+))?"
    r"[hlL]?(?P<type>[diouxXeEfFgGcrsa%])"
)
_FIELD = re.compile(r"[\w]*")
#: Calls that surely give a whole number.
_COUNTS = frozenset(("len", "ord", "id"))
_SAME = frozenset(("str", "repr", "ascii", "format"))


class Value(NamedTuple):
    """An expression that a name stands for, and the guards under which it was assigned."""

    node: ast.expr
    guards: tuple[Guard, ...] = ()


class Reading(NamedTuple):
    """One template of an expression, and the guards under which it is that one."""

    template: Template
    guards: tuple[Guard, ...] = ()


Lookup = Callable[[ast.expr], Sequence[Value]]


def read(node: ast.expr, lookup: Lookup, depth: int = 0) -> list[Reading]:
    """The templates of an expression, at most `ALTERNATIVES`; none if it cannot be read."""
    if depth > DEPTH:
        return []
    found: list[Reading] = []
    match node:
        case ast.Constant(value=str(text)):
            found = [Reading(joined((text,)))] if len(text) <= TEXT_CHARACTERS else []
        case ast.JoinedStr(values=values):
            found = [Reading(joined(part for value in values for part in _formatted(value)))]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            found = _sum(left, right, lookup, depth)
        case ast.BinOp(left=left, op=ast.Mod(), right=right):
            found = [
                Reading(percent(one.template, right), one.guards) for one in read(left, lookup, depth + 1)
            ]
        case ast.IfExp(test=test, body=body, orelse=orelse):
            for branch, holds in ((body, True), (orelse, False)):
                guard = Guard("if", test, holds)
                found += [
                    Reading(one.template, (*one.guards, guard)) for one in read(branch, lookup, depth + 1)
                ]
        case ast.Call():
            found = _call(node, lookup, depth)
        case ast.Name() | ast.Attribute() | ast.Subscript():
            for value in lookup(node):
                found += [
                    Reading(one.template, (*value.guards, *one.guards))
                    for one in read(value.node, lookup, depth + 1)
                ]
        case ast.NamedExpr(value=assigned):
            found = read(assigned, lookup, depth + 1)
    return found[:ALTERNATIVES]


def hole(node: ast.expr, conversion: str = "", kind: str = "") -> Hole:
    """The hole that an expression leaves in a message."""
    name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
    if isinstance(node, ast.Call) and name in _SAME and len(node.args) == 1:
        return hole(node.args[0], "r" if name in ("repr", "ascii") else conversion, kind)
    if not kind and name in _COUNTS:
        kind = "int"
    return Hole(source_of(node), conversion, kind or "any")


def _formatted(value: ast.expr) -> Iterator[Part]:
    """A part of an f-string."""
    if isinstance(value, ast.Constant):
        yield str(value.value)
    elif isinstance(value, ast.FormattedValue):
        whole = value.format_spec and ast.unparse(value.format_spec)[2:-1] == "d"
        conversion = "r" if chr(max(value.conversion, 0)) in "ra" else ""
        yield hole(value.value, conversion, "int" if whole else "any" if value.format_spec else "")


def _sum(left: ast.expr, right: ast.expr, lookup: Lookup, depth: int) -> list[Reading]:
    """A sum is a text if one side is; the other side may be a hole."""
    firsts, seconds = read(left, lookup, depth + 1), read(right, lookup, depth + 1)
    if not firsts and not seconds:
        return []
    firsts = firsts or [Reading((hole(left),))]
    seconds = seconds or [Reading((hole(right),))]
    return [
        Reading(joined((*one.template, *two.template)), (*one.guards, *two.guards))
        for one, two in product(firsts, seconds)
    ]


def percent(template: Template, right: ast.expr) -> Template:
    """Fill a template of `%` with the expressions on the right."""
    positional = list(right.elts) if isinstance(right, ast.Tuple) else [right]
    named: dict[str, ast.expr] = {}
    if isinstance(right, ast.Dict):
        for key, value in zip(right.keys, right.values, strict=True):
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                named[key.value] = value
    elif isinstance(right, ast.Call) and source_of(right.func) == "dict":
        named = {one.arg: one.value for one in right.keywords if one.arg}
    return joined(_percent_parts(template, iter(positional), named))


def _percent_parts(
    template: Template, positional: Iterator[ast.expr], named: Mapping[str, ast.expr]
) -> Iterator[Part]:
    for part in template:
        if isinstance(part, Hole):
            yield part
            continue
        position = 0
        for found in _PERCENT.finditer(part):
            yield part[position : found.start()]
            position = found.end()
            if found["type"] == "%":
                yield "%"
                continue
            plain = not (found["flags"] or found["width"] or found["precision"])
            kind = "int" if found["type"] in "diu" and plain else ""
            conversion = "r" if found["type"] in "ra" else ""
            key = found["key"]
            if key is None:
                for star in (found["width"], found["precision"]):
                    if star and star.endswith("*"):
                        next(positional, None)
                node = next(positional, None)
                yield hole(node, conversion, kind) if node else Hole("value", conversion, kind or "any")
            else:
                yield Hole(
                    key, conversion, hole(named[key]).kind if key in named and not kind else kind or "any"
                )
        yield part[position:]


def braces(
    template: Template, positional: Sequence[ast.expr], named: Mapping[str, ast.expr]
) -> Template | None:
    """Fill a template of `str.format`; None if it is malformed."""
    parts: list[Part] = []
    number = 0
    for part in template:
        if isinstance(part, Hole):
            parts.append(part)
            continue
        try:
            for text, name, spec, conversion in string.Formatter().parse(part):
                parts.append(text)
                if name is None:
                    continue
                first = _FIELD.match(name)
                key = first[0] if first else ""
                if not key:
                    key, number = str(number), number + 1
                parts.append(_brace(key, name, spec or "", conversion or "", positional, named))
        except ValueError:
            return None
    return joined(iter(parts))


def _brace(
    key: str,
    name: str,
    spec: str,
    conversion: str,
    positional: Sequence[ast.expr],
    named: Mapping[str, ast.expr],
) -> Hole:
    kind = "int" if spec == "d" else "any" if spec else ""
    conversion = "r" if conversion in "ra" and conversion else ""
    node = named.get(key)
    if key.isdigit():
        node = positional[int(key)] if len(key) < 4 and int(key) < len(positional) else None
        if isinstance(node, ast.Starred):
            node = None
    simple = name in ("", key)
    if node is not None and simple and key.isdigit():
        return hole(node, conversion, kind)
    if node is not None and simple:
        return Hole(key, conversion, kind or hole(node).kind)
    source = name if not name[:1].isdigit() and name else "value"
    return Hole(source, conversion, kind or "any")


def _call(node: ast.Call, lookup: Lookup, depth: int) -> list[Reading]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name in _WITH_CONTEXT and len(node.args) > 1:
        return read(node.args[1], lookup, depth + 1)
    if name in _WRAPPERS and node.args:
        wanted = node.args[:2] if name in _PLURALS else node.args[:1]
        return [one for argument in wanted for one in read(argument, lookup, depth + 1)]
    if not isinstance(node.func, ast.Attribute):
        return []
    if name == "join":
        return _join(node, lookup, depth)
    if name in _TRIMS:
        return read(node.func.value, lookup, depth + 1)
    if name in ("format", "format_map", "safe_substitute"):
        named = {one.arg: one.value for one in node.keywords if one.arg}
        found = []
        for one in read(node.func.value, lookup, depth + 1):
            filled = braces(one.template, node.args if name == "format" else (), named)
            if filled is not None:
                found.append(Reading(filled, one.guards))
        return found
    return []


def _join(node: ast.Call, lookup: Lookup, depth: int) -> list[Reading]:
    """`" ".join([...])` of a list that is written out; each member is a text or a hole."""
    assert isinstance(node.func, ast.Attribute)
    glue = node.func.value
    members = node.args[0] if len(node.args) == 1 else None
    if not (isinstance(glue, ast.Constant) and isinstance(glue.value, str)):
        return []
    if not isinstance(members, (ast.List, ast.Tuple)):
        return []
    parts: list[Part] = []
    for place, member in enumerate(members.elts):
        parts += [glue.value] if place else []
        readings = read(member, lookup, depth + 1)
        parts += readings[0].template if readings else [hole(member)]
    template = joined(iter(parts))
    return [Reading(template)] if fixed_text(template).strip() else []
