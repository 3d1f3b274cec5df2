# needs: pip:flask
"""Two views of one name."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

APP = "from flask import Flask, render_template, request\napp = Flask(__name__)\napp.testing = True\n"
TWICE = "@app.route('/a')\ndef home():\n    return ''\n\n@app.route('/b')\ndef home():\n    return ''\n"
sys.exit(check([(APP + TWICE, "View function mapping is overwriting an existing endpoint function: home")]))
