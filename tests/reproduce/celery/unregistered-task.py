# needs: pip:celery pip:redis apt:redis-server
"""Send a task that the worker does not know."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import redis, run

APP = "from celery import Celery\napp = Celery('main', broker='redis://127.0.0.1:{}/0')\n"
with redis() as server:
    app = APP.format(server.port)
    run(app + "app.send_task('main.nope')\n")
    out = run({"main.py": app}, ["-m", "celery", "-A", "main", "worker", "-P", "solo", "-l", "ERROR"], seconds=10)
print(out)
sys.exit("Received unregistered task of type 'main.nope'." not in out)
