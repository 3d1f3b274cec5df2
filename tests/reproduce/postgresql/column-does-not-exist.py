# needs: apt:postgresql
"""Name columns that are not there."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, postgres

with postgres() as server:
    server.sql("create table users (id int, email text, name text)", 'create table orders ("userId" int)')
    out = ""
    for statement in ('select * from users where email = "a"', "select nam from users", "select u.age from users u", "select userId from orders", "insert into users(age) values (1)", "alter table users drop column if exists age"):
        out += server.sql(statement)
sys.exit(expect(out, 'column "a" does not exist', 'column "nam" does not exist', "column u.age does not exist", "reference the column \"orders.userId\"", 'column "age" of relation "users" does not exist'))
