"""Plain mappings, lists and texts -> the text of a YAML file; the same content gives the same bytes."""

import re
from collections.abc import Iterator
from json.encoder import encode_basestring
from typing import Any

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:[-/.][A-Za-z0-9_]+)*")
#: Words that other readers of YAML take for something else than a text.
_NOT_TEXTS = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n"))
#: What YAML refuses or takes for a line break.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def to_yaml(content: dict[str, Any]) -> str:
    """Return an entry as YAML in block style, with the two lines that name its schema for editors.

    >>> print(to_yaml({"title": "it's out", "tags": ["mined", "no"]}).partition("\\n\\n")[2])
    title: "it's out"
    tags: [mined, "no"]
    <BLANKLINE>
    """
    head = "# yaml-language-server: $schema=../entry.schema.json\n# $schema: ../entry.schema.json\n\n"
    return head + "\n".join(_lines(content, "")) + "\n"


def _lines(value: Any, indent: str) -> Iterator[str]:
    pairs = value.items() if isinstance(value, dict) else ((None, one) for one in value)
    for key, one in pairs:
        head = f"{indent}-" if key is None else f"{indent}{_scalar(key)}:"
        if not isinstance(one, (dict, list)):
            yield f"{head} {_scalar(str(one))}"
        elif isinstance(one, list) and all(isinstance(part, str) for part in one):
            yield f"{head} [{', '.join(_scalar(part) for part in one)}]"
        elif key is None:
            first, *rest = _lines(one, indent + "  ")
            yield f"{head} {first.lstrip()}"
            yield from rest
        else:
            yield head
            yield from _lines(one, indent + "  ")


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _NOT_TEXTS:
        return text
    quoted = encode_basestring(text)  # a text in double quotes is one in YAML, too
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
