"""A small Tornado server with its access log switched to INFO."""

from __future__ import annotations

import asyncio
import sys

import tornado.log
import tornado.options
import tornado.web


class Home(tornado.web.RequestHandler):
    """Say that all is well."""

    def get(self, number: str = "0") -> None:
        """Answer with a number."""
        self.write({"item": number, "errors": 0})


class Closed(tornado.web.RequestHandler):
    """Ask for credentials."""

    def get(self) -> None:
        """Answer 401."""
        self.set_status(401)


async def main(port: int) -> None:
    """Serve until ended."""
    tornado.options.options.logging = "debug"
    tornado.log.enable_pretty_logging()
    routes = [
        ("/", Home),
        ("/health", Home),
        (r"/items/(\d+)", Home),
        ("/admin/", Closed),
        ("/old", tornado.web.RedirectHandler, {"url": "/"}),
    ]
    tornado.web.Application(routes).listen(port, "127.0.0.1")
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
