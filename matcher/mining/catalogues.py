"""Translation catalogues of a package (.mo, .po) -> the messages in them that tell of an error.

Command line tools print these without raising anything. A catalogue names no place, so that of the
`gettext` call in the source is told where there is one.
"""

import ast
import os
import re
import struct
from collections.abc import Iterator, Mapping

from matcher.mining.model import Site, Stats, Template
from matcher.mining.reader import braces, percent
from matcher.mining.sources import Source

FILE_BYTES = 16 * 1024 * 1024
MESSAGES = 50_000  # of one catalogue

_FUNCTIONS = frozenset((
    "_", "gettext", "gettext_lazy", "ugettext", "ugettext_lazy", "ngettext", "ngettext_lazy",
    "gettext_noop", "N_",
))  # fmt: skip
#: Words of a message about a failure; a message without any is a label or a help text.
_ERROR = re.compile(
    r"\berrors?\b|\bfail|\bfatal\b|\binvalid\b|\bcannot\b|\bcan't\b|\bcould not\b|\bunable\b|\bnot found\b"
    r"|\bmissing\b|\bunknown\b|\bunrecognized\b|\bunexpected\b|\brequired\b|\bnot allowed\b|\bdenied\b"
    r"|\brefused\b|\bmust (?:be|not|have)\b|\bis not\b|\bdoes not\b|\bdoesn't\b|\bno such\b"
    r"|\balready exists?\b|\bconflict",
    re.IGNORECASE,
)
_MO_MAGIC = {b"\xde\x12\x04\x95": "<", b"\x95\x04\x12\xde": ">"}
_PO_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"\s*$')
_PO_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}


def gettext_calls(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Texts that a module hands to a `gettext` function, with their lines."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            text = node.args[0].value
            if name in _FUNCTIONS and isinstance(text, str):
                yield text, node.lineno


def sites(source: Source, calls: Mapping[str, tuple[str, int]], stats: Stats) -> Iterator[Site]:
    """The sites of all catalogues of a package; a message that several hold comes once."""
    seen: set[str] = set()
    for file in source.files:
        if not file.endswith((".mo", ".po")):
            continue
        path = os.path.join(source.root, file)
        try:
            if os.path.getsize(path) > FILE_BYTES:
                raise ValueError(path)
            with open(path, "rb") as opened:
                data = opened.read()
            messages = list(read_mo(data) if file.endswith(".mo") else read_po(data))
        except (OSError, ValueError, struct.error):
            stats.skipped_files["not readable"] += 1
            continue
        for text in messages[:MESSAGES]:
            if text in seen or not _ERROR.search(text):
                continue
            seen.add(text)
            place, line = calls.get(text, (file, 0))
            module = place.removesuffix(".py").replace("/", ".") if line and source.importable else ""
            yield Site(source.package, source.version, place, line, "", module, module, "",
                       template_of(text), "", "catalogue")  # fmt: skip


def template_of(text: str) -> Template:
    """The template of a message of a catalogue.

    >>> template_of("No module %(name)s")
    ('No module ', Hole(source='name', conversion='', kind='any'))
    """
    if re.search(r"%(?:\(\w+\))?[sdrifx]", text):
        return percent((text,), ast.Tuple([]))
    return (braces((text,), (), {}) if re.search(r"\{\w*\}", text) else None) or (text,)


def read_mo(data: bytes) -> Iterator[str]:
    """The message ids of a compiled catalogue. Raises `ValueError` or `struct.error` if it is none."""
    order = _MO_MAGIC.get(data[:4])
    if order is None:
        raise ValueError("not a compiled catalogue")
    count, table = struct.unpack(f"{order}2I", data[8:16])
    for number in range(min(count, MESSAGES)):
        length, start = struct.unpack_from(f"{order}2I", data, table + 8 * number)
        if start + length > len(data):
            raise ValueError("cut")
        text = data[start : start + length].decode("utf-8", "replace")
        for form in text.rpartition("\x04")[2].split("\0"):  # a context stands before, a plural behind
            if form:
                yield form


def read_po(data: bytes) -> Iterator[str]:
    """The message ids of a catalogue in text form."""
    lines: list[str] = []
    collecting = False
    for line in data.decode("utf-8", "replace").splitlines():
        if line.startswith(("msgid ", "msgid_plural ")):
            if lines:
                yield from _po_text(lines)
            lines, collecting = [line.partition(" ")[2]], True
        elif collecting and line.startswith('"'):
            lines.append(line)
        else:
            collecting = False
    yield from _po_text(lines)


def _po_text(lines: list[str]) -> Iterator[str]:
    parts = [found[1] for line in lines if (found := _PO_STRING.search(line))]
    text = re.sub(r"\\(.)", lambda found: _PO_ESCAPES.get(found[1], found[0]), "".join(parts))
    if text:
        yield text
