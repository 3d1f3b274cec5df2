"""The shape of an entry: each field, its type, its default, one sentence on it (LANGUAGE.md, section 4).

Judges one entry by itself. Knows nothing of files, of other entries, or of how patterns work.
"""

from collections.abc import Iterator
from functools import cache
from itertools import chain, islice
from typing import Any, Literal, Self

from pydantic import Field, RootModel, model_validator

from matcher.knowledge.condition_schema import OPTIONS, Conditions, Context, Known, Model, walk
from matcher.knowledge.condition_schema import Condition as Condition  # the schema is one to its users
from matcher.knowledge.shapes import (
    FLAWS,
    Date,
    EntryId,
    File,
    Flag,
    Flaw,
    Line,
    Name,
    Path,
    Pattern,
    Range,
    Slug,
    Text,
    Url,
    bad_versions,
    is_pep440,
    listed,
    refuse,
    suggest,
)  # fmt: skip

_IN_WHEN = {"capture": "`when` of a cause", "context": "`when` of a cause, or `needs` of a fix"}

Platform = Literal["any", "linux", "macos", "windows", "debian", "fedora", "alpine"]
Severity = Literal["low", "medium", "high", "critical"]
Relation = Literal["renamed", "supersedes", "derived", "merged", "obsolete", "similar"]
Weight = Literal["common", "occasional", "rare"]
Risk = Literal["none", "low", "medium", "high"]
Source = Literal["official", "maintainer", "community", "generated"]
FixStatus = Literal["proposed", "verified", "disputed"]
Kind = Literal["known", "fallback"]
Status = Literal["draft", "experimental", "stable", "deprecated"]
Provenance = Literal["observed", "authored", "generated"]


class Match(Model):
    """The signatures of an entry, by their role."""

    identifies: Conditions = Field(description="Any one of them identifies the error.")
    supports: tuple[Condition, ...] = Field((), description="They add evidence and never identify.")
    excludes: tuple[Condition, ...] = Field((), description="Any one of them speaks a veto.")

    @model_validator(mode="before")
    @classmethod
    def _take_short_form(cls, value: object) -> object:
        return {"identifies": value} if isinstance(value, list) else value


class Reference(Model):
    """A link that backs an entry or a fix."""

    title: Line = Field(description="What the page is about.")
    url: Url = Field(description="Where the page is.")


class Related(Model):
    """Another entry and how it relates to this one."""

    id: EntryId = Field(description="Id of the other entry.")
    type: Relation = Field(description="How it relates; 'renamed' names an old id of this entry.")


class Seen(Model):
    """When the error was seen."""

    first: Date | None = Field(None, description="The first time.")
    last: Date | None = Field(None, description="The last time.")


class Cause(Model):
    """One reason why the error happens."""

    id: Slug = Field(description="Its name inside the entry.")
    says: Text = Field(description="Why the error happens.")
    weight: Weight = Field("common", description="How often it is the reason.")
    when: Condition | None = Field(None, description="Evidence for this cause.")
    fixes: tuple[Slug, ...] = Field(min_length=1, description="Ids of its fixes, best first.")


class Config(Model):
    """What to put into a file."""

    file: Text = Field(description="Name of the file.")
    text: Text = Field(description="What to put there.")


class Code(Model):
    """Two snippets."""

    broken: Text = Field(description="Code that has the error.")
    fixed: Text = Field(description="The same code without it.")


class Verify(Model):
    """How to see that a fix worked; it is shown, never run."""

    exactly_one = ("expect", "expect_not", "expect_version")
    run: Text = Field(description="What to run or to do.")
    expect: Pattern | None = Field(None, description="Text pattern that the output has.")
    expect_not: Pattern | None = Field(None, description="Text pattern that the output lacks.")
    expect_version: Range | None = Field(None, description="Range of the version in the output.")

    @model_validator(mode="after")
    def _check_version(self) -> Self:
        wanted = self.expect_version
        if wanted and not is_pep440(wanted, True):
            for flaw in bad_versions(("expect_version",), [("", wanted)], ranges=True, ecosystem="such"):
                raise refuse(flaw)
        return self


