"""`matcher run app.py`: as `python app.py`, and its traceback ends with advice."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from doors.faults import without_notes

import matcher

HANGS_S = 60
ROOT = str(Path(matcher.__file__).parent.parent)

SCRIPTS = {
    "fails": "import sys\nprint('out')\nsys.stdout.flush()\ndef f():\n    import not_there\nf()\n",
    "ends": "print('fine')\n",
    "exits": "import sys\nsys.exit(7)\n",
    "says": "import sys\nsys.exit('a message')\n",
    "is interrupted": "import atexit\natexit.register(print, 'atexit')\nraise KeyboardInterrupt\n",
    "has a syntax error": "x = (\n",
    "is latin": "# -*- coding: latin-1 -*-\nprint('caf\xe9')\nimport not_there\n",
    "sees itself": (
        "import sys\nprint(sys.argv, __name__, __file__, __spec__, __package__, sorted(globals()))\n"
        "print(sys.path[0], sys.modules['__main__'].__dict__ is globals(), type(__builtins__), __loader__.name)\n"
    ),
    "has a hook of its own": "import sys\nsys.excepthook = lambda *a: print('mine', a[2].tb_next)\n1/0\n",
    "has a hook that raises": "import sys\ndef hook(*a): raise ValueError('hook')\nsys.excepthook = hook\n1/0\n",
    "has threads": "import threading, time\ndef f():\n    time.sleep(.1)\n    import not_there\nthreading.Thread(target=f, name='T').start()\nprint('main ends')\n",
    "pickles": "import pickle\nclass C: pass\nprint(type(pickle.loads(pickle.dumps(C()))) is C)\n",
    "has stdin": "print(input())\n",
    "keeps its streams": "import sys\nprint(sys.stdout.errors, sys.stderr.errors)\n",
    "breaks a pipe": "raise BrokenPipeError('mine')\n",
    "chains": "try:\n    import not_there\nexcept ImportError as e:\n    raise RuntimeError('start') from e\n",
    "asserts": "import sys\nassert sys.argv[1:] == ['--json', '-x', 'a b'], sys.argv\nraise ValueError('odd')\n",
}


def run(*words, folder, stdin="typed\n", **options):
    done = subprocess.run([sys.executable, *words], capture_output=True, cwd=folder, input=stdin.encode(), timeout=HANGS_S,
                          env={**os.environ, "PYTHONPATH": ROOT}, **options)  # fmt: skip
    return done.returncode, done.stdout.decode("latin-1"), done.stderr.decode("latin-1")


def same(advised, plain):
    return (*advised[:2], without_notes(advised[2])) == plain


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_runs_as_under_python(tmp_path, name):
    """Status, output and traceback are those of `python app.py`, but for the note."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/app.py").write_text(SCRIPTS[name], encoding="latin-1")
    words = ("sub/app.py", "--json", "-x", "a b")
    plain = run(*words, folder=tmp_path)
    advised = run("-m", "matcher", "run", *words, folder=tmp_path)
    assert (*advised[:2], without_notes(advised[2])) == plain


def test_the_note_is_at_the_end(tmp_path):
    """The last lines of stderr are the advice."""
    (tmp_path / "app.py").write_text(SCRIPTS["fails"])
    last = run("-m", "matcher", "run", "app.py", folder=tmp_path)[2].splitlines()[-3:]
    assert last[0] == "matcher: Python cannot find the module not_there"
    assert last[2].endswith("(matcher explain python/module-not-found)")


def test_modules_and_code(tmp_path):
    """`-m` and `-c` are those of the interpreter."""
    package = tmp_path / "pack"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "__main__.py").write_text(
        SCRIPTS["sees itself"].replace("__spec__", "__spec__.name") + "import not_there\n"
    )
    for words in (
        ("-m", "pack", "x"),
        ("-m", "no_such_module"),
        ("-c", "import sys; print(sys.argv); import not_there", "y"),
    ):
        plain = run(*words, folder=tmp_path)
        advised = run("-m", "matcher", "run", *words, folder=tmp_path)
        assert same(advised, plain), (advised, plain)


def test_behind_two_dashes_it_is_a_command(tmp_path):
    """`run -- app.py` and a command that is no Python file start a process, as ever."""
    (tmp_path / "app.py").write_text("#!/bin/sh\nexit 9\n")
    (tmp_path / "app.py").chmod(0o755)
    assert run("-m", "matcher", "run", "--", "./app.py", folder=tmp_path)[0] == 9
    assert run("-m", "matcher", "run", "sh", "-c", "exit 8", folder=tmp_path)[0] == 8
    assert run("-m", "matcher", "run", "not_there.py", folder=tmp_path)[0] == 127


def test_a_knowledge_base_may_be_named(tmp_path):
    """`run --kb` asks that knowledge base; a wrong one is said before the program starts."""
    from helpers import entry_yaml, write_kb

    write_kb(
        tmp_path / "kb",
        {"own/one": entry_yaml("zorkmid overflow", "text: zorkmid overflow", title="Too many zorkmids")},
    )
    (tmp_path / "app.py").write_text("raise ValueError('zorkmid overflow')\n")
    assert "Too many zorkmids" in run("-m", "matcher", "run", "--kb", "kb", "app.py", folder=tmp_path)[2]
    status, out, err = run("-m", "matcher", "run", "--kb", "nowhere", "app.py", folder=tmp_path)
    assert (status, out, "Traceback" in err) == (2, "", False)


def test_an_interrupt_ends_by_the_signal(tmp_path):
    """Shell loops see that the program was interrupted."""
    (tmp_path / "app.py").write_text(
        "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\nimport time\ntime.sleep(9)\n"
    )
    plain = run("app.py", folder=tmp_path)
    advised = run("-m", "matcher", "run", "app.py", folder=tmp_path)
    assert plain[0] == advised[0] == -signal.SIGINT
    assert advised == plain


def test_help_says_both(tmp_path):
    """`run --help` explains both ways."""
    out = run("-m", "matcher", "run", "--help", folder=tmp_path)[1]
    assert "FILE.py | -m MODULE | -c CODE" in out
    assert "Behind `--`" in out
