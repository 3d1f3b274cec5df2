# needs: pip:django
"""Use models before the apps are loaded."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CASES = [
    ("from django.conf import settings\nsettings.configure()\nfrom django.contrib.auth.models import User\n", "AppRegistryNotReady: Apps aren't loaded yet."),
    ("from django.conf import settings\nsettings.configure(INSTALLED_APPS=['django.contrib.contenttypes'])\nimport django\ndjango.setup()\nfrom django.contrib.auth.models import User\n", "doesn't declare an explicit app_label and isn't in an application in INSTALLED_APPS."),
]
sys.exit(check(CASES))
