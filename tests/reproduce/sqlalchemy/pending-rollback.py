# needs: pip:sqlalchemy
"""Go on with a session after an error."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

SETUP = "from sqlalchemy import create_engine, select\nfrom sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column\nclass Base(DeclarativeBase): pass\nclass User(Base):\n    __tablename__ = 'users'\n    id: Mapped[int] = mapped_column(primary_key=True)\n    email: Mapped[str] = mapped_column(unique=True)\nengine = create_engine('sqlite://')\nBase.metadata.create_all(engine)\ns = Session(engine)\ns.add_all([User(email='a'), User(email='b')])\ns.commit()\n"
AGAIN = "s.add(User(email='a'))\ntry:\n    s.commit()\nexcept Exception as error:\n    print(error)\ns.execute(select(User))\n"
sys.exit(check([(SETUP + AGAIN, "PendingRollbackError: This Session's transaction has been rolled back due to a previous exception during flush.")]))
