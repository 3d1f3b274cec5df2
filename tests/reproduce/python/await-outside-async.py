"""Use await and its like in plain functions."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("def load():\n    return await fetch()\n", "'await' outside async function"),
    ("await fetch()\n", "'await' outside function"),
    ("def load():\n    async with lock:\n        pass\n", "'async with' outside async function"),
    ("def load():\n    return [x async for x in rows()]\n", "asynchronous comprehension outside of an asynchronous function"),
    ("def load():\n    async for row in rows():\n        pass\n", "'async for' outside async function"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
