# needs: apt:mariadb-server pip:pymysql
"""Log in with wrong passwords and without rights."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, mariadb

import pymysql

with mariadb() as server:
    server.sql("create database shop; create user app@localhost identified by 'secret'; grant all on shop.* to app@localhost")
    out = server.sql("select 1", user="app", password="wrong") + server.sql("select 1", user="app")
    out += server.sql("select 1", user="app", password="secret", database="nobase")
    try:
        pymysql.connect(unix_socket=server.socket, user="app", password="wrong")
    except pymysql.Error as error:
        out += f"pymysql.err.{type(error).__name__}: {error}"
sys.exit(expect(out, "'app'@'localhost' (using password: YES)", "(using password: NO)", "to database 'nobase'", 'pymysql.err.OperationalError: (1045, "Access denied'))
