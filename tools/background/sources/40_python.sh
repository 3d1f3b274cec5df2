# Python: test runners, linters, documentation builders, interpreter output, data tools.
. "$TOOLS/sources/lib.sh"

rm -rf "$LAB/pyproject"; mkdir -p "$LAB/pyproject"/{shop,tests,docs} && cd "$LAB/pyproject" || exit 1
modules="errors retry timeouts http_status queue_core"
names=(timeout 404 401 "connection refused" "not found" "" "permission denied" OOM core error failed 500 "no such item" empty "two words" null cancelled "exit 1" x-retry denied)
number=0
touch shop/__init__.py tests/__init__.py
for m in $modules; do
    cases=$(printf '"%s", ' "${names[@]:$((number * 4)):4}"); number=$((number + 1))
    cat > shop/$m.py <<P
"""Counts for $m."""

import logging

log = logging.getLogger(__name__)


class ${m^}Error(Exception):
    """Raised when $m are refused."""


def count(name: str, start: int = 0) -> int:
    """Return the next count of a name.

    >>> count("timeout")
    1
    """
    log.info("counted %s, errors=0, failed=0", name)
    log.debug("no error handler needed for %s", name)
    return start + 1
P
    cat > tests/test_$m.py <<P
import unittest, warnings
import pytest
from hypothesis import given, strategies as st
from shop import $m


@pytest.mark.parametrize("name", [$cases])
def test_count(name): assert $m.count(name) == 1

def test_error_is_raised():
    with pytest.raises($m.${m^}Error): raise $m.${m^}Error("expected failure")

def test_failed_request_is_retried(caplog, tmp_path, monkeypatch): assert $m.count("failed", 1) == 2

def test_deprecated_name_warns(): warnings.warn("count_all is deprecated, use count", DeprecationWarning)

@pytest.mark.skip(reason="needs a database, none configured")
def test_database_error(): pass

@pytest.mark.skipif("True", reason="timeout tests are slow")
def test_timeout(): pass

@pytest.mark.xfail(reason="error text not translated yet")
def test_translated_error(): assert 0

@given(st.integers())
def test_any_start(n): assert $m.count("x", n) == n + 1

class TestHandler:
    @pytest.fixture(autouse=True)
    def connection(self): yield "connected"
    def test_not_found_gives_404(self): assert 404
    def test_unauthorized_gives_401(self): assert 401
    def test_keyboard_interrupt_passes(self): assert True

class LegacyCase(unittest.TestCase):
    def test_import_error_is_reported(self): self.assertEqual($m.count("a"), 1)
    def test_error_message_has_hint(self): self.assertIn("a", "abc")
    @unittest.skip("no network")
    def test_refused(self): pass
    def test_sub(self):
        for c in (200, 301, 404, 500):
            with self.subTest(status=c): self.assertTrue(c)
