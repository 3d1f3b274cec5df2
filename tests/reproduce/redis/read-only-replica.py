# needs: apt:redis-server pip:redis
"""Write to a replica."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, redis

import redis as client

with redis() as server:
    server.cli("replicaof", "127.0.0.1", "1")
    out = server.cli("set", "a", "3")
    try:
        client.Redis(port=server.port).set("x", 1)
    except client.RedisError as error:
        out += f"redis.exceptions.{type(error).__name__}: {error}\n"
sys.exit(expect(out, "READONLY You can't write against a read only replica.", "ReadOnlyError: You can't write"))
