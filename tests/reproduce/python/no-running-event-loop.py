"""Ask for an event loop where none runs."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import asyncio\n\n\nasync def fetch():\n    return 1\n\n\nasyncio.create_task(fetch())\n", "RuntimeError: no running event loop"),
    ("import asyncio, threading\n\n\ndef work():\n    asyncio.get_event_loop()\n\n\nthreading.Thread(target=work).start()\n", "There is no current event loop in thread"),
    ("import asyncio\n\n\nasync def fetch():\n    return 1\n\n\nasync def main():\n    pass\n\n\nasyncio.run(main())\nasyncio.get_event_loop()\n", "There is no current event loop in thread 'MainThread'"),
    ("import asyncio\nasyncio.get_running_loop()\n", "RuntimeError: no running event loop"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
