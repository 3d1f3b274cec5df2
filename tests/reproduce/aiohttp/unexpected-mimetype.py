# needs: pip:aiohttp
"""A page where JSON is expected."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import AIOHTTP, NO_PROXY, check, http_server

with http_server() as url:
    sys.exit(check([(AIOHTTP.format(f"'{url}/html'", "json()"), "Attempt to decode JSON with unexpected mimetype: text/html")], environ=NO_PROXY))
