"""`make cuts`: 100,000 random cuts of real traces between ordinary lines give the reports of the uncut text.

`python -m tests.stream.cuts [CUTS]`; prints what differs, and exits 1 if anything does. Uses the traces
of `../shared/data` as well where they are present.
"""

import json
import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from helpers import entry_yaml, write_kb
from stream import texts

from matcher.api import Matcher

SHARED = Path(__file__).parents[3] / "shared" / "data"
PREFIXES = (b"", b"2026-05-01T10:11:12.1234567Z ", b"web_1  | ", b"May  1 10:11:12 host app[17]: ",
            b"2026-05-01T10:11:12.123456789Z stderr F ", b"2026-05-01 10:11:12,345 ERROR ")  # fmt: skip
SEED = 20261121
#: Each trace shows one of these, so that each is an event with a report.
SIGNS = ("Traceback (most recent call last)", "Unhandled exception:", "goroutine 24 [running]", "Stack trace:",
         "java.lang.RuntimeException", "/app/node_modules/express", "http://path/to/file.js",
         "System.Collections.Generic.KeyNotFoundException", "System.InvalidOperationException",
         "app/controllers/books_controller.rb")  # fmt: skip


def traces() -> list[bytes]:
    """Traces with an error that the built-in knowledge base recognises, or made so by a last line."""
    found = list(texts.TRACES)
    for name, key in (("traces.jsonl", "text"), ("python_tracebacks.jsonl", "traceback")):
        path = SHARED / name
        if path.exists():
            records = map(json.loads, path.read_text(encoding="utf-8").splitlines())
            found += [record[key].rstrip("\n").encode() + b"\n" for record in records]
    return found


def log(rng: random.Random, known: list[bytes]) -> bytes:
    """One text to be cut: ordinary lines, and one to three traces in some dress."""
    parts = []
    for _ in range(rng.randint(1, 3)):
        parts += rng.choices(texts.ORDINARY, k=rng.randint(0, 5))
        trace = texts.behind(rng.choice(PREFIXES), rng.choice(known))
        if rng.random() < 0.2:
            trace = b"".join(texts.colored(line) for line in trace.splitlines(keepends=True))
        if rng.random() < 0.2:
            trace = trace.replace(b"\n", b"\r\n")
        parts.append(trace)
        if rng.random() < 0.5:
            parts.append(texts.PYTHON)
    return b"log\n" + b"".join(parts)


def seen(matcher: Matcher, stream: object) -> tuple[object, object]:
    """What a scan gives, comparable."""
    scan = matcher.scan(stream)
    return [(r.id, r.title, r.line, r.place) for r in scan], scan.counts


def main() -> int:
    """Cut, compare, count."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    rng, known = random.Random(SEED), traces()
    with tempfile.TemporaryDirectory() as folder:
        kb = {f"any/trace-{n}": entry_yaml(text, "text: " + json.dumps(text)) for n, text in enumerate(SIGNS)}
        matcher = Matcher.open(write_kb(Path(folder), kb))
    done = wrong = reports = 0
    while done < wanted:
        data = log(rng, known)
        whole = seen(matcher, data)
        reports += len(whole[0])  # type: ignore[arg-type]
        for number in range(20):
            if number == 0:
                pieces = [data[i : i + 1] for i in range(len(data))]
            else:
                places = sorted(rng.sample(range(len(data)), min(len(data), rng.randint(1, 12))))
                pieces = [data[a:b] for a, b in zip([0, *places], [*places, len(data)], strict=True)]
            done += 1
            if seen(matcher, pieces) != whole:
                wrong += 1
                print("differs:", [len(piece) for piece in pieces][:20], data[:200])
    print(
        f"{done:,} cuts of {len(known)} traces, {reports:,} reports in the uncut texts, {wrong} differences"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
