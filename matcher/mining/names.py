"""What the names of a module mean: imports, classes with their text constants, texts at its top."""

import ast
import builtins
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from matcher.mining.guards import source_of
from matcher.mining.reader import Value
from matcher.mining.walker import VALUES, Env

_BUILT_IN = frozenset(name for name in dir(builtins) if isinstance(getattr(builtins, name), type))
_ERROR_ENDS = ("Error", "Exception", "Warning", "Failure", "Fault", "Failed", "NotFound", "Invalid", "Exit")
BASES = 8  # classes up that are asked for a constant


class Class(NamedTuple):
    """A class of a module: its bases as written, and its constants."""

    name: str
    bases: tuple[str, ...]
    constants: dict[str, ast.expr]
    lines: dict[str, int]  # of the constants


class Names(NamedTuple):
    """The names of one module."""

    module: str
    imports: dict[str, str]  # name -> dotted
    classes: dict[str, Class]
    env: Env

    def resolve(self, written: str) -> str:
        """The dotted name of a class as the module writes it; empty if it is surely no class.

        A class of the module itself and an imported one are dotted, a built-in one is bare.
        """
        first, _, rest = written.partition(".")
        last = written.rpartition(".")[2]
        if not written.replace(".", "").replace("_", "").isalnum() or not last.lstrip("_")[:1].isupper():
            return written if written in _BUILT_IN else ""
        if written in self.classes:
            return f"{self.module}.{written}" if self.module else written
        if first in self.imports:
            found = self.imports[first] + ("." + rest if rest else "")
            return found.removeprefix("builtins.")
        return last if first in ("self", "cls") or rest else written

    def constants(self, owner: str, name: str) -> tuple[Value, ...]:
        """The constant of a class or of its bases in the same module."""
        pending = [owner]
        for _ in range(BASES):
            if not pending:
                break
            found = self.classes.get(pending.pop(0))
            if found is not None:
                if name in found.constants:
                    return (Value(found.constants[name]),)
                pending += found.bases
        return ()

    def is_error(self, name: str) -> bool:
        """Whether a class looks like an exception: by its name, or the names of its bases."""
        pending = [name]
        for _ in range(BASES):
            if not pending:
                break
            one = pending.pop(0)
            if one.endswith(_ERROR_ENDS):
                return True
            pending += self.classes[one].bases if one in self.classes else ()
        return False


def names_of(tree: ast.Module, module: str, is_package: bool) -> Names:
    """Read the names of a module, without following an import."""
    imports: dict[str, str] = {}
    classes: dict[str, Class] = {}
    env: Env = {}
    for node in _statements(tree.body):  # inside functions too: an import means the same there in practice
        if isinstance(node, ast.Import):
            for alias in node.names:
                imports[alias.asname or alias.name.partition(".")[0]] = (
                    alias.name if alias.asname else alias.name.partition(".")[0]
                )
        elif isinstance(node, ast.ImportFrom):
            base = _base(node, module, is_package)
            for alias in node.names:
                imports[alias.asname or alias.name] = f"{base}.{alias.name}" if base else alias.name
    for name, owner in _classes(tree.body):
        constants: dict[str, ast.expr] = {}
        lines: dict[str, int] = {}
        for statement in owner.body:
            for key, value in _assigned(statement):
                constants[key], lines[key] = value, statement.lineno
        classes[name] = Class(name, tuple(source_of(one) for one in owner.bases), constants, lines)
    for statement in _flat(tree.body):
        for key, value in _assigned(statement):
            known = env.get(key, ())
            env[key] = (*known, Value(value))[: VALUES + 1]
    return Names(module, imports, classes, env)


def _statements(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """All statements of a module, also inner ones; expressions, which are most of a tree, are not entered."""
    pending: list[ast.AST] = list(reversed(body))
    while pending:
        node = pending.pop()
        if isinstance(node, ast.stmt):
            yield node
        for key in ("finalbody", "orelse", "handlers", "cases", "body"):
            pending += reversed(getattr(node, key, ()))


def _base(node: ast.ImportFrom, module: str, is_package: bool) -> str:
    """The module that a `from` import names."""
    if not node.level:
        return node.module or ""
    parts = module.split(".")
    up = node.level - (1 if is_package else 0)
    parts = parts[: len(parts) - up] if up else parts
    return ".".join([*parts, *([node.module] if node.module else [])])


def _classes(body: Sequence[ast.stmt], outer: str = "", depth: int = 0) -> Iterator[tuple[str, ast.ClassDef]]:
    for node in _flat(body):
        if isinstance(node, ast.ClassDef) and depth < BASES:
            name = f"{outer}.{node.name}" if outer else node.name
            yield name, node
            yield from _classes(node.body, name, depth + 1)


def _flat(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """Statements at the top, also those inside an `if` or `try` there."""
    for node in body:
        yield node
        if isinstance(node, (ast.If, ast.Try, ast.TryStar)):
            yield from node.body
            yield from node.orelse
            for handler in getattr(node, "handlers", ()):
                yield from handler.body


def _assigned(node: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
        yield node.targets[0].id, node.value
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
        yield node.target.id, node.value
