"""Raw captures -> corpus.txt.gz and tokens.json.gz of matcher/knowledge/background.

usage, in the root of the repository:
    python -m tools.background.build RAW_DIR     build from RAW_DIR/<kind>/<name>.txt, then check
    python -m tools.background.build --check     check the files that are there
"""

from __future__ import annotations

import collections
import gzip
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from matcher.knowledge.background import CORPUS_FILE, TOKENS_FILE, tokens_of
from tools.background.sanitize import LINE_BYTES, Machine, clean, read_machine, refusals

HERE = Path(__file__).resolve().parents[2] / "matcher" / "knowledge" / "background"

TOTAL_LINES = 36_000  # enough for 15 bits; more would cost every compile time
KIND_LINES = 2_500  # no source kind may colour the whole
SAME_TEMPLATE = 5  # lines that differ only in numbers: five show that they do
SAME_START = 80  # lines of one kind with the same first three words, such as "npm http fetch"
SAME_END = 40  # or the same last three
SAME_SHAPE = 20  # or that differ only in numbers, paths and dotted names, such as lines of one access log

# Tables and reference texts: such a kind gets half as many lines as one that tells what happened.
REFERENCE = frozenset(
    (
        "help",
        "manual",
        "container-help",
        "environment",
        "mariadb",
        "psql",
        "scripts",
        "media",
        "files",
        "system",
        "dpkg",
        "python-start",
        "webpack",
    )
)

MASKED = re.compile(r"0x[0-9a-f]+|\b(?=[a-f]*\d)[0-9a-f]{7,}\b|\d+", re.I)
NAME = re.compile(r"\S*[\w@][/.]\w\S*|\S*/\w\S*")
WORD = re.compile(r"[A-Za-z]+")


def template(line: str) -> str:
    """Return the line with numbers and hashes masked and blanks folded.

    >>> template("worker 12   took 0x1f and 3.5 s")
    'worker # took # and #.# s'
    """
    return " ".join(MASKED.sub("#", line).split())


def likenesses(masked: str) -> list[tuple[int, str]]:
    """Return (limit, key) pairs: of lines of one kind that share a key, no more than limit are kept."""
    words = WORD.findall(masked)
    shape = NAME.sub("@", masked)
    found = [(SAME_START, "start " + " ".join(words[:3])), (SAME_END, "end " + " ".join(words[-3:]))]
    return [*found, (SAME_SHAPE, "shape " + shape)] if len(WORD.findall(shape)) >= 3 else found


def kind_lines(folder: Path, machine: Machine, seen: collections.Counter[str]) -> Iterator[str]:
    """Yield the clean lines of one source kind, few of each template; `seen` spans all kinds."""
    alike: collections.Counter[str] = collections.Counter()
    tried: collections.Counter[str] = collections.Counter()
    for file in sorted(folder.glob("*.txt")):
        for raw in file.read_bytes().split(b"\n"):
            text = raw.decode(errors="replace")
            tried[template(text)] += 1
            if "\ufffd" in text or tried[template(text)] > 4 * SAME_TEMPLATE:  # not UTF-8; enough of these
                continue
            line = clean(text, machine)
            if line is None or f"={line}" in seen:
                continue
            masked = template(line)
            limits = likenesses(masked)
            if seen[masked] < SAME_TEMPLATE and all(alike[key] < limit for limit, key in limits):
                seen.update((masked, f"={line}"))
                alike.update(key for _, key in limits)
                yield line


def shared_out(kinds: dict[str, list[str]]) -> dict[str, list[str]]:
    """Thin out all kinds to the highest common limit with which they stay within TOTAL_LINES."""
    for limit in range(KIND_LINES, 0, -1):
        limits = {kind: limit // 2 if kind in REFERENCE else limit for kind in kinds}
        if sum(min(len(lines), limits[kind]) for kind, lines in kinds.items()) <= TOTAL_LINES:
            return {kind: thinned(lines, limits[kind]) for kind, lines in kinds.items()}
    return kinds


def thinned(lines: list[str], limit: int) -> list[str]:
    """Return at most `limit` lines, evenly spread.

    >>> thinned(["a", "b", "c", "d", "e"], 2)
    ['a', 'c']
    """
    return lines if len(lines) <= limit else [lines[number * len(lines) // limit] for number in range(limit)]


def build(raw: Path, target: Path) -> dict[str, int]:
    """Write both files; return how many lines each kind gave. Same captures, same bytes."""
    machine, seen = read_machine(), collections.Counter[str]()
    kinds = {
        folder.name: list(kind_lines(folder, machine, seen))
        for folder in sorted(raw.iterdir())
        if folder.is_dir()
    }
    kinds = shared_out(kinds)
    lines = [line.encode() for kind in kinds.values() for line in kind]
    pack(target / CORPUS_FILE, b"\n".join(lines) + b"\n")
    counts = collections.Counter(token for line in lines for token in set(tokens_of(line)))
    model = {
        "lines": len(lines),
        "tokens": {token: count for token, count in sorted(counts.items()) if count > 1},
    }
    pack(target / TOKENS_FILE, json.dumps(model, ensure_ascii=False, separators=(",", ":")).encode())
    return {kind: len(kept) for kind, kept in kinds.items()}


def pack(file: Path, content: bytes) -> None:
    """Write gzip without time and name, so that the same content gives the same bytes."""
    file.write_bytes(gzip.compress(content, 9, mtime=0))


def check(target: Path) -> list[str]:
    """Return what is wrong with the files that are there; empty if nothing is."""
    machine, wrong = read_machine(), []
    lines = gzip.decompress((target / CORPUS_FILE).read_bytes()).decode().splitlines()
    model = json.loads(gzip.decompress((target / TOKENS_FILE).read_bytes()))
    for number, line in enumerate(lines, 1):
        wrong += [f"line {number}: {why}: {line[:120]}" for why in refusals(line, machine)]
        if len(line.encode()) > LINE_BYTES or not line.strip():
            wrong.append(f"line {number}: empty or above {LINE_BYTES} bytes")
    if len(set(lines)) != len(lines):
        wrong.append("a line occurs twice")
    if model["lines"] != len(lines):
        wrong.append(f"token counts are of {model['lines']} lines, the corpus has {len(lines)}")
    return wrong


def main(arguments: list[str]) -> int:
    """Build or check; print lines per kind and findings."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    if arguments[0] != "--check":
        for kind, count in build(Path(arguments[0]), HERE).items():
            print(f"{count:6} {kind}")
    wrong = check(HERE)
    print(*wrong, sep="\n")
    for name in (CORPUS_FILE, TOKENS_FILE):
        print(f"{name}: {(HERE / name).stat().st_size} bytes")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
