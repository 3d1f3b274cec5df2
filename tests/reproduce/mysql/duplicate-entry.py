# needs: apt:mariadb-server
"""Insert rows that are there already."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, mariadb

with mariadb() as server:
    server.sql("create database shop; create table shop.users (id int primary key auto_increment, email varchar(5) unique); insert into shop.users values (1, 'a')")
    out = server.sql("insert into users values (1, 'b')", database="shop") + server.sql("insert into users(email) values ('a')", database="shop")
sys.exit(expect(out, "Duplicate entry '1' for key 'PRIMARY'", "Duplicate entry 'a' for key 'email'"))
