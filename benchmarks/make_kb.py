"""Makes N realistic synthetic entries (seeded), as YAML and compiled to one database file.

About 80 % text conditions, 10 % regex, 5 % json, 5 % exception and attribute; 2 to 4 causes,
2 or 3 fixes with commands. Each entry also knows an example and the regular expression that
a person would write for it, which is the independent check on the counts.

`python -m benchmarks.make_kb 100 FOLDER` writes the YAML, for a look at it.
"""

import hashlib
import json
import platform
import random
import re
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import vocabulary as words

WORK = Path(__file__).with_name(".work")
SEED = 20240611
PACK_ENTRIES = 1_000  # entries of one pack; a pack has a limit of 16 MiB
HIT = 0  # the entry that the hit texts show
#: Modules of the engine that write into a database; the others only read, and may change without a new one.
WRITERS = ("database", "near", "scanner")

_SHAPES = (
    "{c}: failed to {v} {n} %{{word:name}}: {r}",
    "{c} could not {v} the {n} '%{{path:name}}' ({r})",
    "cannot {v} {n} for {c}: %{{any:name}}",
    "[{c}] {n} '%{{any:name}}' was rejected while trying to {v} it: {r}",
    "{c} error %{{int:name}}: unable to {v} {n}, {r}",
    "{n} of {c} did not {v} within %{{num:name}} seconds, {r}",
    "{c} refused to {v} {n} at %{{host:name}}:*, {r}",
    "{c} lost the {n} '%{{any:name}}' before it could {v} the other one",
    "{c}: {v} {n} aborted: %{{any:name}}\n...\nreason: {r}",
    "could not {v} {n} * of {c} '%{{ident:name}}': {r}",
)
_EXAMPLE = {"word": "node-7", "path": "var/lib/data.bin", "any": "eu-west-1 primary", "int": "4711",
            "num": "30.5", "host": "db1.internal", "ident": "app.models"}  # fmt: skip
_NAIVE = {"word": r"[\w-]+", "path": r"\S+", "any": r".+?", "int": r"\d+",
          "num": r"[\d.]+", "host": r"[\w.-]+", "ident": r"[\w.]+"}  # fmt: skip
_TOKEN = re.compile(r"%\{(\w+):(\w+)\}|(\*)|(')|(\n\.\.\.\n)")


class Spec(NamedTuple):
    """One entry before it is written: its id, its content, an example and the regex of a person.

    `example` is empty where only a live exception with attributes shows the error.
    """

    id: str
    kind: str
    content: dict[str, Any]
    example: str
    naive: str


@cache
def specs(count: int) -> tuple[Spec, ...]:
    """The first `count` entries; a larger number begins with the same ones."""
    return tuple(_spec(number) for number in range(count))


