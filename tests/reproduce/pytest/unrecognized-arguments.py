# needs: pip:pytest
"""Give pytest options of plugins that are not there."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"test_shop.py": ""}, ["-m", "pytest", "-p", "no:pytest_cov", "--cov=acme"], "error: unrecognized arguments: --cov=acme"),
    ({"test_shop.py": "", "pytest.ini": "[pytest]\naddopts = -n auto\n"}, ["-m", "pytest", "-p", "no:xdist"], "error: unrecognized arguments: -n"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
