"""The published schema describes what is written: no more, no less."""

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from matcher import model
from matcher.model import Report
from matcher.report import jsonl
from matcher.report.schema import report_schema

SITUATIONS = [
    "beta-flag",
    "pip-header",
    "missing-header",
    "git-push",
    "several",
    "entry",
    "fallback",
    "other-versions",
    "near",
    "nothing",
    "hostile",
]


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Walk all object schemas that list their properties."""
    if isinstance(schema, dict):
        if "properties" in schema and isinstance(schema["properties"], dict) and "required" in schema:
            yield schema
        for part in schema.values():
            yield from objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects(part)


def closed(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema without its tolerance for unknown properties."""
    for part in objects(schema):
        part["additionalProperties"] = False
    return schema


def test_schema_is_a_schema() -> None:
    """It is valid draft-07 and can be written as JSON."""
    jsonschema.Draft7Validator.check_schema(json.loads(json.dumps(report_schema())))


@pytest.mark.parametrize("situation", SITUATIONS)
def test_reports_validate(reports: dict[str, Report], situation: str) -> None:
    """Every written report is valid, also when unknown properties are refused."""
    assert sorted(SITUATIONS) == sorted(reports)
    record = json.loads(jsonl.dumps(jsonl.report_record(reports[situation])))
    jsonschema.Draft7Validator(closed(report_schema())).validate(record)


def test_summary_validates() -> None:
    """The summary is valid, also when unknown properties are refused."""
    record = jsonl.summary_record(2, 1, 1, 512, {"time limit": 1})
    jsonschema.Draft7Validator(closed(report_schema())).validate(record)


@pytest.mark.parametrize(
    ("name", "value"),
    [("type", "begin"), ("schema_version", 2), ("line", "1"), ("diagnoses", [{}]), ("near", None)],
)
def test_wrong_records_do_not_validate(reports: dict[str, Report], name: str, value: object) -> None:
    """The schema refuses what a report never holds."""
    record = jsonl.report_record(reports["beta-flag"]) | {name: value}
    assert not jsonschema.Draft7Validator(report_schema()).is_valid(record)


def test_every_property_is_described() -> None:
    """Each property says what it means, itself or through what it refers to."""
    schema = report_schema()
    bare = [
        name
        for part in objects(schema)
        for name, described in part["properties"].items()
        if not described.get("description")
    ]
    assert bare == []


def test_properties_are_the_fields_of_the_model() -> None:
    """A field that is added to a record must be added to the schema."""
    listed = {tuple(part["properties"]) for part in objects(report_schema())}
    records = {item._fields for item in vars(model).values() if hasattr(item, "_fields")}
    assert records - listed == set()
