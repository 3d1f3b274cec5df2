"""A hole of a message -> a plausible value for an example, chosen by the words of its name."""

import re

from matcher.mining.model import Hole

#: Words of a name -> a value; the first that fits is taken.
_VALUES: tuple[tuple[str, str], ...] = (
    (r"url|uri|href|link|endpoint", "https://example.org/api"),
    (r"email|mail", "user@example.org"),
    (r"host|domain|server|netloc", "db1.example.org"),
    (r"ip|addr|address", "192.0.2.7"),
    (r"port", "8080"),
    (r"dir|directory|folder|root|cwd", "/srv/app/data"),
    (r"path|file|filename|fname|fn|location|src|dst|pathname", "/srv/app/data.bin"),
    (r"version|ver|release", "1.4.2"),
    (r"uuid|guid", "6f1c2a34-0b7d-4e55-9a61-2f6f0d1c8e90"),
    (r"date|day|when", "2024-05-17"),
    (r"time|timeout|seconds|secs|delay|duration|interval", "30"),
    (r"count|num|number|size|len|length|n|index|idx|ndim|dim|dims|axis|line|lineno|pos|position|offset|bytes"
     r"|max|min|limit|total|nargs|width|height|depth|code|status|errno|exitcode|returncode|pid|rank|order",
     "3"),
    (r"shape|shapes", "(3, 4)"),
    (r"type|types|cls|class|klass|dtype", "int"),
    (r"types|names|keys|values|choices|options|fields|allowed|valid|expected|items|args|kwargs|columns",
     "alpha, beta"),
    (r"module|mod|package|pkg", "app.models"),
    (r"func|function|method|callback|fn|callable", "load"),
    (r"e|err|error|exc|exception|ex|reason|cause|msg|message|detail|details", "something went wrong"),
    (r"flag|bool|enabled|is", "True"),
)  # fmt: skip
_KNOWN = tuple((re.compile(rf"(?:^|_)(?:{words})(?:$|_)", re.IGNORECASE), shown) for words, shown in _VALUES)
_BARE = re.compile(r"-?\d+|\(.*\)|True")
OTHERWISE = "alpha"


def value(hole: Hole, name: str) -> str:
    """A value for a hole that is called `name`; of the type that is certain, in quotes if it is a repr.

    >>> value(Hole("self.url", "r"), "url")
    "'https://example.org/api'"
    """
    if hole.kind == "int":
        return "3"
    snake = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name)
    shown = next((shown for pattern, shown in _KNOWN if pattern.search(snake)), OTHERWISE)
    return f"'{shown}'" if hole.conversion == "r" and not _BARE.fullmatch(shown) else shown
