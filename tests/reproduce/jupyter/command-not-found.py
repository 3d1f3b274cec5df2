# needs: pip:jupyter_core
"""Call a part of Jupyter that is not installed."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({}, ["-m", "jupyter", "no-such-part"], "Jupyter command `jupyter-no-such-part` not found."),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
