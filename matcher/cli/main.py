"""The command `matcher`: picks the command, and holds the contract of exits, pipes and signals.

Exit 0: something was recognised. 1: nothing. 2: an error. A closed pipe ends quietly with 0.
"""

import os
import sys
from collections.abc import Sequence

COMMANDS = {
    "match": ("matcher.cli.match", "recognise errors in files or on stdin (the default)"),
    "run": ("matcher.cli.run", "run a command, and explain what went wrong"),
    "explain": ("matcher.cli.entries", "show all that an entry says"),
    "why": ("matcher.cli.entries", "say why an entry does or does not fire on stdin"),
    "list": ("matcher.cli.entries", "list the entries"),
    "search": ("matcher.cli.entries", "find entries by words"),
    "kb": ("matcher.cli.kb", "check and compile knowledge bases"),
    "mine": ("matcher.cli.mine", "make entries from the error messages in installed packages"),
    "schema": ("matcher.cli.schema", "print the JSON Schema of an entry or of the JSON output"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status. Nothing but results is written to stdout."""
    words = list(sys.argv[1:] if argv is None else argv)
    place = _command_place(words)
    command = words.pop(place) if place is not None else "match"
    if command == "run" and (program := _program(words)) is not None:
        return program
    if sys.stdout is None or sys.stderr is None:  # closed by the caller
        devnull = open(os.devnull, "w")  # noqa: SIM115  # for the life of the process
        sys.stdout, sys.stderr = sys.stdout or devnull, sys.stderr or devnull
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(command, words)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        # The reader has gone: also keep the interpreter from flushing into the closed pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        _say(f"{error.filename or 'output'}: {error.strerror or error}")
        return 2


def _program(words: list[str]) -> int | None:
    """Run Python code in this process, if that is what stands behind `run`; its streams stay as they are."""
    from matcher.cli import script

    place = script.place_of(words)
    if place is None:
        return None
    from matcher.errors import InputError, KnowledgeError

    try:
        started = script.prepare(words, place)
    except (InputError, KnowledgeError) as error:
        _say(str(error))
        return 2
    return started()


def _command_place(words: Sequence[str]) -> int | None:
    """Where the command stands: first, or behind options that all commands share."""
    place = 0
    while place < len(words):
        if words[place] in COMMANDS:
            return place
        if words[place] in ("--kb", "--context"):
            place += 2
        elif words[place] in ("--strict", "--no-builtin") or words[place].startswith(("--kb=", "--context=")):
            place += 1
        else:
            return None
    return None


def _run(command: str, words: list[str]) -> int:
    from importlib import import_module

    from matcher.errors import InputError, KnowledgeError

    try:
        return int(import_module(COMMANDS[command][0]).run(command, words))
    except InputError as error:
        _say(str(error))
        return 2
    except KnowledgeError as error:
        if error.problems:
            from matcher.report.problems import draw

            for problem in error.problems:
                _say(draw(problem), prefix="")
        _say(str(error))
        return 2


def _say(text: str, prefix: str = "matcher: ") -> None:
    print(f"{prefix}{text}", file=sys.stderr)


def script() -> None:
    """The entry point of the installed command: die by SIGINT, so that shell loops stop."""
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        import signal

        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)
    except Exception:  # a bug of ours: Python would exit with 1, which means "nothing recognised"
        import traceback

        traceback.print_exc()
        sys.exit(2)
