# needs: pip:django
"""Reverse names that do not fit."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import DJANGO_SITE, check

CASES = [
    (DJANGO_SITE + "reverse('nope')\n", "Reverse for 'nope' not found. 'nope' is not a valid view function or pattern name."),
    (DJANGO_SITE + "reverse('user')\n", "Reverse for 'user' with no arguments not found."),
    (DJANGO_SITE + "reverse('user', args=[''])\n", "Reverse for 'user' with arguments '('',)' not found."),
    (DJANGO_SITE + "reverse('user', kwargs={'pk': ''})\n", "Reverse for 'user' with keyword arguments"),
    (DJANGO_SITE + "reverse('shop:user')\n", "'shop' is not a registered namespace"),
]
sys.exit(check(CASES))
