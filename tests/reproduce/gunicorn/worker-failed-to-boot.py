# needs: pip:gunicorn
"""Applications that cannot be loaded."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check, free_port

BIND = ["-m", "gunicorn", "--bind", f"127.0.0.1:{free_port()}"]
CASES = [
    (({"main.py": "x = 1"}, [*BIND, "main:app"]), "Failed to find attribute 'app' in 'main'.", "App failed to load."),
    (({"main.py": "import nope2"}, [*BIND, "main:app"]), "Worker failed to boot."),
]
sys.exit(check(CASES))
