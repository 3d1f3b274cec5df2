# needs: apt:postgresql
"""Break a foreign key in both directions."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, postgres

with postgres() as server:
    server.sql("create table users (id int primary key)", "create table orders (id int, user_id int references users)")
    out = server.sql("insert into orders values (1, 99)")
    out += server.sql("insert into users values (1)", "insert into orders values (1, 1)", "delete from users where id = 1")
sys.exit(expect(out, "is not present in table", "is still referenced from table"))
