"""What stands before each line of a log -> whose line it is, and where its own text begins.

Two layers: the *transport* (Docker Compose, Kubernetes, syslog, journald, CI runners) says which process a
line comes from; the *stamp* (time, level) was written by the program itself. Knows nothing of stack traces.
"""

import json
import re
from typing import NamedTuple

from matcher.traces.controls import PREFIX_BEGINS

MAX_LAYERS = 3  # a runner's stamp around Compose around syslog
MAX_STAMPS = 2  # a program's own inside the one of what started it
PREFIX_BYTES = 400  # no prefix is longer; bounds the work on hostile lines

_ISO = rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?"
_LEVELS = (
    rb"(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERR(?:OR)?|SEVERE|CRIT(?:ICAL)?|FATAL|PANIC"
    rb"|trace|debug|info|notice|warn(?:ing)?|error|critical|fatal(?! error| runtime))"
)

#: One alternative for each transport; the groups of an alternative are what tells processes apart.
_TRANSPORTS = (
    # Kubernetes CRI and `docker logs`: time, stream, full or partial
    rb"(?P<cri>" + _ISO + rb" (?:stdout|stderr) (?P<flag>[FP]) ?)",
    # GitLab runner: time, two digits, stream; `+` continues the line before
    rb"(?P<gitlab>" + _ISO + rb" \d\d[OE][ +])",
    # GitHub Actions: exactly seven digits of a second; from `gh run view --log` behind job and step
    rb"(?P<github>(?:[^\t\n]{1,120}\t[^\t\n]{1,120}\t)?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z(?: |$))",
    # syslog and journald: time, host, program and its process id
    rb"(?P<syslog>(?:<\d{1,3}>(?:1 )?)?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,9})?|" + _ISO + rb") "
    rb"(?!" + _LEVELS + rb"\b)[\w.:-]+ [\w./()@-]+(?:\[\d+\])?:(?: |$))",
    # kubectl logs --prefix, and stern without colours
    rb"(?P<pod>\[pod/[\w./-]+\](?: |$))",
    # Docker Compose
    rb"(?P<compose>[A-Za-z][\w.-]* *\|(?: |$))",
    # kernel ring buffer: seconds since boot, and the thread or CPU
    rb"(?P<kernel>\[ *\d{1,8}\.\d{6}\](?:\[ *[TC]\d+\])?(?: |$))",
)
_TRANSPORT = re.compile(rb"|".join(_TRANSPORTS))
_TIMES = re.compile(_ISO + rb"|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,9})?|^\[[ \d.]+\]|^<\d+>")
_TIME = (
    rb"[\[(]?(?:\d{4}[-/.]\d\d[-/.]\d\d,?[T ]|\d\d?[/ ](?:\d\d"
    rb"|[A-Z][a-z]{2})[/ ]\d{4}[: ]|[A-Z][a-z]{2} [ \d]\d )?"
    rb"\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d)\b)?[\])]?(?: ?[-|:,])?"
)
#: Lower case before a colon is how tools begin their messages (`error: `), and two blanks are PostgreSQL's.
_LEVEL = rb"(?:[\[(<] ?" + _LEVELS + rb" ?[\])>]:?|(?![a-z]+:|[A-Z]+:  )" + _LEVELS + rb"\b:?)"
#: Between time and level, or behind the level: thread, logger, process, place in the source.
_NAMES = (
    rb"(?:[\[{(][^\]})\n]{1,80}[\]})] (?:- )?|(?:- )?(?!"
    + _LEVELS
    + rb"\b)[\w.$/-]{1,80} - (?="
    + _LEVELS
    + rb"))"
)
_THREAD = rb"[\[({](?!node:\d|" + _LEVELS + rb"\])[\w.$/#:@-]{1,80}[\])}] (?:- )?"
#: Behind a level: what surely is not the message; else one blank, for its indentation belongs to it.
_BEHIND_LEVEL = (
    rb"(?: [-|](?: |$)| {1,8}(?:\d{1,9} )?(?:--- )?"
    + _NAMES
    + rb"{0,2}(?:[\w.$/@-]{1,80} +-|[\w$/@-]{1,80}\.[\w.$/@-]{0,80} +:)(?: [-|])?(?: |$)"
    rb"| " + _THREAD + rb"(?:(?![\w.$]{0,80}(?:Exception|Error)\b)[\w$]{1,40}(?:\.[\w$]{1,40}){1,9}:(?: |$))?"
    rb"| |$)"
)
_STAMP = re.compile(
    rb"(?P<time>"
    + _TIME
    + rb")(?: {1,8}"
    + _NAMES
    + rb"{0,2}"
    + _LEVEL
    + _BEHIND_LEVEL
    + rb"| "
    + _THREAD
    + rb"| |$)"
    rb"|(?P<ruby>[A-Z], \[" + _ISO + rb" #\d{1,9}\] +" + _LEVELS + rb" -- [\w.:/-]{0,80}: ?)"
    rb"|(?:\[" + _LEVELS + rb"\]:?|" + _LEVELS + rb"(?= ))(?: |$)"
)
_DOCKER = re.compile(rb'\{"log": ?"(?P<log>(?:[^"\\]|\\.)*)"(?:, ?"stream": ?"(?P<stream>\w+)")?', re.DOTALL)
_COLOURS = re.compile(rb"\x1b\[[0-9;:?]{0,40}[A-Za-z]")
_GITHUB = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z(?: |$)").match


