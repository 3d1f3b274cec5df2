"""A package, module, folder or file -> its source files, found without importing anything of it."""

import difflib
import importlib.metadata as metadata
import importlib.util
import os
import platform
import re
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from matcher.errors import InputError

STDLIB = "stdlib"
FILES = 50_000  # of one package; the largest ones have some 10,000
SUFFIXES = (".py", ".mo", ".po")

#: Folders that hold no code of the package itself.
_SKIPPED = frozenset((
    "tests", "test", "__pycache__", "node_modules", ".git", ".venv", "venv", "site-packages", "dist-packages",
))  # fmt: skip
_SKIPPED_STDLIB = _SKIPPED | {"idlelib", "lib2to3", "turtledemo", "ensurepip", "__phello__", "pydoc_data"}
_TEST_FILE = re.compile(r"(?:test_.*|.*_test|conftest|tests)\.py")


class Source(NamedTuple):
    """The files of one package; `files` are relative to `root`, with "/" on every system, sorted."""

    package: str  # a slug: the first part of the ids
    version: str  # empty if unknown
    root: str
    files: tuple[str, ...]
    importable: bool  # whether paths of files are names of modules


def find(name: str) -> Source:
    """Find what `name` says: `stdlib`, a distribution, a module that can be imported, a folder or a file.

    Raises `InputError`, with the nearest names if there is no such package.
    """
    if name == STDLIB:
        root = sysconfig.get_path("stdlib")
        return _checked(
            name, Source(STDLIB, platform.python_version(), root, _below(root, _SKIPPED_STDLIB), True)
        )
    is_path = os.sep in name or "/" in name or name.endswith(".py") or name in (".", "..")
    found = None if is_path else _distribution(name) or _module(name)
    if found is None and os.path.exists(name):
        found = _path(name)
    if found is None:
        raise InputError(f"no package {name!r} is installed here{_nearest(name)}")
    return _checked(name, found)


def find_all(names: Iterable[str]) -> list[Source]:
    """Find several; parts of one package, such as two modules of Python, are one source.

    Raises `InputError` also if two different packages would have the same ids.
    """
    found: dict[str, Source] = {}
    for name in names:
        one = find(name)
        known = found.get(one.package, one)
        if os.path.realpath(known.root) != os.path.realpath(one.root):
            raise InputError(
                f"{known.root} and {one.root} both hold a package {one.package!r}; mine them one by one"
            )
        files = tuple(sorted({*known.files, *one.files}))
        found[one.package] = one._replace(files=files, importable=known.importable and one.importable)
    return list(found.values())


def slug(text: str) -> str:
    """A text as a part of an id; "package" if nothing is left of it.

    >>> slug("ruamel.yaml.Clib")
    'ruamel-yaml-clib'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "package"


def _checked(name: str, found: Source) -> Source:
    if not found.files:
        raise InputError(f"{name!r} has no Python source to read, only compiled or generated files")
    return found


def _distribution(name: str) -> Source | None:
    try:
        found = metadata.distribution(name)
    except (metadata.PackageNotFoundError, ValueError):
        return None
    listed = [str(one).replace(os.sep, "/") for one in found.files or ()]
    kept = _kept(listed, _SKIPPED)
    canonical = slug(found.metadata["Name"] or name)
    if kept:
        return Source(canonical, found.version, str(found.locate_file("")), kept, True)
    for module in (found.read_text("top_level.txt") or name.replace("-", "_")).split():
        inside = _module(module)  # an editable installation lists no files
        if inside is not None:
            return inside._replace(package=canonical, version=found.version)
    return Source(canonical, found.version, "", (), False)


def _module(name: str) -> Source | None:
    """A module that can be imported; only the finders of its top-level package are asked."""
    top, *below = name.split(".")
    try:
        spec = importlib.util.find_spec(top)
    except (ImportError, ValueError, AttributeError):
        return None
    if spec is None:
        return None
    folders = list(spec.submodule_search_locations or ())
    places = folders or ([spec.origin] if spec.origin and os.path.isfile(spec.origin) else [])
    for place in places:
        path = os.path.join(place, *below)
        path = path if os.path.exists(path) else path + ".py"
        root = os.path.dirname(os.path.abspath(place))
        inner = os.path.relpath(os.path.abspath(path), root).replace(os.sep, "/")
        if os.path.isdir(path):
            files = tuple(f"{inner}/{one}" for one in _below(path, _SKIPPED))
        else:
            files = (inner,) if os.path.isfile(path) and path.endswith(".py") else ()
        if files:
            package, version = _owner(top)
            return Source(package, version, root, files, True)
    return None if below else Source(slug(top), "", "", (), False)


def _owner(module: str) -> tuple[str, str]:
    """The distribution that a top-level module comes from, and its version."""
    if module in sys.stdlib_module_names:
        return STDLIB, platform.python_version()
    for name in _distributions_by_module().get(module, ()):
        return slug(name), metadata.version(name)
    return slug(module), ""


@cache
def _distributions_by_module() -> dict[str, list[str]]:
    return {module: sorted(set(names)) for module, names in metadata.packages_distributions().items()}


def _path(name: str) -> Source:
    path = os.path.abspath(name)
    if os.path.isfile(path):
        return Source(slug(os.path.basename(path).removesuffix(".py")), "", os.path.dirname(path),
                      (os.path.basename(path),), False)  # fmt: skip
    files = _below(path, _SKIPPED)
    package = slug(os.path.basename(path))
    if "__init__.py" not in files:
        return Source(package, "", path, files, False)
    inside = tuple(f"{os.path.basename(path)}/{one}" for one in files)
    return Source(package, "", os.path.dirname(path), inside, True)


def _below(root: str, skipped: Iterable[str]) -> tuple[str, ...]:
    """The files below a folder; folders behind links are not entered."""
    return _kept(_walk(root, frozenset(skipped)), skipped)


def _walk(root: str, skipped: frozenset[str]) -> Iterator[str]:
    count = 0
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(one for one in folders if one not in skipped and not one.startswith("."))
        inner = os.path.relpath(folder, root).replace(os.sep, "/")
        for one in sorted(files):
            if one.endswith(SUFFIXES):
                count += 1
                yield one if inner == "." else f"{inner}/{one}"
        if count > FILES:
            raise InputError(f"more than {FILES:,} source files below {root}; name a smaller part of it")


def _kept(paths: Iterable[str], skipped: Iterable[str]) -> tuple[str, ...]:
    out = frozenset(skipped)
    return tuple(sorted(
        one for one in set(paths)
        if one.endswith(SUFFIXES) and not one.startswith(("/", "..")) and out.isdisjoint(one.split("/")[:-1])
        and not _TEST_FILE.fullmatch(one.rpartition("/")[2])
    ))  # fmt: skip


def _nearest(name: str) -> str:
    known = {STDLIB, *sys.stdlib_module_names}
    for one in metadata.distributions():
        known.add(str(one.metadata["Name"] or ""))
    known |= _distributions_by_module().keys()
    near = difflib.get_close_matches(name, sorted(known), 3, 0.6)
    return f"; did you mean {' or '.join(near)}?" if near else "; name a package, a folder or a file"
