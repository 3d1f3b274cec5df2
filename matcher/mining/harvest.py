"""A package -> the sites of its messages: raise statements, classes that make their message, catalogues.

Reads files as text. A file that cannot be read is counted and passed over; nothing is imported or run.
"""

import ast
import os
import warnings
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from matcher.mining import catalogues, sources
from matcher.mining.guards import condition, source_of
from matcher.mining.model import Site, Stats, Template, fixed_text
from matcher.mining.names import Names, names_of
from matcher.mining.reader import Lookup, Reading, Value, braces, percent, read
from matcher.mining.sources import Source
from matcher.mining.walker import VALUES, Event, Place, Walker

FILE_BYTES = 4 * 1024 * 1024  # a larger source file was written by a program
READINGS = 4  # messages of one raise statement

#: Arguments that are the message of an exception, whatever else it is given.
_MESSAGES = ("message", "msg", "detail", "reason", "description", "text", "error", "errmsg", "fmt", "body",
             "error_msg", "err_msg", "error_message", "hint")  # fmt: skip
#: Class attributes from which an exception class makes its message.
_CLASS_MESSAGES = (
    "fmt", "msg", "message", "msg_fmt", "msg_format", "message_format", "default_detail", "description",
    "template", "msg_template", "error_msg_template", "detail", "_msg_fmt", "reason", "explanation",
)  # fmt: skip


class _Bare(NamedTuple):
    """`raise X(...)` without a readable message: X may make it itself."""

    exception: str
    site: Site
    reason: str  # why no message can be read here
    given: bool  # whether there is an argument that may be a message


def sites(package: str | Source, stats: Stats | None = None) -> Iterator[Site]:
    """Yield every site of a package whose message can be read, in the order of files and lines.

    `package` is what `sources.find` takes. What was passed over is counted in `stats`.
    Deterministic: the same files give the same sites.
    Cost: about 1 ms for 100 lines of source. Raises `InputError` if there is no such package.
    """
    source = sources.find(package) if isinstance(package, str) else package
    counts = stats if stats is not None else Stats()
    counts.package, counts.version = source.package, source.version
    makers: dict[str, list[Site]] = {}  # class -> sites of the messages that it makes
    bare: list[_Bare] = []
    calls: dict[str, tuple[str, int]] = {}  # text handed to a gettext function -> file, line
    translated = any(not file.endswith(".py") for file in source.files)
    told: set[str] = set()  # texts of messages that have a site
    for file in source.files:
        if not file.endswith(".py"):
            continue
        tree = _parse(os.path.join(source.root, file), counts)
        if tree is None:
            continue
        counts.files += 1
        reader = _File(source, file, tree)
        try:
            reader.run()
        except RecursionError:
            counts.skipped_files["nested too deeply"] += 1
            continue
        for site in reader.found:
            if site.origin == "class":
                makers.setdefault(site.exception, []).append(site)
            else:
                told.add(fixed_text(site.template))
                counts.sites += 1
                yield site
        bare += reader.bare
        for text, line in catalogues.gettext_calls(tree) if translated else ():
            calls.setdefault(text, (file, line))
    yield from _made_by_classes(makers, bare, counts)
    for site in catalogues.sites(source, calls, counts):
        if fixed_text(site.template) not in told:
            told.add(fixed_text(site.template))
            counts.sites += 1
            yield site


def _parse(path: str, stats: Stats) -> ast.Module | None:
    """The tree of a file; None, and counted, if there is none."""
    try:
        if os.path.getsize(path) > FILE_BYTES:
            stats.skipped_files["too large"] += 1
            return None
        with open(path, "rb") as file:
            data = file.read()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # escapes and comparisons of others are not our business
            return ast.parse(data)
    except OSError:
        stats.skipped_files["not readable"] += 1
    except (SyntaxError, ValueError):
        stats.skipped_files["syntax error"] += 1
    except (RecursionError, MemoryError):
        stats.skipped_files["nested too deeply"] += 1
    return None


def _made_by_classes(makers: dict[str, list[Site]], bare: Sequence[_Bare], stats: Stats) -> Iterator[Site]:
    """Sites of classes that make their message: where they are raised, else where they are defined."""
    by_name: dict[str, list[str]] = {}
    for name in makers:
        by_name.setdefault(name.rpartition(".")[2], []).append(name)
    raised: dict[str, list[_Bare]] = {}
    for one in bare:
        exception = one.exception
        names = [exception] if exception in makers else by_name.get(exception.rpartition(".")[2], [])
        if len(names) == 1:
            raised.setdefault(names[0], []).append(one)
        else:
            stats.sites += 1
            stats.skipped[one.reason] += 1
    for name, made in makers.items():
        for site in made:
            # A constant is the default: an argument may be another message, so such a place proves nothing.
            constant = not site.function
            places = [one.site for one in raised.get(name, ()) if not (constant and one.given)]
            stats.sites += len(places) or 1
            for place in places:
                yield place._replace(template=site.template, exception=name)
            if not places:
                yield site


