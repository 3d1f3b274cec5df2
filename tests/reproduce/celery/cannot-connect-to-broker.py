# needs: pip:celery pip:redis
"""Brokers that are not there."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check, run

APP = "from celery import Celery\napp = Celery('main', broker={!r})\n\n@app.task\ndef add(x):\n    return x\n\n"
good = check([(APP.format("redis://127.0.0.1:9/0") + "add.apply_async((1,), retry=False)\n", "kombu.exceptions.OperationalError: Error 111 connecting to 127.0.0.1:9.")])
out = run({"main.py": APP.format("amqp://guest@127.0.0.1:9//")}, ["-m", "celery", "-A", "main", "worker", "-P", "solo"], seconds=8)
print(out)
sys.exit(good or "consumer: Cannot connect to amqp://guest:**@127.0.0.1:9//: [Errno 111] Connection refused." not in out)
