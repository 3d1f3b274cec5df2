"""A module of the standard library that the program imports later -> a call when it is there.

`install()` must not import `threading` or `asyncio` itself: they cost more than all the rest of it.
"""

import sys

TYPE_CHECKING = False  # as `typing` has it, without its cost
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType
    from typing import Any


class Later:
    """A finder that finds nothing itself; it sees the modules it waits for and goes when it has seen all."""

    def __init__(self, wanted: "dict[str, Callable[[ModuleType], None]]") -> None:
        self.wanted = wanted
        sys.meta_path.insert(0, self)

    def stop(self) -> None:
        """Wait no longer."""
        self.wanted = {}
        try:
            sys.meta_path.remove(self)
        except ValueError:
            pass

    def find_spec(
        self, name: str, path: "Sequence[str] | None" = None, target: "ModuleType | None" = None
    ) -> "Any":
        """Let the other finders find a module, and add our call behind its execution."""
        then = self.wanted.get(name)
        if then is None:
            return None
        self.wanted.pop(name, None)
        if not self.wanted:
            self.stop()
        for finder in sys.meta_path:
            find = getattr(finder, "find_spec", None)
            spec = find(name, path, target) if find is not None and finder is not self else None
            if spec is not None:
                if _is_of_python(spec):
                    spec.loader = _Then(spec, spec.loader, then)
                return spec
        return None


def _is_of_python(spec: "Any") -> bool:
    """Whether it is the module of the standard library, not a file of that name in the program's folder."""
    import os

    folder = os.path.dirname(os.__file__)
    return isinstance(spec.origin, str) and spec.origin.startswith(folder) and "-packages" not in spec.origin


class _Then:
    """The loader of one module, which takes its own place back before the module runs."""

    def __init__(self, spec: "Any", loader: "Any", then: "Callable[[ModuleType], None]") -> None:
        self.spec = spec
        self.loader = loader
        self.then = then

    def create_module(self, spec: "Any") -> "Any":
        return self.loader.create_module(spec)

    def exec_module(self, module: "Any") -> None:
        self.spec.loader = module.__loader__ = self.loader
        self.loader.exec_module(module)
        try:
            self.then(module)
        except Exception:  # a module that is built otherwise: it stays as it is
            pass
