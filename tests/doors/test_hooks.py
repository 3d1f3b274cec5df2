"""`install`: every uncaught exception is explained, and nothing else of a program changes. Programs are processes."""

import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from doors.faults import without_notes
from helpers import bare_environment

import matcher
from matcher.doors import guard, hooks

HANGS_S = 60


@pytest.fixture(scope="module", autouse=True)
def stored():
    """The database of the built-in entries is stored before the programs start."""
    matcher.match("x")


def run(code, *arguments, install, words=(), stdin="", bare=False):
    """Run a program, with `bare` unmeasured; gives its status, stdout and stderr."""
    text = ("import matcher; matcher.install()\n" if install else "pass\n") + code
    command = [sys.executable, *words, "-c", text, *arguments]
    path = str(Path(matcher.__file__).parent.parent)
    done = subprocess.run(command, capture_output=True, text=True, input=stdin, timeout=HANGS_S,
                          env={**(bare_environment() if bare else os.environ), "PYTHONPATH": path})  # fmt: skip
    return done.returncode, done.stdout, done.stderr


#: Each with the number of notes that it gets.
PROGRAMS = {
    "a missing module": ("print('out', flush=True)\nimport not_there", 1),
    "an unknown error": ("raise ValueError('nobody knows this')", 0),
    "a message": ("import sys\nsys.exit('message')", 0),
    "a status": ("import sys\nsys.exit(7)", 0),
    "an interrupt": ("raise KeyboardInterrupt", 0),
    "a generator exit": ("raise GeneratorExit", 0),
    "a syntax error": ("compile('def (', 'x', 'exec')", 1),
    "a group": ("raise ExceptionGroup('g', [ValueError('x'), ModuleNotFoundError(\"No module named 'y'\")])", 1),
    "a chain": ("try:\n    import not_there\nexcept ImportError as e:\n    raise RuntimeError('start') from e", 1),
    "a thread": ("import threading\ndef f(): import not_there\nt = threading.Thread(target=f, name='T'); t.start(); t.join()\nprint('end')", 1),
    "a raw thread": ("import _thread, time\ndef f(): import not_there\n_thread.start_new_thread(f, ())\ntime.sleep(0.2)\nwhile _thread._count(): time.sleep(0.01)", 1),
    "a del": ("class D:\n    def __del__(self): import not_there\n    def __repr__(self): return 'D'\nD()\nprint('end')", 1),
    "an atexit": ("import atexit\ndef f(): import not_there\natexit.register(f)", 1),
    "a del at shutdown": ("class D:\n    def __del__(self): import not_there\nkept = D()\nkept.me = kept", None),
    "a task": ("import asyncio, gc\nasync def g(): import not_there\nasync def m():\n    matcher = None\n    t = asyncio.create_task(g(), name='t'); await asyncio.sleep(0.1); del t; gc.collect()\nasyncio.run(m())", None),
    "a handler of the loop": ("import asyncio\nasync def m():\n    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(sorted(context)))\n    asyncio.get_running_loop().call_exception_handler({'message': 'x', 'exception': ValueError('y')})\nasyncio.run(m())", 0),
    "asyncio run": ("import asyncio\nasync def m(): import not_there\nasyncio.run(m())", 1),
    "os exit": ("import os, threading, time\ndef f():\n    while True:\n        try: import not_there\n        except ImportError as e:\n            import sys; sys.excepthook\nthreading.Thread(target=f, daemon=True).start(); time.sleep(0.05); os._exit(3)", 0),
    "a daemon thread": ("import threading, time\ndef f():\n    time.sleep(60)\n    import not_there\nthreading.Thread(target=f, daemon=True).start()", 0),
    "a hook of its own": ("import sys\nsys.excepthook = lambda *a: print('mine', a[0].__name__)\nimport not_there", 0),
    "recursion": ("def f(): f()\nf()", 1),
    "no stderr": ("import sys\nsys.stderr = None\nimport not_there", None),
    "a closed stderr": ("import sys\nsys.stderr.close()\nimport not_there", None),
    "a hostile str": ("class E(Exception):\n    def __str__(self): raise SystemExit(9)\nraise E", 0),
    "warnings": ("import warnings\nwarnings.warn('careful')\nimport not_there", 1),
    "a log": ("import logging\ntry: import not_there\nexcept ImportError: logging.exception('failed')", 0),
    "a child": ("import os\nif os.fork() == 0:\n    import not_there\nos.wait()", 1),
}  # fmt: skip


def steady(text):
    """Output without addresses, which differ from run to run, and without a count of references."""
    return re.sub(r"0x[0-9a-f]+|object refcount : \d+", "", text)


@pytest.mark.parametrize("name", PROGRAMS)
def test_only_the_note_is_added(name):
    """Status, stdout and stderr are byte-identical but for the lines of the note."""
    code, notes = PROGRAMS[name]
    plain, advised = run(code, install=False), run(code, install=True)
    assert (*advised[:2], steady(without_notes(advised[2]))) == (*plain[:2], steady(plain[2]))
    if notes is not None:
        assert len(re.findall(r"(?m)^[ |]*matcher: ", advised[2])) == notes


