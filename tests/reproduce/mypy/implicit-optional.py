# needs: pip:mypy
"""Give a parameter None as default that its type does not allow."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"main.py": "def find(name: str = None) -> int:\n    return 1\n"}, ["-m", "mypy", "main.py"], "Incompatible default for "),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
