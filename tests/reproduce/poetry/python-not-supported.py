# needs: pip:poetry
"""Use poetry with a Python that the project does not take."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"poetry.toml": "[virtualenvs]\nin-project = true\n", "pyproject.toml": "[project]\nname = 'acme'\nversion = '1'\nrequires-python = '>=3.99'\n[tool.poetry]\npackage-mode = false\n"}, ["-m", "poetry", "-n", "install"], "is not supported by the project"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
