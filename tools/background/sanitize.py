"""One captured line -> a line that may be published, or None; and an independent check of the result.

What has to be hidden is read from the machine at run time, so that no real name stands here.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

LINE_BYTES = 400  # longer lines are cut at a blank: the words that follow add little

# More hosts to hide than the settings of this machine name: blank-separated, in the environment.
PUBLIC_HOSTS = tuple(os.environ.get("BACKGROUND_HIDE_HOSTS", "").split())

PLAIN_TOPS = ("/home", "/usr", "/var", "/opt", "/srv", "/etc", "/tmp", "/mnt")  # tell nothing alone

PYTHON_HOME = r"(?!)" if sys.base_prefix in ("/usr", "/usr/local") else re.escape(sys.base_prefix)
CHECKOUT = re.escape(str(Path(__file__).resolve().parents[3]))

# Order matters: the namespaces of collect.sh first, then what the machine itself is called.
PATHS = (
    (re.compile(r"/srv/lab/tmp"), "/var/tmp"),
    (re.compile(r"/srv/lab\b"), "/srv/shop"),
    (re.compile(r"/srv/(tools|raw)\b"), "/srv/shop/tools"),
    (re.compile(r"/srv/python\b"), "/usr/local"),
    (re.compile(r"/srv/(cargo|rustup)\b"), "/opt/rust"),
    (re.compile(PYTHON_HOME), "/usr/local"),
    (re.compile(r"/root\b"), "/home/dev"),
    (re.compile(r"(?<!/var)/tmp\b"), "/var/tmp"),
    (re.compile(rf"(?<![\w@.-]){CHECKOUT}/"), "/srv/"),
)

ANSI = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_()=>].?)")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\ufeff\ufffd]")
EMAIL = re.compile(r"\b[\w.+-]+@(?!example\.org\b)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b", re.I)
IPV4 = re.compile(r"(?<![\w.-])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![\w.-]*\d)")
HEX = re.compile(r"(?<![0-9a-zA-Z])[0-9a-f]{32,}(?![0-9a-zA-Z])", re.I)

# Lines that are left out whole.
COLON_HEX = re.compile(r"\b[0-9a-f]{2}(?::[0-9a-f]{2}){5,}\b|\b[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){5,7}\b", re.I)
SECRET = re.compile(
    r"PRIVATE KEY|-----BEGIN|AKIA[0-9A-Z]{12}|gh[pousr]_\w{20}|\bsk-[\w-]{20}|eyJ[\w-]{20}|xox[abp]-|npm_\w{30}|pypi-\w{20}"
    r"|SHA256:[\w+/]{30}|ssh-(?:rsa|ed25519) AAAA|(?i:secret_?key|passw(?:or)?d|api_?key)['\"]?\s*[=:]\s*['\"]?\w"
)
RANDOM = re.compile(
    r"(?=[A-Za-z0-9+]*[A-Z])(?=[A-Za-z0-9+]*[a-z])(?=[A-Za-z0-9+]*\d[A-Za-z+]+\d)[A-Za-z0-9+]{28,}"
)
#: Words about the machine that collects, as a regular expression in the environment.
PLACE = re.compile(os.environ.get("BACKGROUND_LEAVE_OUT") or r"(?!)", re.I)
PEOPLE = re.compile(r"copyright|\(c\) \d|written by|^\s*(?:authors?|maintainers?)\b|report bugs to", re.I)

# What a real, unexplained failure looks like. Help texts and names may speak of errors; these do not speak of, they report.
FAILURE = re.compile(
    r"^Traceback \(most recent|^\s+File \"[^\"]+\", line \d+|^\s+at .*[:(]\d+(?::\d+)?\)?$|^E   |^E: |\bFATAL:|\bPANIC:|^panic: |goroutine \d+ \["
    r"|core dumped\)?$|^Segmentation fault|^(?:npm (?:ERR!|error)|\[ERROR\]|ERROR[: ]|CRITICAL[: ]|FATAL\b|fatal: )|^(?:[\w./-]+: )?(?:error|fatal error)(?:\[E\d+\])?: "
    r"|^[\w./-]+:\d+(?::\d+)?: (?:fatal )?error: |^(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception)(?:: |$)|Exception in thread|^Caused by: "
    r"|\"level\":\s*\"(?:error|fatal|panic)\"|\blevel=(?:error|fatal)\b|\[(?:crit|alert|emerg|ERROR|FATAL)\]|\b\d\d[,.:]\d+\S* (?:\[[^\]]*\] )*-? ?(?:ERROR|FATAL|CRITICAL)\b"
    r"|: command not found$|^(?:bash|sh)(?:: line \d+)?: |: No such file or directory$|: Permission denied$|: Connection refused\.?$|^mysqli?\b.*ERROR|^ERROR \d+ \("
    r"|^INTERNALERROR>|undefined reference to|ld returned \d|connection reset by peer|: Broken pipe$|^Timed out$|Syntax error on line \d|(?i:err\w*\W.*(?:connection (?:refused|reset)|no such file|permission denied))|\(\d+: No such file|ENOENT \("
    r"|^psql:.*ERROR:|^\*\*\* |^make(?:\[\d+\])?: \*\*\*|BUILD FAIL(?:URE|ED)|^Sorry|aborting\.?$"
)


@dataclass(frozen=True, slots=True)
class Machine:
    """What would tell where the corpus was made."""

    hosts: tuple[str, ...]  # registries and mirrors: replaced
    forbidden: tuple[str, ...]  # host name, home, work folders: never in a line
    kernel: tuple[str, str]  # release and build: replaced


def read_machine() -> Machine:
    """Ask this machine and its package managers for their names."""
    texts = [
        os.environ.get(name, "")
        for name in (
            "PIP_INDEX_URL",
            "PIP_EXTRA_INDEX_URL",
            "GOPROXY",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "http_proxy",
            "https_proxy",
        )
    ]
    for command in (
        ("pip", "config", "list"),
        ("npm", "config", "get", "registry"),
        ("npm", "config", "get", "proxy"),
        ("hostname", "-f"),
    ):
        if shutil.which(command[0]):
            texts.append(
                subprocess.run(command, capture_output=True, text=True, check=False, timeout=60).stdout
            )
    for file in (
        Path("/etc/pip.conf"),
        Path("/usr/etc/npmrc"),
        Path("~/.npmrc").expanduser(),
        Path("~/.cargo/config.toml").expanduser(),
        *Path("/etc/apt").glob("**/*.list"),
        *Path("/etc/apt").glob("**/*.sources"),
        *Path("/etc/apt/apt.conf.d").glob("*"),
    ):
        if file.is_file():
            texts.append(file.read_text(errors="replace"))
    urls = re.findall(
        r"https?://(?:[^@/\s'\"]*@)?([\w.-]+\.[a-z]{2,})",
        " ".join(
            line for line in "\n".join(texts).splitlines() if not line.lstrip().startswith(("#", "//", ";"))
        ),
    )
    name = socket.gethostname()
    others = {os.environ.get(key, "") for key in ("HOSTNAME", "CONTAINER_NAME", "SUDO_USER")}
    top = "/".join(Path.cwd().parts[:2]).replace("//", "/")
    folders = {str(Path.home()), str(Path.cwd()), "" if top in PLAIN_TOPS else top}
    return Machine(
        hosts=tuple(sorted({*urls, *PUBLIC_HOSTS}, key=lambda host: (-len(host), host))),
        forbidden=tuple(
            sorted({name, name.split(".")[0], *folders, *others, *_odd_mounts()} - {"", "/", "localhost"})
        ),
        kernel=(platform.release(), platform.version()),
    )


def _odd_mounts() -> set[str]:
    """Return places, and what is mounted there, that a plain Debian does not have."""
    mounts = [line.split()[:2] for line in Path("/proc/mounts").read_text().splitlines()]
    odd = [
        pair
        for pair in mounts
        if not re.match(r"/(?:(?:proc|sys|dev|run|boot|home|srv|etc|tmp)\b|$)", pair[1])
    ]
    return {
        text
        for pair in odd
        for text in pair
        if text not in ("tmpfs", "overlay", "none") and not text.startswith("/dev/")
    }


def clean(line: str, machine: Machine) -> str | None:
    """Return the line without names, addresses and colours, or None if it is better left out.

    What is replaced stays ordinary text: hosts become mirror.example, mail addresses
    user@example.org, addresses 10.x, long hashes one of sixteen.
    """
    line = ANSI.sub("", line).rstrip("\r\n")
    line = next((part for part in reversed(line.split("\r")) if part.strip()), "")
    line = CONTROL.sub("", line.expandtabs(4)).rstrip()
    for pattern, replacement in PATHS:
        line = pattern.sub(replacement, line)
    for host in machine.hosts:
        if host in line:
            line = line.replace(host, "mirror.example")
    release, build = machine.kernel
    line = line.replace(release, "6.1.0-21-amd64").replace(build, "#1 SMP Debian 6.1.90-1")
    line = EMAIL.sub("user@example.org", line)
    line = HEX.sub(_pooled, IPV4.sub(_private, line))
    if (
        len(re.findall(r"\w", line)) < 3
        or FAILURE.search(line)
        or PEOPLE.search(line)
        or refusals(line, machine)
    ):
        return None
    return _cut(line)


def refusals(line: str, machine: Machine) -> list[str]:
    """Return why a line must not be published; empty if it may be.

    The check does not trust `clean`: it runs again over the finished corpus.
    """
    found = [f"names {name}" for name in (*machine.hosts, *machine.kernel) if name in line]
    for name in machine.forbidden:
        if re.search(rf"(?<![\w.]){re.escape(name)}(?!\w)", line):
            found.append(f"names {name}")
    for why, pattern in (
        ("secret", SECRET),
        ("random text", RANDOM),
        ("place", PLACE),
        ("hardware or IPv6 address", COLON_HEX),
        ("mail address", EMAIL),
        ("own path", re.compile(r"(?<!/var)/tmp\b|/root\b|/srv/(?:lab|raw|tools|python)\b")),
    ):
        if pattern.search(line):
            found.append(why)
    if any(_private(match) != match[0] for match in IPV4.finditer(line)):
        found.append("IP address")
    return found


def _private(match: re.Match[str]) -> str:
    """Return the address itself if it tells nothing, else a made-up one in 10.x."""
    octets = [int(part) for part in match.groups()]
    if max(octets) > 255 or octets[0] in (0, 10, 255) or octets[:3] == [127, 0, 0]:
        return match[0]
    return f"10.0.{octets[2]}.{octets[3]}"


def _pooled(match: re.Match[str]) -> str:
    """Return one of sixteen hashes of the same length: random text only makes the file larger."""
    start = "0123456789abcdef".index(match[0][0].lower())
    return ("0123456789abcdef"[start:] + "0f1e2d3c4b5a6978" * 16)[: len(match[0])]


def _cut(line: str) -> str:
    """Cut at the last blank before the limit."""
    raw = line.encode()
    if len(raw) <= LINE_BYTES:
        return line
    head = raw[:LINE_BYTES].decode(errors="ignore")
    return head.rsplit(" ", 1)[0].rstrip() or head
