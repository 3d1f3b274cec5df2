"""The JSON Schema (draft-07) of the records that `jsonl` writes. Prose and types only, no validator."""

from typing import Any

from matcher.model import CONFIDENCES, SCHEMA_VERSION, TIERS

Schema = dict[str, Any]


def report_schema() -> Schema:
    """Return the schema of one line of output: a report or a summary, told apart by `type`.

    Every property is always present. Readers should ignore properties that they do not
    know: new ones may come without a new `schema_version`.
    """
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "One line of `matcher --json`",
        "oneOf": [{"$ref": "#/definitions/report"}, {"$ref": "#/definitions/summary"}],
        "definitions": {
            "report": _report(),
            "summary": _summary(),
            "diagnosis": _diagnosis(),
            "cause": _cause(),
            "fix": _fix(),
            "evidence": _evidence(),
            "reference": _reference(),
            "span": {
                "description": "Byte offsets [start, end) into the searched text of the event.",
                "type": "array",
                "items": {"type": "integer", "minimum": 0},
                "minItems": 2,
                "maxItems": 2,
            },
        },
    }


def _report() -> Schema:
    return _object(
        "Everything that is known about one event.",
        type={"const": "report", "description": "Tells the records apart."},
        schema_version=_version(),
        source=_text("Where the text came from: a file, `-` for standard input, or a name."),
        line=_line("The line of the best match in the source."),
        place=_place(),
        diagnoses=_list("Known errors, best first.", _ref("diagnosis")),
        other_versions=_list("Known errors that fired but are not for this context.", _other_version()),
        fallbacks=_list("General answers, for when nothing better is known.", _ref("diagnosis")),
        near=_list("Known errors that resemble the text. Hints, never identifications.", _near()),
        incomplete=_texts("Limits that were hit: what they cut is unknown, not absent."),
    )


def _place() -> Schema:
    """Where the event stands; null where the whole text was taken for one event."""
    place = _object(
        "Where the event stands in the source.",
        first_line=_line("Its first line."),
        last_line=_line("Its last line."),
        lines=_count("How many lines it has; those of other processes in between do not count."),
        start=_count("Offset of its first byte, after decompression."),
        end=_count("Offset behind its last byte."),
        process=_text("Whose lines they are, where a prefix tells; else empty. Untrusted."),
        time=_text("The time at its beginning as the log has it; else empty."),
    )
    return {**place, "type": ["object", "null"]}


def _summary() -> Schema:
    return _object(
        "The last record of a run.",
        type={"const": "summary", "description": "Tells the records apart."},
        schema_version=_version(),
        events=_count("Events in which a known error was recognised."),
        lines=_count("Lines that were read: matched and unmatched ones."),
        matched_lines=_count("Lines of recognised events."),
        unmatched_lines=_count("All other lines."),
        bytes=_count("Bytes that were read."),
        skipped={
            "description": "What was not searched: how often, by reason.",
            "type": "object",
            "additionalProperties": {"type": "integer", "minimum": 0},
        },
    )


def _diagnosis() -> Schema:
    return _object(
        "A known error with the evidence found in this event, its ranked causes and ranked fixes.",
        id=_text("The entry: its path in the knowledge base, such as `anthropic/bad-request`."),
        title=_text("Names the error. May hold values captured from the log."),
        kind=_choice("Whether it is one error or a general answer.", "known", "fallback"),
        tier=_choice("How it was found. Tiers come before bits in the ranking.", *TIERS),
        bits=_number("Sum of the evidence, in bits (log2 odds)."),
        confidence=_choice("Never above what the weakest needed part allows.", *CONFIDENCES, ""),
        reasons=_texts("Why the confidence is what it is."),
        specificity=_number("How rare the matched signature is in texts without this error, in bits."),
        captures=_texts_by("Values captured from the log, by name. Untrusted."),
        evidence=_list("Contributions to `bits`.", _ref("evidence")),
        causes=_list("Why it happened, most probable first.", _ref("cause")),
        fixes=_list("What to do, best first.", _ref("fix")),
        question=_text("What separates the first two causes; empty when they are clearly apart."),
        span=_ref("span", "The best match, in bytes of the event."),
        line=_line("Line of the match in the source."),
        matched=_text("The matched line, cut at 400 characters. Untrusted."),
        link={
            "description": "Link of the exception chain that it explains; 0 is the raised exception.",
            "type": "integer",
            "minimum": 0,
        },
        also=_texts("More general entries that fired too and are hidden behind this one."),
        status=_text("How far the entry is proven: draft, experimental, stable or deprecated."),
        severity=_text("For filters only: low, medium, high or critical."),
        tags=_texts("Free words."),
        parent=_text("The more general entry; empty without one."),
        related=_list("Other entries.", _relation()),
        checklist=_list("Questions that separate the causes.", _check()),
        prevention=_texts("How to keep it from happening again."),
        references=_list("Links that back the entry.", _ref("reference")),
        fixed_in=_texts_by("First good version, by `ecosystem:name`."),
        seen=_texts_by("Dates: `first` and `last`."),
        pack=_text("`built-in`, or the folder that the entry came from."),
        explains=_text(
            "Which exception of the chain or group, in words; empty for the raised one. Untrusted."
        ),
    )


