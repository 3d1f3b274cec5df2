# needs: apt:mariadb-server
"""Name a database that is not there."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, mariadb

with mariadb() as server:
    out = server.sql("select 1", database="nobase") + server.sql("create table t.x (a int)")
sys.exit(expect(out, "ERROR 1049 (42000): Unknown database 'nobase'", "Unknown database 't'"))
