"""`matcher mine`: entries from the messages that installed packages raise, as YAML or as a summary."""

import argparse
import json
import os
import random
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import TextIO

from matcher import folders
from matcher.api import BUILT_IN
from matcher.cli.options import Parser
from matcher.errors import InputError
from matcher.mining import bulk, harvest, sources
from matcher.mining.entries import TAG, Mined, mined
from matcher.mining.model import Stats
from matcher.mining.yaml_text import to_yaml
from matcher.report.sanitize import visible

SAMPLES = 5
HEAD_BYTES = 4096  # of a file, in which its tags stand
SEED = 7  # of the choice of samples: the same package gives the same page
EPILOG = """A package is a distribution (scikit-learn), a module (sklearn), a folder, a file, or `stdlib`.
Its files are read, never imported. What is written can be used at once: matcher --kb FOLDER. The entries
say which line raises a message, and under which condition; known entries always come before them.

exit status: 0 entries were found, 1 none, 2 an error"""


def run(command: str, words: list[str]) -> int:
    """Mine packages; write entries with -o, else show what would be written."""
    made = Parser(
        prog="matcher mine",
        allow_abbrev=False,
        description="Make entries from the error messages in the source of installed packages.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("packages", nargs="+", metavar="PACKAGE", help="what to read")
    made.add_argument("-o", "--output", metavar="FOLDER", help="write FOLDER/<package>/<message>.yaml")
    made.add_argument("--force", action="store_true",
                      help="write into a folder that is not empty; entries mined earlier from these "
                      "packages are replaced")  # fmt: skip
    given = made.parse_args(words)
    found = sources.find_all(given.packages)  # wrong names are said first
    if given.output:
        _check_folder(given.output, given.force)
    entries: list[Mined] = []
    counts: list[Stats] = []
    for source in found:
        stats = Stats()
        entries += bulk.specific(mined(harvest.sites(source, stats), stats), stats)
        counts.append(stats)
    entries = _proved(entries, counts)
    if given.output:
        _write(given.output, entries)
        _summary(counts, sys.stderr)
        print(f"{given.output}: {len(entries):,} entries; use them with --kb {given.output}", file=sys.stderr)
    else:
        _summary(counts, sys.stdout)
        _samples(entries)
    return 0 if entries else 1


def _proved(entries: Sequence[Mined], counts: Iterable[Stats]) -> list[Mined]:
    """The entries that pass `kb check` beside the built-in ones; the others are counted with the reason."""
    from matcher.knowledge.loader import load
    from matcher.proving.trial import refused

    reasons = refused(bulk.loaded(entries), load([(BUILT_IN, folders.builtin_kb())])) if entries else {}
    by_package = {one.package: one for one in counts}
    for one in entries:
        if one.id in reasons:
            stats = by_package[one.sites[0].package]
            stats.entries -= 1
            stats.merged -= len(one.sites) - 1
            stats.skipped[reasons[one.id]] += len(one.sites)
    return [one for one in entries if one.id not in reasons]


def _check_folder(folder: str, force: bool) -> None:
    """Raise `InputError` if the folder cannot be written to; said before the work, not behind it."""
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise InputError(f"{folder} is not a folder")
    if os.path.isdir(folder) and os.listdir(folder) and not force:
        raise InputError(f"{folder} is not empty; name another folder, or use --force to write into it")
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder} cannot be made: {error.strerror}") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise InputError(f"{folder} is not writable")


def _write(folder: str, entries: Sequence[Mined]) -> None:
    """Write the files; what was mined earlier from the same packages is replaced."""
    from matcher.knowledge.loader import PACK_BYTES, PACK_ENTRIES
    from matcher.knowledge.schema import entry_schema

    texts = {one.id: to_yaml(one.content) for one in entries}
    size = sum(len(text.encode()) for text in texts.values())
    if len(texts) > PACK_ENTRIES or size > PACK_BYTES:
        raise InputError(
            f"{len(texts):,} entries of {size:,} bytes are more than one knowledge base holds "
            f"({PACK_ENTRIES:,} entries, {PACK_BYTES:,} bytes); mine fewer packages into one folder"
        )
    for package in sorted({one.id.partition("/")[0] for one in entries}):
        inside = os.path.join(folder, package)
        os.makedirs(inside, exist_ok=True)
        for name in os.listdir(inside):
            path = os.path.join(inside, name)
            if name.endswith(".yaml") and os.path.isfile(path) and _is_mined(path):
                os.unlink(path)
    for entry_id, text in texts.items():
        path = os.path.join(folder, *entry_id.split("/")) + ".yaml"
        if os.path.exists(path):
            print(f"matcher: {path} was not made by `matcher mine`, it is kept", file=sys.stderr)
            continue
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    with open(os.path.join(folder, "entry.schema.json"), "w", encoding="utf-8", newline="\n") as file:
        json.dump(entry_schema(), file, indent=2, ensure_ascii=False)
        file.write("\n")


def _is_mined(path: str) -> bool:
    with open(path, "rb") as file:
        return f"\ntags: [{TAG}, ".encode() in file.read(HEAD_BYTES)


def _summary(counts: Sequence[Stats], out: TextIO) -> None:
    """One line for each package, and below it what was skipped and why."""
    width = max(len("package"), *(len(f"{one.package} {one.version}") for one in counts))
    print(
        f"{'package':{width}}{'files':>8}{'messages':>10}{'entries':>9}{'merged':>8}{'skipped':>9}", file=out
    )
    for one in counts:
        name = f"{one.package} {one.version}"
        skipped = sum(one.skipped.values())
        print(
            f"{name:{width}}{one.files:>8,}{one.sites:>10,}{one.entries:>9,}{one.merged:>8,}{skipped:>9,}",
            file=out,
        )
        for reason, number in sorted(one.skipped.items(), key=lambda pair: (-pair[1], pair[0])):
            print(f"    {number:,} skipped: {reason}", file=out)
        for reason, number in sorted(one.skipped_files.items()):
            print(f"    {number:,} file{'s' if number > 1 else ''} passed over: {reason}", file=out)


def _samples(entries: Sequence[Mined]) -> None:
    chosen = random.Random(SEED).sample(entries, min(SAMPLES, len(entries)))
    for one in sorted(chosen, key=lambda one: one.id):
        print(f"\n{visible(one.id)}\n  {visible(one.content['title'])}")
        for cause in one.content["causes"][:2]:
            print(textwrap.fill(visible(cause["says"]), 96, initial_indent="  ", subsequent_indent="    "))
    if entries:
        print("\nwrite them with -o FOLDER", file=sys.stderr)
