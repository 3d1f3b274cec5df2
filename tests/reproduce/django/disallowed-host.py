# needs: pip:django
"""Ask for a host that is not allowed."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import DJANGO_SITE, check

sys.exit(check([(DJANGO_SITE + "Client().get('/')\n", "DisallowedHost: Invalid HTTP_HOST header: 'testserver'. You may need to add 'testserver' to ALLOWED_HOSTS.")]))
