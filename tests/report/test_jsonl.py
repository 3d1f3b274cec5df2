"""One record per line, complete, stable, and safe to print."""

import json
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from typing import get_type_hints

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher import model
from matcher.model import Diagnosis, Near, Report
from matcher.report import jsonl

Fill = Callable[[Report, str], Report]


def test_record_follows_the_model(reports: dict[str, Report]) -> None:
    """A record holds every field of the model, in its order, under its name."""
    record = jsonl.report_record(reports["beta-flag"])
    assert list(record) == [
        "type",
        "schema_version",
        "source",
        "line",
        "place",
        "diagnoses",
        "other_versions",
        "fallbacks",
        "near",
        "incomplete",
    ]
    (diagnosis,) = record["diagnoses"]
    assert tuple(diagnosis) == Diagnosis._fields
    assert tuple(diagnosis["fixes"][0]) == model.Fix._fields
    assert diagnosis["causes"][0] == {
        "id": "flags-in-body",
        "says": "The client puts beta flags into the JSON body; this endpoint takes them only as a header.",
        "probability": 0.842,
        "bits": 1.5,
        "evidence": [{"what": "claude-code 2.1.111 is in <=2.1.111", "bits": 1.5, "span": None}],
        "fixes": ["upgrade", "other-endpoint", "override-body"],
    }


def test_empty_parts_stay(reports: dict[str, Report]) -> None:
    """A reader finds every key, also when nothing was found."""
    assert jsonl.dumps(jsonl.report_record(reports["nothing"])) == (
        '{"type":"report","schema_version":1,"source":"-","line":1,"place":null,"diagnoses":[],'
        '"other_versions":[],"fallbacks":[],"near":[],"incomplete":[]}'
    )


def test_summary() -> None:
    """The summary counts events, lines, bytes, and what was skipped by reason."""
    record = jsonl.summary_record(3, lines=9, event_lines=4, bytes_=4096, skipped={"long line": 1})
    assert jsonl.dumps(record) == (
        '{"type":"summary","schema_version":1,"events":3,"lines":9,"matched_lines":4,'
        '"unmatched_lines":5,"bytes":4096,"skipped":{"long line":1}}'
    )


def test_numbers_are_rounded_by_their_name(reports: dict[str, Report]) -> None:
    """Bits have two digits, probabilities and scores three; there is no minus zero."""
    (known,) = reports["pip-header"].diagnoses
    cause = known.causes[0]._replace(probability=1 / 3, bits=-0.001)
    fix = known.fixes[0]._replace(score=2 / 3)
    known = known._replace(bits=17.2549, specificity=15.749, causes=(cause,), fixes=(fix,))
    (record,) = jsonl.report_record(Report("-", 1, (known,), (), (), ()))["diagnoses"]
    assert (record["bits"], record["specificity"]) == (17.25, 15.75)
    assert (record["causes"][0]["probability"], str(record["causes"][0]["bits"])) == (0.333, "0.0")
    assert record["fixes"][0]["score"] == 0.667


def test_every_number_of_the_model_has_its_digits() -> None:
    """A new float field in the model needs an entry in the table of digits."""
    records = [item for item in vars(model).values() if hasattr(item, "_fields")]
    floats = {name for record in records for name, kind in get_type_hints(record).items() if kind is float}
    assert floats == set(jsonl._DIGITS)


def test_near_is_not_computed_when_not_wanted() -> None:
    """Without find_near the search for resembling errors never runs."""

    def search() -> tuple[Near, ...]:
        raise AssertionError("searched")

    assert jsonl.report_record(Report("-", 1, (), (), (), (), search), find_near=False)["near"] == []


@given(st.text(st.one_of(st.characters(), st.sampled_from("#[\\\"'\x9b\u2028\ud800\udc00v"))))
def test_strings_survive(text: str) -> None:
    """What is read back is what was written; only lone surrogates become visible text."""
    line = jsonl.dumps({text: [text]})
    readable = "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in text)
    assert json.loads(line.encode()) == {readable: [readable]}


@settings(deadline=None)  # several records per example, on any machine
@given(
    text=st.text(st.one_of(st.characters(), st.sampled_from("#[v\r\n\x1b\x9b\x85\u2028\u202e\ufeff\ud800")))
)
def test_no_log_text_leaves_its_line(reports: dict[str, Report], fill: Fill, text: str) -> None:
    """Whatever the strings hold: one line, no control character, no CI command."""
    for name in ("beta-flag", "several", "near"):
        line = jsonl.dumps(jsonl.report_record(fill(reports[name], text)))
        assert line.splitlines() == [line]
        assert [c for c in line if unicodedata.category(c) == "Cc"] == []
        assert "##[" not in line


def test_import_is_cheap() -> None:
    """Writing NDJSON loads nothing but this package and the standard library."""
    code = (
        "import sys; import matcher.report.jsonl, matcher.report.sanitize, matcher.report.schema;"
        "print(*{name.split('.')[0] for name in sys.modules} - {'__main__', *sys.stdlib_module_names})"
    )
    ran = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["matcher"]
