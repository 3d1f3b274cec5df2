# needs: apt:postgresql pip:psycopg2-binary
"""Insert rows that are there already."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, postgres

import psycopg2

with postgres() as server:
    server.sql("create table users (id serial primary key, email text unique)", "insert into users values (1, 'a@example.org')")
    out = server.sql("insert into users(email) values ('c@example.org')")
    out += server.sql("insert into users(email) values ('a@example.org')")
    try:
        psycopg2.connect(server.url()).cursor().execute("insert into users(email) values ('a@example.org')")
    except psycopg2.Error as error:
        out += f"psycopg2.errors.{type(error).__name__}: {error}"
sys.exit(expect(out, 'violates unique constraint "users_pkey"', 'violates unique constraint "users_email_key"', "psycopg2.errors.UniqueViolation: duplicate key value"))
