"""`matcher schema entry|report`: JSON Schemas (draft-07) for editors and for readers of --json."""

import json
from typing import Any

from matcher.cli.options import Parser


def run(command: str, words: list[str]) -> int:
    """Print one schema."""
    made = Parser(prog="matcher schema", description="Print a JSON Schema (draft-07).", allow_abbrev=False)
    made.add_argument("of", choices=("entry", "report"), help="an entry in YAML, or the records of --json")
    given = made.parse_args(words)
    print(json.dumps(_schema(given.of), indent=2, ensure_ascii=False))
    return 0


def _schema(of: str) -> dict[str, Any]:
    if of == "entry":
        from matcher.knowledge.schema import entry_schema

        return entry_schema()
    from matcher.report.schema import report_schema

    return report_schema()
