# needs: apt:postgresql
"""Take all connections of a small server."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, postgres

import time

with postgres("max_connections=4", "superuser_reserved_connections=1", "max_wal_senders=0") as server:
    server.sql("create role app login password 'secret' connection limit 1")
    first = server.start("select pg_sleep(2)", user="app")
    time.sleep(0.5)
    out = server.sql("select 1", user="app")
    others = [server.start("select pg_sleep(2)") for _ in range(2)]
    time.sleep(0.5)
    server.sql("alter role app connection limit 9")
    out += server.sql("select 1", user="app")
    others.append(server.start("select pg_sleep(2)"))
    time.sleep(0.5)
    out += server.sql("select 1")
    for process in (first, *others):
        process.communicate()
sys.exit(expect(out, "sorry, too many clients already", "too many connections for role", "remaining connection slots are reserved"))
