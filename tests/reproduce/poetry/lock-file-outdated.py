# needs: pip:poetry
"""Change the dependencies after poetry wrote its lock file."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    (
        {
            "poetry.toml": "[virtualenvs]\nin-project = true\n",
            "pyproject.toml": "[project]\nname = 'acme'\nversion = '1'\nrequires-python = '>=3.9'\ndependencies = []\n[tool.poetry]\npackage-mode = false\n",
            "main.py": "import pathlib, subprocess, sys\nrun = [sys.executable, '-m', 'poetry', '-C', '.', '-n']\nsubprocess.run([*run, 'lock'], check=True)\npath = pathlib.Path('pyproject.toml')\npath.write_text(path.read_text().replace('dependencies = []', 'dependencies = [\"six\"]'))\nsys.exit(subprocess.run([*run, 'install']).returncode)\n",
        },
        ["main.py"],
        "pyproject.toml changed significantly since poetry.lock was last generated",
    ),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
