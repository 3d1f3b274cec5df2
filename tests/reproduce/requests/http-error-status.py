# needs: pip:requests pip:httpx pip:aiohttp
"""Error statuses as exceptions."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import AIOHTTP, NO_PROXY, check, http_server

with http_server() as url:
    CASES = [
        (f"import requests\nrequests.get('{url}/404').raise_for_status()\n", "requests.exceptions.HTTPError: 404 Client Error: Not Found for url:"),
        (f"import requests\nrequests.get('{url}/500').raise_for_status()\n", "requests.exceptions.HTTPError: 500 Server Error: Internal Server Error for url:"),
        (f"import httpx\nhttpx.get('{url}/404').raise_for_status()\n", "httpx.HTTPStatusError: Client error '404 Not Found' for url"),
        (f"import httpx\nhttpx.get('{url}/500').raise_for_status()\n", "httpx.HTTPStatusError: Server error '500 Internal Server Error' for url"),
        (AIOHTTP.format(f"'{url}/404', raise_for_status=True", "text()"), "aiohttp.client_exceptions.ClientResponseError: 404, message='Not Found'"),
    ]
    sys.exit(check(CASES, environ=NO_PROXY))
