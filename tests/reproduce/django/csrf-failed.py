# needs: pip:django
"""Post without a token, and from another origin."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import DJANGO_SITE, check

CASES = [
    (DJANGO_SITE + "print(Client(enforce_csrf_checks=True, headers=HERE).post('/').content.decode())\n", "Forbidden (CSRF cookie not set.): /", "CSRF verification failed. Request aborted."),
    (DJANGO_SITE + "Client(enforce_csrf_checks=True, headers={**HERE, 'origin': 'https://shop.example.org'}).post('/')\n", "Forbidden (Origin checking failed - https://shop.example.org does not match any trusted origins.): /"),
]
sys.exit(check(CASES))
