"""Call async functions without await."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import asyncio\n\n\nasync def fetch():\n    return 1\n\n\nasync def main():\n    fetch()\n\n\nasyncio.run(main())\n", "coroutine 'fetch' was never awaited"),
    ("import asyncio\n\n\nasync def main():\n    print('x')\n\n\nmain()\n", "coroutine 'main' was never awaited"),
    ("import asyncio\n\n\nasync def main():\n    asyncio.sleep(1)\n\n\nasyncio.run(main())\n", "coroutine 'sleep' was never awaited"),
    ("import asyncio\n\n\nasync def fetch():\n    return 1\n\n\nasync def main():\n    if fetch():\n        print('yes')\n\n\nasyncio.run(main())\n", "coroutine 'fetch' was never awaited"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
