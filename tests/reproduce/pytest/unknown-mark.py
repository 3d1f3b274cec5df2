# needs: pip:pytest
"""Use marks that nobody registered."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"test_shop.py": "import pytest\n\n\n@pytest.mark.slow\ndef test_x():\n    pass\n"}, ["-m", "pytest", "-p", "no:cacheprovider"], "PytestUnknownMarkWarning: Unknown pytest.mark.slow"),
    ({"pytest.ini": "[pytest]\naddopts = --strict-markers\n", "test_shop.py": "import pytest\n\n\n@pytest.mark.slow\ndef test_x():\n    pass\n"}, ["-m", "pytest", "-p", "no:cacheprovider"], "'slow' not found in `markers` configuration option"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
