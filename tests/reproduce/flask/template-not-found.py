# needs: pip:flask
"""Render a template that is not there."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

APP = "from flask import Flask, render_template, request\napp = Flask(__name__)\napp.testing = True\n"
sys.exit(check([(APP + "@app.route('/')\ndef home():\n    return render_template('home.html')\n\napp.test_client().get('/')\n", "jinja2.exceptions.TemplateNotFound: home.html")]))
