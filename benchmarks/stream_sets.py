"""Mined entries -> signature sets: a compiled database, and what the other engines search for.

A set is a fixed random choice, and a larger one begins with a smaller one. Each signature also has the
regular expression that a person would write for it, its literal as it is spelled, and lines that show it.
"""

import hashlib
import json
import random
import re
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.make_kb import WORK
from benchmarks.stream_packages import Harvest, harvest
from matcher.knowledge.text_pattern import PatternError, compile_text

SEED = 20240611
_HOLE = re.compile(
    r"(?P<escaped>\\\*|\\%\{)|%\{(?:(?P<type>\w+):)?(?P<name>\w+)\}|(?P<quote>\\*['\"`‘’‚‛“”„‟‹›«»])"
)
_QUOTE = r"\\*(?:['\"`]|‘|’|‚|‛|“|”|„|‟|‹|›|«|»)"
_WORDS = ("eu-west-1", "alpha", "node-7", "app.models", "var/lib/data.bin", "worker", "inventory",
          "primary_key", "batch", "orders", "float32", "db1.internal", "session", "v2beta")  # fmt: skip


class Signature(NamedTuple):
    """One mined message. `parts` are fixed texts, and (type, name) of what varies."""

    id: str
    literal: str  # what the database requires of a text, as the message spells it
    naive: str  # a regular expression without groups
    parts: tuple[Any, ...]
    exception: str
    module: str  # whose frame a stack trace must show; empty if none is asked for

    def message(self, chance: random.Random) -> str:
        """The message with values of its own; equal captures have equal values."""
        values: dict[str, str] = {}
        said = ""
        for part in self.parts:
            if isinstance(part, str):
                said += part
            else:
                kind, name = part
                number = str(chance.randrange(2, 99_999))
                word = f"{chance.choice(_WORDS)}-{number}" if kind != "int" else number
                said += values.setdefault(name, word)
        return said

    def line(self, chance: random.Random) -> str:
        """The message as programs print it."""
        head = chance.choice(("", "ERROR ", f"{self.exception}: " if self.exception else "error: "))
        return head + self.message(chance)

    def traceback(self, chance: random.Random) -> str:
        """The message below frames of the module that raises it."""
        file = f"/srv/venv/site-packages/{(self.module or 'app').replace('.', '/')}/core.py"
        frames = "".join(
            f'  File "{file}", line {chance.randrange(10, 900)}, in step_{n}\n'
            f"    return step_{n + 1}(request, attempt={n})\n"
            for n in range(chance.randrange(3, 9))
        )
        name = self.exception or "RuntimeError"
        return f"Traceback (most recent call last):\n{frames}{name}: {self.message(chance)}"


class SignatureSet:
    """`size` signatures, and what is made of them."""

    def __init__(
        self, size: int, signatures: tuple[Signature, ...], entries: list[tuple[str, str]], key: str
    ) -> None:
        self.size = size
        self.signatures = signatures
        self.key = f"{size}-{key}"
        self._entries = entries

    @cached_property
    def database(self) -> str:
        """The path of the compiled database, made once."""
        path = WORK / f"stream-{self.key}.db"
        if path.exists():
            return str(path)
        from matcher.knowledge import compiler
        from matcher.mining import bulk
        from matcher.mining.entries import Mined

        print(f"compiling {self.size:,} signatures", flush=True)
        entries = (Mined(name, json.loads(content), ()) for name, content in self._entries)
        built = compiler.compile_loaded(bulk.loaded(entries))
        if built.entries != self.size or len(built.sections["branches"]) != self.size:
            wrong = [one for one in built.problems if one.severity == "error"][:3]
            raise SystemExit(f"{built.entries} of {self.size} mined entries can be used: {wrong}")
        compiler.write(str(path), built)
        return str(path)

    @cached_property
    def literals(self) -> list[bytes]:
        """What filters search for, each once."""
        return list(dict.fromkeys(one.literal.encode() for one in self.signatures))

    @cached_property
    def lowered(self) -> list[bytes]:
        """The same in lower case."""
        return list(dict.fromkeys(one.lower() for one in self.literals))

    def literal_file(self) -> Path:
        """A file with a literal in each line, as `-f` takes it."""
        path = WORK / f"stream-{self.key}.literals"
        path.write_bytes(b"".join(one + b"\n" for one in self.literals))
        return path


