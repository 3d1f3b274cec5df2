# needs: apt:postgresql
"""Leave columns without a value."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, postgres

with postgres() as server:
    server.sql("create table users (id serial, email text not null, name text)", "insert into users(email) values ('a')")
    out = server.sql("insert into users(email) values (null)") + server.sql("alter table users alter name set not null")
sys.exit(expect(out, 'null value in column "email" of relation "users" violates not-null constraint', 'column "name" of relation "users" contains null values'))
