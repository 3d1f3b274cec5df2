"""Records -> the page `benchmarks/STREAMS.md` and the raw file; the plots are drawn by `stream_plots`."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks import stream_plots
from benchmarks.page import table
from benchmarks.stream_definitions import HAYSTACKS, LARGE, MEMORY, MIB, PAIRS, SIZES, Pair, Side
from benchmarks.stream_engines import ENGINES

PAGE = Path(__file__).with_name("STREAMS.md")
RESULTS = Path(__file__).with_name("results")
HEAD = """\
# Streams, side by side

Made by `make bench-stream`; do not edit. The definitions stand in `stream_definitions.py`, the raw records
of this run in `results/streams.json`. `make bench-stream-short` checks only the counts.

Every engine reads the same bytes from a pipe of 1 MiB that `cat` fills, and searches for the same signatures:
real messages that `matcher mine` found in the packages below. A speed is bytes per second from the start of
`cat` to the end of the engine. Subject and peer of a pair run directly after one another, in alternating
order; the ratio is the median of the ratios of these pairs, and larger is better. A wrong count fails the
run.
"""
BIASES = """\
## Our biases

* The known errors in the haystacks are the mined templates, filled with values of our own. Nobody knows how
  often real logs show which error; one that comes again and again is cheaper than thousands of others.
* In the clean logs nothing is found: lines that a signature matches were taken out. Literals that stand there
  without their signature were not.
* Few logs are repeated in varied order: the caches of the processor and of the engines know them.
* This one ranks causes and fixes of what it finds; all others only find. `rg` and `grep` count lines, which
  is less than printing them; those with `-i` search like this one, without case, the others do not.
* Engines that are asked for each line pay for a loop in Python. They read as much as they can in a few
  seconds; their speed is taken for the rest (marked "part"). Compiling is not timed, except in commands,
  whose whole life is; those of a package are timed over 1 GiB, where starting does not count.