class Sets:
    """All sets of one run."""

    def __init__(self, short: bool) -> None:
        self.harvest: Harvest = harvest(short)
        self._pool = _pool(self.harvest)
        self._key = _key(self._pool)
        print(
            f"{len(self._pool):,} different signatures of {len(self.harvest.versions)} packages", flush=True
        )

    @property
    def available(self) -> int:
        """How many signatures there are."""
        return len(self._pool)

    @cache  # noqa: B019  # one object per run
    def of(self, size: int) -> SignatureSet:
        """A set; smaller than asked for if there are not so many."""
        chosen = self._pool[:size]
        entries = [(one.id, content) for one, content in chosen]
        return SignatureSet(len(chosen), tuple(one for one, _ in chosen), entries, self._key)


def _pool(found: Harvest) -> list[tuple[Signature, str]]:
    """All usable signatures, each wording once, in a fixed random order."""
    known: dict[str, tuple[Signature, str]] = {}
    for name, content in sorted(found.entries, key=lambda one: one[0]):
        made = signature(name, json.loads(content))
        if made is not None:
            known.setdefault(made.naive.lower(), (made, content))
    ids = {one.id: (one, content) for one, content in known.values()}
    return sorted(ids.values(), key=lambda one: hashlib.sha256(f"{SEED} {one[0].id}".encode()).digest())


_CLASS = re.compile(r"[\w$]+(?:\.[\w$]+)+: ")


def signature(name: str, content: dict[str, Any]) -> Signature | None:
    """The signature of an entry; None for a pattern that one line of a log cannot show."""
    text: str = content["match"]["identifies"][0]["text"]
    parts: list[Any] = []
    naive, at = "", 0
    for found in _HOLE.finditer(text):
        fixed = text[at : found.start()]
        naive += re.escape(fixed)
        parts.append(fixed)
        at = found.end()
        if found["escaped"]:
            parts.append(found["escaped"][1:])
            naive += re.escape(found["escaped"][1:])
        elif found["quote"]:
            parts.append(found["quote"])
            naive += _QUOTE
        else:
            parts.append((found["type"] or "any", found["name"]))
            naive += "[+-]?[0-9]+" if found["type"] == "int" else ".+?"
    parts.append(text[at:])
    naive += re.escape(text[at:])
    try:
        lowered = compile_text(text).literal
    except PatternError:
        return None
    spelled = "".join(one if isinstance(one, str) else "\n" for one in parts).encode()
    start = spelled.lower().find(lowered)
    if start < 0 or not naive.isprintable() or b"\n" in lowered:
        return None
    if _CLASS.match(text):  # alone in a line it reads as a class and its message, which is another text
        return None
    literal = spelled[start : start + len(lowered)].decode("utf-8", "replace")
    if "\ufffd" in literal:  # cut amid a character
        return None
    supports = content["match"].get("supports") or [{}]
    exception = supports[0].get("exception", {}).get("type", "").rpartition(".")[2]
    excludes = content["match"].get("excludes") or [{}]
    frames = excludes[0].get("none") or [{"frame": {"module": ""}}]
    return Signature(
        name, literal, naive, tuple(one for one in parts if one), exception, frames[0]["frame"]["module"]
    )


def _key(pool: list[tuple[Signature, str]]) -> str:
    """A hash of what decides on the bytes of a database."""
    import matcher

    found = hashlib.sha256(version("hyperscan").encode())
    package = Path(matcher.__file__).parent
    for path in sorted(one for one in (package / "knowledge").rglob("*") if one.suffix in (".py", ".gz")):
        found.update(path.read_bytes())
    for name in ("database", "near", "scanner"):  # the modules of the engine that write into a database
        found.update((package / "engine" / f"{name}.py").read_bytes())
    for one, content in pool:
        found.update(f"{one.id} {content}".encode())
    return found.hexdigest()[:16]
