"""Writes what is too large for a file, made while it is read: `long-line MIB` or `soak GB SIGNATURES`.

At the end it says on stderr, as JSON, what it wrote. What it writes depends on its arguments alone.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterator

from benchmarks.stream_definitions import MIB

#: Known to the knowledge base of the package; stands in place of those of a set where there is none.
KNOWN = b"ModuleNotFoundError: No module named 'yaml_%d'"
EVERY_BYTES = 64 * MIB  # between two known errors
WORDS = b"resolving dependency graph of target //app:server with 4711 nodes; "


def long_line(size: int, known: list[bytes]) -> Iterator[bytes]:
    """One line of `size` bytes; a known error in the middle of each EVERY_BYTES."""
    block = (WORDS * (MIB // len(WORDS) + 1))[:MIB]
    for number in range(size // MIB):
        if number % (EVERY_BYTES // MIB) == EVERY_BYTES // MIB // 2:
            text = b" " + known[number // (EVERY_BYTES // MIB) % len(known)] + b"; "
            yield block[: MIB // 2] + text + block[MIB // 2 + len(text) :]
        else:
            yield block


def plain(size: int, known: list[bytes]) -> Iterator[bytes]:
    """Ordinary lines; a known error in a line of its own at the end of each MiB."""
    for number in range(size // MIB):
        text = known[number % len(known)] + b"\n"
        lines = b"".join(b"2026-07-30T19:16:42.%07dZ %s\n" % (n, WORDS) for n in range(64))
        block = (lines * (MIB // len(lines) + 1))[: MIB - len(text)]
        yield block[:-1] + b"\n" + text


def endless_trace(size: int, module: bytes, known: bytes) -> Iterator[bytes]:
    """A known error, and frames behind it that do not end."""
    frame = b'  File "/srv/venv/site-packages/%s/core.py", line %d, in step_%d\n    return step(request)\n'
    head = b"Traceback (most recent call last):\n" + frame % (module, 7, 7) + known
    joint = b"\n\nDuring handling of the above exception, another exception occurred:\n\n"
    yield head + joint + b"Traceback (most recent call last):\n"
    block = b"".join(frame % (module, n, n) for n in range(MIB // (len(frame) + len(module) + 4)))
    for _ in range(size // MIB):
        yield block
    yield b"RuntimeError: at last\n"


def soak(gigabytes: float, known: list[bytes], module: bytes) -> Iterator[bytes]:
    """Ordinary lines, a line of a tenth of all, ordinary lines, a trace of a tenth, ordinary lines."""
    tenth = int(gigabytes * 1024 * MIB) // 10
    yield from plain(3 * tenth, known)
    yield from long_line(tenth, known)
    yield b"\n"
    yield from plain(3 * tenth, known)
    yield from endless_trace(tenth, module, known[0])
    yield from plain(2 * tenth, known)


def line_events(mib: int) -> int:
    """The known errors in a long line."""
    every = EVERY_BYTES // MIB
    return sum(n % every == every // 2 for n in range(mib))


def soak_events(gigabytes: float) -> int:
    """The known errors in all of it."""
    tenth = int(gigabytes * 1024 * MIB) // 10
    plain_mib = 2 * (3 * tenth // MIB) + 2 * tenth // MIB
    return plain_mib + line_events(tenth // MIB) + 1


def main(words: list[str]) -> None:
    """Write to stdout."""
    kind, size, *rest = words
    texts = json.loads(rest[0]) if rest else {}
    known = [one.encode() for one in texts.get("known", ())] or [KNOWN % n for n in range(8)]
    if kind == "soak":
        blocks = soak(float(size), known, texts.get("module", "app").encode())
    else:
        blocks = long_line(int(float(size) * MIB), known)
    hashed, lines, total, last = hashlib.sha256(), 0, 0, b""
    for block in blocks:
        if kind == "soak":
            hashed.update(block)
            lines += block.count(b"\n")
        total += len(block)
        last = block
        view = memoryview(block)
        while view:
            view = view[os.write(1, view) :]
    facts = {"bytes": total, "lines": lines + (not last.endswith(b"\n")), "sha256": hashed.hexdigest()}
    print(json.dumps(facts), file=sys.stderr)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except BrokenPipeError:
        os._exit(1)