* One big alternation is cut at its first signatures, because compiling and searching explode.
* `--passthrough` is timed into `/dev/null`, as are all other commands; a slow reader makes it slow.
* The feeder needs a part of the second core, as the program whose log it is would.
"""


def line(pair: Pair, record: dict[str, Any], short: bool) -> str:
    """One line about one pair."""
    if "skipped" in record:
        return f"{pair.name:<20} skipped, {record['skipped']}"
    if short:
        return f"{pair.name:<20} counted"
    speeds = f"{_speed(record['subject'])} / {_speed(record['peer'])} MB/s"
    said = f"{pair.name:<20} {record['ratio']:10.3f}  {speeds:<24}"
    if record["reached"] is None:
        return f"{said}  (for information)"
    return f"{said}  {'reached' if record['reached'] else 'NOT REACHED'} (target {pair.target:.3g})"


def write(raw: dict[str, Any]) -> None:
    """Write the raw file, the plots and the page."""
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "streams.json").write_text(_raw_json(raw), encoding="utf-8")
    plots = stream_plots.draw(raw, RESULTS)
    PAGE.write_text(page(raw, plots), encoding="utf-8")


def _raw_json(raw: dict[str, Any]) -> str:
    """One record in a line, so that a difference shows which one changed."""
    parts = []
    for key, value in raw.items():
        if isinstance(value, list):
            parts.append(f'"{key}": [\n' + ",\n".join(json.dumps(one) for one in value) + "\n]")
        else:
            parts.append(f'"{key}": {json.dumps(value)}')
    return "{" + ",\n".join(parts) + "}\n"


def page(raw: dict[str, Any], plots: Sequence[str]) -> str:
    """The whole page."""
    pairs = {one["name"]: one for one in raw["pairs"]}
    verdicts = [one.get("reached") for one in (*raw["pairs"], *raw["memory"])]
    judged = [one for one in verdicts if one is not None]
    parts = [HEAD, f"{sum(judged)} of {len(judged)} targets are reached.\n"]
    head = ("pair", "what", "subject MB/s", "peer MB/s", "ratio", "quartiles", "target", "")
    parts += ["## Pairs\n", table(head, [_pair_row(one, pairs[one.name]) for one in PAIRS])]
    parts += [f"![{name}](results/{name}.svg)\n" for name in plots]
    parts += [f"## Engines: {LARGE:,} signatures, MB/s\n", _engines(raw["table"])]
    parts += ["## Growth: clean logs, MB/s\n", _growth(raw["growth"])]
    rows = [
        (one.name, one.about, f"{found['bytes'] / MIB:.1f} MiB", f"{one.target / MIB:.0f} MiB",
         _verdict(found["reached"]))
        for one, found in zip(MEMORY, raw["memory"], strict=True)
    ]  # fmt: skip
    parts += ["## Memory\n", table(("name", "what", "resident", "target", ""), rows), *_soak()]
    parts += ["## Haystacks\n", *(f"* {name}: {about}." for name, about in HAYSTACKS.items()), ""]
    logs, sets, machine = raw["logs"], raw["sets"], raw["machine"]
    parts.append(
        f"Logs and stack traces: {logs['origin']}; {logs['lines']:,} lines, of which {logs['plain']:,} "
        f"belong to no stack trace, and {logs['traces']} traces; {logs['removed']} were taken out.\n"
    )
    packages = ", ".join(f"{name} {version}".strip() for name, version in sets["packages"].items())
    parts.append(f"## Signatures\n\n{sets['available']:,} different ones, of: {packages}.\n")
    if sets["missing"]:
        parts.append(f"Could not be installed: {', '.join(sets['missing'])}.\n")
    versions = ", ".join(
        f"{name} {version}" for name, version in {**machine["packages"], **machine["engines"]}.items()
    )
    parts.append(f"## Machine\n\n{machine['cpu']}, {machine['cores']} cores, {machine['system']}, "
                 f"{machine['python']}; {versions}.\n")  # fmt: skip
    return "\n".join([*parts, BIASES])


def _soak() -> list[str]:
    """What `make soak-stream` measured last; nothing if it never ran."""
    path = RESULTS / "streams-soak.json"
    if not path.exists():
        return []
    record = json.loads(path.read_text(encoding="utf-8"))
    sizes = [size / MIB for _, size in record["samples"]]
    return [
        f"`make soak-stream`: {record['gb']:g} GB with a line and a stack trace of a tenth of that, "
        f"{record['signatures']:,} signatures, through `--passthrough` to a reader that is slow and was "
        f"stopped {len(record['stopped'])} times: {min(sizes):.1f} to {max(sizes):.1f} MiB resident. The "
        f"same bytes came out, {record['events']:,} events were found, and matched and unmatched lines are "
        "all lines.\n",
        "![resident memory over time](results/streams-soak.svg)\n",
    ]


def _pair_row(pair: Pair, record: dict[str, Any]) -> tuple[str, ...]:
    target = "" if pair.target is None else f"{pair.target:.3g}"
    if "skipped" in record:
        return (pair.name, pair.about, "", "", "", "", target, f"skipped, {record['skipped']}")
    return (
        pair.name, f"{pair.about} ({_side(pair.subject)} : {_side(pair.peer)})",
        _speed(record["subject"]), _speed(record["peer"]),
        f"{record['ratio']:.3g}", f"{record['ratio_q1']:.3g} to {record['ratio_q3']:.3g}",
        target, _verdict(record["reached"]),
    )  # fmt: skip


def _side(side: Side) -> str:
    return f"`{side.engine}`, {side.haystack}, {side.signatures:,}"


def _verdict(reached: bool | None) -> str:
    return {None: "", True: "reached", False: "**NOT REACHED**"}[reached]


def _speed(mb_s: float) -> str:
    return f"{mb_s:,.0f}" if mb_s >= 100 else f"{mb_s:.3g}"


def _engines(records: Sequence[dict[str, Any]]) -> str:
    cells = {(one["engine"], one["haystack"]): one for one in records}
    haystacks = list(dict.fromkeys(one["haystack"] for one in records))
    names = dict.fromkeys(one["engine"] for one in records)
    rows = [
        (name, ENGINES[name].about, *(_cell(cells.get((name, one))) for one in haystacks)) for name in names
    ]
    return table(("engine", "what", *haystacks), rows)


def _growth(records: Sequence[dict[str, Any]]) -> str:
    cells = {(one["engine"], one["signatures"]): one for one in records}
    names = dict.fromkeys(one["engine"] for one in records)
    rows = [(name, *(_cell(cells.get((name, size))) for size in SIZES)) for name in names]
    return table(("engine", *(f"{size:,}" for size in SIZES)), rows)


def _cell(record: dict[str, Any] | None) -> str:
    if record is None:
        return ""
    if "skipped" in record:
        return str(record["skipped"])
    return _speed(record["mb_s"]) + (" (part)" if record["part"] else "")
