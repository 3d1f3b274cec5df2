# needs: apt:mariadb-server
"""Lock rows for long, and in two orders."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, mariadb

import time

with mariadb("--innodb-lock-wait-timeout=1") as server:
    server.sql("create database shop; create table shop.t (id int primary key, v int); insert into shop.t values (1, 1), (2, 2)")
    holder = server.start("start transaction; update shop.t set v = 2 where id = 1; select sleep(3)")
    time.sleep(0.5)
    out = server.sql("update shop.t set v = 3 where id = 1")
    holder.communicate()
    pair = []
    for first, second in ((1, 2), (2, 1)):
        pair.append(server.start(f"start transaction; update shop.t set v = 2 where id = {first}; select sleep(0.6); update shop.t set v = 2 where id = {second}"))
        time.sleep(0.2)
    out += "".join(process.communicate()[0] for process in pair)
sys.exit(expect(out, "ERROR 1205 (HY000) at line 1: Lock wait timeout exceeded", "ERROR 1213 (40001) at line 1: Deadlock found"))
