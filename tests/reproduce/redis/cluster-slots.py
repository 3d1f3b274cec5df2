# needs: apt:redis-server pip:redis
"""Use keys of different slots in a cluster."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, redis

import time

import redis as client

with redis("--cluster-enabled", "yes") as server:
    out = server.cli("set", "a", "1")
    server.cli("cluster", "addslotsrange", "0", "16383")
    time.sleep(2)
    out += server.cli("mset", "a", "1", "b", "2") + server.cli("select", "1")
    try:
        client.Redis(port=server.port).mset({"a": 1, "b": 2})
    except client.RedisError as error:
        out += f"redis.exceptions.{type(error).__name__}: {error}\n"
sys.exit(expect(out, "CLUSTERDOWN Hash slot not served", "CROSSSLOT Keys in request don't hash to the same slot", "ClusterCrossSlotError: Keys", "SELECT is not allowed in cluster mode"))
