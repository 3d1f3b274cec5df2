# needs: pip:flask
"""Use the request where none is."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

APP = "from flask import Flask, render_template, request\napp = Flask(__name__)\napp.testing = True\n"
sys.exit(check([(APP + "print(request.args)\n", "RuntimeError: Working outside of request context.")]))
