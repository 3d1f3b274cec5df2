# needs: apt:mariadb-server
"""Store Japanese letters in a latin1 column."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, mariadb

with mariadb() as server:
    out = server.sql("create database shop; use shop; create table users (email varchar(9)) character set latin1; set names utf8mb4; insert into users values (x'E697A5E69CAC'); insert into users values ('\u65e5\u672c')")
sys.exit(expect(out, "Incorrect string value: '\\xE6\\x97\\xA5\\xE6\\x9C\\xAC' for column"))
