"""Sites -> entries: one for each wording, with a cause for each place that gives it.

An entry says only what the source says: the message, where it comes from, and under which condition.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from zlib import crc32

from matcher.mining.model import Site, Stats
from matcher.mining.pattern import Unusable, Wording, wording
from matcher.mining.sources import STDLIB, slug
from matcher.model import MINED

TAG = MINED  # the first tag of every entry that was made here
CAUSES = 8  # places of one message that are told; the rest is counted
SLUG_CHARACTERS = 56
#: Modules of Python without a file in stack traces.
_FROZEN = frozenset((
    "abc", "codecs", "genericpath", "importlib", "io", "ntpath", "os", "posixpath", "runpy", "site", "stat",
    "zipimport",
))  # fmt: skip


class Mined(NamedTuple):
    """One entry: its id, its content as the YAML says it, and the sites behind it."""

    id: str
    content: dict[str, Any]
    sites: tuple[Site, ...]


class _Group(NamedTuple):
    wording: Wording
    sites: list[Site]


def mined(sites: Iterable[Site], stats: Stats | None = None, *, kind: str = "fallback") -> Iterator[Mined]:
    """Yield the entries of the sites of one package, in the order of their ids.

    Sites that are worded alike share an entry. What gives no signature is counted in `stats`. Ids do
    not depend on other entries, unless two wordings have the same words: then both carry a checksum.
    """
    groups: dict[str, _Group] = {}
    for site in sites:
        try:
            found = wording(site.template)
        except Unusable as reason:
            if stats is not None:
                stats.skipped[str(reason)] += 1
            continue
        group = groups.setdefault(found.key, _Group(found, []))
        if stats is not None and group.sites:
            stats.merged += 1
        group.sites.append(site)
    slugs: dict[str, list[str]] = {}
    for key, group in groups.items():
        slugs.setdefault(_slug(group.wording.title), []).append(key)
    named = [
        (f"{name}-{crc32(key.encode('utf-8', 'replace')):08x}" if len(keys) > 1 else name, groups[key])
        for name, keys in slugs.items()
        for key in keys
    ]
    for name, group in sorted(named, key=lambda one: one[0]):
        if stats is not None:
            stats.entries += 1
        content = _content(group.wording, group.sites, kind)
        yield Mined(f"{group.sites[0].package}/{name}", content, tuple(group.sites))


def to_entry(site: Site, *, kind: str = "fallback") -> dict[str, Any]:
    """The content of the entry of one site. Raises `Unusable` if it gives no signature."""
    return _content(wording(site.template), [site], kind)


def _slug(title: str) -> str:
    """The fixed words of a title, and what its captures are called."""
    words = slug(re.sub(r"%\{(\w+)\}", r" \1 ", title))
    return words if len(words) <= SLUG_CHARACTERS else words[:SLUG_CHARACTERS].rpartition("-")[0]


def _content(found: Wording, sites: list[Site], kind: str) -> dict[str, Any]:
    first = sites[0]
    exceptions = sorted({one.exception for one in sites} - {"", "SystemExit"})
    condition = {"text": found.text}
    if found.opens:
        # A stack trace also shows the source line that raises, with the text as it is written there. Further
        # lines of a message are searched everywhere: without a trace, only its first line is known to be one.
        condition["where"] = "message"
    match: dict[str, Any] = {"identifies": [condition]}
    if exceptions:
        match["supports"] = [{"exception": {"type": _asked(name, first)}} for name in exceptions[:3]]
    if foreign := _foreign(sites):
        match["excludes"] = [foreign]
    places, causes, fixes = _places(sites), [], {}
    told = places[:CAUSES]
    for number, (cause_id, place) in enumerate(told):
        fix = f"read-{cause_id}"
        cause: dict[str, Any] = {
            "id": cause_id,
            "says": _says(place, len(places) - CAUSES if number == CAUSES - 1 else 0),
        }
        if len(told) > 1 and place.line and place.origin == "raise":
            cause["when"] = _when(place, [other for _, other in told])
        cause["fixes"] = [fix]
        causes.append(cause)
        fixes[fix] = _fix(place, found)
    return {
        "title": found.title,
        "kind": kind,
        "status": "experimental",
        "tags": [TAG, first.package, *(name.rpartition(".")[2] for name in exceptions[:3])],
        "match": match,
        "causes": causes,
        "fixes": fixes,
        "examples": [{"text": _shown(found, exceptions), "provenance": "generated"}],
    }


def _places(sites: list[Site]) -> list[tuple[str, Site]]:
    """The different places, each with the id of its cause: file and line, so that a reader can find it."""
    told: dict[str, Site] = {}
    for site in sites:
        path = site.file.removesuffix(".py").removeprefix(site.package.replace("-", "_") + "/")
        told.setdefault(slug(f"{path}-{site.line}" if site.line else path), site)
    return list(told.items())


def _when(place: Site, told: list[Site]) -> dict[str, Any]:
    """The stack trace ends in this function; and not on the line of another place in the same function."""
    function = place.function.rpartition(".")[2]
    frame = {"file": place.file, "function": function} if function else {"file": place.file}
    condition: dict[str, Any] = {"frame": {**frame, "at": "raising"}}
    others = [
        {"text": f'{place.file.rpartition("/")[2]}", line {one.line}, in {function or "<module>"}'}
        for one in told
        if (one.file, one.function) == (place.file, place.function) and one.line != place.line
    ]
    return {"all": [condition, {"none": others}]} if others else condition


def _asked(exception: str, site: Site) -> str:
    """The class as the engine is asked for it: by its last name, unless the module itself defines it.

    A class may be defined elsewhere than where it was imported from, and a stack trace names that place.
    """
    name = exception.rpartition(".")[2]
    return exception if site.module and exception == f"{site.module}.{name}" else name


def _foreign(sites: list[Site]) -> dict[str, Any] | None:
    """The veto: there is a stack trace, and no frame of it is in the module that gives the message.

    A class that makes its message may be raised by anyone, and frozen modules have no file.
    """
    if any(one.origin != "raise" or not one.module for one in sites):
        return None
    tops = sorted({one.module.partition(".")[0] for one in sites})
    if len(tops) > CAUSES or not _FROZEN.isdisjoint(tops):
        return None
    return {"none": [{"frame": {"module": top}} for top in tops]}


def _says(site: Site, further: int) -> str:
    version = _version(site)
    name = site.exception.rpartition(".")[2]
    where = f"`{site.function}`" if site.function else "the module itself"
    if site.origin == "catalogue":
        verb = "Shown by" if site.line else "Known from"
        place = f"the message at {site.place}" if site.line else f"the translations in {site.place}"
        says = f"{verb} {place} ({version}); the source does not tell under which condition."
    elif site.origin == "class":
        owner = name or "an exception"
        says = f"The message of {owner}, made at {site.place} ({version}); any code may raise it."
    else:
        clause = site.condition or "with no condition around it"
        says = f"{name or 'An error'} is raised {clause}; in {where}, {site.place} ({version})."
    return f"{says} {further} more places raise the same message." if further > 0 else says


def _version(site: Site) -> str:
    """Package and version, as shown."""
    return f"{'Python' if site.package == STDLIB else site.package} {site.version}".strip()


def _fix(site: Site, found: Wording) -> dict[str, Any]:
    version = _version(site)
    does = f"Read the condition at {site.place} ({version})"
    if site.origin == "raise" and not site.condition:
        does = f"Read the code at {site.place} ({version})"
    elif site.origin != "raise":
        does = f"Read {site.place} ({version}), and look for what raises or prints this message"
    fix: dict[str, Any] = {"does": does, "risk": "none", "source": "generated"}
    if site.shown_by:
        fix["commands"] = {"any": [f"python -m inspect {site.shown_by}"]}
    fix["verify"] = [{"run": "repeat what failed", "expect_not": found.run}]
    return fix


def _shown(found: Wording, exceptions: list[str]) -> str:
    return f"{exceptions[0] if exceptions else 'error'}: {found.example}"
