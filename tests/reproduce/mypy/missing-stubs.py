# needs: pip:mypy
"""Check files that import modules without types."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"main.py": "import acme_shop\n"}, ["-m", "mypy", "main.py"], "Cannot find implementation or library stub for module named"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
