# needs: pip:pytest
"""Collect two test modules of the same name."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"a/test_shop.py": "def test_x():\n    pass\n", "b/test_shop.py": "def test_x():\n    pass\n"}, ["-m", "pytest", "-p", "no:cacheprovider"], "import file mismatch"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
