# needs: apt:postgresql
"""Connect where pg_hba.conf does not let the client in."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, postgres

with postgres(hba="local all all peer\nhost all postgres 127.0.0.1/32 trust\n") as server:
    server.sql("create role app login")
    out = server.sql("select 1", user="app", host=server.folder).replace(server.folder, "/var/run/postgresql")
    out += server.sql("select 1", user="nologin1")
sys.exit(expect(out, 'Peer authentication failed for user "app"', 'no pg_hba.conf entry for host "127.0.0.1", user "nologin1", database "postgres"'))
