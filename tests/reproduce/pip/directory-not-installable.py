"""Install directories that are no Python projects."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"acme/readme.md": ""}, ["-m", "pip", "install", "./acme"], "Neither 'setup.py' nor 'pyproject.toml' found"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
