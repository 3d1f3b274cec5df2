# needs: apt:postgresql pip:psycopg2-binary
"""Use tables and schemas without the right to."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, postgres

import psycopg2

with postgres() as server:
    server.sql("create role app login password 'secret'", "create table users (id serial)", "create schema s", "create table s.x ()")
    out = ""
    for statement in ("select * from users", "create table public.x (a int)", "select * from s.x", "alter table users add b int", "select nextval('users_id_seq')"):
        out += server.sql(statement, user="app")
    try:
        psycopg2.connect(server.url(user="app")).cursor().execute("select * from users")
    except psycopg2.Error as error:
        out += f"psycopg2.errors.{type(error).__name__}: {error}"
sys.exit(expect(out, "permission denied for table users", "permission denied for schema public", "permission denied for schema s", "must be owner of table users", "permission denied for sequence", "InsufficientPrivilege: permission denied for table users"))
