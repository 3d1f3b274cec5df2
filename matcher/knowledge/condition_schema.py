"""The shape of a condition: its kinds, its options, and what stands inside (LANGUAGE.md, section 3)."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from matcher.knowledge.shapes import (
    Captures,
    Flag,
    Flaw,
    Package,
    Path,
    Pattern,
    Patterns,
    Range,
    Slug,
    Text,
    bad_versions,
    listed,
    refuse,
)  # fmt: skip

#: The keys of a condition, of which it has exactly one; and the options, with the keys that allow them.
KINDS = (
    "text", "regex", "json", "exception", "attr", "frame", "capture", "context",
    "all", "any", "none", "sequence", "count", "use",
)  # fmt: skip
OPTIONS = {"cased": ("text", "regex"), "full": ("text",), "where": ("text", "regex"), "slow": ("regex",)}

System = Literal["linux", "macos", "windows"]
Machine = Literal["x86_64", "arm64"]
View = Literal["message", "body", "notes", "context_line", "log_level"]


def _show_presence(schema: dict[str, Any], model: type["Model"]) -> None:
    """Tell editors what `Model._check_presence` checks."""
    if model.exactly_one:
        schema["oneOf"] = [{"required": [name]} for name in model.exactly_one]
    if model.at_least_one:
        schema["anyOf"] = [{"required": [name]} for name in model.at_least_one]


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_extra=_show_presence)
    exactly_one: ClassVar[tuple[str, ...]] = ()  # of these keys the file has one
    at_least_one: ClassVar[tuple[str, ...]] = ()

    def given(self, names: Iterable[str]) -> list[str]:
        """Those of some keys that the file has."""
        found = self.model_fields_set
        return [name for name in names if name in found or f"{name}_" in found]

    @model_validator(mode="after")
    def _check_presence(self) -> Self:
        wanted = self.exactly_one or self.at_least_one
        if wanted:
            found = self.given(wanted)
            if not found:
                hint = "write one of them"
                raise refuse(Flaw("one-of", (), f"none of the keys {listed(wanted)} is here", hint))
            if len(found) > 1 and self.exactly_one:
                message = f"the keys {listed(found)} stand together"
                raise refuse(Flaw("one-of", (found[1],), message, "keep one of them", on_key=True))
        return self


class Context(Model):
    """Where an entry, a cause or a fix holds; what is left out holds everywhere."""

    packages: dict[Package, Range] = Field({}, description="Affected versions, by 'ecosystem:name'.")
    fixed_in: dict[Package, Range] = Field({}, description="First good versions, by 'ecosystem:name'.")
    python: Range | None = Field(None, description="Range of Python versions, as in PEP 440.")
    os: tuple[System, ...] = Field((), description="Operating systems, one of which is meant.")
    arch: tuple[Machine, ...] = Field((), description="Processor architectures, one of which is meant.")
    env: dict[Text, Text] = Field({}, description="Environment variables: 'set', 'unset' or their text.")
    labels: dict[Text, Text] = Field({}, description="Labels, such as service or region, with their text.")

    @model_validator(mode="after")
    def _check_versions(self) -> Self:
        python = [("", self.python)] if self.python else []
        flaws = [
            *bad_versions(("packages",), self.packages.items(), ranges=True),
            *bad_versions(("fixed_in",), self.fixed_in.items(), ranges=False),
            *bad_versions(("python",), python, ranges=True, ecosystem="python"),
        ]
        if flaws:
            raise refuse(*flaws)
        return self


class Known(Model):
    """What is known where an example was seen: the values that `applies_to` is compared with."""

    packages: dict[Package, Range] = Field({}, description="Installed versions, by 'ecosystem:name'.")
    python: Range | None = Field(None, description="The version of Python.")
    os: System | None = Field(None, description="The operating system.")
    arch: Machine | None = Field(None, description="The processor architecture.")
    env: dict[Text, str] = Field({}, description="Environment variables with their text, empty if unset.")
    labels: dict[Text, Text] = Field({}, description="Labels, such as service or region, with their text.")

    @model_validator(mode="after")
    def _check_versions(self) -> Self:
        python = [("", self.python)] if self.python else []
        flaws = [
            *bad_versions(("packages",), self.packages.items(), ranges=False),
            *bad_versions(("python",), python, ranges=False, ecosystem="python"),
        ]
        if flaws:
            raise refuse(*flaws)
        return self


class ExceptionTest(Model):
    """A class in the chain of exceptions."""

    at_least_one = ("type", "module", "raised_in")
    type: Text | None = Field(None, description="Name of the class or of a base class.")
    module: Text | None = Field(None, description="Module that defines the class.")
    raised_in: Text | None = Field(None, description="Module of the frame that raised it.")
    args: tuple[Pattern, ...] | None = Field(None, description="Text patterns of its arguments, in order.")


class FrameTest(Model):
    """A frame of the stack trace."""

    at_least_one = ("module", "function", "file")
    module: Text | None = Field(None, description="Dotted name of the module.")
    function: Text | None = Field(None, description="Name of the function.")
    file: Text | None = Field(None, description="Name of the file.")
    at: Literal["raising", "any", "in_app"] = Field("any", description="Which frames are asked.")


class Within(Model):
    """The reach of a sequence or a count."""

    at_least_one = ("lines", "seconds")
    lines: Annotated[int, Field(ge=1)] | None = Field(None, description="At most so many lines.")
    seconds: Annotated[float, Field(gt=0, le=1e9)] | None = Field(None, description="At most so long.")


class Sequence(Model):
    """Conditions that are found one after the other."""

    steps: tuple["Condition", ...] = Field(min_length=2, description="The conditions, in their order.")
    within: Within | None = Field(None, description="The reach from the first step to the last.")


class Count(Model):
    """A condition that is found several times."""

    of: "Condition" = Field(description="The condition that is counted.")
    at_least: int = Field(ge=1, description="True from so many times on.")
    within: Within | None = Field(None, description="The reach from the first time to the last.")


Conditions = Annotated[tuple["Condition", ...], Field(min_length=1)]


class Condition(Model):
    """One test: exactly one of its kinds, and the options that this kind allows."""

    exactly_one = KINDS
    text: Pattern | None = Field(None, description="Text that is found; literal but for * and %{name}.")
    regex: Pattern | None = Field(None, description="Regular expression; named groups are captures.")
    json_: Patterns | None = Field(None, alias="json", description="Paths of an object, with their values.")
    exception: ExceptionTest | None = Field(None, description="A class in the chain of exceptions.")
    attr: Patterns | None = Field(None, description="Attributes of the exception, with their values.")
    frame: FrameTest | None = Field(None, description="A frame of the stack trace.")
    capture: Captures | None = Field(None, description="Captures with their values, in `when` only.")
    context: Context | None = Field(None, description="Where it happened, in `when` and `needs` only.")
    all: Conditions | None = Field(None, description="Every one of them is true.")
    any: Conditions | None = Field(None, description="One of them or more is true.")
    none: Conditions | None = Field(None, description="Not one of them is true.")
    sequence: Sequence | None = Field(None, description="Conditions that are found one after the other.")
    count: Count | None = Field(None, description="A condition that is found several times.")
    use: Slug | None = Field(None, description="Name of a condition in parts.yaml of the same pack.")
    cased: Flag = Field(False, description="Letters match in their own case only.")
    full: Flag = Field(False, description="The text covers whole lines, blanks at their ends aside.")
    where: View | None = Field(None, description="The part of the event that is searched.")
    slow: Flag = Field(False, description="The regex may run without a literal that every match needs.")

    @property
    def kind(self) -> str:
        """The one key of `KINDS` that it has."""
        return self.given(KINDS)[0]

    def members(self) -> "tuple[tuple[Path, Condition], ...]":
        """The conditions directly inside, each with its path from here."""
        if self.sequence is not None:
            return tuple((("sequence", "steps", i), one) for i, one in enumerate(self.sequence.steps))
        if self.count is not None:
            return ((("count", "of"), self.count.of),)
        for key, group in (("all", self.all), ("any", self.any), ("none", self.none)):
            if group is not None:
                return tuple(((key, i), one) for i, one in enumerate(group))
        return ()

    @model_validator(mode="after")
    def _check_options(self) -> Self:
        flaws = []
        for name in self.given(OPTIONS):
            if self.kind not in OPTIONS[name]:
                message = f"'{name}' does not go with '{self.kind}'"
                hint = f"delete it; it goes with {listed(OPTIONS[name])}"
                flaws.append(Flaw("misplaced-option", (name,), message, hint, on_key=True))
        if flaws:
            raise refuse(*flaws)
        return self


def walk(condition: Condition, path: Path = ()) -> Iterator[tuple[Path, Condition]]:
    """Yield a condition and every condition inside it, outermost first, each with its path."""
    yield path, condition
    for step, member in condition.members():
        yield from walk(member, path + step)
