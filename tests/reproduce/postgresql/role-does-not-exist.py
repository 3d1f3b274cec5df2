# needs: apt:postgresql
"""Connect with roles that are not there."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, postgres

with postgres(hba="local all all trust\nhost all all 127.0.0.1/32 trust\n") as server:
    out = server.sql("select 1", user="nobody")
    out += server.sql("select 1", user="root", host=server.folder).replace(server.folder, "/var/run/postgresql")
    out += server.sql("grant all on schema public to app")
sys.exit(expect(out, 'FATAL:  role "nobody" does not exist', 'FATAL:  role "root" does not exist', 'ERROR:  role "app" does not exist'))
