"""A fault at an internal call: the n-th call inside the package raises. `python -m doors.faults POINTS FILE` forks for each.

A point is a Python function of the package that is entered, or a C function that it calls. Only the frames
of the hooks themselves do not count: what stands in them is the call of the previous hook. Nor does the finder
that waits for asyncio: it is entered by an import, and calls nothing.
"""

import os
import re
import sys

import matcher

KINDS = (RuntimeError, MemoryError, RecursionError)
PACKAGE = os.path.dirname(os.path.abspath(matcher.__file__))
LATER = re.compile(r"[ |]*  (Fix|More|Very likely|Likely|Possible|One of several|Less likely): ")
ENTRIES = frozenset(
    (
        "excepthook",
        "unraisablehook",
        "call_exception_handler",
        "advise",
        "__exit__",
        "advising",
        "__enter__",
        "find_spec",
    )
)


class Injector:
    """Counts the points that are passed, and raises at one of them; None only counts."""

    def __init__(self, point, kind=RuntimeError):
        self.point = point
        self.kind = kind
        self.passed = 0

    def __call__(self, frame, event, argument):
        if event not in ("call", "c_call"):
            return
        code = frame.f_code
        if not code.co_filename.startswith(PACKAGE) or code.co_name in ENTRIES:
            return
        self.passed += 1
        if self.passed - 1 == self.point:
            raise self.kind("injected")

    def __enter__(self):
        sys.setprofile(self)
        return self

    def __exit__(self, *error):
        sys.setprofile(None)


def without_notes(text):
    """Output without the lines of our notes."""
    kept, inside = [], 0
    for line in text.splitlines(keepends=True):
        words = line.lstrip(" |")  # in a group they stand behind a bar
        first = words.startswith("matcher: ")
        inside = 1 if first else inside + 1 if inside in (1, 2) and LATER.match(line) else 0
        if not inside:
            kept.append(line)
    return "".join(kept)


def program(point, kind, installed):
    """A program that fails at its end; prints on both sides of its error."""
    if installed:
        matcher.install()
    if point is not None:
        sys.setprofile(Injector(point, kind))
    print("before", file=sys.stderr)
    import not_there_at_all  # noqa: F401


def count_cold():
    """How many points a fresh process passes."""
    read, write = os.pipe()
    if os.fork() == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        injector = Injector(None)
        matcher.install()
        sys.setprofile(injector)
        try:
            import not_there_at_all  # noqa: F401
        except ImportError as error:
            sys.excepthook(type(error), error, error.__traceback__)
        sys.setprofile(None)
        os.write(write, b"%d" % injector.passed)
        os._exit(0)
    os.wait()
    return int(os.read(read, 100))


def main(number, path):
    """Fork a fresh process for each of some points, evenly spread; its stderr goes to the file at `path`."""

    def outcome():
        with open(path, encoding="utf-8") as file:
            return without_notes(file.read())

    def fork():
        pid = os.fork()
        if pid == 0:
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 2)
        return pid

    total = count_cold()
    wrong, expected = [], None
    for place in range(-1, number):  # the first one is the plain program
        point = place * total // number if place >= 0 else None
        kind = KINDS[place % len(KINDS)]
        pid = fork()
        if pid == 0:
            return program(point, kind, installed=place >= 0)
        found = os.waitpid(pid, 0)[1], outcome()
        expected = expected or found
        if found != expected:
            wrong.append((point, kind.__name__, *found))
    print(total, len(wrong), wrong[:3])
    return None


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
