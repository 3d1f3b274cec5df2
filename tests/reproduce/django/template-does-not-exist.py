# needs: pip:django
"""Render a template that is not there."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import DJANGO_SITE, check

sys.exit(check([(DJANGO_SITE + "Client(headers=HERE).get('/page/')\n", "django.template.exceptions.TemplateDoesNotExist: shop/page.html")]))
