# needs: apt:postgresql pip:asyncpg
"""Name databases that are not there."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, postgres

import asyncio

import asyncpg

with postgres() as server:
    out = server.sql("select 1", database="nobase") + server.sql("drop database shop") + server.sql("drop database if exists shop")
    try:
        asyncio.run(asyncpg.connect(server.url(database="shop")))
    except asyncpg.PostgresError as error:
        out += f"{type(error).__module__}.{type(error).__name__}: {error}\n"
sys.exit(expect(out, 'FATAL:  database "nobase" does not exist', 'ERROR:  database "shop" does not exist', 'InvalidCatalogNameError: database "shop" does not exist'))
