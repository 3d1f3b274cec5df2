# needs: pip:setuptools
"""Build a project with several packages side by side."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"acme/pyproject.toml": "[project]\nname='acme'\nversion='1'\n", "acme/shop/__init__.py": "", "acme/data/__init__.py": ""}, ["-m", "pip", "install", "--target", "out", "./acme"], "Multiple top-level packages discovered in a flat-layout"),
    ({"acme/pyproject.toml": "[project]\nname='acme'\nversion='1'\n", "acme/shop.py": "", "acme/stock.py": ""}, ["-m", "pip", "install", "--target", "out", "./acme"], "Multiple top-level modules discovered in a flat-layout"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
