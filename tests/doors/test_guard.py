"""Storms: one diagnosis for identical failures, bounded time, bounded memory, and counts."""

import asyncio
import threading

import pytest

import matcher
from matcher.doors import guard, notes


@pytest.fixture(autouse=True)
def fresh():
    matcher.advise(ValueError("warm"))
    guard.reset()
    guard.limit(100.0)
    yield
    guard.limit(guard.SHARE)
    guard.reset()


def fail(message, kind=ModuleNotFoundError):
    try:
        raise kind(message)
    except kind as error:
        return matcher.advise(error)


def test_identical_failures_are_diagnosed_once():
    """The same class, place and message: one diagnosis, every exception has the note."""
    found = [fail("No module named 'yaml'") for _ in range(100)]
    assert {one.__notes__[0] for one in found} == {found[0].__notes__[0]}
    stats = guard.stats()
    assert (stats["seen"], stats["advised"], stats["repeated"]) == (100, 1, 99)
    assert guard.failures() == [("python/module-not-found", 100)]


def test_long_numbers_do_not_matter():
    """Addresses and long ids are one shape; nothing is known, so nothing can be wrong."""
    for number in range(20):
        fail(f"session {10_000 + number} at 0x7f{number:08x} is gone", ValueError)
    assert guard.stats()["unknown"] == 1


def test_short_numbers_and_words_do():
    """404 is not 429, and another module is another failure: each note shows its own values."""
    assert "module yaml\n" in fail("No module named 'yaml'").__notes__[0]
    assert "module toml\n" in fail("No module named 'toml'").__notes__[0]
    fail("status 404", ValueError)
    fail("status 429", ValueError)
    assert guard.stats()["failures"] == 4


def test_a_value_is_never_that_of_another_failure():
    """Messages of one shape whose values the note shows are diagnosed each."""
    first, second = fail("No module named 'm12345'"), fail("No module named 'm67890'")
    assert "m12345" in first.__notes__[0]
    assert "m67890" in second.__notes__[0]


def test_another_cause_is_another_failure():
    """The whole chain counts, not the wrapper alone."""

    def wrap(message):
        try:
            try:
                raise ModuleNotFoundError(message)
            except ModuleNotFoundError as error:
                raise RuntimeError("cannot start") from error
        except RuntimeError as error:
            return matcher.advise(error)

    assert "yaml" in wrap("No module named 'yaml'").__notes__[0]
    assert "toml" in wrap("No module named 'toml'").__notes__[0]


def test_memory_is_bounded(monkeypatch):
    """More failures than are kept: the old ones are forgotten."""
    monkeypatch.setattr(guard, "KNOWN_FAILURES", 10)
    for number in range(100):
        fail(f"failure number {number}", ValueError)
    assert guard.stats()["failures"] <= 10


def test_time_is_bounded(monkeypatch):
    """A thread spends its burst and then its share of the time that passes, by a clock that the test holds."""
    clock = [1000.0]
    spent = [0.0]

    def diagnose(error, opened):
        clock[0] += 0.010
        spent[0] += 0.010
        return ""

    monkeypatch.setattr(guard, "monotonic", lambda: clock[0])
    monkeypatch.setattr(notes, "_diagnose", diagnose)
    guard.limit(0.01)
    guard.reset()
    begin = clock[0]
    while clock[0] < begin + 100:
        clock[0] += 0.001
        fail("anything", ValueError)
    assert spent[0] <= 0.01 * (clock[0] - begin) + guard.BURST_S + 0.010
    assert spent[0] >= 0.9 * 0.01 * (clock[0] - begin)
    assert guard.stats()["skipped"] > 90_000


def test_threads_that_come_and_go_share_one_burst(monkeypatch):
    """A thread for each request cannot spend a burst each."""
    given = []

    def run():
        given.append(guard._purse().left)

    for _ in range(200):
        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
    assert given[0] == guard.BURST_S
    assert sum(given) <= guard.PROCESS_BURST_S + 100  # the fixture lets the share be large
    guard.limit(0.0)
    guard.reset()
    given.clear()
    for _ in range(200):
        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
    assert sum(given) <= guard.PROCESS_BURST_S


def test_an_event_loop_does_not_wait_for_the_knowledge_base(monkeypatch):
    """In a running loop nothing is opened: the first error passes, a thread opens, later ones get their note."""
    notes.use(None)
    opened = threading.Event()
    real = notes._open
    monkeypatch.setattr(notes, "_open", lambda: (real(), opened.set())[0])

    async def main():
        first = fail("No module named 'yaml'")
        for _ in range(600):
            if opened.is_set() and notes._state["matcher"] is not None:
                break
            await asyncio.sleep(0.1)
        return first, fail("No module named 'yaml'")

    first, second = asyncio.run(main())
    assert not hasattr(first, "__notes__")
    assert len(second.__notes__) == 1
    assert guard.stats()["cold"] == 1


def test_own_failures_are_counted(monkeypatch):
    """What goes wrong inside is a number, not an exception."""

    def broken(error, opened):
        raise MemoryError

    monkeypatch.setattr(notes, "_diagnose", broken)
    fail("No module named 'yaml'")
    assert guard.stats()["failed"] == 1


def test_a_knowledge_base_that_cannot_be_opened_is_given_up(monkeypatch):
    """After a few attempts nobody waits for it any more."""
    attempts = []

    def closed():
        attempts.append(1)
        raise OSError("no such file")

    monkeypatch.setattr("matcher.api.default", closed)
    notes.use(None)
    try:
        for _ in range(10):
            fail("No module named 'yaml'")
        assert len(attempts) == notes.ATTEMPTS
    finally:
        notes.use(None)
