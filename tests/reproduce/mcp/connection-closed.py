# needs: pip:mcp
"""Let the client start a server that ends at once, and one that writes plain text to its standard output."""

import asyncio
import logging
import sys
import traceback

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

SERVERS = ["raise SystemExit(1)", "print('starting'); import sys; sys.stdin.readline()"]


async def connect(code: str) -> None:
    parameters = StdioServerParameters(command=sys.executable, args=["-c", code])
    async with stdio_client(parameters) as (read, write), ClientSession(read, write) as session:
        await asyncio.wait_for(session.initialize(), 5)


def main() -> int:
    logging.basicConfig()
    closed = 0
    for code in SERVERS:
        try:
            asyncio.run(connect(code))
        except BaseException:
            traceback.print_exc()
            closed += "Connection closed" in traceback.format_exc()
    return 0 if closed else 1


if __name__ == "__main__":
    sys.exit(main())
