"""Threads, forks and processes: the answers of one thread, and nobody waits for a lock."""

import multiprocessing
import os
import signal
import sys
import threading
import time

import pytest

import matcher
from matcher.doors import guard

THREADS = 16
MATCHES = int(os.environ.get("MATCHER_THREAD_MATCHES", "200"))  # for each thread; `make forks` does more
FORKS = int(os.environ.get("MATCHER_FORKS", "40"))
ANSWER_S = 30  # a child that waits for a lock never answers

NAMES = ["yaml", "numpy", "requests", "a.b", "x1"]


def failures():
    """Some exceptions, and what is right for each."""
    made = [ModuleNotFoundError(f"No module named {name!r}") for name in NAMES]
    return [*made, ValueError("unknown"), FileNotFoundError(2, "No such file or directory", "/nope")]


def answer(error):
    report = matcher.match(error)
    return report.id, report.title, [(one.id, one.bits, one.confidence) for one in report.diagnoses]


def in_child(number):
    """What a process of a pool answers: with a note of its own."""
    guard.limit(1e6)  # a busy machine must not leave one out
    error = matcher.advise(ModuleNotFoundError(f"No module named 'm{number}'"))
    return error.__notes__[0].splitlines()[0]


def test_threads_equal_serial():
    """16 threads get what one thread gets, match for match."""
    expected = [answer(one) for one in failures()]
    wrong = []

    def work():
        for number in range(MATCHES):
            place = number % len(expected)
            if answer(failures()[place]) != expected[place]:
                wrong.append(place)

    threads = [threading.Thread(target=work) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_advice_in_threads(monkeypatch):
    """Each thread gets the note of its own exception, never that of another one."""
    monkeypatch.setattr(guard, "BURST_S", 1e6)
    monkeypatch.setattr(guard, "PROCESS_BURST_S", 1e9)
    guard.reset()
    matcher.advise(ValueError("warm"))
    wrong = []

    def work(name):
        for _ in range(50):
            error = matcher.advise(ModuleNotFoundError(f"No module named {name!r}"))
            if not error.__notes__[0].startswith(f"matcher: Python cannot find the module {name}\n"):
                wrong.append(error.__notes__)

    threads = [threading.Thread(target=work, args=(f"m{number}",)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    guard.reset()
    assert wrong == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_forks_while_threads_match():
    """Every child answers, although 8 threads were matching when it was made."""
    guard.reset()
    matcher.advise(ValueError("warm"))
    going = True

    def work():
        while going:
            matcher.match(ModuleNotFoundError("No module named 'yaml'"))

    threads = [threading.Thread(target=work, daemon=True) for _ in range(8)]
    for thread in threads:
        thread.start()
    waiting = []
    try:
        for number in range(FORKS):
            pid = os.fork()
            if pid == 0:
                guard.reset()
                note = matcher.advise(ModuleNotFoundError(f"No module named 'm{number}'")).__notes__[0]
                os._exit(0 if f"module m{number}\n" in note else 5)
            waiting.append(wait(pid))
    finally:
        going = False
        for thread in threads:
            thread.join()
    assert waiting == [0] * FORKS


def wait(pid):
    """The status of a child; one that does not answer is ended."""
    end = time.monotonic() + ANSWER_S
    while time.monotonic() < end:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return status
        time.sleep(0.001)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return "no answer"


@pytest.mark.parametrize("method", ["fork", "forkserver", "spawn"])
def test_multiprocessing(method):
    """Processes of every kind answer."""
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system has no {method}")
    matcher.match("x")
    with multiprocessing.get_context(method).Pool(2) as pool:
        found = pool.map_async(in_child, range(4)).get(ANSWER_S)
    assert found == [f"matcher: Python cannot find the module m{number}" for number in range(4)]


def test_a_signal_handler_may_match_while_this_thread_matches():
    """A handler that matches in the midst of a match gets its answer, and the match goes on."""
    if not hasattr(signal, "setitimer"):
        pytest.skip("needs setitimer")
    answers = []
    before = signal.signal(
        signal.SIGALRM, lambda number, frame: answers.append(matcher.match("No module named 'yaml'").id)
    )
    expected = answer(failures()[0])
    signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
    try:
        assert all(answer(failures()[0]) == expected for _ in range(300))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert len(answers) > 3
    assert set(answers) == {"python/module-not-found"}


def test_free_threading_is_not_needed():
    """Nothing here depends on the GIL being asked for: no module of the doors imports `threading`."""
    doors = [name for name in sys.modules if name.startswith("matcher.doors")]
    assert [name for name in doors if "threading" in vars(sys.modules[name])] == []
