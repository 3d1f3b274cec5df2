"""Numbers and fields of a report in plain words. Knows neither width nor colour."""

from functools import cache

from matcher.model import Cause, Diagnosis, Fix, Verify

MAY_ALSO_BE = 0.15  # a cause below this probability is not worth a line in the short form ...
ALSO_SHOWN = 3  # ... and more causes than this beside the first do not help to decide

_RISKS = {"low": "low risk", "medium": "medium risk", "high": "high risk"}
_SOURCES = {"community": "community advice", "generated": "generated advice"}
_STATUSES = {"verified": "verified", "disputed": "disputed"}


def likelihood(probability: float) -> str:
    """Return how likely a cause is, in words: people read percentages as measurements."""
    if probability >= 0.8:
        return "very likely"
    if probability >= 0.5:
        return "likely"
    return "possible" if probability >= 0.2 else "less likely"


def first_likelihood(probability: float) -> str:
    """Return the same for the best cause, which is not "less likely" than another one."""
    return "One of several" if probability < 0.2 else likelihood(probability).capitalize()


def alternatives(causes: tuple[Cause, ...]) -> list[Cause]:
    """Return the causes after the first that the short form names as well.

    Where no cause stands out, those are the ones at least half as likely as the first.
    """
    if not causes:
        return []
    floor = min(MAY_ALSO_BE, causes[0].probability / 2)
    return [cause for cause in causes[1:] if cause.probability >= floor][:ALSO_SHOWN]


def resemblance(similarity: float) -> str:
    """Return how near a known error is, in words."""
    return "close" if similarity >= 0.85 else "loose"


def where(source: str, line: int) -> str:
    """Return `source:line`; without a line the source alone, and "stdin" for "-"."""
    name = "stdin" if source == "-" else source
    return f"{name}:{line}" if name and line else name


def confidence(diagnosis: Diagnosis) -> str:
    """Return the confidence with up to three reasons; empty for an entry without an event."""
    if not has_event(diagnosis):
        return ""
    words = f"{diagnosis.confidence} confidence"
    if diagnosis.tier == "uncertain":
        words += ", it may not apply here"
    return f"{words}: {'; '.join(diagnosis.reasons[:3])}" if diagnosis.reasons else words


def has_event(diagnosis: Diagnosis) -> bool:
    """Whether it was found in a text; `explain ID` shows entries that were not."""
    return bool(diagnosis.matched or diagnosis.evidence)


def cautions(fix: Fix) -> list[str]:
    """Return what to know before doing it: only what is not as one would hope."""
    risk = _RISKS[fix.risk] if fix.risk in ("medium", "high") else ""
    source = _SOURCES.get(fix.source, "")
    disputed = "disputed" if fix.status == "disputed" else ""
    final = "" if fix.reversible else "cannot be undone"
    return [mark for mark in (risk, final, source, disputed) if mark]


def credentials(fix: Fix) -> list[str]:
    """Return everything about who says so, how sure that is, and what can go wrong."""
    undo = "can be undone" if fix.reversible else "cannot be undone"
    source = _SOURCES.get(fix.source, f"{fix.source} advice")
    return [source, _STATUSES.get(fix.status, "not verified yet"), _RISKS.get(fix.risk, "no risk"), undo]


def expectation(check: Verify) -> str:
    """Return what the output of `check.run` must show."""
    if check.expect_version:
        return f"shows version {check.expect_version}"
    if check.expect_not:
        return f"no longer shows: {check.expect_not}"
    return f"shows: {check.expect}" if check.expect else "works"


def commands_for(fix: Fix, platform: str) -> tuple[str, ...]:
    """Return the commands for `platform`, the most specific first: debian, then linux, then any."""
    for name in _lineage(platform):
        if name in fix.commands:
            return fix.commands[name]
    return ()


@cache
def this_platform() -> str:
    """Return the most specific platform that entries can name: debian, linux, macos, windows ...

    Derived distributions count as what they descend from (Ubuntu is debian). Reads
    /etc/os-release once.
    """
    import platform

    system = platform.system()
    if system != "Linux":
        return {"Darwin": "macos", "Windows": "windows"}.get(system, "linux")
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return "linux"
    for name in [release.get("ID", ""), *release.get("ID_LIKE", "").split()]:
        if name in ("debian", "fedora", "alpine"):
            return name
    return "linux"


def _lineage(platform: str) -> tuple[str, ...]:
    if platform in ("debian", "fedora", "alpine"):
        return platform, "linux", "any"
    return platform, "any"


def number(count: int, noun: str) -> str:
    """Return a count with its noun.

    >>> number(1, "line"), number(2000, "line")
    ('1 line', '2,000 lines')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
