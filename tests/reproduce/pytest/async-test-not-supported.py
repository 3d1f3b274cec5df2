# needs: pip:pytest
"""Run an async test without a plugin."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"test_shop.py": "async def test_x():\n    pass\n"}, ["-m", "pytest", "-p", "no:cacheprovider", "-p", "no:asyncio", "-p", "no:anyio"], "async def functions are not natively supported"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
