# needs: pip:sqlalchemy
"""Ask for one row where there are none or two."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

SETUP = "from sqlalchemy import create_engine, select\nfrom sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column\nclass Base(DeclarativeBase): pass\nclass User(Base):\n    __tablename__ = 'users'\n    id: Mapped[int] = mapped_column(primary_key=True)\n    email: Mapped[str] = mapped_column(unique=True)\nengine = create_engine('sqlite://')\nBase.metadata.create_all(engine)\ns = Session(engine)\ns.add_all([User(email='a'), User(email='b')])\ns.commit()\n"
CASES = [
    (SETUP + "s.scalars(select(User)).one()\n", "MultipleResultsFound: Multiple rows were found when exactly one was required"),
    (SETUP + "s.scalars(select(User)).one_or_none()\n", "MultipleResultsFound: Multiple rows were found when one or none was required"),
    (SETUP + "s.scalars(select(User).where(User.id == 9)).one()\n", "NoResultFound: No row was found when one was required"),
]
sys.exit(check(CASES))
