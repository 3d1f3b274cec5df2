# needs: apt:postgresql pip:psycopg2-binary
"""Go on after an error in a transaction."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, postgres

import psycopg2

with postgres() as server:
    out = server.sql("begin", "select nam from users", "select 1")
    cursor = psycopg2.connect(server.url()).cursor()
    for statement in ("select nam from users", "select 1"):
        try:
            cursor.execute(statement)
        except psycopg2.Error as error:
            out += f"psycopg2.errors.{type(error).__name__}: {error}"
sys.exit(expect(out, "ERROR:  current transaction is aborted", "InFailedSqlTransaction: current transaction is aborted"))
