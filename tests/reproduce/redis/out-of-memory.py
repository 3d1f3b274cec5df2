# needs: apt:redis-server pip:redis
"""Write to a server whose memory limit is reached."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, redis

import redis as client

with redis("--maxmemory", "1kb") as server:
    out = server.cli("set", "x", "1")
    try:
        client.Redis(port=server.port).set("x", 1)
    except client.RedisError as error:
        out += f"redis.exceptions.{type(error).__name__}: {error}\n"
sys.exit(expect(out, "OOM command not allowed when used memory > 'maxmemory'.", "OutOfMemoryError: command not allowed"))
