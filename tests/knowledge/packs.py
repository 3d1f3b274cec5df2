"""An entry, small packs of it on disk, and what loading them gave, in short."""

from pathlib import Path

from matcher.errors import Problem
from matcher.knowledge.loader import Loaded, load

#: The beginning of an entry, up to its fixes.
DISK = """\
title: The disk is full
match:
  - text: No space left on device
causes:
  - id: full
    says: No block is left.
    fixes: [make-room]
fixes:
"""

ENTRY = f"""\
{DISK}\
  make-room:
    does: Delete what nobody needs
    risk: medium
    source: community
    verify: [{{run: df, expect: Avail}}]
examples:
  - {{text: "write failed: No space left on device", provenance: authored}}
counterexamples:
  - {{text: "space left: 3 GB", why: no error}}
"""


def matching(*conditions: str) -> str:
    """The entry with other conditions."""
    return ENTRY.replace("  - text: No space left on device", "\n".join(f"  - {one}" for one in conditions))


def with_example_file(file: str) -> str:
    """The entry with a file for the text of its example."""
    return ENTRY.replace('{text: "write failed: No space left on device"', f"{{file: {file}")


def write(root: Path, files: dict[str, str | bytes]) -> Path:
    """Write the files of a pack, by their paths below its root."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def load_files(root: Path, files: dict[str, str | bytes]) -> Loaded:
    """Load a pack that holds some files."""
    return load([("test", str(write(root, files)))])


def load_one(root: Path, text: str, **more: str) -> Loaded:
    """Load a pack that holds one entry and some more files."""
    return load_files(root, {"disk/full.yaml": text, **more})


def told(problems: tuple[Problem, ...]) -> list[tuple[str, int, int, str, str]]:
    """Problems as (code, line, column, message, hint)."""
    return [(p.code, p.location.line, p.location.column, p.message, p.hint) for p in problems]


def codes(loaded: Loaded) -> list[str]:
    return [problem.code for problem in loaded.problems]


def ids(loaded: Loaded) -> list[str]:
    return [one.id for one in loaded.entries]
