"""Build projects whose build backend is not there."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"acme/pyproject.toml": "[build-system]\nrequires=[]\nbuild-backend='setuptools.build_meta'\n[project]\nname='acme'\nversion='1'\n"}, ["-m", "pip", "install", "--target", "out", "./acme"], "ackend"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