class Fix(Model):
    """One thing to do."""

    does: Line = Field(description="What it does, in the imperative.")
    steps: tuple[Text, ...] = Field((), description="One action each, in their order.")
    commands: dict[Platform, tuple[Text, ...]] = Field({}, description="Commands to paste, by platform.")
    config: Config | None = Field(None, description="What to put into a file.")
    code: Code | None = Field(None, description="Code before and after.")
    risk: Risk = Field(description="What it may break.")
    reversible: Flag = Field(True, description="Whether there is a way back.")
    rollback: Text | None = Field(None, description="How to go back.")
    source: Source = Field(description="Who says so.")
    status: FixStatus = Field("proposed", description="Verified means by two independent installations.")
    needs: Condition | None = Field(None, description="A context; the fix is offered unless it is false.")
    verify: tuple[Verify, ...] = Field((), description="How to see that it worked.")
    references: tuple[Reference, ...] = Field((), description="Links that back it.")


class ChecklistRow(Model):
    """A question that separates the causes."""

    test: Text = Field(description="The question.")
    means: Text = Field(description="What a yes means.")
    next: Text | None = Field(None, description="What to do next.")


class Expect(Model):
    """What an example must give."""

    captures: dict[Name, str] = Field({}, description="Captures with their exact values.")
    cause: Slug | None = Field(None, description="Id of the cause that must be first.")
    rank: int = Field(1, ge=1, description="The place that this entry must take.")


class Example(Model):
    """An error that the entry must match."""

    exactly_one = ("text", "file")
    text: Text | None = Field(None, description="The text of the error.")
    file: File | None = Field(None, description="File with the text, relative to the entry, inside the pack.")
    provenance: Provenance = Field(description="'observed' is real output.")
    source: Url | None = Field(None, description="Where it was observed, if that is public.")
    context: Known | None = Field(None, description="What is known in this case.")
    expect: Expect | None = Field(None, description="What it must give besides the match.")


class Counterexample(Model):
    """A near miss that the entry must not match."""

    exactly_one = ("text", "file")
    text: Text | None = Field(None, description="The text of the near miss.")
    file: File | None = Field(None, description="File with the text, relative to the entry, inside the pack.")
    why: Text = Field(description="Why it is another error.")


class Entry(Model):
    """A known error: how to recognise it, why it happens, and what to do."""

    title: Line = Field(description="Names the error, not the remedy.")
    kind: Kind = Field("known", description="A fallback never outranks a known entry.")
    status: Status = Field("draft", description="How far it is proven; drafts are off.")
    severity: Severity = Field("medium", description="For filters; it never changes the ranking.")
    tags: tuple[Text, ...] = Field((), description="Free words.")
    parent: EntryId | None = Field(None, description="Id of the more general entry.")
    related: tuple[Related, ...] = Field((), description="Other entries, and how they relate.")
    seen: Seen | None = Field(None, description="When the error was seen.")
    review_by: Date | None = Field(None, description="The day after which it must be read again.")
    match: Match = Field(description="The signatures, by role, or a list of those that identify.")
    applies_to: Context = Field(
        Context.model_validate({}), description="The context in which the entry holds."
    )
    causes: tuple[Cause, ...] = Field(min_length=1, description="Why it happens.")
    fixes: dict[Slug, Fix] = Field(min_length=1, description="What to do, by id.")
    checklist: tuple[ChecklistRow, ...] = Field((), description="Questions that separate the causes.")
    prevention: tuple[Text, ...] = Field((), description="How to keep it from happening.")
    references: tuple[Reference, ...] = Field((), description="Links that back the entry.")
    examples: tuple[Example, ...] = Field(min_length=1, description="Errors that must match.")
    counterexamples: tuple[Counterexample, ...] = Field((), description="Near misses that must not match.")

    @model_validator(mode="after")
    def _check_links(self) -> Self:
        flaws = [*islice(chain(_bad_roles(self), _bad_links(self)), FLAWS)]
        if flaws:
            raise refuse(*flaws)
        return self


class Parts(RootModel[dict[Slug, Condition]]):
    """The named conditions of a pack: `parts.yaml`."""

    @model_validator(mode="after")
    def _check_roles(self) -> Self:
        flaws = [flaw for name, one in self.root.items() for flaw in _misplaced(one, (name,))]
        if flaws:
            raise refuse(*flaws)
        return self


class Vote(Model):
    """How often a fix had an outcome: one line of `votes.jsonl`."""

    entry: EntryId
    fix: Slug
    outcome: Literal["worked", "failed", "inapplicable"]
    count: int = Field(1, ge=0)
    version: str | None = None
    date: Date | None = None
    source: str | None = None


def _misplaced(condition: Condition, path: Path) -> Iterator[Flaw]:
    """Flaws of the conditions inside that make sense for a cause or a fix only."""
    for at, one in walk(condition, path):
        if one.kind in _IN_WHEN:
            message = f"a '{one.kind}' condition cannot stand here"
            yield Flaw("misplaced-condition", at, message, f"move it to {_IN_WHEN[one.kind]}")