class _File:
    """Collects the sites of one file."""

    def __init__(self, source: Source, file: str, tree: ast.Module) -> None:
        self.found: list[Site] = []
        self.bare: list[_Bare] = []
        self._source = source
        self._file = file
        self._tree = tree
        stem = file.removesuffix(".py")
        self._module = stem.removesuffix("/__init__").replace("/", ".") if source.importable else ""
        self._names: Names = names_of(tree, self._module, stem.endswith("__init__"))

    def run(self) -> None:
        """Walk the module; `found` and `bare` are filled."""
        Walker(self._event, self._names.env).walk(self._tree)
        for name, owner in self._names.classes.items():
            if not self._names.is_error(name):
                continue
            for key in _CLASS_MESSAGES:
                if key in owner.constants:
                    place = Place("", name, name)
                    event = Event("class", owner.lines[key], owner.constants[key], place, (), self._names.env)
                    self._class_message(event, owner.constants[key])
                    break

    def _event(self, event: Event) -> None:
        if event.kind in ("raise", "exit"):
            self._raise(event)
        elif self._names.is_error(event.place.class_name):
            if event.kind == "return":
                self._class_message(event, event.expression)
            elif isinstance(event.expression, ast.Call):
                for argument in _arguments(event.expression):
                    if self._class_message(event, argument):
                        break

    def _raise(self, event: Event) -> None:
        raised = event.expression
        guards = event.guards
        if isinstance(raised, ast.Name):
            known = [one for one in event.env.get(raised.id, ()) if isinstance(one.node, ast.Call)]
            if len(known) == 1:  # `error = ValueError(...)`, then `raise error`
                raised, guards = known[0].node, (*known[0].guards, *guards)
        event = event._replace(guards=guards)
        while isinstance(raised, ast.Call) and isinstance(raised.func, ast.Attribute):
            if raised.func.attr != "with_traceback":
                break
            raised = raised.func.value
        call = raised if isinstance(raised, ast.Call) else None
        written = source_of(call.func if call else raised)
        exception = self._names.resolve(written)
        readings = self._message(call, event) if call else []
        for one in readings:
            self.found.append(self._site(event, exception, one, "raise"))
        exits = exception == "SystemExit" and event.kind == "exit"  # `sys.exit(1)` says nothing
        if not readings and (exception or call) and not exits:
            site = self._site(event, exception, Reading(()), "raise")
            filled = call is not None and bool(call.args or call.keywords)
            reason = "message is made elsewhere" if filled else "no message"
            given = call is not None and bool(call.args)
            self.bare.append(_Bare(exception or written, site, reason, given))

    def _message(self, call: ast.Call, event: Event) -> list[Reading]:
        """The argument that is the message: the one with the longest fixed text."""
        best: list[Reading] = []
        length = 0
        for argument in _arguments(call):
            readings = [one for one in read(argument, self._lookup(event)) if _words(one.template)]
            found = max((len(fixed_text(one.template)) for one in readings), default=0)
            if found > length:
                best, length = readings, found
        return best[:READINGS]

    def _class_message(self, event: Event, node: ast.expr) -> bool:
        """Add the sites of a message that a class makes; says whether there is one."""
        readings = [one for one in read(node, self._lookup(event)) if _words(one.template)]
        exception = self._names.resolve(event.place.class_name)
        for one in readings[:READINGS]:
            template = _unfilled(one.template) if event.kind == "class" else one.template
            self.found.append(self._site(event, exception, one._replace(template=template), "class"))
        return bool(readings)

    def _lookup(self, event: Event) -> Lookup:
        def look(node: ast.expr) -> Sequence[Value]:
            if isinstance(node, ast.Name):
                values = event.env.get(node.id, ())
                return values if len(values) <= VALUES else ()
            if isinstance(node, ast.Subscript):
                return [Value(one) for value in look(node.value) for one in _members(value.node, node.slice)]
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                owner = node.value.id
                owner = event.place.class_name if owner in ("self", "cls") else owner
                return self._names.constants(owner, node.attr)
            return ()

        return look

    def _site(self, event: Event, exception: str, reading: Reading, origin: str) -> Site:
        place = event.place
        guards = list(event.guards)
        guards += [one for one in reading.guards if not any(one is other for other in guards)]
        shown = f"{self._module}:{place.shown}" if place.shown and self._module else self._module
        return Site(
            package=self._source.package,
            version=self._source.version,
            file=self._file,
            line=event.line,
            function=place.function,
            module=self._module,
            shown_by=shown,
            exception=exception,
            template=reading.template,
            condition=condition(guards),
            origin=origin,
        )


def _arguments(call: ast.Call) -> list[ast.expr]:
    named = {one.arg: one.value for one in call.keywords if one.arg}
    given = [one for one in call.args if not isinstance(one, ast.Starred)]
    return given + [named[key] for key in _MESSAGES if key in named]


def _members(mapping: ast.expr, key: ast.expr) -> list[ast.expr]:
    """The value of a key in a mapping that is written out."""
    if not (isinstance(mapping, ast.Dict) and isinstance(key, ast.Constant)):
        return []
    pairs = zip(mapping.keys, mapping.values, strict=True)
    return [value for name, value in pairs if isinstance(name, ast.Constant) and name.value == key.value]


def _words(template: Template) -> bool:
    return any(c.isalpha() for c in fixed_text(template))


def _unfilled(template: Template) -> Template:
    """A template of a class that is filled elsewhere, with `%` or with `str.format`."""
    text = fixed_text(template)
    if "%(" in text or "%s" in text:
        return percent(template, ast.Tuple([]))
    if "{" in text:
        return braces(template, (), {}) or template
    return template
