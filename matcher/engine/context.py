"""What is known of where the error happened, and whether an entry holds there: yes, no, or unknown."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from matcher.errors import InputError


class Context(NamedTuple):
    """Known facts; what is not here is unknown, never false.

    `packages` maps "ecosystem:name" to a version; `env` maps a variable to its value, "" means unset.
    """

    packages: Mapping[str, str] = {}
    python: str = ""
    os: str = ""
    arch: str = ""
    env: Mapping[str, str] = {}
    labels: Mapping[str, str] = {}


class Verdict(NamedTuple):
    """True, False or None (unknown), and why."""

    state: bool | None
    reason: str = ""
    version_unknown: bool = False  # the version of a package is what is not known


_COMPARATOR = re.compile(r"\s*(<=|>=|==|!=|=|<|>|\^|~>|~=|~)?\s*v?([0-9][\w.+*!-]*)\s*,?")


def version_in(version: str, wanted: str, ecosystem: str = "python") -> bool | None:
    """Whether a version lies in a range; None if one of the two cannot be read.

    PEP 440 for `python`; for others comparators, `^`, `~` and `||` as in semver.

    >>> version_in("2.1.173", "<=2.1.111", "npm")
    False
    """
    from packaging.specifiers import InvalidSpecifier, SpecifierSet
    from packaging.version import InvalidVersion, Version

    try:
        number = Version(version)
        if ecosystem == "python":
            return SpecifierSet(wanted).contains(number, prereleases=True)
        return any(
            SpecifierSet(",".join(_semver(one))).contains(number, prereleases=True)
            for one in wanted.split("||")
        )
    except (InvalidVersion, InvalidSpecifier):
        return None


def _semver(wanted: str) -> Iterable[str]:
    for operator, version in _COMPARATOR.findall(wanted):
        parts = re.split(r"[.-]", version)
        numbers = [int(p) for p in parts[:3] if p.isdigit()]
        if operator == "^":
            fixed = next((i for i, n in enumerate(numbers) if n), len(numbers) - 1)
            yield f">={version}"
            yield "<" + ".".join(map(str, [*numbers[:fixed], numbers[fixed] + 1]))
        elif operator in ("~", "~>"):
            upper = numbers[:2] if len(numbers) > 1 else numbers[:1]
            yield f">={version}"
            yield "<" + ".".join(map(str, [*upper[:-1], upper[-1] + 1]))
        else:
            yield f"{'==' if operator in ('', '=') else operator}{version}"


def holds(applies: Mapping[str, Any], context: Context) -> Verdict:
    """Whether an `applies_to` mapping holds: false beats unknown, unknown beats true."""
    unknown: list[str] = []
    known: list[str] = []
    for state, reason in _each(applies, context):
        if state is False:
            return Verdict(False, reason)
        (unknown if state is None else known).append(reason)
    if unknown:
        return Verdict(None, unknown[0], unknown[0].startswith("the version "))
    return Verdict(True, ", ".join(known))


def _each(applies: Mapping[str, Any], context: Context) -> Iterable[tuple[bool | None, str]]:
    fixed = applies.get("fixed_in", {})
    for package in {**applies.get("packages", {}), **fixed}:
        wanted = applies.get("packages", {}).get(package)
        version = context.packages.get(package)
        name = package.partition(":")[2]
        if version is None:
            yield None, f"the version of {name} is unknown"
            continue
        ecosystem = package.partition(":")[0]
        if package in fixed and version_in(version, f">={fixed[package]}", ecosystem):
            yield False, f"fixed in {name} {fixed[package]}, this is {version}"
        elif wanted is not None and version_in(version, wanted, ecosystem) is False:
            yield False, f"for {name} {wanted}, this is {version}"
        elif wanted is not None and version_in(version, wanted, ecosystem) is None:
            yield None, f"the version {version} of {name} cannot be compared"
        else:
            yield True, f"{name} {version}"
    if wanted := applies.get("python"):
        state = version_in(context.python, wanted) if context.python else None
        yield (
            state,
            f"Python {context.python or 'version'} {'is unknown' if state is None else f'for {wanted}'}",
        )
    for key in ("os", "arch"):
        if wanted := applies.get(key):
            value = getattr(context, key)
            yield (value in wanted) if value else None, f"{key} {value or 'is unknown'}"
    for name, wanted in applies.get("env", {}).items():
        value = context.env.get(name)
        if value is None:
            yield None, f"the environment variable {name} is unknown"
        elif wanted in ("set", "unset"):
            yield bool(value) == (wanted == "set"), f"{name} is {'set' if value else 'unset'}"
        else:
            yield value == wanted, f"{name}={value}"
    for key, wanted in applies.get("labels", {}).items():
        value = context.labels.get(key)
        if value is None:
            yield None, f"the label {key} is unknown"
        else:
            yield wanted.lower() in (value.lower(), "*"), f"{key} is {value}"


#: What systems call themselves -> what entries call them.
_SYSTEMS = {
    "os": {
        **dict.fromkeys(("linux", "debian", "ubuntu", "fedora", "rhel", "centos", "alpine", "arch"), "linux"),
        **dict.fromkeys(("macos", "darwin", "osx"), "macos"),
        **dict.fromkeys(("windows", "win32", "win"), "windows"),
    },
    "arch": {"x86_64": "x86_64", "amd64": "x86_64", "arm64": "arm64", "aarch64": "arm64"},
}


def _system(key: str, value: str) -> str:
    """The name that entries use; a Python version as it is. Raises `InputError` for an unknown one."""
    if key == "python":
        if not re.match(r"\d+(\.\d+)*", value):
            raise InputError(f"{value!r} is no version of Python, write for example python=3.12")
        return value
    name = _SYSTEMS[key].get(value.lower())
    if name is None:
        raise InputError(
            f"unknown {key} {value!r}; use one of {', '.join(sorted(set(_SYSTEMS[key].values())))}"
        )
    return name


def parse_context(pairs: Iterable[str], packages: Iterable[str]) -> Context:
    """Build a context of KEY=VALUE words; `packages` are the package names that entries ask for.

    Keys: `os`, `arch`, `python`, `env.NAME`, a package (`npm:@scope/name`, or its last part if that
    is unambiguous); every other key is a label. Raises `InputError`.
    """
    versions: dict[str, str] = {}
    env: dict[str, str] = {}
    labels: dict[str, str] = {}
    single = {"os": "", "arch": "", "python": ""}
    names = tuple(packages)
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not key:
            raise InputError(f"{pair!r} is not KEY=VALUE, for example python=3.12 or requests=2.32.0")
        if key in single:
            single[key] = _system(key, value)
        elif key.startswith("env."):
            env[key[4:]] = value
        else:
            wanted = _folded(key)
            fits = [n for n in names if wanted in (_folded(n), *map(_folded, _short_names(n)))]
            if key in fits:
                fits = [key]
            if len(set(fits)) > 1:
                raise InputError(f"{key!r} may be {' or '.join(sorted(set(fits)))}; write it in full")
            if fits:
                versions[fits[0]] = value
            elif ":" in key:
                versions[key] = value
            else:
                labels[key] = value
    return Context(versions, single["python"], single["os"], single["arch"], env, labels)


def _short_names(package: str) -> tuple[str, str]:
    """The name without its ecosystem, and its last part."""
    return package.partition(":")[2], re.split(r"[:/]", package)[-1]


def _folded(name: str) -> str:
    """Package names are compared without case, and `-`, `_`, `.` are one (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
