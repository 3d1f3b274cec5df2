# needs: pip:requests pip:httpx
"""A server that answers too late."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import NO_PROXY, check, http_server

with http_server() as url:
    CASES = [
        (f"import requests\nrequests.get('{url}/slow', timeout=0.5)\n", "requests.exceptions.ReadTimeout: HTTPConnectionPool(host='127.0.0.1'", "Read timed out. (read timeout=0.5)"),
        (f"import httpx\nhttpx.get('{url}/slow', timeout=0.5)\n", "httpx.ReadTimeout: timed out"),
    ]
    sys.exit(check(CASES, environ=NO_PROXY))
