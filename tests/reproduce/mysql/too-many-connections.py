# needs: apt:mariadb-server pip:pymysql
"""Take all connections of a small server."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, mariadb

import time

import pymysql

with mariadb("--max-connections=10") as server:
    server.sql("create user app@localhost identified by 'secret'")
    holders = [server.start("select sleep(3)", user="app", password="secret") for _ in range(11)]
    time.sleep(1)
    out = server.sql("select 1", user="app", password="secret")
    try:
        pymysql.connect(unix_socket=server.socket, user="app", password="secret")
    except pymysql.Error as error:
        out += f"pymysql.err.{type(error).__name__}: {error}"
    for process in holders:
        process.communicate()
sys.exit(expect(out, "ERROR 1040 (08004): Too many connections", "(1040, 'Too many connections')"))
