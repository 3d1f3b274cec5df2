"""Install from a file of requirements that is not there."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({}, ["-m", "pip", "install", "-r", "requirements.txt"], "Could not open requirements file"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