def _spec(number: int) -> Spec:
    chance = random.Random(f"{SEED}-{number}")
    # Component, verb and noun count through all their combinations: no message stands twice.
    step = number * 7919 % (len(words.COMPONENTS) * len(words.VERBS) * len(words.NOUNS))
    component = words.COMPONENTS[step % len(words.COMPONENTS)]
    verb = words.VERBS[step // len(words.COMPONENTS) % len(words.VERBS)]
    noun = words.NOUNS[step // len(words.COMPONENTS) // len(words.VERBS)]
    reason = chance.choice(words.REASONS)
    entry_id = f"{component.split()[0]}/{verb}-{noun}-{number}"
    roll = 1.0 if number == HIT else chance.random()
    make = _exception if roll < 0.05 else _json if roll < 0.10 else _regex if roll < 0.20 else _text
    kind, condition, example, naive = make(chance, number, component, verb, noun, reason)
    content = _content(chance, number, condition, component, verb, noun, reason, example)
    return Spec(entry_id, kind, content, example, naive)


_Made = tuple[str, dict[str, Any], str, str]


def _text(chance: random.Random, number: int, c: str, v: str, n: str, r: str) -> _Made:
    shape = _SHAPES[0] if number == HIT else chance.choice(_SHAPES)
    pattern = shape.format(c=c, v=v, n=n, r=r)
    return "text", {"text": pattern}, _example(pattern), naive_regex(pattern)


def _regex(chance: random.Random, number: int, c: str, v: str, n: str, r: str) -> _Made:
    regex, example = chance.choice((
        (rf"(?:cannot|could not|failed to) {v} {n} (?P<name>[\w.-]+) (?:on|for) {c}",
         f"could not {v} {n} node-7 for {c}"),
        (rf"{c} (?:\[\d{{1,7}}\]|\(pid \d{{1,7}}\)): {v} {n} (?P<name>\S{{1,80}}) failed",
         f"{c} [4711]: {v} {n} node-7 failed"),
        (rf"{c} .{{0,40}}{n} (?P<name>0x[0-9a-f]{{4,16}}) (?:is|was) not {v}ed",
         f"{c} saw that {n} 0x00c0ffee was not {v}ed"),
    ))  # fmt: skip
    return "regex", {"regex": regex}, example, regex


def _json(chance: random.Random, number: int, c: str, v: str, n: str, r: str) -> _Made:
    code = f"{v}_{n}_failed".upper()
    message = f"{c} cannot {v} the {n} *"
    example = json.dumps({"error": {"code": code, "message": message.replace("*", "node-7: " + r)}})
    condition = {"json": {"**.code": code, "**.message": message}}
    return "json", condition, example, rf'"code"\s*:\s*"{code}".*{re.escape(message[:-2])}'


def _exception(chance: random.Random, number: int, c: str, v: str, n: str, r: str) -> _Made:
    if chance.random() < 0.5:
        name = f"{c.split()[0]}.errors.{v.title()}{n.title()}Error"
        example = f"Traceback (most recent call last):\n{name}: {r}"
        return "exception", {"exception": {"type": name}}, example, re.escape(name) + r"\b"
    name, code = chance.choice(words.CLASSES), f"{v.title()}{n.title()}Of{c.title().replace(' ', '')}"
    condition = {"all": [{"exception": {"type": name}}, {"attr": {chance.choice(words.ATTRIBUTES): code}}]}
    return "attr", condition, "", re.escape(name) + rf"\b.*\b{code}\b"


def _example(pattern: str) -> str:
    def fill(found: "re.Match[str]") -> str:
        return "\nat once\n" if found[5] else "'" if found[4] else "7" if found[3] else _EXAMPLE[found[1]]

    return _TOKEN.sub(fill, pattern)


def naive_regex(pattern: str) -> str:
    """The regular expression that a person would write for a text pattern."""
    parts, position = [], 0
    for found in _TOKEN.finditer(pattern):
        parts.append(re.escape(pattern[position : found.start()]))
        if found[1]:
            parts.append(f"(?P<{found[2]}>{_NAIVE[found[1]]})")
        else:
            parts.append(".*?" if found[3] else "['\"`]" if found[4] else r"(?:\n.*)*?\n")
        position = found.end()
    return "".join([*parts, re.escape(pattern[position:])])


def _content(
    chance: random.Random,
    number: int,
    condition: dict[str, Any],
    c: str,
    v: str,
    n: str,
    r: str,
    example: str,
) -> dict[str, Any]:
    named = "%{name}" in json.dumps(condition).replace("(?P<name>", "%{name}") or ":name}" in str(condition)
    what = f"the {n} %{{name}}" if named else f"the {n}"
    full = number == HIT
    fixes = _fixes(chance, 3 if full else chance.randint(2, 3), c, v, n, what, full)
    names = list(fixes)
    causes = []
    for place in range(4 if full else chance.randint(2, 4)):
        cause: dict[str, Any] = {
            "id": f"cause-{place}",
            "says": f"{chance.choice(words.REASONS).capitalize()}: the {c} cannot {v} {what} any more.",
            "weight": chance.choice(("common", "occasional", "rare")),
        }
        if place and (full or chance.random() < 0.4):
            test = place % 3 == 1 or not named
            cause["when"] = {"text": chance.choice(words.REASONS)} if test else {"capture": {"name": "*7*"}}
        cause["fixes"] = [names[place % len(names)]]
        causes.append(cause)
    causes[-1]["fixes"] = [*dict.fromkeys([*causes[-1]["fixes"], *names])]
    match: dict[str, Any] = {"identifies": [condition]}
    if full or chance.random() < 0.5:
        match["supports"] = [{"text": f"{c.split()[0]} {n}"}, {"exception": {"type": f"{n.title()}Error"}}]
    if chance.random() < 0.1 and not full:
        match["excludes"] = [{"text": f"{v} {n} is expected"}]
    content: dict[str, Any] = {
        "title": f"{c}: it cannot {v} {what}",
        "kind": "known",
        "status": "experimental",
        "severity": chance.choice(("low", "medium", "high", "critical")),
        "tags": [c.split()[0], v, n],
        "match": match,
        "causes": causes,
        "fixes": fixes,
        "examples": [{"text": example or f"seen live only: {v} {n} of {c}", "provenance": "generated"}],
        "counterexamples": [{"text": f"{c}: {v} {n} succeeded", "why": "nothing failed"}],
        "references": [{"title": f"Operating the {c}", "url": f"https://docs.example.org/{v}/{n}"}],
    }
    if full or chance.random() < 0.3:
        content["checklist"] = [
            {
                "test": f"Does {chance.choice(words.TOOLS)} show the {n}?",
                "means": f"cause-1: {r}",
                "next": names[0],
            }
        ]
    return content


def _fixes(
    chance: random.Random, count: int, c: str, v: str, n: str, what: str, full: bool
) -> dict[str, dict[str, Any]]:
    named = " %{name}" if "%{name}" in what else ""
    fixes: dict[str, dict[str, Any]] = {}
    for place in range(count):
        tool = chance.choice(words.TOOLS)
        fix: dict[str, Any] = {
            "does": f"{v.capitalize()} {what} again after the {chance.choice(words.NOUNS)} was renewed",
            "steps": [f"Look at {what} with {tool}", f"Stop the {c} before you {v} it"],
            "commands": {"any": [f"{tool} {v} {n}{named}", f"{tool} get {n} --output json"]},
            "risk": ("none", "low", "medium")[place] if full else chance.choice(("none", "low", "medium")),
            "source": chance.choice(("official", "maintainer", "community")),
            "verify": [{"run": f"{tool} get {n}{named}", "expect": "Ready"}],
        }
        if fix["risk"] == "medium":
            fix["rollback"] = f"{tool} restore {n}{named}"
        fixes[f"{v}-again-{place}"] = fix
    return fixes


def to_yaml(content: dict[str, Any]) -> str:
    """Block-style YAML of plain dicts, lists and texts."""
    return "\n".join(_lines(content, "")) + "\n"


def _lines(value: Any, indent: str) -> Iterator[str]:
    pairs = value.items() if isinstance(value, dict) else ((None, one) for one in value)
    for key, one in pairs:
        head = f"{indent}-" if key is None else f"{indent}{_scalar(key)}:"
        if not isinstance(one, (dict, list)):
            yield f"{head} {_scalar(one)}"
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
    return text if re.fullmatch("[a-z]+(?:[-/][a-z0-9]+)*", text) else json.dumps(text, ensure_ascii=False)


def write_yaml(count: int, folder: Path) -> list[tuple[str, str]]:
    """Write the entries below `folder`, in packs; returns the packs as (name, path)."""
    packs = []
    for number, spec in enumerate(specs(count)):
        pack = folder / f"pack-{number // PACK_ENTRIES}"
        if number % PACK_ENTRIES == 0:
            packs.append((pack.name, str(pack)))
        path = pack / f"{spec.id}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(to_yaml(spec.content), encoding="utf-8")
    return packs


@cache
def database(count: int) -> Path:
    """The compiled database of the first `count` entries, made once for one state of the sources."""
    path = WORK / f"{count}-{_key()}.db"
    if path.exists():
        return path
    from matcher.knowledge import compiler

    WORK.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        built = compiler.build(write_yaml(count, Path(folder)))
    wrong = [one for one in built.problems if one.severity == "error"]
    if built.entries != count or len(built.sections["branches"]) != count or wrong:
        raise SystemExit(f"{built.entries} of {count} synthetic entries can be used: {wrong[:3]}")
    for old in WORK.glob(f"{count}-*.db"):
        old.unlink()
    compiler.write(str(path), built)
    return path


@cache
def _key() -> str:
    """A hash of what decides on the bytes of a database: generator, compiler, scanner."""
    import matcher

    found = hashlib.sha256(f"{version('hyperscan')} {platform.machine()}".encode())
    package = Path(matcher.__file__).parent
    sources = [Path(__file__), Path(words.__file__)]
    sources += sorted(one for one in (package / "knowledge").rglob("*") if one.suffix in (".py", ".gz"))
    sources += [package / "engine" / f"{name}.py" for name in WRITERS]
    for source in sources:
        found.update(source.read_bytes())
    return found.hexdigest()[:16]


if __name__ == "__main__":
    write_yaml(int(sys.argv[1]), Path(sys.argv[2]))
