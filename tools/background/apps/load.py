"""Send a small mixed load to a local HTTP server, so that it writes access lines."""

from __future__ import annotations

import base64
import http.client
import random
import sys

AGENTS = (
    "curl/7.88.1",
    "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Safari/537.36",
    "kube-probe/1.29",
    "python-requests/2.32.3",
    "Prometheus/2.51.0",
    "examplebot/2.1 (+http://example.org/bot.html)",
)
PATHS = (
    "/", "/index.html", "/health", "/healthz", "/metrics", "/favicon.ico", "/robots.txt", "/old", "/admin/", "/login",
    "/private/report.html", "/admin/", "/private/report.html", "/admin/?next=/items", "/items", "/items/{n}", "/items/{n}?page=2&sort=name", "/items/nosuch", "/api/v1/orders",
    "/api/v1/orders/{n}", "/api/v1/orders/{n}/items", "/api/v1/errors?level=error&limit=10", "/api/v1/timeouts", "/api/v1/users/{n}",
    "/static/app.js", "/static/core.css", "/static/error.html", "/static/img/logo-{n}.png", "/docs/connection-refused.html",
    "/docs/errors/404", "/docs/errors/500", "/search?q=permission+denied", "/search?q=not+found", "/search?q=retry+{n}",
    "/download/core-{n}.tar.gz", "/feed.xml", "/sitemap.xml", "/logout", "/echo?failed=0&error=none", "/.well-known/security.txt",
)  # fmt: skip


def send(port: int, count: int) -> None:
    """Send `count` requests over loopback; what comes back is thrown away."""
    choose = random.Random(port)
    for _ in range(count):
        path = choose.choice(PATHS).format(n=choose.randrange(1, 900))
        headers = {"User-Agent": choose.choice(AGENTS), "Host": "shop.example.org"}
        if choose.random() < 0.3:
            headers["Authorization"] = "Basic " + base64.b64encode(b"demo:demo").decode()
        if choose.random() < 0.3:
            headers["Referer"] = "https://shop.example.org/items"
        method = choose.choices(("GET", "HEAD", "POST", "DELETE", "OPTIONS"), (80, 8, 8, 2, 2))[0]
        body = '{"item": 7, "count": 2}' if method == "POST" else None
        if body:
            headers["Content-Type"] = "application/json"
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request(method, path, body, headers)
            connection.getresponse().read()
        except (OSError, http.client.HTTPException) as problem:
            print(f"   load on {port}: {path}: {problem!r}")
        finally:
            connection.close()


if __name__ == "__main__":
    send(int(sys.argv[1]), int(sys.argv[2]))