def _cause() -> Schema:
    return _object(
        "One reason why the error happens.",
        id=_text("Unique in the entry."),
        says=_text("Why it happens. May hold values captured from the log."),
        probability=_share('All causes and an unlisted "other" add up to 1.'),
        bits=_number("Prior and evidence, in bits, before they become a probability."),
        evidence=_list("What speaks for it (positive) and against it (negative).", _ref("evidence")),
        fixes=_texts("Ids of the fixes that remove it."),
    )


def _fix() -> Schema:
    return _object(
        "One thing to do. Advice: nothing of it is ever run.",
        id=_text("Unique in the entry."),
        does=_text("One imperative line."),
        score=_number("Expected value, roughly from -0.5 to 1."),
        risk=_choice("What it can break.", "none", "low", "medium", "high"),
        source=_choice("Who says so.", "official", "maintainer", "community", "generated"),
        status=_choice("How sure it is that it works.", "proposed", "verified", "disputed"),
        commands={
            "description": "Commands by platform: any, linux, macos, windows, debian, fedora, alpine.",
            "type": "object",
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
        },
        verify=_list("How to see that it worked.", _verify()),
        steps=_texts("One action each, in order."),
        config=_texts_by("What to put where: `file` and `text`."),
        code=_texts_by("Two snippets: `broken` and `fixed`."),
        reversible={"description": "Whether it can be undone.", "type": "boolean"},
        rollback=_text("How to undo it."),
        references=_list("Links that back the fix.", _ref("reference")),
        needs=_text("Why it may not fit here; empty when nothing is known against it."),
    )


def _evidence() -> Schema:
    span = {
        "anyOf": [_ref("span"), {"type": "null"}],
        "description": "Where it was seen; null outside the text.",
    }
    return _object(
        "One named contribution to a score.",
        what=_text("What was seen."),
        bits=_number("How much it counts, in bits; negative speaks against."),
        span=span,
    )


def _reference() -> Schema:
    return _object("A link.", title=_text("What it leads to."), url=_text("Its address."))


def _relation() -> Schema:
    kinds = "renamed, supersedes, derived, merged, obsolete or similar"
    return _object("Another entry.", id=_text("Its id."), type=_text(f"How it relates: {kinds}."))


def _check() -> Schema:
    return _object(
        "One row of a checklist.",
        test=_text("A question."),
        means=_text("What a yes means."),
        next=_text("What to do then, often the id of a fix."),
    )


def _verify() -> Schema:
    return _object(
        "What to run or do, and one of three expectations; the other two are empty.",
        run=_text("A command, or what to do."),
        expect=_text("Text pattern that the output has."),
        expect_not=_text("Text pattern that the output lacks."),
        expect_version=_text("Range of the version that the output shows."),
    )


def _other_version() -> Schema:
    return _object(
        "Known, but not for this version or platform.",
        id=_text("The entry."),
        title=_text("Names the error."),
        reason=_text("Why it does not apply."),
        fixed_in=_texts_by("First good version, by `ecosystem:name`."),
        line=_line("Line of the match in the source."),
    )


def _near() -> Schema:
    return _object(
        "A known error that resembles the text.",
        id=_text("The entry."),
        title=_text("Names the error."),
        similarity=_share("How near the text is to the known wording."),
        line=_line("Line in the source."),
        known_as=_text("The known wording."),
    )


def _object(description: str, **properties: Schema) -> Schema:
    return {
        "description": description,
        "type": "object",
        "required": list(properties),
        "properties": properties,
    }


def _version() -> Schema:
    return {"const": SCHEMA_VERSION, "description": "Raised when a property changes its meaning or goes."}


def _text(description: str) -> Schema:
    return {"description": description, "type": "string"}


def _texts(description: str) -> Schema:
    return {"description": description, "type": "array", "items": {"type": "string"}}


def _texts_by(description: str) -> Schema:
    return {"description": description, "type": "object", "additionalProperties": {"type": "string"}}


def _number(description: str) -> Schema:
    return {"description": description, "type": "number"}


def _share(description: str) -> Schema:
    return {"description": description, "type": "number", "minimum": 0, "maximum": 1}


def _count(description: str) -> Schema:
    return {"description": description, "type": "integer", "minimum": 0}


def _line(description: str) -> Schema:
    return _count(f"{description} Counted from 1; 0 when there is none.")


def _choice(description: str, *values: str) -> Schema:
    return {"description": description, "enum": list(values)}


def _list(description: str, items: Schema) -> Schema:
    return {"description": description, "type": "array", "items": items}


def _ref(name: str, description: str = "") -> Schema:
    # In draft-07 everything beside $ref is ignored, so a description needs a wrapper.
    ref = {"$ref": f"#/definitions/{name}"}
    return {"description": description, "allOf": [ref]} if description else ref
