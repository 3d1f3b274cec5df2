"""Records -> SVG plots: engines side by side, growth with the number of signatures, memory of a soak."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.stream_definitions import CLEAN, MIB, SIZES

OWN, OTHER, BOUND = "#2b7a4b", "#7d8a99", "#c9a227"
BOUNDS = ("cat", "hyperscan")


def _pyplot() -> Any:
    """matplotlib, set up so that the same records give the same file; None if it is not installed."""
    try:
        import matplotlib
    except ImportError:
        return None
    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "matcher"
    from matplotlib import pyplot

    return pyplot


def _save(pyplot: Any, figure: Any, path: Path) -> None:
    figure.tight_layout()
    figure.savefig(path, format="svg", metadata={"Date": None})
    pyplot.close(figure)


def draw(raw: dict[str, Any], folder: Path) -> list[str]:
    """Draw all plots of a run; gives their names. Nothing without matplotlib."""
    pyplot = _pyplot()
    if pyplot is None:
        return []
    _engines(pyplot, raw["table"], folder / "streams-engines.svg")
    _growth(pyplot, raw["growth"], folder / "streams-growth.svg")
    return ["streams-engines", "streams-growth"]


def _engines(pyplot: Any, records: Sequence[dict[str, Any]], path: Path) -> None:
    haystacks = list(dict.fromkeys(one["haystack"] for one in records))
    figure, all_axes = pyplot.subplots(1, len(haystacks), figsize=(12, 5.4), sharey=True)
    names = list(dict.fromkeys(one["engine"] for one in records if "mb_s" in one))[::-1]
    for axes, haystack in zip(all_axes, haystacks, strict=True):
        speeds = {
            one["engine"]: one["mb_s"] for one in records if one["haystack"] == haystack and "mb_s" in one
        }
        values = [speeds.get(name, 0.0) for name in names]
        colors = [
            BOUND if name in BOUNDS else OWN if name.startswith(("scan", "matcher")) else OTHER
            for name in names
        ]
        bars = axes.barh(names, values, color=colors)
        axes.bar_label(bars, [f"{value:.3g}" for value in values], padding=2, fontsize=8)
        axes.set_xscale("log")
        axes.set_xlim(min(value for value in values if value) / 3, max(values) * 12)
        axes.set_title(haystack)
        axes.set_xlabel("MB/s")
        axes.spines[["top", "right"]].set_visible(False)
    _save(pyplot, figure, path)


def _growth(pyplot: Any, records: Sequence[dict[str, Any]], path: Path) -> None:
    figure, axes = pyplot.subplots(figsize=(7, 4.2))
    for name in dict.fromkeys(one["engine"] for one in records if "mb_s" in one):
        found = {one["signatures"]: one["mb_s"] for one in records if one["engine"] == name and "mb_s" in one}
        color = {"scan": OWN, "hyperscan": BOUND}.get(name)
        axes.plot(list(found), list(found.values()), marker="o", label=name, color=color)
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xticks(SIZES, [f"{size:,}" for size in SIZES])
    axes.set_xlabel(f"signatures ({CLEAN} logs)")
    axes.set_ylabel("MB/s")
    axes.legend(frameon=False)
    axes.spines[["top", "right"]].set_visible(False)
    _save(pyplot, figure, path)


def soak(record: dict[str, Any], path: Path) -> bool:
    """Draw the resident memory of a soak over time; False without matplotlib."""
    pyplot = _pyplot()
    if pyplot is None:
        return False
    figure, axes = pyplot.subplots(figsize=(8, 3.4))
    seconds, sizes = zip(*record["samples"], strict=True)
    axes.plot(seconds, [size / MIB for size in sizes], color=OWN)
    axes.axhline(record["target"] / MIB, color="black", linewidth=1)
    for start, end in record["stopped"]:
        axes.axvspan(start, end, color=OTHER, alpha=0.3)
    axes.set_ylim(0, record["target"] / MIB * 1.2)
    axes.set_xlabel("seconds (grey: the reader is stopped)")
    axes.set_ylabel("resident MiB")
    axes.spines[["top", "right"]].set_visible(False)
    _save(pyplot, figure, path)
    return True
