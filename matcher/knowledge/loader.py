"""Folders and files of packs -> entries, with all problems of all files.

A pack is data: nothing outside its folder is read, and one bad entry never disables the others.
Knows nothing of how conditions are compiled.
"""

import json
import os
import pathlib
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from pydantic import ValidationError

from matcher.errors import Location, Problem
from matcher.knowledge import schema, strict_yaml
from matcher.knowledge.explain import entry_keys, explain, located, vote_keys
from matcher.knowledge.parts import PARTS_FILE, Parts
from matcher.knowledge.schema import Entry
from matcher.knowledge.shapes import ENTRY_ID, Flaw, Path, suggest
from matcher.knowledge.strict_yaml import Document

PACK_BYTES = 16 * 1024 * 1024  # PROMISES.md, section 2
PACK_ENTRIES = 20_000  # PROMISES.md, section 2
SUGGESTIONS = 50  # each compares hundreds of names

VOTES_FILE = "votes.jsonl"
FIXTURES_FOLDER = "fixtures"

_ENTRY_ID = re.compile(ENTRY_ID)
#: Relations whose other entry must exist; 'renamed' and 'merged' name ids whose files are gone.
_LIVING = ("supersedes", "derived", "obsolete", "similar")


class LoadedEntry(NamedTuple):
    """A valid entry, with `use` written out. Its files lie in the folder `root`."""

    id: str
    pack: str
    path: str
    root: str
    entry: Entry
    document: Document


class Loaded(NamedTuple):
    """What some roots hold: entries sorted by id, votes, and what is wrong."""

    entries: tuple[LoadedEntry, ...]
    votes: tuple[dict[str, Any], ...]
    problems: tuple[Problem, ...]


def load(roots: Sequence[tuple[str, str]]) -> Loaded:
    """Read packs; a root is the name of a pack and a folder or a single YAML file.

    Never raises for what a pack holds: what is wrong is in `problems`, and an entry with
    a problem of severity "error" is left out. A later root overrides entries of an earlier
    one. The document of an entry has `match` in its long form, also if the file has a list.

    Cost: about 1 ms per entry; half of it is libyaml.
    """
    entries: dict[str, LoadedEntry] = {}
    votes: list[dict[str, Any]] = []
    problems: list[Problem] = []
    ids: set[str] = set()
    for name, path in roots:
        pack = _Pack(name, path)
        pack.read()
        for one in pack.entries:
            if one.id in entries:
                problems.append(_overrides(one, entries[one.id]))
            entries[one.id] = one
        votes += pack.votes
        problems += pack.problems
        ids |= pack.ids
    bad = list(_bad_relations(entries, ids))
    broken = {problem.location.path for problem in bad if problem.severity == "error"}
    kept = sorted((one for one in entries.values() if one.path not in broken), key=lambda one: one.id)
    return Loaded(tuple(kept), tuple(votes), (*problems, *bad))


def example_text(loaded: LoadedEntry, example: schema.Example | schema.Counterexample) -> str:
    """Return the text of an example; a file is read only inside the pack, and at most 1 MiB of it.

    Bytes that are not UTF-8 become visible escapes. Empty if the file is gone since loading.
    """
    if example.file is None:
        return example.text or ""
    path = os.path.join(os.path.dirname(loaded.path), example.file)
    if not _is_inside(path, loaded.root):
        return ""
    try:
        return _read(path, strict_yaml.FILE_BYTES).decode("utf-8-sig", "backslashreplace")
    except (OSError, ValueError):
        return ""


