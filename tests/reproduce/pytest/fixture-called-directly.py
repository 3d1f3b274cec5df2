# needs: pip:pytest
"""Call fixtures like functions."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"test_shop.py": "import pytest\n\n\n@pytest.fixture\ndef shop():\n    return 1\n\n\ndef test_x():\n    assert shop() == 1\n"}, ["-m", "pytest", "-p", "no:cacheprovider"], "called directly. Fixtures are not meant to be called directly"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
