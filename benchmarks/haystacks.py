"""Real exceptions, raised through nested functions of modules on disk, and the text that Python prints.

The modules are real files, so that `traceback` reads, checks and prints their source lines.
"""

import importlib.util
import traceback
from functools import cache
from pathlib import Path
from types import ModuleType

from benchmarks import make_kb

MODULES = {
    "web": """\
from app_service import OrderService


def handle(request, message):
    with_defaults = {"action": "order.submit", **request}
    return dispatch(with_defaults, message)


def dispatch(request, message):
    handler = {"order.submit": submit_order}[request["action"]]
    return handler(request, OrderService(request["tenant"]), message)


def submit_order(request, service, message):
    with service.unit_of_work(request["id"]):
        return service.submit(request["payload"], retries=2, message=message)
""",
    "service": """\
from contextlib import contextmanager

from app_storage import Repository


class OrderService:
    def __init__(self, tenant):
        self.repository = Repository(tenant, pool_size=8)

    @contextmanager
    def unit_of_work(self, key):
        yield key

    def submit(self, payload, retries, message):
        order = {"lines": payload, "retries": retries, "total": sum(payload)}
        return self.persist(order, message)

    def persist(self, order, message):
        key = hash(order["total"])
        return self.repository.save(order, idempotency_key=key, message=message)
""",
    "storage": """\
from app_transport import Channel


class Repository:
    def __init__(self, tenant, pool_size):
        self.channel = Channel(f"{tenant}.storage.internal", pool_size)

    def save(self, order, idempotency_key, message):
        record = self.encode(order) + [idempotency_key]
        return self.channel.send(record, timeout=2.5, message=message)

    def encode(self, order):
        return [order["total"], *order["lines"]]
""",
    "transport": """\
from app_errors import RemoteCallError


class Channel:
    def __init__(self, host, pool_size):
        self.host, self.pool_size = host, pool_size

    def send(self, record, timeout, message):
        frames = [bytes(8) for _ in record]
        return self.exchange(frames, deadline=timeout * self.pool_size, message=message)

    def exchange(self, frames, deadline, message):
        if len(frames) < deadline:
            raise RemoteCallError(message)
        return frames
""",
    "errors": '''\
class RemoteCallError(RuntimeError):
    """What a remote system answered."""
''',
}

#: What no entry of the synthetic knowledge base knows.
UNKNOWN_MESSAGE = "the ledger of tenant acme is out of balance by 12 units after the nightly posting run"
MIN_BYTES, MAX_BYTES = 1_600, 2_800  # "2 KB": depends on how long the path of the checkout is


@cache
def _web() -> ModuleType:
    """The outermost module; the others are imported by it, from files in the work folder."""
    import sys

    folder = make_kb.WORK / "app"
    folder.mkdir(parents=True, exist_ok=True)
    modules = {}
    for name in reversed(MODULES):  # the innermost first, as they import each other
        path = folder / f"app_{name}.py"
        if not path.exists() or path.read_text(encoding="utf-8") != MODULES[name]:
            path.write_text(MODULES[name], encoding="utf-8")
        spec = importlib.util.spec_from_file_location(path.stem, path)
        assert spec is not None and spec.loader is not None
        modules[name] = sys.modules[path.stem] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(modules[name])
    return modules["web"]


def raised(message: str) -> BaseException:
    """An exception with this message and nine frames, caught."""
    request = {"id": "o-4711", "tenant": "acme", "payload": [3, 5, 8]}
    try:
        _web().handle(request, message)
    except RuntimeError as error:
        return error
    raise AssertionError("the modules did not raise")


def message_of(name: str, entries: int) -> str:
    """The message of a haystack: `miss`, `hit`, `reworded`, `decoys` (literals of entries, none true)."""
    specs = make_kb.specs(entries)
    if name == "miss":
        return UNKNOWN_MESSAGE
    if name in ("hit", "reworded"):
        known = specs[make_kb.HIT].example
        return (
            known
            if name == "hit"
            else known.replace("failed to", "has failed to", 1).replace(" lease", " a lease")
        )
    decoys = [one.example for one in specs if one.kind == "text" and one.example.endswith(")")][:5]
    return "; ".join(one.rpartition(" (")[0] for one in decoys)


@cache
def exception(name: str, entries: int) -> BaseException:
    """The exception of a haystack."""
    return raised(message_of(name, entries))


@cache
def text(name: str, entries: int) -> str:
    """What `traceback.format_exception` gives for it."""
    found = "".join(traceback.format_exception(exception(name, entries)))
    if not MIN_BYTES <= len(found) <= MAX_BYTES:
        raise SystemExit(
            f"the haystack {name!r} has {len(found)} bytes; is the path of the checkout very long?"
        )
    return found


def app_folder() -> Path:
    """Where the modules lie."""
    return make_kb.WORK / "app"
