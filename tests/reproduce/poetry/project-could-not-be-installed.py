# needs: pip:poetry
"""Let poetry install a project without a package."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"poetry.toml": "[virtualenvs]\nin-project = true\n", "pyproject.toml": "[project]\nname = 'acme'\nversion = '1'\nrequires-python = '>=3.9'\n"}, ["-m", "poetry", "-n", "install"], "No file/folder found for package acme"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
