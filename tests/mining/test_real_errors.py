"""Errors that are really raised here are recognised by the entries mined from the source that raises them."""

import argparse
import fractions
import json
import re
import subprocess
import sys
import traceback

import pytest
from code_of_packages import package

from matcher import Matcher
from matcher.cli.main import main


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Entries of some modules of the standard library."""
    folder = tmp_path_factory.mktemp("mined")
    modules = ["argparse", "configparser", "json", "re", "textwrap", "string", "fractions", "queue", "sched"]
    assert main(["mine", *modules, "-o", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def mined(folder):
    """A matcher with the mined entries alone: written ones would come before them."""
    return Matcher.open(folder, builtin=False, strict=True)


def parse_options():
    argparse.ArgumentParser().add_argument("a", "b")


def read_fraction():
    fractions.Fraction("one half")


def call_json():
    json.loads('{"a":1,}')


def compile_set():
    re.compile("[a-")


RAISED = [
    (parse_options, "argparse.py", "must start with a character '-'", "_get_optional_kwargs"),
    (call_json, "json/decoder.py", "double quotes", "JSONObject"),
    (compile_set, "re/_parser.py", "unterminated character set", "_parse"),
    (read_fraction, "fractions.py", "'one half'", "Fraction.__new__"),
]


@pytest.mark.parametrize("live", [True, False], ids=["live", "text"])
@pytest.mark.parametrize(("fail", "file", "title", "function"), RAISED)
def test_raised_here(mined, fail, file, title, function, live):
    """The mined entry is the first answer: it names the message with its values, and the line that raises."""
    with pytest.raises(Exception) as raised:
        fail()
    text = "".join(traceback.format_exception(raised.value))
    best = mined.match(raised.value if live else text).best
    assert best is not None
    assert best.id.startswith("stdlib/")
    assert title in best.title
    assert file in best.causes[0].says
    assert function in best.causes[0].says
    assert best.confidence == "low"


def test_the_line_that_raises_is_the_first_cause(mined):
    """Of two places in one function, the line in the stack trace decides."""
    with pytest.raises(re.error) as raised:
        compile_set()
    line = raised.value.__traceback__
    while line.tb_next:
        line = line.tb_next
    assert f"re/_parser.py:{line.tb_lineno} " in mined.match(raised.value).best.causes[0].says


def test_another_module_is_not_blamed(mined):
    """The same words in a stack trace of other modules are another error."""
    trace = (
        "Traceback (most recent call last):\n"
        '  File "/srv/app/{}.py", line 7, in load\n'
        '    raise ValueError("invalid option string")\n'
        "ValueError: invalid option string 'a': must start with a character '-'\n"
    )
    assert mined.match(trace.format("main")).best is None
    assert mined.match(trace.format("argparse")).best is not None


def test_known_entries_come_first(folder):
    """A mined entry never stands before one that a person wrote."""
    mined = Matcher.open(folder)
    error = "ModuleNotFoundError: No module named 'alpha'; 'alpha' is not a package"
    assert mined.match(error).best.id == "python/module-not-found"


def test_the_source_line_of_a_trace_is_not_the_message(mined, tmp_path):
    """Captures come from the message, not from the f-string in the source that a stack trace shows."""
    root = package(
        tmp_path, {"core.py": 'def get(url):\n    raise ValueError(f"no lease was found for {url!r}")\n'}
    )
    assert main(["mine", root, "-o", str(tmp_path / "kb")]) == 0
    (tmp_path / "main.py").write_text("import acme.core\nacme.core.get('https://example.org')\n")
    done = subprocess.run([sys.executable, "main.py"], cwd=tmp_path, capture_output=True, text=True)
    best = Matcher.open(tmp_path / "kb").match(done.stderr).best
    assert best.title == "no lease was found for 'https://example.org'"
    assert best.captures == {"url": "'https://example.org'"}


def test_the_command_that_is_shown_works(mined, tmp_path):
    """The command of a fix prints the source of the place."""
    command = (
        mined.explain("stdlib/invalid-option-string-option-must-start-with-a").fixes[0].commands["any"][0]
    )
    words = command.split()
    assert words[:3] == ["python", "-m", "inspect"]
    done = subprocess.run([sys.executable, *words[1:]], capture_output=True, text=True, check=True)
    assert "must start with a character" in done.stdout
