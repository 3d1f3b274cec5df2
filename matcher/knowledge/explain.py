"""Errors of pydantic -> flaws in plain words, and flaws -> problems with their place.

The only module that knows how pydantic words things; nothing of its jargon reaches a person.
"""

from collections.abc import Callable, Iterator, Mapping

from pydantic import ValidationError

from matcher.errors import Problem
from matcher.knowledge import schema
from matcher.knowledge.shapes import SHAPES, Flaw, Path, suggest
from matcher.knowledge.strict_yaml import Document

SHOWN_CHARACTERS = 60  # of a wrong value in a message

_LEAST = "write at least {min_length}, or delete the key"
#: Types of pydantic's errors -> code, message, hint; the fields in braces are name, value and its context.
_SAID = {
    "string_type": ("wrong-type", "{name} must be a text, not {value}", "write a text"),
    "tuple_type": ("wrong-type", "{name} must be a list, not {value}", "write a list: '- ' before each item"),
    "dict_type": ("wrong-type", "{name} must be a mapping, not {value}", "write 'key: value' lines"),
    "model_type": ("wrong-type", "{name} must be a mapping, not {value}", "write 'key: value' lines"),
    "int_type": ("wrong-type", "{name} must be a whole number, not {value}", "write a whole number"),
    "int_parsing": ("wrong-type", "{name} must be a whole number, not {value}", "write a whole number"),
    "float_type": ("wrong-type", "{name} must be a number, not {value}", "write a number"),
    "float_parsing": ("wrong-type", "{name} must be a number, not {value}", "write a number"),
    "greater_than": ("bad-value", "{value} is too small for {name}", "write more than {gt:g}"),
    "greater_than_equal": ("bad-value", "{value} is too small for {name}", "write at least {ge:g}"),
    "less_than_equal": ("bad-value", "{value} is too large for {name}", "write at most {le:g}"),
    "too_short": ("bad-value", "{name} has too few items", _LEAST),
    "string_too_short": ("bad-value", "{name} is empty", "write a text, or delete the key"),
    "string_too_long": ("bad-value", "{name} has more than {max_length:,} characters", "shorten it"),
    "literal_error": ("bad-value", "{name} cannot be {value}", "{hint}"),
    "string_pattern_mismatch": ("bad-value", "{value} is not {shape}", "{hint}"),
    "missing": ("missing-field", "the key {name} is missing", "{hint}"),
    "extra_forbidden": ("unknown-field", "unknown key {name}", "{hint}"),
}
_OTHER = ("bad-value", "{name} cannot be {value}", "write one of the values that LANGUAGE.md names")


def explain(error: ValidationError, keys_at: Callable[[Path], Mapping[str, str]]) -> Iterator[Flaw]:
    """Say in plain words what pydantic found. `keys_at` gives the keys of a place, described."""
    meant: set[tuple[Path, str]] = set()  # keys that are there, but misspelt
    found = error.errors(include_url=False)
    for one in sorted(found, key=lambda one: one["type"] == "missing"):
        kind, context, path = one["type"], dict(one.get("ctx", {})), one["loc"]
        if kind == "flaws":
            yield from (flaw._replace(at=path + flaw.at) for flaw in context["flaws"])
            continue
        if kind == "too_short" and len(one["input"]) >= context["min_length"]:
            continue  # pydantic does not count the items that are wrong themselves
        on_key = kind in ("extra_forbidden", "missing") or path[-1:] == ("[key]",)
        if path[-1:] == ("[key]",):
            path = path[:-1]
        field = path[-1] if path else "the top"
        in_list = isinstance(field, int) and len(path) > 1
        context["name"] = f"item {int(field) + 1} of '{path[-2]}'" if in_list else f"'{_cut(str(field))}'"
        context["value"] = _what(one["input"])
        if kind == "literal_error":
            allowed = context["expected"].replace(" or ", ", ").replace("'", "").split(", ")
            context["hint"] = suggest(str(one["input"]), allowed, f"use one of {', '.join(allowed)}")
        elif kind == "string_pattern_mismatch":
            context["shape"], context["hint"] = SHAPES[context["pattern"]]
        elif kind == "missing":
            if (path[:-1], f"did you mean '{field}'?") in meant:
                continue
            about = keys_at(path[:-1]).get(str(field), "")
            context["hint"] = f"add it: {about[:1].lower()}{about[1:].rstrip('.')}" if about else "add it"
            path = path[:-1]
        elif kind == "extra_forbidden":
            keys = keys_at(path[:-1])
            context["hint"] = suggest(str(field), keys, f"use one of {', '.join(keys)}")
            meant.add((path[:-1], context["hint"]))
        code, message, hint = _SAID.get(kind, _OTHER)
        yield Flaw(code, path, message.format_map(context), hint.format_map(context), on_key)


def entry_keys(path: Path) -> Mapping[str, str]:
    return schema.keys_at(path)


def part_keys(path: Path) -> Mapping[str, str]:
    return schema.keys_at(path[1:], "Condition")


def vote_keys(_: Path) -> Mapping[str, str]:
    return dict.fromkeys(schema.Vote.model_fields, "")


def _what(value: object) -> str:
    """A wrong value, as a message names it."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return f"'{_cut(str(value))}'" if value != "" else "nothing"


def _cut(text: str) -> str:
    line = " ".join(text[: SHOWN_CHARACTERS * 4].split())
    return line if len(line) <= SHOWN_CHARACTERS else line[: SHOWN_CHARACTERS - 3] + "..."


def located(flaw: Flaw, document: Document) -> Problem:
    return document.problem(flaw.code, flaw.at, flaw.message, flaw.hint, key=flaw.on_key)
