# needs: apt:mariadb-server
"""Break foreign keys, and make one that does not fit."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, mariadb

with mariadb() as server:
    server.sql("create database shop; create table shop.users (id int primary key); create table shop.orders (id int, user_id int, foreign key (user_id) references users(id)); insert into shop.users values (1)")
    out = ""
    for statement in ("insert into orders values (1, 99)", "insert into orders values (1, 1); delete from users", "create table o2 (user_id bigint, foreign key (user_id) references users(id))"):
        out += server.sql(statement, database="shop")
sys.exit(expect(out, "Cannot add or update a child row", "Cannot delete or update a parent row", "Foreign key constraint is incorrectly formed"))