class _Pack:
    """Reads one root. After `read`, the entries, votes and problems are there."""

    def __init__(self, name: str, path: str) -> None:
        self.name = name
        self.path = path
        self.root = path if os.path.isdir(path) else os.path.dirname(path) or "."
        self.entries: list[LoadedEntry] = []
        self.votes: list[dict[str, Any]] = []
        self.problems: list[Problem] = []
        self.ids: set[str] = set()  # of all files, also of broken ones
        self._parts = Parts()
        self._bytes = 0

    def read(self) -> None:
        if not os.path.isdir(self.path):
            folder = os.path.dirname(os.path.abspath(self.path))
            self._read_parts(os.path.join(self.root, PARTS_FILE))
            if not self._parts.known:  # the file may lie in a folder of a pack, as its id says
                self._read_parts(os.path.join(self.root, os.pardir, PARTS_FILE))
            stem = os.path.splitext(os.path.basename(self.path))[0]
            self._read_entry(self.path, f"{os.path.basename(folder)}/{stem}")
            return
        self._read_parts(os.path.join(self.root, PARTS_FILE))
        self._read_votes(os.path.join(self.root, VOTES_FILE))
        for path in self._walk():
            if self._bytes > PACK_BYTES:
                self._report("pack-too-large", self.path, f"more than {PACK_BYTES:,} bytes", "split the pack")
                return
            if len(self.ids) >= PACK_ENTRIES:
                message = f"more than {PACK_ENTRIES:,} entries"
                self._report("too-many-entries", self.path, message, "split the pack")
                return
            inner = path[len(self.root) :].replace(os.sep, "/").lstrip("/")
            self._read_entry(path, os.path.splitext(inner)[0])

    def _report(self, code: str, path: str, message: str, hint: str) -> None:
        self.problems.append(Problem(code, Location(_printable(path)), message, hint))

    def _walk(self) -> Iterator[str]:
        """The files of entries, sorted; folders behind links are not entered."""

        def report(error: OSError) -> None:
            message = f"the folder cannot be read: {error.strerror}"
            self._report("unreadable", str(error.filename), message, "check its permissions")

        for folder, folders, files in os.walk(self.root, onerror=report):
            for name in folders:
                if os.path.islink(os.path.join(folder, name)) and not name.startswith("."):
                    hint = "copy the folder into the pack"
                    self._report("symlink", os.path.join(folder, name), "the folder is a link", hint)
            folders[:] = sorted(name for name in folders if name[0] != "." and name != FIXTURES_FOLDER)
            for name in sorted(files):
                is_parts = folder == self.root and name == PARTS_FILE
                if name.endswith((".yaml", ".yml")) and name[0] != "." and not is_parts:
                    yield os.path.join(folder, name)

    def _bytes_of(self, path: str, limit: int = strict_yaml.FILE_BYTES) -> bytes | None:
        """The bytes of a file, one more than the limit if it is larger; None with a problem."""
        if os.path.islink(path) and not _is_inside(path, self.root):
            self._report("outside", path, "the link leads outside of the pack", "copy the file into the pack")
            return None
        try:
            data = _read(path, limit + 1)
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or error
            self._report("unreadable", path, f"the file cannot be read: {why}", "check path and permissions")
            return None
        self._bytes += len(data)
        return data

    def _read_entry(self, path: str, entry_id: str) -> None:
        data = self._bytes_of(path)
        if data is None:
            return
        if not _ENTRY_ID.fullmatch(entry_id):
            hint = "rename it: lower-case letters, digits and single hyphens"
            self._report("bad-id", path, f"'{_printable(entry_id)}' cannot be an id", hint)
            return
        if entry_id in self.ids:
            self._report(
                "duplicate-id", path, f"another file has the id '{entry_id}'", "rename one of the two"
            )
            return
        self.ids.add(entry_id)
        document, found = strict_yaml.parse(data, _printable(path))
        problems = list(found)
        if document is not None:
            if isinstance(document.value.get("match"), list):
                document = document.nested("match", "identifies")
            entry = self._checked_entry(document, path, problems)
            if entry is not None and not any(problem.severity == "error" for problem in problems):
                loaded = LoadedEntry(entry_id, self.name, path, self.root, entry, document)
                self.entries.append(loaded)
        self.problems += problems

    def _checked_entry(self, document: Document, path: str, problems: list[Problem]) -> Entry | None:
        """The entry of a document, with parts written out; what is wrong goes to `problems`."""
        refused = {problem.location for problem in problems}
        try:
            entry = Entry.model_validate(document.value)
        except ValidationError as error:
            new = [
                located(flaw, document) for flaw in islice(explain(error, entry_keys), strict_yaml.PROBLEMS)
            ]
            problems += [problem for problem in new if problem.location not in refused]
            return None
        problems += _lint(entry, document)
        problems += self._bad_files(entry, document, path)
        bad = list(islice(self._parts.bad_uses(entry, document), strict_yaml.PROBLEMS))
        problems += bad
        return None if bad else self._parts.written_out(entry)

    def _bad_files(self, entry: Entry, document: Document, path: str) -> Iterator[Problem]:
        for group in ("examples", "counterexamples"):
            for index, one in enumerate(getattr(entry, group)):
                if one.file is None:
                    continue
                file = os.path.join(os.path.dirname(path), one.file)
                if not _is_inside(file, self.root):
                    message, hint = f"'{one.file}' lies outside of the pack", "copy it into the pack"
                elif not os.path.isfile(file):
                    message, hint = f"there is no file '{one.file}'", "write its path, relative to the entry"
                else:
                    continue
                yield document.problem("example-file", (group, index, "file"), message, hint)

    def _read_parts(self, path: str) -> None:
        data = self._bytes_of(path) if os.path.lexists(path) else None
        if data is not None:
            self.problems += self._parts.read(data, _printable(path))

    def _read_votes(self, path: str) -> None:
        data = self._bytes_of(path, PACK_BYTES) if os.path.lexists(path) else None
        told = 0
        for number, raw in enumerate((data or b"").split(b"\n"), 1):
            if told >= strict_yaml.PROBLEMS:
                return  # no log of votes: its first lines say enough
            line = raw.decode("utf-8", "backslashreplace").strip()
            if not line:
                continue
            try:
                vote = schema.Vote.model_validate(json.loads(line))
            except ValidationError as error:
                flaws = list(explain(error, vote_keys))
            except (ValueError, RecursionError):
                flaws = [Flaw("syntax", (), "the line is not a JSON object", "write one object per line")]
            else:
                self.votes.append(vote.model_dump(exclude_none=True))
                continue
            told += 1
            location = Location(_printable(path), number, 1)
            self.problems += [Problem(f.code, location, f.message, f.hint, line) for f in flaws]


