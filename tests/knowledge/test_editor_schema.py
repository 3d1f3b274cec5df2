"""Editors see the same schema: as JSON Schema, with a sentence for each key and the keys of each place."""

import pytest
import yaml
from jsonschema import Draft7Validator
from whole_entry import BEAT, IDENTIFIES, MINIMAL, WHOLE, changed

from matcher.knowledge.schema import entry_schema, keys_at


def test_the_json_schema_is_draft_07() -> None:
    """The dialect of editors: its keywords, its definitions, no null, nothing beside a $ref."""
    made = entry_schema()
    Draft7Validator.check_schema(made)
    assert made["$schema"] == "http://json-schema.org/draft-07/schema#"

    def check(node: object) -> None:
        if isinstance(node, dict):
            assert not {"$defs", "prefixItems"} & node.keys()
            assert "$ref" not in node or len(node) == 1
            assert node.get("type") != "null"
        for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            check(inner)

    check(made)


@pytest.mark.parametrize("text", [MINIMAL, WHOLE])
def test_editors_accept_what_is_valid(text: str) -> None:
    """The JSON Schema takes valid entries, as other YAML readers see them."""
    assert [
        error.message for error in Draft7Validator(entry_schema()).iter_errors(yaml.safe_load(text))
    ] == []


@pytest.mark.parametrize(
    ("path", "new"),
    [
        (("title",), None),
        (("titel",), "x"),
        (("kind",), "unknown"),
        (("match",), []),
        ((*IDENTIFIES, 0), {"text": "a", "regex": "b"}),
        ((*IDENTIFIES, 0), {"text": "a", "slow": True}),
        ((*IDENTIFIES, 0), {"frame": {"at": "any"}}),
        (("applies_to", "packages", "widget"), "1"),
        (("fixes", "No Slug"), {"does": "x", "risk": "low", "source": "official"}),
        ((*BEAT, "verify", 0), {"run": "x"}),
        (("examples", 0, "file"), "x.log"),
        (("parent",), "Not An Id"),
    ],
)
def test_editors_refuse_what_is_not(path: tuple[str | int, ...], new: object) -> None:
    """The JSON Schema knows keys, enumerations, shapes and which keys go together."""
    assert not Draft7Validator(entry_schema()).is_valid(changed(path, new))


def test_every_field_has_one_sentence() -> None:
    """Editors show a description for every key, one sentence long."""
    made = entry_schema()
    for model in [made, *made["definitions"].values()]:
        assert model["description"].endswith("."), model["title"]
        for name, field in model["properties"].items():
            sentence = field.get("description", "")
            assert sentence.endswith("."), (model["title"], name)
            assert ". " not in sentence, (model["title"], name)


@pytest.mark.parametrize(
    ("path", "some"),
    [
        ((), {"title", "match", "causes"}),
        (("match",), {"identifies", "supports", "excludes"}),
        (("match", "identifies", 3, "all", 1), {"text", "json", "where"}),
        (("fixes", "beat", "verify", 0), {"run", "expect_version"}),
        (("fixes", "beat", "needs", "context"), {"packages", "python"}),
        (("applies_to", "env"), set()),
    ],
)
def test_keys_of_a_place_are_known(path: tuple[str | int, ...], some: set[str]) -> None:
    """For "did you mean": the keys that may stand at a path."""
    keys = keys_at(path)
    assert (some <= keys.keys(), bool(keys)) == (True, bool(some))
