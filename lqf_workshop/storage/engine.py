"""SQLAlchemy's way to a library file; imported with the first act that needs it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import QueuePool


class Sessions:
    """One engine, with sessions for reading and sessions for writing."""

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self.engine = _engine(connect)
        self.reading = _sessions(self.engine)
        # A writer waits for its turn before it reads, or what it read could be out of date.
        self.writing = _sessions(self.engine.execution_options(begin="IMMEDIATE"))


def _sessions(engine: Engine) -> sessionmaker[Session]:
    return sessionmaker(engine, expire_on_commit=False, autoflush=False)


def _engine(connect: Callable[[], sqlite3.Connection]) -> Engine:
    engine = create_engine(
        "sqlite://", creator=connect, poolclass=QueuePool, pool_size=2, hide_parameters=True
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Any) -> None:  # noqa: ANN401
    how = connection.get_execution_options().get("begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {how}")