def _read(path: str, limit: int) -> bytes:
    """At most `limit` bytes of a regular file: opening a pipe would block, a device never ends."""
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise ValueError("it is not a regular file")
    with pathlib.Path(path).open("rb") as file:
        return file.read(limit)


def _is_inside(path: str, folder: str) -> bool:
    """Whether a path, with links followed, lies below a folder."""
    try:
        real = os.path.realpath(path)
        return real.startswith(os.path.join(os.path.realpath(folder), ""))
    except (OSError, ValueError):  # a NUL, a cycle of links
        return False


def _printable(path: str) -> str:
    """A path as text, also where its bytes are not UTF-8."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _lint(entry: Entry, document: Document) -> Iterator[Problem]:
    """What a valid entry should not do."""
    for name, fix in entry.fixes.items():
        if not fix.verify:
            message, hint = f"nothing shows whether the fix '{name}' worked", "add 'verify'"
            yield document.problem("no-verify", ("fixes", name), message, hint, "lint", key=True)
    for index, cause in enumerate(entry.causes):
        if len(cause.fixes) > 1 and entry.fixes[cause.fixes[0]].risk == "high":
            message, hint = f"the high-risk fix '{cause.fixes[0]}' is first", "put a safer fix first"
            yield document.problem("risky-first", ("causes", index, "fixes", 0), message, hint, "lint")
    if entry.kind == "known" and not entry.counterexamples:
        hint = "add 'counterexamples': near misses that must stay silent"
        yield document.problem("no-counterexample", (), "the entry has no counterexamples", hint, "lint")


def _overrides(later: LoadedEntry, earlier: LoadedEntry) -> Problem:
    message = f"'{later.id}' of {later.pack} replaces the one of the {earlier.pack} pack"
    return later.document.problem("overrides", (), message, "rename it to keep both", "note")


def _bad_relations(entries: Mapping[str, LoadedEntry], ids: set[str]) -> Iterator[Problem]:
    """Ids that lead nowhere, and entries that are their own ancestors."""
    renamed = {
        other.id: one.id for one in entries.values() for other in one.entry.related if other.type == "renamed"
    }
    known = ids | renamed.keys()
    told = 0
    for one in entries.values():
        named: list[tuple[Path, str]] = [(("parent",), one.entry.parent)] if one.entry.parent else []
        living = [(i, other) for i, other in enumerate(one.entry.related) if other.type in _LIVING]
        named += [(("related", i, "id"), other.id) for i, other in living]
        for path, name in named:
            if name not in known:
                told += 1
                product = name.partition("/")[0] + "/"
                near = sorted(one for one in known if one.startswith(product)) if told <= SUGGESTIONS else ()
                hint = suggest(name, near, "write the id of an entry: its path without '.yaml'")
                yield one.document.problem("unknown-entry", path, f"there is no entry '{name}'", hint, "lint")
    parents = {
        one.id: renamed.get(one.entry.parent, one.entry.parent)
        for one in entries.values()
        if one.entry.parent
    }
    for circle in _circles(parents):
        message = "the entry is its own ancestor: " + " > ".join([*circle, circle[0]][:6])
        for name in circle:
            yield entries[name].document.problem("parent-cycle", ("parent",), message, "delete one 'parent'")


def _circles(parents: Mapping[str, str]) -> Iterator[list[str]]:
    """The cycles of a map in which each name has at most one parent."""
    done: set[str] = set()
    for name in parents:
        trail: dict[str, None] = {}
        while name in parents and name not in done and name not in trail:
            trail[name] = None
            name = parents[name]
        if name in trail:
            names = list(trail)
            yield names[names.index(name) :]
        done |= trail.keys()
