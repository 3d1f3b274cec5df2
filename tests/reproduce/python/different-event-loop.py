"""Use a future or lock of one event loop in another."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import asyncio\n\nfuture = asyncio.new_event_loop().create_future()\n\n\nasync def main():\n    await future\n\n\nasyncio.run(main())\n", "attached to a different loop"),
    ("import asyncio\n\nlock = asyncio.Lock()\n\n\nasync def main():\n    async with lock:\n        await asyncio.gather(use(), asyncio.sleep(0))\n\n\nasync def use():\n    try:\n        await asyncio.wait_for(lock.acquire(), 0.01)\n    except asyncio.TimeoutError:\n        pass\n\n\nasyncio.run(main())\nasyncio.run(main())\n", "is bound to a different event loop"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
