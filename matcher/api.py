"""The Python door: `Matcher` and a lazily opened default behind `match`."""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from matcher import cache, folders
from matcher.engine.advice import fill
from matcher.engine.context import Context, parse_context
from matcher.engine.database import Database
from matcher.engine.diagnoser import diagnose
from matcher.engine.haystack import Budget, Haystack
from matcher.engine.inputs import Matchable, haystack_of
from matcher.engine.library import Library
from matcher.engine.versions import with_versions
from matcher.errors import DatabaseError, InputError, KnowledgeError, Problem
from matcher.model import Diagnosis, Report

if TYPE_CHECKING:
    from matcher.stream.scan import Scan

BUILT_IN = "built-in"


class Summary(NamedTuple):
    """One line about an entry, for lists."""

    id: str
    title: str
    kind: str
    status: str
    severity: str
    tags: tuple[str, ...]
    pack: str


class Matcher:
    """A knowledge base, ready to be asked. Immutable and safe to share between threads.

    >>> with_default = Matcher.open()
    >>> with_default.match("all is well").best is None
    True
    """

    __slots__ = ("_library", "_roots", "context")

    def __init__(
        self, library: Library, roots: Sequence[cache.Root] = (), context: Context | None = None
    ) -> None:
        self._library = library
        self._roots = tuple(roots)
        self.context = context or Context()

    @classmethod
    def open(
        cls,
        paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] = (),
        *,
        builtin: bool = True,
        context: Context | None = None,
        strict: bool = False,
        rebuild: bool = False,
    ) -> "Matcher":
        """Open the built-in knowledge base and those at `paths`.

        A path is a folder, one YAML file, or a file written by `matcher kb compile`, which
        is opened alone. On the same id a later path wins over an earlier one and over the built-in
        one (`problems` says so). YAML is compiled once and cached.

        Cost: under a millisecond when stored; a millisecond for each entry when compiled.
        Raises `KnowledgeError` (with `.problems`) if there is nothing to use, or, with `strict`,
        if anything is wrong with an entry.
        """
        if isinstance(paths, (str, os.PathLike)):
            paths = [paths]
        named = [os.fspath(path) for path in paths]
        if len(named) == 1 and named[0].endswith(".db"):
            try:
                return cls(Library(Database(named[0])), (), context)
            except DatabaseError as error:
                raise KnowledgeError(f"{error}; compile it again with `matcher kb compile`") from error
        roots = [(BUILT_IN, folders.builtin_kb())] if builtin else []
        roots += [(path, path) for path in named]
        database = cache.open_database(roots, strict=strict, rebuild=rebuild)
        return cls(Library(database), roots, context)

    def match(
        self,
        error: Matchable = None,
        *,
        context: Context | None = None,
        source: str = "-",
        first_line: int = 1,
        budget: Budget | None = None,
    ) -> Report:
        """Say what is known about one error.

        It may be text, bytes, an exception, a `traceback.TracebackException`, `sys.exc_info()`, a
        `logging.LogRecord` (its exception, else its exception text, else its message), or a dict of
        OpenTelemetry `exception.*` attributes; without an argument, the exception that is being handled.
        Text is one event; what is over 256 KiB is cut in the middle, and `Report.incomplete` says so. Never
        raises for anything in the error; locals are never read. `context` replaces the one given to
        `open`; versions of packages that the traceback of an exception touches are added to it.
        `budget` shortens the time that one event may take (the hooks of `install` do that).

        Cost: some 10 us for 2 KB without a known error; 100 us and more with one.
        Raises `InputError` for another type.

        >>> report = Matcher.open().match("ModuleNotFoundError: No module named 'yaml'")
        >>> report.best.id
        'python/module-not-found'
        """
        context = context or self.context
        try:
            return self._diagnose(self._haystack(error, first_line, budget), context, source)
        except DatabaseError:
            self._rebuild()
            return self._diagnose(self._haystack(error, first_line, budget), context, source)

    def _diagnose(self, haystack: Haystack, context: Context, source: str) -> Report:
        if haystack.live and self._library.meta["packages"]:
            context = with_versions(context, haystack)
        return diagnose(self._library, haystack, context, source)

    def scan(self, stream: Any, *, source: str | None = None, context: Context | None = None) -> "Scan":
        """Find every known error in a log: give an iterator of reports, in order, in bounded memory.

        `stream` is a path, a file object, a socket, bytes, or an iterable of bytes; gzip, bzip2, xz
        and Zstandard are decompressed, UTF-16 with a byte order mark is decoded. Each report tells its
        `place`: lines, byte offsets, process, time. The answer does not depend on how the stream is cut.
        `.counts` of the iterator says what was read.

        Cost: one native scan where nothing is found; a fraction of a millisecond and more for an event.
        Raises `OSError` if it cannot be opened or read, `InputError` for damaged compressed data
        (after everything that could be read), and `InputError` for another type.

        >>> text = b"starting\\nModuleNotFoundError: No module named 'yaml'\\ndone\\n"
        >>> [(report.best.id, report.place.first_line) for report in Matcher.open().scan(text)]
        [('python/module-not-found', 2)]
        """
        from matcher.stream.scan import Scan
        from matcher.stream.source import open_source

        return Scan(self._library, open_source(stream, source), context or self.context)

    def _haystack(self, error: Matchable, first_line: int = 1, budget: Budget | None = None) -> Haystack:
        return haystack_of(error, self._library.meta["attributes"], first_line, budget)

    def _rebuild(self) -> None:
        """A stored record was damaged: compile again from the YAML it came from."""
        if not self._roots:
            raise KnowledgeError("the compiled knowledge base is damaged; compile it again")
        self._library = Library(cache.open_database(self._roots, rebuild=True))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong, or worth knowing, when the knowledge base was compiled."""
        return cache.problems_of(self._library.meta)

    @property
    def attributes(self) -> tuple[str, ...]:
        """The attributes that entries ask of a live exception, as dotted names; no other one is read."""
        return tuple(self._library.meta["attributes"])

    @property
    def packs(self) -> frozenset[str]:
        """The knowledge bases that gave at least one entry: "built-in", or a path."""
        return frozenset(self._library.meta["packs"])

    def with_context(self, pairs: Iterable[str]) -> "Matcher":
        """The same knowledge base with what KEY=VALUE words tell (see the README). Raises `InputError`."""
        context = parse_context(pairs, self._library.meta["packages"])
        return Matcher(self._library, self._roots, context)

    def entries(self) -> Iterator[Summary]:
        """All entries, by id."""
        for index in range(len(self._library)):
            one = self._library.entry(index)
            yield Summary(one.id, fill(one.title, {}), one.kind, one.status, one.severity, one.tags, one.pack)

    def explain(self, entry_id: str) -> Diagnosis:
        """All that an entry says, without an event. Old ids resolve. Raises `InputError`."""
        from matcher.engine.explain import describe_entry

        return describe_entry(self._library, self.resolve(entry_id))

    def why(self, entry_id: str, error: Matchable) -> list[str]:
        """Say line by line why an entry does or does not fire on an error. Raises `InputError`."""
        from matcher.engine.explain import why

        haystack = self._haystack(error)
        context = with_versions(self.context, haystack)
        return why(self._library, self.resolve(entry_id), haystack, context)

    def search(self, words: Sequence[str]) -> list[Summary]:
        """Entries that hold all words in their id, title, tags or causes; the best first."""
        wanted = [word.lower() for word in words]
        found = []
        for index in range(len(self._library)):
            one = self._library.entry(index)
            places = [
                one.id,
                f"{one.title} {' '.join(one.tags)}".lower(),
                " ".join(cause["says"] for cause in one.stored["causes"]).lower(),
            ]
            if all(any(word in place for place in places) for word in wanted):
                score = sum(2 * (word in places[0]) + (word in places[1]) for word in wanted)
                found.append((-score, one.id, index))
        summaries = {one.id: one for one in self.entries()} if found else {}
        return [summaries[entry_id] for _, entry_id, _ in sorted(found)]

    def resolve(self, entry_id: str) -> int:
        """The index of an entry. Raises `InputError` with the nearest ids."""
        ids = self._library.ids
        if entry_id in ids:
            return ids[entry_id]
        import difflib

        near = difflib.get_close_matches(entry_id, ids, 3, 0.5)
        near += [one for one in ids if one.rpartition("/")[2] == entry_id and one not in near]
        hint = f"; did you mean {' or '.join(near)}?" if near else "; `matcher list` shows all"
        raise InputError(f"no entry {entry_id!r}{hint}")

    def __len__(self) -> int:
        return len(self._library)

    def __repr__(self) -> str:
        return f"<Matcher {len(self)} entries>"


_default: Matcher | None = None


def default() -> Matcher:
    """The shared matcher: the built-in knowledge base and the user's own, opened once."""
    global _default
    if _default is None:
        _default = Matcher.open(folders.user_kbs())
    return _default


def match(error: Matchable = None, *, context: Context | None = None) -> Report:
    """Ask the default knowledge base; see `Matcher.match`."""
    return default().match(error, context=context)
