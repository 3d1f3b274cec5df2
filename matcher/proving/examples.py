"""Every example ranks its own entry first, as expected; every near miss is silent."""

from collections.abc import Iterator

from matcher.engine.context import Context
from matcher.engine.diagnoser import diagnose
from matcher.engine.haystack import Haystack, normalize
from matcher.engine.library import Library
from matcher.errors import Problem
from matcher.knowledge.loader import Loaded, LoadedEntry, example_text
from matcher.knowledge.schema import Counterexample, Example
from matcher.model import Diagnosis, Report


def prove(loaded: Loaded, library: Library) -> tuple[Problem, ...]:
    """Run all examples and counterexamples of the loaded entries against a compiled library."""
    known = library.ids
    return tuple(
        problem
        for one in loaded.entries
        if one.id in known and one.entry.status != "deprecated"
        for problem in prove_entry(one, library)
    )


def prove_entry(one: LoadedEntry, library: Library) -> Iterator[Problem]:
    """What is wrong with the examples of one entry."""
    for number, example in enumerate(one.entry.examples):
        report = ask(library, one, example)
        yield from _example(one, number, example, report)
    for number, counter in enumerate(one.entry.counterexamples):
        report = ask(library, one, counter)
        fired = [d for d in answers_of(report) if one.id == d.id or one.id in d.also]
        if fired:
            what = fired[0].evidence[0].what
            yield one.document.problem(
                "counterexample-fires",
                ("counterexamples", number),
                f"this near miss is recognised as {one.id} ({what})",
                "make the signature longer, or add what tells the two apart to `excludes`",
                "lint",
            )


def ask(library: Library, one: LoadedEntry, example: Example | Counterexample) -> Report:
    """The report on an example of an entry, in the context that the example names."""
    text = normalize(example_text(one, example).encode("utf-8", "surrogatepass"))
    context = Context()
    if isinstance(example, Example) and example.context is not None:
        given = example.context.model_dump(exclude_defaults=True)
        for key in ("os", "arch"):
            if isinstance(given.get(key), (list, tuple)):
                given[key] = given[key][0]
        context = Context(**{key: given[key] for key in given if key in Context._fields})
    return diagnose(library, Haystack(text), context, "-")


def answers_of(report: Report) -> tuple[Diagnosis, ...]:
    """All answers, in the order in which they are shown."""
    return (*report.diagnoses, *report.fallbacks)


def _example(one: LoadedEntry, number: int, example: Example, report: Report) -> Iterator[Problem]:
    path = ("examples", number)
    expect = example.expect
    rank = expect.rank if expect else 1
    answers = answers_of(report)
    own = next((d for d in answers if d.id == one.id), None)
    if own is None or answers.index(own) >= rank:
        first = answers[0] if answers else None
        yield one.document.problem(
            "example-not-first",
            path,
            _instead(one.id, first, own),
            f"see `matcher why {one.id}` with this text",
            "lint",
        )
        return
    if expect is None:
        return
    for name, value in expect.captures.items():
        if own.captures.get(name) != value:
            yield one.document.problem(
                "wrong-capture",
                (*path, "expect", "captures", name),
                f"%{{{name}}} captured {own.captures.get(name)!r}, not {value!r}",
                "mend the pattern or the expectation",
                "lint",
            )
    if expect.cause and (not own.causes or own.causes[0].id != expect.cause):
        yield one.document.problem(
            "wrong-cause",
            (*path, "expect", "cause"),
            f"the first cause is {own.causes[0].id} ({own.causes[0].bits:+.1f} bits), not {expect.cause}",
            "make the `when` of the two causes tell them apart",
            "lint",
        )


def _instead(entry_id: str, first: Diagnosis | None, own: Diagnosis | None) -> str:
    """What came first in the place of an entry."""
    if first is None:
        return "nothing is recognised in this example"
    message = f"{first.id} comes first here ({first.bits:.1f} bits)"
    if entry_id in first.also:
        message += ", which hides this one"
    return message + (f"; {entry_id} has {own.bits:.1f} bits" if own else "")
