# needs: apt:postgresql pip:psycopg2-binary
"""Send statements that are no SQL."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, postgres

import psycopg2

with postgres() as server:
    out = ""
    for statement in ("select * form users", "create table order (id int)", "insert into users(email) values ('it's')", "select * from user where", "select * from users where id = ?"):
        out += server.sql(statement)
    try:
        psycopg2.connect(server.url()).cursor().execute("select * form users")
    except psycopg2.Error as error:
        out += f"psycopg2.errors.{type(error).__name__}: {error}"
sys.exit(expect(out, 'ERROR:  syntax error at or near "form"', 'at or near "order"', 'at or near "s"', "syntax error at end of input", 'errors.SyntaxError: syntax error at or near "form"'))