class Prefix(NamedTuple):
    """Whose line it is (`key`; empty: nobody says), and its text without the prefix.

    `body` begins behind transport and stamp, `stamped` behind the transport only; colours are gone.
    `partial`: the line goes on in the next one of the same key; `timed`: the program wrote a time.
    """

    key: bytes
    stamped: bytes
    body: bytes
    timed: bool
    partial: bool


def split(line: bytes) -> Prefix:
    """Take the prefix off a line (without its line end).

    Cost: about a microsecond for a line without one.

    >>> split(b"web_1  | 2026-01-02 03:04:05,678 ERROR boom").body
    b'boom'
    >>> split(b"web_1  | 2026-01-02 03:04:05,678 ERROR boom").key
    b'web_1'
    """
    if b"\x1b" in line:
        line = _COLOURS.sub(b"", line)  # they stand before and in prefixes, too
    if not line or line[0] not in PREFIX_BEGINS:
        return Prefix(b"", line, line, False, False)
    key, partial, rest = b"", False, line
    for _ in range(MAX_LAYERS):
        if rest[:7] == b'{"log":' and (found := _DOCKER.match(rest)):
            text = _decoded(found["log"])
            partial = not text.endswith(b"\n")
            key += b"docker " + (found["stream"] or b"")
            rest = text.removesuffix(b"\n")
            if b"\x1b" in rest:
                rest = _COLOURS.sub(b"", rest)
            break
        if _GITHUB(rest):  # the most frequent one, and it tells no process
            rest = rest[29:]
            continue
        found = _TRANSPORT.match(rest, 0, PREFIX_BYTES) if _may_have_transport(rest) else None
        if found is None:
            break
        if found["flag"]:
            partial = found["flag"] == b"P"
        if not found["kernel"]:
            key += _TIMES.sub(b"", found[0]).strip(b" \t|:+FP" if found["flag"] else b" \t|:+")
        rest = rest[found.end() :]
    body, timed = rest, False
    for _ in range(MAX_STAMPS):
        stamp = _STAMP.match(body, 0, PREFIX_BYTES)
        has_time = bool(stamp and (stamp["time"] or stamp["ruby"]))
        if stamp is None or (timed and not has_time):
            break
        body = body[stamp.end() :]
        if not has_time:
            break
        timed = True
    return Prefix(key, rest, body, timed, partial)


def _may_have_transport(line: bytes) -> bool:
    """A cheap question before the expression; False is certain."""
    first = line[:1]
    if first.isdigit():
        return line[10:11] == b"T"
    if first in b"[<":
        return True
    return b"|" in line[:PREFIX_BYTES] or line[6:7] == b" " or b"\t" in line[:PREFIX_BYTES]


def _decoded(escaped: bytes) -> bytes:
    """The text of a JSON string, given without its quotes."""
    if b"\\" not in escaped:
        return escaped
    try:
        text = json.loads(b'"' + escaped + b'"', strict=False)
    except ValueError:
        return escaped
    return str(text).encode("utf-8", "backslashreplace")
