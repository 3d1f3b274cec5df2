# needs: pip:pytest
"""Collect tests whose imports fail."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"test_shop.py": "import acme_shop\n\n\ndef test_x():\n    pass\n"}, ["-m", "pytest", "-p", "no:cacheprovider"], "ImportError while importing test module"),
    ({"conftest.py": "import acme_shop\n", "test_shop.py": "def test_x():\n    pass\n"}, ["-m", "pytest", "-p", "no:cacheprovider"], "ImportError while loading conftest"),
    ({"test_shop.py": "def test_x()\n    pass\n"}, ["-m", "pytest", "-p", "no:cacheprovider"], "error during collection"),
    ({"src/acme/__init__.py": "", "tests/test_shop.py": "import acme\n\n\ndef test_x():\n    pass\n"}, ["-m", "pytest", "-p", "no:cacheprovider"], "ImportError while importing test module"),
    ({"test_shop.py": "raise RuntimeError('set ACME_URL first')\n"}, ["-m", "pytest", "-p", "no:cacheprovider"], "error during collection"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
