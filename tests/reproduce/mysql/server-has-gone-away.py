# needs: apt:mariadb-server pip:pymysql
"""Idle too long, send too much, be ended."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, mariadb

import time

import pymysql

with mariadb("--max-allowed-packet=1M") as server:
    out = server.sql("set session wait_timeout=1; select sleep(0); system sleep 3; select 1")
    victim = server.start("select sleep(20)")
    time.sleep(0.5)
    number = server.sql("select id from information_schema.processlist where info = 'select sleep(20)'").split()[-1]
    server.sql(f"kill {number}")
    out += victim.communicate()[0]
    for statement, pause in (("select length('" + "x" * 2000000 + "')", 0), ("select 1", 2.5)):
        cursor = pymysql.connect(host="127.0.0.1", port=server.port, user="root").cursor()
        cursor.execute("set session wait_timeout=1")
        time.sleep(pause)
        try:
            cursor.execute(statement)
        except pymysql.Error as error:
            out += f"pymysql.err.{type(error).__name__}: {error}\n"
sys.exit(expect(out, "Server has gone away", "Lost connection to server during query", "Got a packet bigger than 'max_allowed_packet' bytes", "(2006, \"MySQL server has gone away"))
