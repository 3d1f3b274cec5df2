"""Small packages for tests of mining, and short ways to mine them."""

import textwrap
from pathlib import Path

from matcher.mining import harvest, sources
from matcher.mining.entries import mined
from matcher.mining.model import Stats


def package(folder: Path, files: dict[str, str], name: str = "acme") -> str:
    """Write a package with some modules; gives its path."""
    root = folder / name
    for inner, text in {"__init__.py": "", **files}.items():
        path = root / inner
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
    return str(root)


def sites_of(folder: Path, source: str) -> list:
    """The sites of a package with one module."""
    return list(harvest.sites(sources.find(package(folder, {"core.py": source}))))


def shown(template) -> str:
    """A template as a person would write it: holes in braces."""
    return "".join(
        part
        if isinstance(part, str)
        else "{"
        + part.source
        + ("!r" if part.conversion else "")
        + (f":{part.kind}" if part.kind != "any" else "")
        + "}"
        for part in template
    )


def messages(folder: Path, source: str) -> list[str]:
    """The messages of a module, as a person would write them."""
    return [shown(one.template) for one in sites_of(folder, source)]


def entries_of(folder: Path, files: dict[str, str]) -> tuple[list, Stats]:
    """The entries of a package, and the counts."""
    stats = Stats()
    return list(mined(harvest.sites(sources.find(package(folder, files)), stats), stats)), stats
