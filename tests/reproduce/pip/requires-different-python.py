# needs: pip:setuptools
"""Install a package that needs another Python."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"acme/pyproject.toml": "[project]\nname='acme'\nversion='1'\nrequires-python='>=3.99'\n[tool.setuptools]\npy-modules=[]\n"}, ["-m", "pip", "install", "--target", "out", "./acme"], "requires a different Python"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
