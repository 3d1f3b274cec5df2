# needs: apt:mariadb-server
"""Send statements that are no SQL."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, mariadb

with mariadb() as server:
    server.sql("create database shop; create table shop.users (email text)")
    out = ""
    for statement in ("select * form users", "create table order (id int)", "select * from users where email = 'it's'"):
        out += server.sql(statement, database="shop")
sys.exit(expect(out, "near 'form users' at line 1", "near 'order (id int)' at line 1", "near 's'' at line 1"))
