"""The layout holds: imports point down, each third-party library has one home, doors stay light."""

import ast
import subprocess
import sys
from pathlib import Path

from helpers import bare_environment

import matcher

PACKAGE = Path(matcher.__file__).parent
TESTS = Path(__file__).parent

#: From the ground up; a module may import from its own floor and from those below.
FLOORS = [
    {"errors", "model", "folders"},
    {"traces"},
    {"engine"},
    {"report"},
    {"stream"},
    {"knowledge"},
    {"cache"},
    {"api"},
    {"doors"},
    {"proving", "mining"},
    {"cli", "__main__"},
]

#: Which module may import which library.
HOMES = {
    "hyperscan": {"engine.scanner"},
    "regex": {"engine.conditions", "knowledge.regex_gate"},
    "rapidfuzz": {"engine.near"},
    "packaging": {"engine.context", "knowledge.shapes"},
    "rich": {"report.page"},
    "platformdirs": {"folders"},
    "yaml": {"knowledge.strict_yaml"},
    "pydantic": {
        "knowledge.shapes",
        "knowledge.condition_schema",
        "knowledge.schema",
        "knowledge.explain",
        "knowledge.parts",
        "knowledge.loader",
    },
    "pydantic_core": {"knowledge.shapes"},
}


def modules():
    """(dotted name below matcher, path) of every module."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        if name and "_kb" not in parts:
            yield name, path


def imports(path):
    """Every imported module of a file, also those inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def floor(name):
    top = name.split(".")[0]
    return next(number for number, names in enumerate(FLOORS) if top in names)


def test_imports_point_down():
    """No module imports from a floor above its own."""
    wrong = []
    for name, path in modules():
        for target in imports(path):
            inner = target.removeprefix("matcher.")
            if inner != target and inner.split(".")[0] != "__version__" and floor(inner) > floor(name):
                wrong.append(f"{name} imports {target}")
    assert wrong == []


#: Packages that only the command line imports.
LEAVES = ("proving", "mining")


def test_nobody_imports_a_leaf():
    """What runs entries and what makes them is used by the command line alone."""
    wrong = [
        f"{name} imports {target}"
        for name, path in modules()
        for target in imports(path)
        for leaf in LEAVES
        if target.startswith(f"matcher.{leaf}") and name.split(".")[0] not in (leaf, "cli")
    ]
    assert wrong == []


def test_each_library_has_one_home():
    """A third-party library is imported where the table says, and nowhere else."""
    wrong = [
        f"{name} imports {target}"
        for name, path in modules()
        for target in imports(path)
        for library, homes in HOMES.items()
        if target.split(".")[0] == library and name not in homes
    ]
    assert wrong == []


def test_no_file_is_too_long():
    """No module and no file of the tests passes 400 lines; programs that make errors again do not count."""
    paths = dict(modules())
    tests = [path for path in TESTS.rglob("*.py") if path.relative_to(TESTS).parts[0] != "reproduce"]
    paths |= {str(path.relative_to(TESTS.parent)): path for path in tests}
    long = {name: n for name, path in paths.items() if (n := len(path.read_text("utf-8").splitlines())) > 400}
    assert long == {}


def loaded(code, *libraries, env=None):
    """Which of some libraries are loaded after running code in a fresh process."""
    report = f"\nimport sys\nprint([m for m in {libraries!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code + report], capture_output=True, text=True, check=True, env=env
    )
    return ast.literal_eval(done.stdout.splitlines()[-1])


def test_import_is_free():
    """`import matcher` loads no third-party module and no module of ours but itself."""
    code = "import sys; before = set(sys.modules); import matcher; new = set(sys.modules) - before; print(sorted(new))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ast.literal_eval(done.stdout) == ["matcher"]


def test_stored_database_needs_neither_yaml_nor_pydantic():
    """Opening a stored database and matching loads neither pydantic nor yaml nor rich."""
    code = "import matcher\nassert matcher.match(\"ModuleNotFoundError: No module named 'yaml'\").best"
    loaded(code)  # stores the database if it was not
    assert loaded(code, "pydantic", "yaml", "rich", "packaging", "rapidfuzz", "platformdirs") == []


def test_advice_needs_neither_yaml_nor_rich():
    """Advice on an exception loads no more than a match, and no `dataclasses` or `importlib.metadata`."""
    code = "import matcher\ntry: import not_there\nexcept ImportError as error: assert matcher.advise(error).__notes__"
    loaded(code)
    bare = bare_environment()  # coverage itself loads some of them
    heavy = (
        "pydantic",
        "yaml",
        "rich",
        "packaging",
        "rapidfuzz",
        "platformdirs",
        "importlib.metadata",
        "dataclasses",
    )
    assert loaded(code, *heavy, env=bare) == []
