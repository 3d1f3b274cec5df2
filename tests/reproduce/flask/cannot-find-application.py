# needs: pip:flask
"""Run flask where it finds no application."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CASES = [
    (({"x.txt": ""}, ["-m", "flask", "run"]), "Error: Could not locate a Flask application."),
    (({"main.py": "import flask"}, ["-m", "flask", "--app", "main", "run"]), "Error: Failed to find Flask application or factory in module 'main'."),
    (({"main.py": "import flask"}, ["-m", "flask", "--app", "nope", "run"]), "Error: Could not import 'nope'."),
]
sys.exit(check(CASES, environ={"FLASK_APP": None}))
