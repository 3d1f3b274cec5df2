"""Crawl the local demo shop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import scrapy


class ShopSpider(scrapy.Spider):
    """Follow all links once; 404 and 401 are part of it."""

    name = "shop"
    start_urls = ("http://127.0.0.1:8210/", "http://127.0.0.1:8210/items/801")
    custom_settings = {"TELNETCONSOLE_ENABLED": False, "RETRY_TIMES": 1}  # noqa: RUF012

    def parse(self, response: Any) -> Iterator[Any]:
        """Yield what was seen, then go on."""
        yield {"url": response.url, "status": response.status, "error": None}
        if "text/html" in response.headers.get("Content-Type", b"").decode():
            yield from response.follow_all(css="a")
