"""`matcher explain`, `why`, `list`, `search`: what the knowledge base says, without or with an error."""

import argparse
import json
import sys
from collections.abc import Iterable

from matcher.api import Summary
from matcher.cli.options import add_color, open_matcher, page_width, parser, use_color
from matcher.model import Report
from matcher.report import jsonl


def run(command: str, words: list[str]) -> int:
    """Dispatch one of the commands of this file."""
    return {"explain": _explain, "why": _why, "list": _list, "search": _search}[command](words)


def _explain(words: list[str]) -> int:
    made = parser("explain", "Show all that an entry says: causes, fixes, checks, references.")
    made.add_argument("id", help="the id of an entry, for example python/module-not-found")
    made.add_argument("--json", action="store_true", help="as a report record")
    add_color(made)
    given = made.parse_args(words)
    diagnosis = open_matcher(given).explain(given.id)
    fallback = diagnosis.kind == "fallback"
    report = Report("", 0, () if fallback else (diagnosis,), (diagnosis,) if fallback else (), (), ())
    if given.json:
        print(jsonl.dumps(jsonl.report_record(report)))
        return 0
    from matcher.report.text import render

    sys.stdout.write(render(report, full=True, color=use_color(given.color), width=page_width()))
    return 0


def _why(words: list[str]) -> int:
    made = parser("why", "Say why an entry does or does not fire on an error (stdin or a file).")
    made.add_argument("id", help="the id of an entry")
    made.add_argument("file", nargs="?", default="-", help="the error; default stdin")
    given = made.parse_args(words)
    matcher = open_matcher(given)
    matcher.resolve(given.id)  # a wrong id is said before stdin is waited for
    if given.file == "-":
        data = sys.stdin.buffer.read()
    else:
        with open(given.file, "rb") as file:
            data = file.read()
    from matcher.report.sanitize import visible

    lines = matcher.why(given.id, data)
    print("\n".join(visible(line) for line in lines))
    return 0 if " fires" in lines[0] else 1


def _list(words: list[str]) -> int:
    made = parser("list", "List the entries.")
    made.add_argument("--json", action="store_true", help="one JSON object per line")
    given = made.parse_args(words)
    return _print(open_matcher(given).entries(), given)


def _search(words: list[str]) -> int:
    made = parser("search", "Find entries that hold all words in their id, title, tags or causes.")
    made.add_argument("words", nargs="+", metavar="WORD")
    made.add_argument("--json", action="store_true", help="one JSON object per line")
    given = made.parse_args(words)
    return _print(open_matcher(given).search(given.words), given)


def _print(entries: Iterable[Summary], given: argparse.Namespace) -> int:
    """One line for each entry; exit 1 if there is none."""
    found = list(entries)
    wide = max((len(one.id) for one in found), default=0)
    for one in found:
        if given.json:
            print(json.dumps(one._asdict(), ensure_ascii=False))
        else:
            marks = [m for m in (one.kind, one.status, one.pack) if m not in ("known", "stable", "built-in")]
            print(f"{one.id:<{wide}}  {one.title}" + (f"  [{', '.join(marks)}]" if marks else ""))
    return 0 if found else 1
