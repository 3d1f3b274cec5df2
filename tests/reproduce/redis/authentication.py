# needs: apt:redis-server pip:redis
"""Use servers with and without a password."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, redis

import redis as client


def say(port, **options):
    try:
        return str(client.Redis(port=port, **options).get("a"))
    except client.RedisError as error:
        return f"redis.exceptions.{type(error).__name__}: {error}\n"


with redis("--requirepass", "secret") as server:
    out = server.cli("get", "x") + server.cli("-a", "wrong", "get", "x") + say(server.port) + say(server.port, password="wrong")
with redis() as server:
    out += server.cli("auth", "x")
sys.exit(expect(out, "NOAUTH Authentication required.", "AUTH failed: WRONGPASS", "AuthenticationError: invalid username-password pair", "AuthenticationError: HELLO must be called", "without any password configured"))
