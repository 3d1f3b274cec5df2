# needs: pip:sqlalchemy[asyncio] pip:aiosqlite
"""Read a relationship that is not loaded in async code."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CODE = """
import asyncio
from sqlalchemy import ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

class Base(DeclarativeBase):
    pass

class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    items: Mapped[list["Item"]] = relationship()

class Item(Base):
    __tablename__ = "items"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))

async def main():
    engine = create_async_engine("sqlite+aiosqlite://")
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with AsyncSession(engine) as session:
        session.add(User(id=1))
        await session.commit()
        user = (await session.execute(select(User))).scalar_one()
        print(user.items)

asyncio.run(main())
"""
CASES = [
    (CODE, "greenlet_spawn has not been called; can't call await_"),
    ("import sys\nsys.modules['greenlet'] = None\n" + CODE, "requires that the Python 'greenlet' library is installed"),
]
sys.exit(check(CASES))
