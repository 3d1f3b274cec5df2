"""Run a small asyncio program in debug mode, with clients that log what they do."""

from __future__ import annotations

import asyncio
import logging
import time

import aiohttp
import httpx
import requests
from aiohttp import web

URL = "http://127.0.0.1:8111"


async def answer(request: web.Request) -> web.Response:
    """Answer with the status that the path names."""
    await asyncio.sleep(0.001)
    return web.json_response({"errors": 0}, status=int(request.match_info.get("status", "200")))


async def main() -> None:
    """Serve, ask, time out on purpose where a time-out is handled."""
    app = web.Application()
    app.add_routes([web.get("/", answer), web.get("/status/{status}", answer)])
    runner = web.AppRunner(app, access_log_format='%a %t "%r" %s %b "%{Referer}i" "%{User-Agent}i"')
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 8111).start()
    async with aiohttp.ClientSession() as session, httpx.AsyncClient() as client:
        for status in (200, 201, 204, 301, 304, 400, 401, 403, 404, 409, 429, 500, 503):
            await (await session.get(f"{URL}/status/{status}", allow_redirects=False)).read()
            await client.get(f"{URL}/status/{status}")
            await asyncio.to_thread(requests.get, f"{URL}/status/{status}", allow_redirects=False, timeout=5)
    for name in ("fast", "slow", "cancelled"):
        task = asyncio.create_task(asyncio.sleep(10), name=name)
        try:
            await asyncio.wait_for(task, 0.01)
        except TimeoutError:
            logging.getLogger("client").info("wait for %s ended by timeout, as planned", name)
    time.sleep(0.12)  # a slow callback, which debug mode reports
    await asyncio.sleep(0)
    await runner.cleanup()


if __name__ == "__main__":
    logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    asyncio.run(main(), debug=True)
