"""Entries as data -> what the knowledge compiler takes, without a YAML file between.

For databases of many thousands of signatures: benchmarks, and the check of what was mined.
"""

from collections.abc import Iterable, Iterator

from matcher.knowledge import specificity
from matcher.knowledge.conditions import ConditionCompiler
from matcher.knowledge.loader import Loaded, LoadedEntry
from matcher.knowledge.schema import Entry
from matcher.knowledge.strict_yaml import Document
from matcher.mining.entries import Mined
from matcher.mining.model import Stats
from matcher.mining.yaml_text import to_yaml

PACK = "mined"


def loaded(entries: Iterable[Mined]) -> Loaded:
    """Return entries as if they were read from files; hand it to `compiler.compile_loaded`.

    Of several entries with one id the first is kept. Cost: about 0.2 ms per entry.
    Raises pydantic's `ValidationError` for content that is no entry.
    """
    kept: dict[str, LoadedEntry] = {}
    for one in entries:
        if one.id not in kept:
            path = f"{PACK}/{one.id}.yaml"
            document = Document(path, to_yaml(one.content), one.content)
            kept[one.id] = LoadedEntry(one.id, PACK, path, PACK, Entry.model_validate(one.content), document)
    return Loaded(tuple(kept[entry_id] for entry_id in sorted(kept)), (), ())


def specific(entries: Iterable[Mined], stats: Stats | None = None) -> Iterator[Mined]:
    """Yield the entries whose signature is rare enough to identify an error.

    Measured as the compiler does, on the corpus of ordinary output: what is below the floor would
    only be reported there. Cost: the corpus is scanned once for all entries.
    """
    known = list(entries)
    compiled = []
    for one in known:
        compiler = ConditionCompiler()
        condition = Entry.model_validate(one.content).match.identifies[0]
        compiled.append(compiler.compile(condition, ()))
    counted = specificity.hits([(one.stored, one.literals) for one in compiled])
    for entry, made, lines in zip(known, compiled, counted, strict=True):
        if made.literals is not None and specificity.bits(lines, made.bits) >= specificity.FLOOR_BITS:
            yield entry
        elif stats is not None:
            stats.entries -= 1
            stats.skipped["wording is too common"] += len(entry.sites)
            stats.merged -= len(entry.sites) - 1
