"""A parsed module -> its raise statements, each with its guards and the values of names there.

Walks statements, not expressions, with a plain model of flow: branches, early exits, loops, handlers.
"""

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from matcher.mining.guards import Guard, names_in, source_of
from matcher.mining.reader import Value

VALUES = 4  # that one name may have; more of them are not followed
DEFINITION_CHARACTERS = 70  # a longer right side explains nothing

Env = dict[str, tuple[Value, ...]]
_Function = ast.FunctionDef | ast.AsyncFunctionDef
_LEAVE = (ast.Return, ast.Raise, ast.Continue, ast.Break)
#: Decorators that leave something whose source `inspect` finds.
_TRANSPARENT = frozenset(
    ("staticmethod", "classmethod", "abstractmethod", "contextmanager", "wraps", "overload")
)


class Place(NamedTuple):
    """Where a statement stands: qualified names of the function and of the class around it."""

    function: str = ""
    class_name: str = ""
    shown: str = ""  # what `inspect` can print; empty if nothing
    hidden: bool = False  # inside of something that has no name from outside

    def inside(self, node: _Function | ast.ClassDef) -> "Place":
        """The place of the body of a class or function that is defined here."""
        name = f"{self.function}.{node.name}" if self.function else node.name
        hidden = self.hidden or (bool(self.function) and self.function != self.class_name)
        if isinstance(node, ast.ClassDef):
            return Place(name, name, self.shown if hidden else name, hidden)
        plain = all(_last_name(one) in _TRANSPARENT for one in node.decorator_list)
        return Place(name, self.class_name, self.shown if hidden or not plain else name, hidden or not plain)


class Event(NamedTuple):
    """A statement that gives a message: `expression` is what is raised, returned or handed to `__init__`."""

    kind: str  # "raise", "exit" (a call of `sys.exit`), "return", "init"
    line: int
    expression: ast.expr
    place: Place
    guards: tuple[Guard, ...]
    env: Mapping[str, tuple[Value, ...]]


class Walker:
    """Walks a module; every event goes to `emit`."""

    def __init__(self, emit: Callable[[Event], None], module_env: Env) -> None:
        self._emit = emit
        self._module_env = module_env

    def walk(self, tree: ast.Module) -> None:
        """Walk the whole module."""
        self._suite(tree.body, dict(self._module_env), (), Place())

    def _suite(self, body: Sequence[ast.stmt], env: Env, guards: tuple[Guard, ...], place: Place) -> Env:
        """Walk statements in order; gives the values of names behind them."""
        before: ast.stmt | None = None
        for statement in body:
            env, guards = self._statement(statement, before, env, guards, place)
            before = statement
        return env

    def _statement(
        self,
        node: ast.stmt,
        before: ast.stmt | None,
        env: Env,
        guards: tuple[Guard, ...],
        place: Place,
    ) -> tuple[Env, tuple[Guard, ...]]:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                self._function(node, env, place)
            case ast.ClassDef():
                self._suite(node.body, dict(self._module_env), (), place.inside(node))
            case ast.Raise(exc=ast.expr() as raised):
                self._emit(Event("raise", node.lineno, raised, place, guards, env))
            case ast.Return(value=ast.expr() as value):
                if place.function.endswith("__str__"):
                    self._emit(Event("return", node.lineno, value, place, guards, env))
            case ast.Expr(value=ast.Call() as call):
                self._call(call, place, guards, env)
            case ast.Assign() | ast.AnnAssign() | ast.AugAssign():
                _assign(node, env, guards)
            case ast.If():
                return self._if(node, before, env, guards, place)
            case ast.For() | ast.AsyncFor() | ast.While():
                return self._loop(node, env, guards, place)
            case ast.Try() | ast.TryStar():
                return self._try(node, env, guards, place)
            case ast.With() | ast.AsyncWith():
                for item in node.items:
                    _forget(item.optional_vars, env)
                env = self._suite(node.body, env, guards, place)
            case ast.Match():
                env = self._match(node, env, guards, place)
        return env, guards

    def _function(self, node: _Function, env: Env, place: Place) -> None:
        inner = dict(env)
        arguments = node.args
        for one in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
            inner.pop(one.arg, None)
        for extra in (arguments.vararg, arguments.kwarg):
            if extra is not None:
                inner.pop(extra.arg, None)
        self._suite(node.body, inner, (), place.inside(node))

    def _call(self, call: ast.Call, place: Place, guards: tuple[Guard, ...], env: Env) -> None:
        name = source_of(call.func)
        if name in ("sys.exit", "exit") and call.args:
            exits = ast.Call(ast.Name("SystemExit"), call.args, [])
            self._emit(Event("exit", call.lineno, exits, place, guards, env))
        elif name.endswith(".__init__") and place.function.endswith(".__init__"):
            self._emit(Event("init", call.lineno, call, place, guards, env))

    def _if(
        self, node: ast.If, before: ast.stmt | None, env: Env, guards: tuple[Guard, ...], place: Place
    ) -> tuple[Env, tuple[Guard, ...]]:
        """A whole chain of `if` and `elif`, in a loop: chains of a thousand exist."""
        values = _values_of(node.test, before)
        inside, behind = guards, guards
        ends: list[Env] = []
        link = node
        left = True  # whether all branches so far have left
        while True:
            end = self._suite(link.body, dict(env), (*inside, Guard("if", link.test, True, values)), place)
            left = left and _leaves(link.body)
            if left:
                behind = (*behind, Guard(_exit(link.body), link.test, False, values))
            if not _leaves(link.body):
                ends.append(end)
            inside = (*inside, Guard("if", link.test, False, values))
            if not (len(link.orelse) == 1 and isinstance(link.orelse[0], ast.If)):
                break
            link, values = link.orelse[0], ()
        if link.orelse:
            end = self._suite(link.orelse, dict(env), inside, place)
            if not _leaves(link.orelse):
                ends.append(end)
            elif link is node and not left:
                behind = (*behind, Guard(_exit(link.orelse), node.test, True, values))
        else:
            ends.append(env)
        return _merged(ends) if ends else env, behind

    def _loop(
        self, node: ast.For | ast.AsyncFor | ast.While, env: Env, guards: tuple[Guard, ...], place: Place
    ) -> tuple[Env, tuple[Guard, ...]]:
        if isinstance(node, ast.While):
            endless = isinstance(node.test, ast.Constant)
            inside = guards if endless else (*guards, Guard("while", node.test))
        else:
            _forget(node.target, env)
            inside = (*guards, Guard("for", node))
        end = self._suite(node.body, dict(env), inside, place)
        env = _merged([env, end])
        tried = (*guards, Guard("tried", node)) if _returns(node.body) else guards
        env = self._suite(node.orelse, env, tried, place)
        return env, tried

    def _try(
        self, node: ast.Try | ast.TryStar, env: Env, guards: tuple[Guard, ...], place: Place
    ) -> tuple[Env, tuple[Guard, ...]]:
        end = self._suite(node.body, dict(env), guards, place)
        ends = [] if _leaves(node.body) else [end]
        tried = node.body[0] if len(node.body) == 1 and not hasattr(node.body[0], "body") else None
        for handler in node.handlers:
            inner = dict(env)
            if handler.name:
                inner.pop(handler.name, None)
            guard = Guard("except", handler, about=tried)
            end = self._suite(handler.body, inner, (*guards, guard), place)
            if not _leaves(handler.body):
                ends.append(end)
        ends = [self._suite(node.orelse, one, guards, place) for one in ends[:1]] + ends[1:]
        env = _merged(ends) if ends else env
        env = self._suite(node.finalbody, env, guards, place)
        return env, ((*guards, Guard("tried", node)) if _returns(node.body) else guards)

    def _match(self, node: ast.Match, env: Env, guards: tuple[Guard, ...], place: Place) -> Env:
        ends = [env]
        for case in node.cases:
            inner = (*guards, Guard("case", case, about=node.subject))
            end = self._suite(case.body, dict(env), inner, place)
            if not _leaves(case.body):
                ends.append(end)
        return _merged(ends)


