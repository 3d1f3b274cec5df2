"""The parts of a pack: `use` is written out, and what cannot be written out is refused."""

import json
import time
from pathlib import Path

import pytest
from packs import ENTRY, codes, ids, load_one, matching, told

PARTS = """\
full: {text: No space left}
either: {any: [{use: full}, {use: other}]}
other:
  sequence: {steps: [{use: full}, {text: ENOSPC}]}
"""


def test_parts_are_written_out(tmp_path: Path) -> None:
    """`use` is gone after loading, through lists, sequences, counts, causes and other parts."""
    text = matching("all: [{use: either}, {count: {of: {use: full}, at_least: 2}}]")
    text = text.replace("    fixes: [make", "    when: {use: full}\n    fixes: [make")
    loaded = load_one(tmp_path, text, **{"parts.yaml": PARTS})
    assert codes(loaded) == []
    entry = loaded.entries[0].entry
    assert '"use"' not in json.dumps(entry.model_dump(exclude_none=True, exclude={"fixes", "examples"}))
    members = entry.match.identifies[0].all or ()
    assert [one.kind for one in (members[0].any or ())] == ["text", "sequence"]
    assert entry.causes[0].when is not None
    assert entry.causes[0].when.text == "No space left"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ("fule: {text: x}", [("unknown-part", 3, 10, "there is no part 'full'", "did you mean 'fule'?")]),
        (
            "full: {text: x, txt: y}",
            [
                ("unknown-field", 1, 17, "unknown key 'txt'", "did you mean 'text'?"),
                ("broken-part", 3, 10, "the part 'full' is not usable", "mend it in parts.yaml"),
            ],
        ),
        (
            "full: {capture: {a: b}}",
            [
                (
                    "misplaced-condition",
                    1,
                    7,
                    "a 'capture' condition cannot stand here",
                    "move it to `when` of a cause",
                ),
                ("broken-part", 3, 10, "the part 'full' is not usable", "mend it in parts.yaml"),
            ],
        ),
        (
            "full: {use: a}\na: {none: [{use: full}]}\nb: {use: c}\nc: {text: x}",
            [
                ("part-cycle", 2, 1, "'a' uses itself, or a part that does", "break the circle of 'use'"),
                ("part-cycle", 1, 1, "'full' uses itself, or a part that does", "break the circle of 'use'"),
                ("broken-part", 3, 10, "the part 'full' is not usable", "mend it in parts.yaml"),
            ],
        ),
        (
            "full: {use: gone}",
            [
                (
                    "unknown-part",
                    1,
                    13,
                    "there is no part 'gone'",
                    "add it to parts.yaml at the root of the pack",
                ),
                ("broken-part", 3, 10, "the part 'full' is not usable", "mend it in parts.yaml"),
            ],
        ),
    ],
)
def test_parts_that_cannot_be_used(
    tmp_path: Path, parts: str, expected: list[tuple[str, int, int, str, str]]
) -> None:
    """A wrong part is reported in its file, and each `use` of it where it stands."""
    loaded = load_one(tmp_path, matching("use: full"), **{"parts.yaml": parts, "disk/other.yaml": ENTRY})
    assert told(loaded.problems) == expected
    assert ids(loaded) == ["disk/other"]


def test_parts_cannot_explode(tmp_path: Path) -> None:
    """Parts that double in size with each line, or nest without end, are refused at once."""
    lines = ["full: {text: x}", "p0: {use: full}", "d0: {use: full}"]
    lines += [f"p{n + 1}: {{any: [{{use: p{n}}}, {{use: p{n}}}]}}" for n in range(40)]
    lines += [f"d{n + 1}: {{any: [{{use: d{n}}}]}}" for n in range(2000)]
    text = matching("use: p40", "use: d2000", "use: full")
    start = time.perf_counter()
    loaded = load_one(tmp_path, text, **{"parts.yaml": "\n".join(lines)})
    assert time.perf_counter() - start < 20
    assert ids(loaded) == []
    assert "too-many-conditions" in codes(loaded)


def test_many_uses_of_one_part_are_refused(tmp_path: Path) -> None:
    """A limit holds for the entry with its parts written out."""
    part = "full: {any: [" + ", ".join(["{text: x}"] * 100) + "]}"
    text = matching(*["use: full"] * 10)
    assert codes(load_one(tmp_path, text, **{"parts.yaml": part})) == ["too-many-conditions"]
