"""Libraries of older versions, made by the migrations that made them then."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

import lqf_workshop.storage
from lqf_workshop.storage.database import APPLICATION_ID

MIGRATIONS = Path(lqf_workshop.storage.__file__).parent / "migrations"


def make_library(path: Path, version: int) -> None:
    """Write an empty library as that version wrote it."""
    engine = create_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as making:
        config.attributes["connection"] = making
        command.upgrade(config, f"{version:04}")
        making.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        making.exec_driver_sql(f"PRAGMA user_version = {version}")
    engine.dispose()


def sample_value(kind: str) -> object:
    return 1 if kind.startswith(("INT", "BOOL", "BIGINT")) else "{}"


def insert(connection: sqlite3.Connection, table: str, **values: object) -> None:
    """Add a row, with something harmless in every column that needs a value."""
    for _n, name, kind, needed, default, key in connection.execute(f"PRAGMA table_info({table})"):
        if needed and not key and default is None and name not in values:
            values[name] = sample_value(kind.upper())
    marks = ", ".join("?" for _value in values)
    connection.execute(
        f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", list(values.values())
    )


def rows(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()
