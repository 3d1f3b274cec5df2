# needs: apt:mariadb-server pip:pymysql
"""Connect where no server is."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, free_port

import subprocess

import pymysql

port = free_port()
out = ""
for where in (["--socket=/run/mysqld/no.sock"], ["-h", "127.0.0.1", "-P", str(port)]):
    out += subprocess.run(["mariadb", "--no-defaults", "-u", "root", *where], capture_output=True, text=True).stderr
try:
    pymysql.connect(host="127.0.0.1", port=port, user="root")
except pymysql.Error as error:
    out += f"pymysql.err.{type(error).__name__}: {error}"
sys.exit(expect(out, "through socket '/run/mysqld/no.sock' (2)", "Can't connect to server on '127.0.0.1' (115)", "(2003, \"Can't connect to MySQL server on '127.0.0.1'"))