def _bad_roles(entry: Entry) -> Iterator[Flaw]:
    for role in ("identifies", "supports", "excludes"):
        for index, condition in enumerate(getattr(entry.match, role)):
            yield from _misplaced(condition, ("match", role, index))
    for name, fix in entry.fixes.items():
        for at, one in walk(fix.needs, ("fixes", name, "needs")) if fix.needs else ():
            if one.kind not in ("context", "all", "any", "none"):
                message = f"a '{one.kind}' condition cannot stand in 'needs'"
                yield Flaw("misplaced-condition", at, message, "write 'context: ...' only")


def _bad_links(entry: Entry) -> Iterator[Flaw]:
    """Names of causes and fixes inside the entry that lead nowhere or are never led to."""
    causes: set[str] = set()
    used: set[str] = set()
    for index, cause in enumerate(entry.causes):
        if cause.id in causes:
            message = f"the cause '{cause.id}' stands here twice"
            yield Flaw("duplicate-cause", ("causes", index, "id"), message, "rename one of the two")
        causes.add(cause.id)
        used.update(cause.fixes)
        for place, name in enumerate(cause.fixes):
            if name not in entry.fixes:
                hint = suggest(name, entry.fixes, f"use one of {listed(entry.fixes)}")
                at = ("causes", index, "fixes", place)
                yield Flaw("unknown-fix", at, f"there is no fix '{name}'", hint)
    for name in entry.fixes:
        if name not in used:
            message = f"no cause names the fix '{name}'"
            yield Flaw("unused-fix", ("fixes", name), message, "add it to 'fixes' of a cause", on_key=True)
    for index, example in enumerate(entry.examples):
        expected = example.expect.cause if example.expect else None
        if expected is not None and expected not in causes:
            hint = suggest(expected, causes, f"use one of {listed(sorted(causes))}")
            path = ("examples", index, "expect", "cause")
            yield Flaw("unknown-cause", path, f"there is no cause '{expected}'", hint)


@cache
def entry_schema() -> dict[str, Any]:
    """Return the JSON Schema of an entry file, in the dialect that editors read: draft-07.

    The caller must not change it.
    Source: https://github.com/redhat-developer/yaml-language-server/issues/950
    """
    schema: dict[str, Any] = _draft_07(Entry.model_json_schema(ref_template="#/definitions/{model}"))
    schema["definitions"] = schema.pop("$defs")
    short = {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/Condition"}}
    signatures = schema["properties"]["match"]
    signatures["anyOf"] = [*signatures.pop("allOf"), short]
    options = {name: {"anyOf": [{"required": [kind]} for kind in kinds]} for name, kinds in OPTIONS.items()}
    schema["definitions"]["Condition"]["dependencies"] = options
    return {"$schema": "http://json-schema.org/draft-07/schema#", **schema}


def _draft_07(node: Any) -> Any:
    """Rewrite what draft-07 says otherwise than 2020-12; and no null, for YAML entries have none."""
    if isinstance(node, list):
        return [_draft_07(one) for one in node]
    if not isinstance(node, dict):
        return node
    node = {key: _draft_07(value) for key, value in node.items() if value is not None}
    if {"type": "null"} in node.get("anyOf", ()):
        rest = [one for one in node.pop("anyOf") if one != {"type": "null"}]
        node |= rest[0] if len(rest) == 1 else {"anyOf": rest}
    if "$ref" in node and len(node) > 1:
        node["allOf"] = [{"$ref": node.pop("$ref")}]  # draft-07 ignores what stands beside a $ref
    if "patternProperties" in node:
        node["additionalProperties"] = False
    return node


def keys_at(path: Path, model: str = "Entry") -> dict[str, str]:
    """Return the keys that a mapping at `path` may have, with their descriptions; empty if any may."""
    top = entry_schema()
    node: Any = top if model == "Entry" else {"$ref": f"#/definitions/{model}"}
    for step in (*path, None):
        while refs := node.get("allOf", node.get("anyOf", [node] if "$ref" in node else [])):
            target = next((one["$ref"] for one in refs if "$ref" in one), None)
            if target is None:
                break
            node = top["definitions"][target.rpartition("/")[2]]
        if step is None:
            break
        inside = node.get("items") if isinstance(step, int) else node.get("properties", {}).get(step)
        others = [*node.get("patternProperties", {}).values(), node.get("additionalProperties")]
        node = inside or next((one for one in others if isinstance(one, dict)), {})
    return {name: one.get("description", "") for name, one in node.get("properties", {}).items()}
