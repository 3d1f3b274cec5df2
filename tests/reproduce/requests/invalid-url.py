# needs: pip:requests pip:httpx pip:aiohttp
"""URLs that are not complete."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import AIOHTTP, NO_PROXY, check

CASES = [
    ("import requests\nrequests.get('example.org')\n", "Invalid URL 'example.org': No scheme supplied."),
    ("import requests\nrequests.get('localhost:8000/x')\n", "No connection adapters were found for 'localhost:8000/x'"),
    ("import requests\nrequests.get('http://')\n", "Invalid URL 'http://': No host supplied"),
    ("import httpx\nhttpx.get('example.org')\n", "Request URL is missing an 'http://' or 'https://' protocol."),
    ("import httpx\nhttpx.get('htp://example.org')\n", "Request URL has an unsupported protocol 'htp://'."),
    (AIOHTTP.format("'example.org'", "text()"), "aiohttp.client_exceptions.InvalidUrlClientError: example.org"),
]
sys.exit(check(CASES, environ=NO_PROXY))
