"""Use an event loop after it was closed."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import asyncio\nloop = asyncio.new_event_loop()\nloop.close()\nloop.run_until_complete(asyncio.sleep(0))\n", "RuntimeError: Event loop is closed"),
    ("import asyncio\n\n\nasync def main():\n    return asyncio.get_running_loop()\n\n\nloop = asyncio.run(main())\nloop.call_soon(print)\n", "RuntimeError: Event loop is closed"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
