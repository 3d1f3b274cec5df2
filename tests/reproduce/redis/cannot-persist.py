# needs: apt:redis-server pip:redis
"""Let saving fail: a directory is where the snapshot should be."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, redis

import os
import time

import redis as client

with redis() as server:
    server.cli("config", "set", "save", "900 1")
    server.cli("set", "a", "1")
    os.makedirs(f"{server.folder}/dump.rdb/x")
    server.cli("bgsave")
    time.sleep(1.5)
    out = server.cli("set", "a", "2")
    try:
        client.Redis(port=server.port).set("x", 1)
    except client.RedisError as error:
        out += f"redis.exceptions.{type(error).__name__}: {error}\n"
    os.rmdir(f"{server.folder}/dump.rdb/x")
sys.exit(expect(out, "MISCONF Redis is configured to save RDB snapshots", "ResponseError: MISCONF"))
