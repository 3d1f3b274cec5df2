# needs: apt:postgresql
"""Write the same rows in two isolated transactions."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, postgres

import time

with postgres() as server:
    server.sql("create table t (id int primary key, v int)", "insert into t values (1, 1)")
    one = server.start("begin isolation level repeatable read", "select * from t", "select pg_sleep(1)", "update t set v = 3 where id = 1", "commit")
    time.sleep(0.5)
    server.sql("update t set v = v + 1 where id = 1")
    out = one.communicate()[0]
    pair = []
    for number in (3, 4):
        pair.append(server.start("begin isolation level serializable", "select sum(v) from t", "select pg_sleep(1)", f"insert into t values ({number}, 3)", "commit"))
        time.sleep(0.1)
    out += "".join(process.communicate()[0] for process in pair)
sys.exit(expect(out, "due to concurrent update", "due to read/write dependencies among transactions"))
