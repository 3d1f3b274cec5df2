"""Versions of the packages that a traceback touches, looked up when an entry asks, and only then."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from matcher.engine.context import Context
from matcher.engine.haystack import Haystack

PACKAGES_KEPT = 1_000
_ECOSYSTEM = "python:"


def with_versions(context: Context, haystack: Haystack) -> Context:
    """The context of a live exception: what the caller did not tell of packages is asked of this process.

    Only for packages of which a module is in a frame of the chain: what merely lies installed beside the
    program says nothing about its error. Cost: none until an entry asks; then about a millisecond once
    for each package.
    """
    if not haystack.live:
        return context
    return context._replace(packages=_Touched(context.packages, haystack))


class _Touched(Mapping[str, str]):
    """What is given, and behind it the installed versions of touched packages."""

    __slots__ = ("_given", "_haystack", "_modules")

    def __init__(self, given: Mapping[str, str], haystack: Haystack) -> None:
        self._given = given
        self._haystack = haystack
        self._modules: frozenset[str] | None = None

    def __getitem__(self, package: str) -> str:
        if package in self._given:
            return self._given[package]
        name = package.removeprefix(_ECOSYSTEM)
        if name != package:
            if self._modules is None:
                frames = (frame for link in self._haystack.links for frame in link.frames)
                self._modules = frozenset(frame.module.partition(".")[0] for frame in frames)
            version, modules = installed(name)
            if version and not modules.isdisjoint(self._modules):
                return version
        raise KeyError(package)

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)


@lru_cache(PACKAGES_KEPT)
def installed(name: str) -> tuple[str, frozenset[str]]:
    """The version of a distribution and its top-level modules; ("", nothing) if it cannot be read."""
    try:
        from importlib.metadata import distribution

        found = distribution(name)
        version = found.version
        listed = found.read_text("top_level.txt")
        if listed is None:
            record = found.read_text("RECORD") or ""
            tops = {re.split(r"[/,]", line, maxsplit=1)[0] for line in record.splitlines()}
            listed = "\n".join(top.removesuffix(".py") for top in tops if "-info" not in top)
        modules = frozenset(listed.split()) | {re.sub(r"[-.]+", "_", name).lower()}
        return (version if isinstance(version, str) else ""), modules
    except Exception:  # not installed, or metadata that somebody broke: the version stays unknown
        return "", frozenset()
