"""Packages -> mined entries: installed by pip into the work folder, read without importing any of them.

What cannot be installed is replaced by nothing: the record says which packages were used.
"""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from benchmarks.make_kb import WORK
from benchmarks.stream_definitions import PACKAGES

FOLDER = WORK / "packages"
MINED = WORK / "mined"
STDLIB = "stdlib"

Package = tuple[str, str, list[tuple[str, str]]]  # name, version, entries


class Harvest(NamedTuple):
    """The entries of some packages as (id, JSON), and what they came from: name -> version."""

    entries: list[tuple[str, str]]
    versions: dict[str, str]
    missing: list[str]


def harvest(short: bool) -> Harvest:
    """The entries of the standard library alone, or those of all packages; mined once and kept."""
    wanted, missing = _installed() if not short else ([], [])
    found = _mined([(STDLIB, ""), *wanted])
    versions = {name: version for name, version, _ in found}
    return Harvest([entry for *_, entries in found for entry in entries], versions, missing)


def _installed() -> tuple[list[tuple[str, str]], list[str]]:
    """Packages as (name, folder), and those that could not be installed. Where none can, what is here."""
    found, missing = [], []
    for wanted in PACKAGES:
        folder = FOLDER / wanted
        if not folder.exists() and not (missing and not found):  # no network: ask once
            print(f"installing {wanted} into the work folder", flush=True)
            part = folder.with_suffix(".part")
            done = subprocess.run(_pip(wanted, part), capture_output=True, text=True, check=False)
            if done.returncode:
                print(f"  cannot: {(done.stderr.strip().splitlines() or ['pip failed'])[-1]}", flush=True)
            else:
                part.rename(folder)
        if folder.exists():
            found.append((wanted.partition("==")[0], str(folder)))
        else:
            missing.append(wanted)
    if not found:
        print("no package can be installed; using what this environment has")
        found = sorted({(str(one.metadata["Name"]), "") for one in metadata.distributions()})
    return found, missing


def _pip(wanted: str, folder: Path) -> Sequence[str]:
    return (sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile",
            "--only-binary", ":all:", "--upgrade", "--target", str(folder), wanted)  # fmt: skip


def _mined(packages: Iterable[tuple[str, str]]) -> list[Package]:
    MINED.mkdir(parents=True, exist_ok=True)
    key = _key()
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(_mine, *zip(*((name, folder, key) for name, folder in packages), strict=True)))


def _mine(name: str, folder: str, key: str) -> Package:
    """The entries of one package; runs in a process of its own."""
    from matcher.errors import InputError
    from matcher.mining import bulk, entries, sources
    from matcher.mining.harvest import sites

    try:
        if folder:
            sys.path.insert(0, folder)
        source = sources.find(name)
    except InputError:  # only compiled files
        return name, "", []
    finally:
        if folder:
            sys.path.remove(folder)
    path = MINED / f"{source.package}-{source.version}-{key}.json"
    if path.exists():
        return name, source.version, [tuple(one) for one in json.loads(path.read_bytes())]
    if name == STDLIB or folder:
        print(f"mining {name} {source.version}", flush=True)
    found = [(one.id, json.dumps(one.content)) for one in bulk.specific(entries.mined(sites(source)))]
    part = path.with_suffix(".part")
    part.write_text(json.dumps(found), encoding="utf-8")
    part.rename(path)
    return name, source.version, found


def _key() -> str:
    """A hash of what decides on the mined entries."""
    import matcher

    found = hashlib.sha256()
    package = Path(matcher.__file__).parent
    for folder in ("mining", "knowledge"):
        for path in sorted(one for one in (package / folder).rglob("*") if one.suffix in (".py", ".gz")):
            found.update(path.read_bytes())
    return found.hexdigest()[:12]
