# needs: apt:redis-server pip:redis
"""Ask a server that is slow at loading."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, free_port, redis

import subprocess
import tempfile
import time

import redis as client

with redis() as server:
    pipe = client.Redis(port=server.port).pipeline()
    for number in range(3000):
        pipe.set(f"k{number}", "x" * 50)
    pipe.execute()
    server.cli("save")
    snapshot = Path(server.folder, "dump.rdb").read_bytes()
with tempfile.TemporaryDirectory() as folder:
    Path(folder, "dump.rdb").write_bytes(snapshot)
    port = str(free_port())
    slow = subprocess.Popen(["redis-server", "--port", port, "--bind", "127.0.0.1", "--dir", folder, "--key-load-delay", "1000", "--loading-process-events-interval-bytes", "1024"], stdout=subprocess.DEVNULL)
    time.sleep(1)
    out = subprocess.run(["redis-cli", "-p", port, "get", "a"], capture_output=True, text=True).stdout
    slow.kill()
    slow.wait()
sys.exit(expect(out, "LOADING Redis is loading the dataset in memory"))
