"""Print what data and database libraries print in ordinary use."""

from __future__ import annotations

import logging

import lightgbm
import numpy
import pandas
import sqlalchemy
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report
from sklearn.neural_network import MLPClassifier
from sqlalchemy import orm


class Base(orm.DeclarativeBase):
    """Root of the tables."""


class Job(Base):
    """One job and how it went."""

    __tablename__ = "job"
    id: orm.Mapped[int] = orm.mapped_column(primary_key=True)
    name: orm.Mapped[str]
    error: orm.Mapped[str | None]
    retries: orm.Mapped[int] = orm.mapped_column(default=0)


def talk_to_database() -> None:
    """Write and read a few rows with the statements echoed."""
    engine = sqlalchemy.create_engine("sqlite://", echo="debug", echo_pool="debug")
    Base.metadata.create_all(engine)
    with orm.Session(engine) as session:
        for number in range(12):
            session.add(Job(name=f"import-{number}", error=None if number % 3 else "timeout"))
        session.commit()
        session.scalars(sqlalchemy.select(Job).where(Job.error.is_(None)).order_by(Job.name)).all()
        session.execute(sqlalchemy.update(Job).values(retries=Job.retries + 1))
        session.rollback()
        session.execute(sqlalchemy.delete(Job).where(Job.error == "timeout"))
        session.commit()


def learn() -> None:
    """Fit small models with progress shown."""
    noise = numpy.random.default_rng(7)
    x = noise.normal(size=(400, 6))
    y = (x[:, 0] + x[:, 1] > 0).astype(int)
    MLPClassifier(verbose=True, max_iter=40).fit(x, y)
    model = LogisticRegression(verbose=1).fit(x, y)
    print(classification_report(y, model.predict(x), target_names=["ok", "failed"]))
    data = lightgbm.Dataset(x, y)
    lightgbm.train(
        {"objective": "binary", "metric": "binary_error", "verbosity": 2},
        data,
        30,
        [data],
        callbacks=[lightgbm.log_evaluation()],
    )
    for epoch in range(1, 31):
        print(
            f"Epoch {epoch}/30 - loss: {1 / epoch:.4f} - error_rate: {0.5 / epoch:.4f} - val_loss: {1.1 / epoch:.4f} - lr: 0.001"
        )


def show_tables() -> None:
    """Print frames, arrays and their descriptions."""
    frame = pandas.DataFrame(
        {"status": [200, 301, 404, 401, 500], "hits": [900, 40, 17, 8, 0], "error": [None] * 5}
    )
    frame.info()
    print(frame, frame.describe(), frame.dtypes, frame.groupby("status").sum(), frame.isna().sum(), sep="\n")
    wide = pandas.DataFrame(
        numpy.random.default_rng(3).normal(size=(40, 8)), columns=[f"feature_{n}" for n in range(8)]
    )
    print(wide.to_string(), wide.corr().round(2), sep="\n")
    numpy.show_config()


if __name__ == "__main__":
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s %(message)s")
    talk_to_database()
    learn()
    show_tables()
