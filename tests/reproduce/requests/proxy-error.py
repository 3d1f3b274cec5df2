# needs: pip:requests pip:httpx
"""Proxies that refuse, and one that is not there."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import NO_PROXY, check, http_server

GET = "import {0}\n{0}.get('https://api.example.org/')\n"
NONE = {**NO_PROXY, "no_proxy": None, "NO_PROXY": None}
with http_server() as url:
    CASES = [
        (GET.format("requests"), "(Caused by ProxyError('Unable to connect to proxy', OSError('Tunnel connection failed: 407"),
        (GET.format("httpx"), "httpx.ProxyError: 407 Proxy Authentication Required"),
    ]
    good = check(CASES, environ={**NONE, "HTTPS_PROXY": url})
CASES = [(GET.format("requests"), "(Caused by ProxyError('Unable to connect to proxy', NewConnectionError(")]
sys.exit(good + check(CASES, environ={**NONE, "HTTPS_PROXY": "http://127.0.0.1:9"}))
