"""What is measured of streams: data only. A wrong count fails the run, for a benchmark is also a test.

Speeds are bytes of the haystack per second, from the start of the feeder to the end of the consumer.
A pair is run in turn, and its result is the median of the ratios subject / peer: larger is better.
"""

from dataclasses import dataclass

MIB = 1024 * 1024
LARGE = 10_000  # signatures in most definitions
SIZES = (100, 1_000, 10_000, 50_000)  # of signature sets; each begins with the one before
SHORT_SIZE = 1_000  # the largest set of a short run
SHORT_DIVISOR = 64  # of sizes in a short run
SHORT_MIN_MIB = 0.25

#: Where the signatures come from: permissive licences, pure or partly Python, together over 50,000 messages.
#: The versions are fixed, so that the sets are, too. `stdlib` is that of the running Python.
PACKAGES = (
    "aiohttp==3.14.5", "apache-airflow-core==3.3.2", "azure-cli==2.91.0", "botocore==1.44.5",
    "celery==5.7.0", "cinder==29.0.0", "dagster==1.13.29", "dask==2026.8.0", "diffusers==0.42.1",
    "django==5.2.19", "glance==33.0.0", "homeassistant==2024.3.3", "ironic==39.0.0", "jax==0.10.2",
    "keras==3.15.1", "keystone==30.0.0", "kubernetes==37.0.2", "manila==23.0.1", "matplotlib==3.11.2",
    "mlflow==3.18.0", "moto==5.2.5", "mypy==2.4.1", "networkx==3.6.1", "neutron==29.0.0", "nova==34.0.0",
    "numpy==2.4.6", "octavia==19.0.0", "pandas==3.1.1", "pennylane==0.45.1", "pip==26.3",
    "pydantic==2.14.3", "pymongo==4.20.0", "qiskit==2.6.2", "requests==2.34.2", "scikit-learn==1.9.1",
    "scipy==1.17.1", "setuptools==84.2.1", "sphinx==9.0.4", "sqlalchemy==2.1.9", "statsmodels==0.15.0",
    "sympy==1.14.0", "transformers==5.23.0", "urllib3==2.8.0", "xarray==2026.9.0",
)  # fmt: skip

CLEAN, RARE, DENSE = "clean", "rare", "dense"
HAYSTACKS = {
    CLEAN: "real CI logs in varied order; lines that a signature matches were taken out",
    RARE: "the same without stack traces; every hundredth line is a known error, each of another entry",
    DENSE: "the same; every fifth line is a known error",
    "traces": "stack traces of many languages between log lines; every tenth is a known error of Python",
    "json": "one JSON record a line; every hundredth holds a known error",
    "colour": "escape codes in every line; every hundredth is a known error with a code amid its words",
    "long-line": "one line without an end; every 64 MiB a known error; made while it is read",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One engine on one haystack. `mib` of it are read, unless the engine has a time budget."""

    engine: str
    haystack: str = CLEAN
    signatures: int = LARGE
    mib: float = 256


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides in turn; `target` is the least good ratio of their speeds."""

    name: str
    subject: Side
    peer: Side
    target: float | None
    rounds: int
    about: str


@dataclass(frozen=True, slots=True)
class Memory:
    """One process whose resident memory is sampled; `target` in bytes."""

    name: str
    side: Side
    target: int
    about: str


PAIRS = (
    Pair("clean-hyperscan", Side("scan"), Side("hyperscan"), 0.7, 9,
         "the stream against raw hyperscan on the same pipe: the bound"),
    Pair("clean-cat", Side("scan"), Side("cat"), None, 9, "against `cat > /dev/null`: the other bound"),
    Pair("clean-rg", Side("scan"), Side("rg", mib=64), 10, 5, "against `rg -F -f`, which minds case"),
    Pair("clean-rg-i", Side("scan"), Side("rg -i", mib=8), 100, 3, "against `rg -i -F -f`"),
    Pair("rare-clean", Side("scan", RARE, mib=32), Side("scan"), 0.5, 5, "1 % of lines are hits"),
    Pair("dense-regex", Side("scan", DENSE, mib=4), Side("regex loop", DENSE, mib=4), 200, 3,
         "every fifth line is a hit, against a loop of `regex` over all patterns"),
    Pair("growth", Side("scan", signatures=50_000), Side("scan", signatures=1_000), 1 / 3, 7,
         "50,000 signatures against 1,000: time may grow 3 times"),
    Pair("jobs", Side("matcher -j 2", mib=1024), Side("matcher (two files)", mib=1024), 1.7, 5,
         "two files on two cores against one after the other"),
    Pair("json-plain", Side("matcher --json", mib=1024), Side("matcher", mib=1024), 0.6, 5,
         "the command with --json against the plain one"),
    Pair("passthrough-plain", Side("matcher --passthrough", mib=1024), Side("matcher", mib=1024), 0.6, 5,
         "the command with --passthrough against the plain one"),
    Pair("command-scan", Side("matcher", mib=1024), Side("scan", mib=1024), None, 3,
         "the command against the library"),
    Pair("traces-clean", Side("scan", "traces", mib=32), Side("scan"), None, 3,
         "stack traces, against clean logs"),
    Pair("json-clean", Side("scan", "json", mib=32), Side("scan"), None, 3,
         "JSON records, against clean logs"),
    Pair("colour-clean", Side("scan", "colour", mib=32), Side("scan"), None, 3,
         "colour codes in every line, against clean logs"),
)  # fmt: skip

#: Engines side by side, in turn on each haystack.
_FAST = ("cat", "hyperscan", "scan", "matcher", "matcher --json", "matcher --passthrough", "ahocorasick_rs")
_FILTERS = (("rg", 32), ("rg -i", 4), ("grep", 32), ("grep -i", 1))
_LOOPS = ("re2 set", "re alternation", "regex alternation", "re loop", "regex loop")
TABLE = (
    *(Side(name, CLEAN, LARGE, 256) for name in _FAST),
    *(Side(name, CLEAN, LARGE, size) for name, size in _FILTERS),
    *(Side(name, CLEAN, LARGE, 64) for name in _LOOPS),
    *(Side(name, RARE, LARGE, 32) for name in _FAST),
    *(Side(name, RARE, LARGE, size) for name, size in _FILTERS),
    *(Side(name, RARE, LARGE, 32) for name in _LOOPS),
    *(Side(name, DENSE, LARGE, 4) for name in _FAST),
    *(Side(name, DENSE, LARGE, min(4, size)) for name, size in _FILTERS),
    *(Side(name, DENSE, LARGE, 4) for name in _LOOPS),
)
TABLE_ROUNDS = 3
GROWTH = tuple(
    Side(name, CLEAN, size, mib)
    for size in SIZES
    for name, mib in (
        ("hyperscan", 256),
        ("scan", 256),
        ("ahocorasick_rs", 64),
        ("rg", 32),
        ("regex loop", 64),
    )
)
GROWTH_ROUNDS = 3

#: In the long run only.
MEMORY = (
    Memory("memory-long-line", Side("matcher", "long-line", LARGE, 1024), 150 * MIB,
           "peak resident memory of `| matcher` on one line of 1 GiB"),
    Memory("memory-rare", Side("matcher", RARE, LARGE, 32), 150 * MIB,
           "the same on a log in which 1 % of lines are hits"),
)  # fmt: skip