P
done
printf '[tool.pytest.ini_options]\nmarkers = ["slow: takes long"]\n[project]\nname = "shop"\nversion = "1.4.0"\n[tool.mypy]\nstrict = true\n' > pyproject.toml
keep pytest verbose $py/pytest -v -rA --durations=20
keep pytest debug $py/pytest -vv -o log_cli=true -o log_cli_level=DEBUG --hypothesis-show-statistics tests/test_errors.py tests/test_retry.py
keep pytest setup bash -c "$py/pytest -v --setup-show | awk 'NR%4==0'"
keep pytest xdist $py/pytest -v -n 2
keep pytest cov $py/pytest -q --cov=shop --cov-report=term-missing --doctest-modules shop tests
keep pytest short $py/pytest
keep pytest collect bash -c "$py/pytest --collect-only | awk 'NR%3==0'"
keep pytest fixtures $py/pytest --fixtures -v -p no:xdist tests/test_errors.py
keep pytest markers $py/pytest --markers
keep pytest help $py/pytest --help
keep pytest trace bash -c "$py/pytest --trace-config -q 2>&1 | head -n 150"
keep unittest verbose $py/python -m unittest -v
keep unittest doctest bash -c 'for m in shop/*.py; do '"$py"'/python -m doctest -v $m; done'
keep unittest help $py/python -m unittest --help
keep python-tools mypy $py/mypy -v shop
keep python-tools mypy-ok $py/mypy --strict shop
keep python-tools mypy-help $py/mypy --help
keep python-tools ruff $py/ruff check -v shop
keep python-tools ruff-rules bash -c "$py/ruff rule --all --output-format json | python3 -c 'import json,sys; [print(r[\"code\"], r[\"name\"], \"-\", r[\"summary\"]) for r in json.load(sys.stdin)]'"
keep python-tools ruff-settings bash -c "$py/ruff check --show-settings shop | head -n 200"
keep python-tools black $py/black -v --diff tests
keep python-tools isort $py/isort -v tests
keep python-tools flake8 $py/flake8 -v shop
keep python-tools pylint $py/pylint --verbose shop
keep python-tools pylint-messages bash -c "$py/pylint --list-msgs-enabled | head -n 420"
keep python-tools bandit $py/bandit -v -r shop
keep python-tools coverage bash -c "$py/coverage run -m pytest -q && $py/coverage report -m && $py/coverage debug sys"
keep python-tools tox-help $py/tox run --help
keep python-tools nox bash -c "printf 'import nox\n@nox.session(venv_backend=\"none\")\ndef tests(session):\n    session.run(\"true\")\n@nox.session(venv_backend=\"none\")\ndef errors(session):\n    session.skip(\"nothing to do\")\n' > noxfile.py; $py/nox -v"
keep python-tools poetry bash -c "$py/poetry check -vvv; $py/poetry list; $py/poetry config --list"
keep python-tools pre-commit $py/pre-commit --help
keep python-tools cython bash -c "cp shop/errors.py shop/fast.pyx; $py/cythonize -i shop/fast.pyx; rm shop/fast.pyx"
printf 'project = "shop"\nextensions = ["sphinx.ext.autodoc", "sphinx.ext.viewcode", "sphinx.ext.intersphinx"]\nhtml_theme = "alabaster"\nsuppress_warnings = []\n' > docs/conf.py
{ printf 'Shop\n====\n\n.. toctree::\n\n'; for m in $modules; do echo "   $m"; done; } > docs/index.rst
for m in $modules; do printf '%s\n====================\n\n.. automodule:: shop.%s\n   :members:\n' $m $m > docs/$m.rst; done
keep docs-build sphinx env PYTHONPATH=. $py/sphinx-build -v -b html docs docs/_build
keep docs-build sphinx-linkcheck env PYTHONPATH=. $py/sphinx-build -b dummy docs docs/_dummy
keep docs-build sphinx-help $py/sphinx-build --help
mkdir -p site/docs && cp docs/*.rst site/docs && for f in site/docs/*.rst; do mv $f ${f%.rst}.md; done; echo 'site_name: shop' > site/mkdocs.yml
keep docs-build mkdocs bash -c "cd site && $py/mkdocs -v build"
keep docs-build mkdocs-help $py/mkdocs build --help

keep python-start verbose bash -c "$py/python -v -c 'import json, http.client, asyncio, concurrent.futures, unittest, xml.dom' 2>&1 | grep -E '^(import|# )' | awk 'NR%3==0'"
keep python-start importtime bash -c "$py/python -X importtime -c 'import flask, sqlalchemy, celery' 2>&1 | awk 'NR%3==0'"
keep python-start help $py/python --help-all
keep python-start sysconfig bash -c "$py/python -m sysconfig | cut -c1-200 | awk 'NR%4==0'"
keep python-start dis $py/python -m dis shop/errors.py
keep python-start compileall $py/python -m compileall -f shop tests
keep python-start site $py/python -m site
keep python-start timeit $py/python -m timeit -v '"error" in "no error here"'
keep python-start profile bash -c "$py/python -m cProfile -s cumtime -m unittest tests.test_errors 2>&1 | head -n 200"
keep python-start exceptions $py/python -c 'import http; [print(s.value, s.phrase) for s in http.HTTPStatus]'
keep python-start tokenize bash -c "$py/python -m tokenize shop/errors.py"
keep python-start zipfile bash -c "cd $LAB && $py/python -m zipfile -l \$(ls wheels/*.whl | head -n 1)"
keep python-start pydoc bash -c "$py/python -m pydoc logging.handlers | head -n 200"

for demo in loggers asyncio_debug data_tools; do keep python-logging $demo $py/python -X dev -W ignore "$TOOLS/apps/$demo.py"; done
keep python-logging alembic bash -c "rm -rf mig; $py/alembic init mig && sed -i 's#driver://user:pass@localhost/dbname#sqlite:///shop.db#' alembic.ini && for r in orders errors retries timeouts; do $py/alembic revision -m \"create \$r table\"; done && $py/alembic upgrade head && $py/alembic history -v && $py/alembic downgrade base"