def _assign(node: ast.Assign | ast.AnnAssign | ast.AugAssign, env: Env, guards: tuple[Guard, ...]) -> None:
    """Keep what a single name is given; forget names that are given something unknown."""
    if isinstance(node, ast.AugAssign):
        if isinstance(node.target, ast.Name) and isinstance(node.op, ast.Add):
            name = node.target.id
            env[name] = tuple(
                Value(ast.BinOp(old.node, ast.Add(), node.value), (*old.guards, *_new(guards, old.guards)))
                for old in env.get(name, ())
            )
        else:
            _forget(node.target, env)
        return
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    for target in targets:
        if isinstance(target, ast.Name) and node.value is not None:
            env[target.id] = (Value(node.value, guards),)
        elif node.value is not None:
            _forget(target, env)


def _new(guards: tuple[Guard, ...], known: tuple[Guard, ...]) -> tuple[Guard, ...]:
    return tuple(one for one in guards if not any(one is other for other in known))


def _forget(target: ast.expr | None, env: Env) -> None:
    """Names that get a value nobody knows: loop variables, unpacked tuples."""
    if target is not None:
        for name in names_in(target):
            env.pop(name, None)


def _merged(ends: Sequence[Env]) -> Env:
    """What names may be where several branches come together."""
    if len(ends) == 1:
        return ends[0]
    merged: Env = {}
    for end in ends:
        for name, values in end.items():
            known = merged.get(name)
            if known is None or known is values:
                merged[name] = values
            else:
                nodes = {id(one.node) for one in known}
                both = known + tuple(one for one in values if id(one.node) not in nodes)
                merged[name] = both[: VALUES + 1]  # one too many: "not followed" can be seen
    return merged


def _values_of(test: ast.expr, before: ast.stmt | None) -> tuple[tuple[str, str], ...]:
    """The assignment just above a test, if the test is about its name."""
    if not (isinstance(before, ast.Assign) and len(before.targets) == 1):
        return ()
    target = before.targets[0]
    if not isinstance(target, ast.Name) or target.id not in names_in(test):
        return ()
    value = source_of(before.value, DEFINITION_CHARACTERS)
    tells = target.id not in names_in(before.value) and not value.endswith(("…", "..."))
    return ((target.id, value),) if tells else ()


def _leaves(body: Sequence[ast.stmt]) -> bool:
    """Whether nothing behind these statements is reached through them."""
    last = body[-1]
    if isinstance(last, ast.If):
        return bool(last.orelse) and _leaves(last.body) and _leaves(last.orelse)
    return isinstance(last, _LEAVE)


def _exit(body: Sequence[ast.stmt]) -> str:
    """The kind of the guard that statements leave behind: another check that failed, or a way out."""
    return "checked" if isinstance(body[-1], ast.Raise) else "early"


def _returns(body: Sequence[ast.stmt]) -> bool:
    """Whether a `return` stands in these statements, or below them."""
    pending: list[ast.AST] = list(body)
    while pending:
        one = pending.pop()
        if isinstance(one, ast.Return):
            return True
        if not isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.expr)):
            pending += ast.iter_child_nodes(one)
    return False


def _last_name(node: ast.expr) -> str:
    node = node.func if isinstance(node, ast.Call) else node
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
