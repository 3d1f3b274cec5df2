"""Never break the host: no recursion, no storm, bounded time, every failure of ours counted and kept quiet.

No lock is taken, so threads and forks cannot wait here; what threads share are single operations on dicts,
and counters, which may lose one under load. Imports nothing of ours: `install` loads it.
"""

import sys
from _thread import _local
from time import monotonic

TYPE_CHECKING = False  # as `typing` has it, without its cost
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

SHARE = 0.01  # of the wall time of a thread, and of the process for threads that come and go
BURST_S = 0.05  # a thread may spend at once; so the first errors are all explained
PROCESS_BURST_S = 1.0  # what all new threads together may begin with
STACK_FRAMES = 200  # that our own work may need; with fewer left there is no advice
KNOWN_FAILURES = 1_000  # identical failures are remembered; then all are forgotten

_COUNTERS = ("seen", "advised", "repeated", "unknown", "skipped", "cold", "slow", "failed")
_counts: dict[str, int] = dict.fromkeys(_COUNTERS, 0)
_known: "dict[Any, Failure]" = {}
_threads = _local()
_process = [PROCESS_BURST_S, 0.0, 0.0]  # seconds left, when that was so, seconds spent
_share = [SHARE]


class Failure:
    """What was found for one kind of failure: the advice, and how often it came."""

    __slots__ = ("advice", "entry", "exact", "times")

    def __init__(self, advice: str, entry: str, exact: int) -> None:
        self.advice = advice  # empty: nothing known
        self.entry = entry
        self.exact = exact  # hash of the message whose values the advice shows; 0: it shows none
        self.times = 1


class _Thread:
    """The purse of one thread."""

    __slots__ = ("busy", "left", "when")

    def __init__(self, left: float, when: float) -> None:
        self.busy = False
        self.left = left
        self.when = when


def stats() -> dict[str, float]:
    """What the doors did in this process; under many threads the counts are approximate.

    `seen` exceptions came, of which `advised` got a note, `repeated` were identical to an earlier one
    (and got its note), `unknown` got none; `skipped` came when no time was left, `cold` in an event loop
    before the knowledge base was open; `slow` took an event loop over 25 ms; `failed` counts errors of ours.
    """
    return {**_counts, "failures": len(_known), "seconds": _process[2]}


def failures() -> list[tuple[str, int]]:
    """The failures that are remembered: entry id ("" if nothing is known) and how often, most often first."""
    found = [(one.entry, one.times) for one in list(_known.values())]
    return sorted(found, key=lambda one: (-one[1], one[0]))


def reset() -> None:
    """Forget all counts, failures and time spent: for tests."""
    _counts.update(dict.fromkeys(_COUNTERS, 0))
    _known.clear()
    _process[:] = [PROCESS_BURST_S, 0.0, 0.0]
    _threads.__dict__.clear()


def limit(share: float) -> None:
    """Spend at most this part of the wall time of a thread, once its burst is used up."""
    _share[0] = share


def count(what: str) -> None:
    """Add one to a counter."""
    _counts[what] += 1


def known(key: "Any", exact: int) -> "Failure | None":
    """What is remembered of an identical failure."""
    found = _known.get(key)
    if found is not None and found.exact in (0, exact):
        found.times += 1
        return found
    return None


def remember(key: "Any", failure: Failure) -> None:
    """Keep what was found, in bounded memory."""
    if len(_known) >= KNOWN_FAILURES:
        _known.clear()
    _known[key] = failure


def guarded(task: "Callable[..., Any]", *arguments: "Any", free: bool = False) -> "Any":
    """Run a task of ours if this thread is not in one already and has time left; else give None.

    Whatever fails in it is counted and forgotten; `KeyboardInterrupt` passes. The time it takes is paid from
    the purse of the thread, which SHARE of the passing time fills again. `free` is for what happens once.
    """
    purse = _purse()
    if purse.busy:
        return None
    start = monotonic()
    if _is_deep() or not (free or _has_time(purse, start)):
        count("skipped")
        return None
    purse.busy = True
    try:
        return task(*arguments)
    except Exception:
        count("failed")
        return None
    finally:
        spent = monotonic() - start
        _process[2] += spent
        if not free:
            purse.left -= spent
        purse.busy = False


def _is_deep() -> bool:
    """Whether the stack is nearly used up: what cannot even clean up after itself would print something."""
    try:
        sys._getframe(max(0, sys.getrecursionlimit() - STACK_FRAMES))
    except ValueError:
        return False
    return True


def _purse() -> _Thread:
    try:
        found: _Thread = _threads.purse
    except AttributeError:
        now = monotonic()
        left, when, _ = _process
        left = min(PROCESS_BURST_S, left + (now - when) * _share[0]) if when else PROCESS_BURST_S
        given = min(BURST_S, left / 4)
        _process[:2] = [left - given, now]
        found = _threads.purse = _Thread(given, now)
    return found


def _has_time(purse: _Thread, now: float) -> bool:
    purse.left = min(BURST_S, purse.left + (now - purse.when) * _share[0])
    purse.when = now
    return purse.left > 0


def in_event_loop() -> bool:
    """Whether an asyncio loop runs in this thread; where asyncio is not loaded there is none."""
    events = sys.modules.get("asyncio.events")
    running = getattr(events, "_get_running_loop", None)
    return running is not None and running() is not None