def test_an_interactive_prompt_is_left_alone():
    """`python -i` gets no hook unless asked."""
    code = "import sys; print(sys.excepthook is sys.__excepthook__)"
    assert run(code, install=True, words=["-i"])[1].startswith("True")
    asked = (
        "import sys, matcher; matcher.install(interactive=True); print(sys.excepthook is sys.__excepthook__)"
    )
    assert run(asked, install=False, words=["-i"])[1].startswith("False")


def test_install_loads_nothing():
    """Neither third-party modules nor the engine, and not even threading or asyncio, before the first error."""
    code = "import sys\nprint(sorted(n for n in sys.modules if n.partition('.')[0] in " + (
        "('matcher', 'hyperscan', 'regex', 'threading', 'asyncio', 'traceback', 'typing', 'json', 're')))"
    )
    _, out, _ = run(code, install=True, bare=True)
    assert out.strip() == "['matcher', 'matcher.doors', 'matcher.doors.hooks', 'matcher.doors.later']"


def test_no_traceback_of_ours_in_anything():
    """A missing knowledge base is silence, not an error."""
    code = "import os; os.environ['MATCHER_KB'] = '/not/there/at/all'\nimport not_there"
    assert run(code, install=True) == run(code, install=False)


@pytest.fixture
def bare(monkeypatch):
    """The hooks of Python itself, and nothing installed."""
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    monkeypatch.setattr(threading, "excepthook", threading.__excepthook__)
    monkeypatch.setattr(sys, "unraisablehook", sys.__unraisablehook__)
    yield
    matcher.uninstall()
    guard.reset()


def test_install_twice_is_once(bare):
    """The second call changes nothing."""
    matcher.install()
    ours = sys.excepthook, threading.excepthook, sys.unraisablehook
    matcher.install()
    assert ours == (sys.excepthook, threading.excepthook, sys.unraisablehook)
    matcher.uninstall()
    assert sys.excepthook is sys.__excepthook__
    assert threading.excepthook is threading.__excepthook__
    assert sys.unraisablehook is sys.__unraisablehook__


def test_asyncio_is_restored(bare):
    """The method of the event loops is their own again."""
    import asyncio

    before = asyncio.BaseEventLoop.call_exception_handler
    matcher.install()
    assert asyncio.BaseEventLoop.call_exception_handler is not before
    matcher.uninstall()
    assert asyncio.BaseEventLoop.call_exception_handler is before


def test_uninstall_leaves_a_later_hook(bare):
    """A hook that somebody put on top of ours stays; ours below it falls silent and still calls the previous one."""
    seen = []
    sys.excepthook = lambda *args: seen.append(args)
    matcher.install()
    ours = sys.excepthook

    def on_top(*args):
        ours(*args)

    sys.excepthook = on_top
    matcher.uninstall()
    assert sys.excepthook is on_top
    error = ModuleNotFoundError("No module named 'yaml'")
    sys.excepthook(type(error), error, None)
    assert len(seen) == 1
    assert not hasattr(error, "__notes__")
    matcher.install()
    sys.excepthook(type(error), error, None)
    assert len(seen) == 2
    assert len(error.__notes__) == 1


def test_the_finder_goes():
    """When asyncio and threading are loaded, nothing of ours waits for an import any more."""
    code = (
        "import sys, asyncio\nprint([f for f in sys.meta_path if type(f).__module__.startswith('matcher')])\n"
        + (
            "print(type(asyncio.base_events.__loader__).__name__, type(asyncio.base_events.__spec__.loader).__name__)"
        )
    )
    _, out, _ = run(code, install=True)
    assert out.splitlines() == ["[]", "SourceFileLoader SourceFileLoader"]


def test_a_module_of_that_name_in_the_program_is_not_ours(tmp_path):
    """A file `threading.py` of the program's own is imported as it is."""
    (tmp_path / "threading.py").write_text("raise ValueError('mine')\n")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r})\nimport threading"
    assert run(code, install=True) == run(code, install=False)


def test_a_chosen_knowledge_base_is_asked(tmp_path):
    """`install(matcher)` asks that one."""
    from helpers import entry_yaml, write_kb

    kb = write_kb(
        tmp_path / "kb",
        {"own/one": entry_yaml("zorkmid overflow", "text: zorkmid overflow", title="Too many zorkmids")},
    )
    code = f"import matcher\nmatcher.install(matcher.Matcher.open({str(kb)!r}, builtin=False))\nraise ValueError('zorkmid overflow')"
    assert "Too many zorkmids" in run(code, install=False)[2]


def test_a_sub_interpreter_is_on_its_own():
    """`install` and `advise` in a sub-interpreter work there; the main one is as it was."""
    code = (
        "import sys\ntry: import _xxsubinterpreters as s\nexcept ImportError: sys.exit('none')\n"
        "one = s.create()\n"
        "s.run_string(one, 'import matcher; matcher.install()\\ntry: import not_there\\n"
        "except ImportError as error: print(len(matcher.advise(error).__notes__))')\n"
        "s.destroy(one); print(sys.excepthook is sys.__excepthook__)"
    )
    status, out, err = run(code, install=False, bare=True)
    if err.strip() == "none":
        pytest.skip("this Python has no module for sub-interpreters under that name")
    assert (status, out, err) == (0, "1\nTrue\n", "")


def test_hooks_have_a_home():
    """The hooks are found by their module: who looks at `sys.excepthook` sees whose it is."""
    assert hooks.install.__module__ == "matcher.doors.hooks"
