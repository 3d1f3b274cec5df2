"""`matcher run app.py`, `run -m MODULE`, `run -c CODE`: Python code in this process, advised.

It sees what it would see under `python app.py`: `__main__`, `sys.argv`, `sys.path`, and a traceback that
begins with its own first frame. Imports little, for the program will find it in `sys.modules`.
"""

import atexit
import os
import sys
from collections.abc import Callable, Sequence
from types import CodeType, ModuleType
from typing import Any

from matcher.doors.hooks import install, say_as_python

SHARED_OPTIONS = ("--kb", "--context")  # with a value; those without one follow
SHARED_FLAGS = ("--strict", "--no-builtin")
_CANNOT_OPEN = 2  # as the interpreter has it
_HAS_LAST_EXC = sys.hexversion >= 0x030C0000
_interrupted: list[bool] = []


def place_of(words: Sequence[str]) -> int | None:
    """Where Python code is named, behind options that all commands share; None: it is a command."""
    place = 0
    while place < len(words):
        word = words[place]
        if word in SHARED_OPTIONS:
            place += 2
        elif word in SHARED_FLAGS or word.startswith(tuple(f"{option}=" for option in SHARED_OPTIONS)):
            place += 1
        elif word in ("-m", "-c"):
            return place if place + 1 < len(words) else None
        else:
            return place if word.endswith(".py") and os.path.isfile(word) else None
    return None


def prepare(words: Sequence[str], place: int) -> Callable[[], int]:
    """Install the hooks; gives what runs the code at `place` as main program and returns its exit status.

    Raises `InputError` or `KnowledgeError` for the options before it.
    """
    install(_matcher(words[:place]) if place else None, interactive=True)
    return lambda: _run(words, place)


def _run(words: Sequence[str], place: int) -> int:
    first, rest = words[place], list(words[place + 1 :])
    main = ModuleType("__main__")
    vars(main).update(__annotations__={}, __builtins__=__import__("builtins"))
    if first == "-m":
        name, sys.argv = rest[0], ["-m", *rest[1:]]
        _first_path(os.getcwd())
        return _as_main(main, lambda: _run_module(name))
    if first == "-c":
        code, sys.argv = rest[0], ["-c", *rest[1:]]
        _first_path("")
        return _as_main(main, lambda: _execute(compile(code, "<string>", "exec", dont_inherit=True), main))
    path = os.path.abspath(first)
    try:
        with open(path, "rb") as file:
            source = file.read()
    except OSError as error:
        print(f"{sys.executable}: can't open file {path!r}: [Errno {error.errno}] {error.strerror}",
              file=sys.stderr)  # fmt: skip
        return _CANNOT_OPEN
    from importlib.machinery import SourceFileLoader

    sys.argv = [first, *rest]
    _first_path(os.path.dirname(os.path.realpath(path)))
    vars(main).update(__file__=path, __cached__=None, __loader__=SourceFileLoader("__main__", path))
    return _as_main(main, lambda: _execute(compile(source, path, "exec", dont_inherit=True), main))


def _matcher(options: Sequence[str]) -> Any:
    """The knowledge base that options name; opened now, so that a mistake in them is seen at once."""
    from matcher.cli.options import open_matcher, parser

    return open_matcher(parser("run", "").parse_args(list(options)))


def _first_path(folder: str) -> None:
    """Put the program's folder where the interpreter has put ours."""
    if not getattr(sys.flags, "safe_path", False):
        sys.path[:1] = [folder]


def _execute(code: CodeType, main: ModuleType) -> None:
    exec(code, vars(main))  # noqa: S102  # it is what the command is for


def _run_module(name: str) -> None:
    import runpy

    # What `python -m` calls itself, so that the traceback has the same frames.
    runpy._run_module_as_main(name)  # type: ignore[attr-defined]


def _as_main(main: ModuleType, task: Callable[[], None]) -> int:
    """Do what the interpreter does around a main program. `SystemExit` passes, it has its own meaning."""
    atexit.register(_die_if_interrupted)  # the first to register is the last to run
    sys.modules["__main__"] = main
    failed: BaseException | None = None
    try:
        task()
    except SystemExit:
        raise
    except BaseException as error:
        failed = error
    # Outside of the handler: what a hook raises shall not have happened during the handling of it.
    return 0 if failed is None else _end(failed)


def _end(error: BaseException) -> int:
    """Show the exception as the interpreter would, beginning with the frames of the program."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
        trace = trace.tb_next
    error = error.with_traceback(trace)
    sys.last_type, sys.last_value, sys.last_traceback = type(error), error, trace
    if _HAS_LAST_EXC:
        vars(sys)["last_exc"] = error
    if isinstance(error, KeyboardInterrupt):
        _interrupted.append(True)
    try:
        sys.stdout.flush()
    except Exception:  # as at the end of any program
        pass
    try:
        sys.excepthook(type(error), error, trace)
    except Exception as failure:
        if not say_as_python(failure, type(error), error, trace):
            raise
    return 1


def _die_if_interrupted() -> None:
    """After everything else that runs at exit: end by the signal, so that shell loops stop."""
    if not _interrupted:
        return
    import signal

    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            continue
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGINT)
