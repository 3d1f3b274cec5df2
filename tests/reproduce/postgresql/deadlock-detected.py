# needs: apt:postgresql
"""Lock two rows in two orders."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, postgres

import time

STEP = "update t set v = 1 where id = {}"
with postgres("deadlock_timeout=200ms") as server:
    server.sql("create table t (id int primary key, v int)", "insert into t values (1, 1), (2, 2)")
    one = server.start("begin", STEP.format(1), "select pg_sleep(1)", STEP.format(2), "commit")
    time.sleep(0.3)
    two = server.start("begin", STEP.format(2), "select pg_sleep(1)", STEP.format(1), "commit")
    out = one.communicate()[0] + two.communicate()[0]
sys.exit(expect(out, "ERROR:  deadlock detected"))
