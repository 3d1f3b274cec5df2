# needs: pip:sqlalchemy>=1.4
"""Touch attributes of ORM objects whose session is gone."""

import sys
import traceback

from sqlalchemy import Column, ForeignKey, Integer, String, create_engine
from sqlalchemy.orm import Session, declarative_base, deferred, relationship
from sqlalchemy.orm.exc import DetachedInstanceError

Base = declarative_base()


class User(Base):
    __tablename__ = "users"
    id = Column(Integer, primary_key=True)
    name = Column(String(30))
    notes = deferred(Column(String(30)))
    addresses = relationship("Address")


class Address(Base):
    __tablename__ = "addresses"
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey("users.id"))


def lazy_relationship(engine):
    with Session(engine) as session:
        user = session.query(User).first()
    return user.addresses


def expired_by_commit(engine):
    with Session(engine) as session:
        user = User(name="ada")
        session.add(user)
        session.commit()
    return user.name


def deferred_column(engine):
    with Session(engine) as session:
        user = session.query(User).first()
    return user.notes


def main() -> int:
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(User(name="bob", addresses=[Address()]))
        session.commit()
    messages = []
    for action in (lazy_relationship, expired_by_commit, deferred_column):
        try:
            action(engine)
        except DetachedInstanceError as error:
            traceback.print_exc()
            messages.append(str(error))
    return 0 if len(messages) == 3 else 1


if __name__ == "__main__":
    sys.exit(main())
