"""Folders of YAML -> an open `Database`, compiled once and kept in the user's cache folder.

A stored file is used only if it was made from exactly these files, by this version, on this machine;
everything else is rebuilt, never trusted.
"""

import os
import stat
from collections.abc import Sequence
from zlib import crc32

from matcher import __version__
from matcher.engine.database import Database
from matcher.errors import DatabaseError, KnowledgeError, Location, Problem

#: (name of the pack, path of its folder or of a single file)
Root = tuple[str, str]


def fingerprint(roots: Sequence[Root]) -> str:
    """Identify the content of some roots by names, sizes and times. Cost: one stat for each file.

    The compiler's own files count, so that a checkout never uses what older code has written.
    """
    here = os.path.dirname(os.path.abspath(__file__))
    lines = [__version__]
    for part in ("engine", "knowledge"):
        lines.extend(sorted(_listing(os.path.join(here, part))))
    for name, path in roots:
        lines.append(f"{name}\0{os.path.abspath(path)}")
        lines.extend(sorted(_listing(path)))
    raw = "\n".join(lines).encode("utf-8", "surrogateescape")
    return f"{len(raw)}-{crc32(raw):08x}-{crc32(raw[::-1]):08x}"


def _listing(path: str) -> list[str]:
    if not os.path.isdir(path):
        return [_entry(path, os.stat(path))]
    found = []
    pending = [path]
    while pending:
        with os.scandir(pending.pop()) as folder:
            for one in folder:
                if one.name.startswith((".", "__pycache__")):
                    continue
                if one.is_dir(follow_symlinks=False):
                    pending.append(one.path)
                else:
                    found.append(_entry(one.path, one.stat()))
    return found


def _entry(path: str, status: os.stat_result) -> str:
    return f"{path}\0{status.st_size}\0{status.st_mtime_ns}"


def open_database(
    roots: Sequence[Root], *, strict: bool = False, rebuild: bool = False, drafts: bool = False
) -> Database:
    """Open the database of some roots, from the cache if it is fresh.

    Raises `KnowledgeError` if a root cannot be read, if nothing usable is in it, or, with
    `strict`, if anything is wrong with an entry.
    """
    for name, path in roots:
        if not os.path.exists(path):
            raise KnowledgeError(f"no knowledge base at {path} ({name})")
    wanted = fingerprint(roots) + ("d" if drafts else "")
    folder = _private_folder()
    key = "\0".join(os.path.abspath(path) for _, path in roots).encode("utf-8", "surrogateescape")
    stored = os.path.join(folder, f"{crc32(key):08x}{crc32(key[::-1]):08x}.db") if folder else ""
    if stored and not (rebuild or strict):
        try:
            database = Database(stored)
            if database.header["meta"].get("fingerprint") == wanted:
                return database
        except DatabaseError:
            pass
    return _build(roots, stored, wanted, strict, drafts)


def _build(roots: Sequence[Root], stored: str, wanted: str, strict: bool, drafts: bool) -> Database:
    from matcher.knowledge import compiler

    built = compiler.build(roots, drafts=drafts)
    failures = tuple(problem for problem in built.problems if problem.is_failure)
    if strict and failures:
        raise KnowledgeError(f"{len(failures)} problems in the knowledge base", failures)
    if not built.entries:
        raise KnowledgeError("the knowledge base has no usable entry", built.problems)
    if stored:
        try:
            compiler.write(stored, built, wanted)
            return Database(stored)
        except OSError:
            pass  # a full or read-only disk: the answer matters, the cache does not
    import tempfile

    with tempfile.TemporaryDirectory(prefix="matcher-") as folder:
        path = os.path.join(folder, "matcher.db")
        compiler.write(path, built, wanted)
        return Database(path)  # stays readable: the file is open


def _private_folder() -> str:
    """The cache folder if it is ours alone, else "" (then nothing is stored)."""
    from matcher.folders import cache_folder

    folder = cache_folder()
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        status = os.stat(folder)
    except OSError:
        return ""
    if hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & stat.S_IWOTH):
        return ""
    return folder


def problems_of(meta: "object") -> tuple[Problem, ...]:
    """The problems that were found when a database was compiled."""
    assert isinstance(meta, dict)
    return tuple(
        Problem(code, Location(*place), message, hint, source, severity)
        for code, place, message, hint, source, severity in meta["problems"]
    )
