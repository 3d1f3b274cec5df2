# needs: pip:pytest
"""Let a fixture of a wide scope use one of a narrow scope."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"test_shop.py": "import pytest\n\n\n@pytest.fixture\ndef folder():\n    return 1\n\n\n@pytest.fixture(scope='session')\ndef shop(folder):\n    return 1\n\n\ndef test_x(shop):\n    pass\n"}, ["-m", "pytest", "-p", "no:cacheprovider"], "ScopeMismatch: You tried to access the function scoped fixture"),
    ({"test_shop.py": "import pytest\n\n\n@pytest.fixture(scope='module')\ndef shop(monkeypatch):\n    return 1\n\n\ndef test_x(shop):\n    pass\n"}, ["-m", "pytest", "-p", "no:cacheprovider"], "function scoped fixture monkeypatch with a module scoped request"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
