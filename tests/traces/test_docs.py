"""What docs/traces.md shows is true."""

import re
from pathlib import Path

from matcher.traces import assembler

TEXT = (Path(__file__).parents[2] / "docs" / "traces.md").read_text(encoding="utf-8")


def test_the_example_runs():
    """The dialect of the page finds the end that the page says."""
    blocks = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    assert len(blocks) == 1
    exec(compile(blocks[0], "docs/traces.md", "exec"), {})


def test_every_module_of_dialects_is_named():
    """The table names each file that a dialect comes from, and no other."""
    named = set(re.findall(r"`(\w+)\.py`", TEXT.split("## Dialects")[1].split("## Prefixes")[0]))
    modules = {
        name
        for name, value in vars(assembler).items()
        if hasattr(value, "DIALECT") or hasattr(value, "DIALECTS")
    }
    assert named == modules


def test_each_example_begins_an_error():
    """The line that the table shows for a dialect may be the first of an error, whatever follows."""
    rows = [
        row
        for row in TEXT.split("## Dialects")[1].split("## Prefixes")[0].splitlines()
        if row.startswith("| `")
    ]
    for row in rows:
        example = row.rstrip("| ").rpartition("| `")[2].rstrip("`")
        assert assembler.begins(example.encode()), example
