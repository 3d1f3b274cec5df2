# needs: pip:django
"""Use Django without settings."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

SERVE = "import os, sys\nos.environ['DJANGO_SETTINGS_MODULE'] = 'settings'\nfrom django.core.management import execute_from_command_line\nexecute_from_command_line(['manage.py', 'runserver', '--noreload', '9'])\n"
CASES = [
    ("from django.contrib.auth.models import User\n", "Requested setting INSTALLED_APPS, but settings are not configured."),
    ("from django.conf import settings\nsettings.configure()\nimport django\ndjango.setup()\nfrom django.db import connection\nconnection.cursor()\n", "settings.DATABASES is improperly configured"),
    ({"main.py": SERVE, "settings.py": "SECRET_KEY = 'x'\n"}, "You must set settings.ALLOWED_HOSTS if DEBUG is False."),
    ("from django.conf import settings\nsettings.configure(SECRET_KEY='')\nsettings.SECRET_KEY\n", "The SECRET_KEY setting must not be empty."),
]
sys.exit(check(CASES))
