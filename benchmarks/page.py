"""Records -> the page `benchmarks/README.md`, its plot, and the raw file."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.definitions import DEFINITIONS, MIB, Definition

HEAD = """\
# Benchmarks

Made by `make bench`; do not edit. The definitions stand in `definitions.py`, the raw records of this
run in `results/latest.json`. `make bench-short` checks only the counts.

Every time is given beside that of a peer which ran in the same run, on the same bytes or the same
exception, directly before or after it; the ratio is the median of the ratios of these pairs. A wrong
count fails the run.
"""

BIASES = """\
## Our biases

* The entries are synthetic and written by us. Their messages differ more from one another than those
  of one product do, so a text draws few candidates; `match-decoys` shows what many of them cost.
* One text is matched over and over: caches of the processor are warm, and its entry is decoded.
  `open-first-match` and `cold-first-match` show the first time.
* `traceback.format_exception` is written in Python, stats every source file and looks up every line.
  It is what a program does anyway when it reports an error, so we compare with it; a faster Python
  makes these ratios worse.
* Trying regexes one by one is the simplest thing that works, not the best: a person would join or
  prefilter them. They are compiled in advance, and they only find, where the engine also ranks causes and
  fixes. They ignore case as our entries do, which slows `regex` down; `one-by-one-cased` is without that.
* Of a process, the whole life is timed; `python -c pass` includes `site`, and so does the command. Its
  files are in the page cache, and its knowledge base is compiled and stored.
* Memory is what is resident, shared libraries included. Decoded entries are kept, so it grows with
  the number of different errors that a process meets.
* The garbage collector is on, but what existed before a measurement is frozen out of it.
* Other programs run on the machine. p99 shows them more than it shows us.
"""


def time_of(us: float) -> str:
    """A time with its unit, three digits."""
    value, unit = (us, "us") if us < 1e3 else (us / 1e3, "ms") if us < 1e6 else (us / 1e6, "s")
    return f"{value:.{0 if value >= 100 else 1 if value >= 10 else 2}f} {unit}"


def verdict(definition: Definition, record: dict[str, Any]) -> str:
    """Whether a target was reached, or that there is none."""
    if record["reached"] is None:
        return "(for information)"
    return f"{'reached' if record['reached'] else 'NOT REACHED'} (target {_target(definition)})"


def _target(definition: Definition) -> str:
    if definition.target is None:
        return ""
    return f"{definition.target / MIB:.0f} MiB" if definition.model == "memory" else f"{definition.target:g}"


def raw_json(raw: dict[str, Any]) -> str:
    """The raw file: one record in a line, so that a difference shows which one changed."""
    records = ",\n".join(json.dumps(one) for one in raw["records"])
    return f'{{"machine": {json.dumps(raw["machine"])},\n"records": [\n{records}\n]}}\n'


def readme(facts: dict[str, Any], records: Sequence[dict[str, Any]], plotted: bool) -> str:
    """The whole page."""
    by_name = {one["name"]: one for one in records}
    timed = [(one, by_name[one.name]) for one in DEFINITIONS if one.model != "memory"]
    kept = [(one, by_name[one.name]) for one in DEFINITIONS if one.model == "memory"]
    reached = sum(one["reached"] is True for one in records)
    targets = sum(one["reached"] is not None for one in records)
    parts = [HEAD, f"{reached} of {targets} targets are reached.\n"]
    if plotted:
        parts.append("![Each ratio in relation to its target](results/latest.svg)\n")
    parts += ["## Time\n", table(_TIMED_HEAD, [_timed_row(*one) for one in timed])]
    texts = [
        (one.name, str(record["bytes"]), f"{record['candidates_per_kib']:.2f}")
        for one, record in timed
        if "bytes" in record
    ]
    parts += ["## Texts\n", table(("definition", "bytes", "candidates per KiB"), texts)]
    rows = [
        (one.name, one.about, f"{record['ratio'] / MIB:.1f} MiB", _target(one), _reached(record))
        for one, record in kept
    ]
    parts += ["## Memory\n", table(("definition", "what", "resident", "target", ""), rows)]
    sizes = {name: f"{size / MIB:.1f} MiB" for name, size in kept[0][1]["sizes"].items()}
    parts.append(
        f"Of that, {sizes['start']} is the interpreter with what the probe itself imports; "
        f"after the first match it is {sizes['first']}.\n"
    )
    packages = ", ".join(f"{name} {number}" for name, number in facts["packages"].items())
    parts.append(
        "## Machine\n\n"
        f"{facts['cpu']}, {facts['cores']} cores, {facts['system']}, {facts['python']}; {packages}.\n"
        f"The command ran as {facts['command']}.\n"
    )
    return "\n".join([*parts, BIASES])


_TIMED_HEAD = (
    "definition", "what", "entries", "count", "ratio", "quartiles", "target", "",
    "median", "p99", "peer", "its median",
)  # fmt: skip


def _timed_row(definition: Definition, record: dict[str, Any]) -> tuple[str, ...]:
    return (
        definition.name,
        definition.about,
        f"{definition.entries:,}" if definition.entries else "built-in",
        f"{record['expected']:,} {definition.counts}",
        f"{record['ratio']:.3g}",
        f"{record['ratio_q1']:.3g} to {record['ratio_q3']:.3g}",
        _target(definition),
        _reached(record),
        time_of(record["subject_us"]),
        time_of(record["subject_p99_us"]),
        f"`{definition.peer}`",
        time_of(record["peer_us"]),
    )


def _reached(record: dict[str, Any]) -> str:
    return {None: "", True: "reached", False: "**not reached**"}[record["reached"]]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    escaped = ([cell.replace("|", "\\|") for cell in one] for one in lines)
    return "\n".join(f"| {' | '.join(one)} |" for one in escaped) + "\n"


def plot(records: Sequence[dict[str, Any]], path: Path) -> bool:
    """Draw each ratio as a part of its target; False if matplotlib is not installed."""
    try:
        import matplotlib
    except ImportError:
        return False
    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "matcher"  # the same records give the same file
    from matplotlib import pyplot

    targets = {one.name: one.target for one in DEFINITIONS if one.target is not None}
    names = [one["name"] for one in records if one["name"] in targets][::-1]
    by_name = {one["name"]: one["ratio"] / targets[one["name"]] for one in records if one["name"] in targets}
    values = [by_name[name] for name in names]
    figure, axes = pyplot.subplots(figsize=(8, 0.42 * len(names) + 1.2))
    colors = ["#2b7a4b" if value <= 1 else "#b3412e" for value in values]
    bars = axes.barh(names, values, color=colors)
    axes.bar_label(bars, [f"{value:.2f}" for value in values], padding=3)
    axes.set_xscale("log")
    axes.set_xlim(min(*values, 0.1) / 2, max(*values, 1.0) * 3)
    axes.axvline(1.0, color="black", linewidth=1)
    axes.set_xlabel("measured / target (left of the line is good)")
    axes.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    figure.savefig(path, format="svg", metadata={"Date": None})
    pyplot.close(figure)
    return True
