"""Sessions for reading and for writing, one per action, with SQLite's errors in the reader's words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, create_engine, event
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

from xinqiao.storage.errors import from_sqlite

BUSY_TIMEOUT_MS = 5_000
"""How long a transaction waits for another process before the reader is told."""

_WRITES = "xinqiao_writes"


def make_engine(path: Path) -> Engine:
    """An engine on the library file `path`, which exists and has the latest schema."""
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def configure(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        # SQLAlchemy sends BEGIN itself (below); sqlite3 left alone would commit behind its back.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA foreign_keys=ON")
        # FULL flushes the log at every commit: what was saved survives a power cut.
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES, False)
        # A transaction that starts as a reader and then writes can fail in the middle; one that
        # takes the write lock first can only wait. Readers never take it, so they never wait.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def plain_rows(session: Session, statement: Select[*tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Rows of a statement without parameters, as SQLite has them: times are text, truth is 0 or 1.

    For the lists of many thousand rows, where SQLAlchemy's own rows take longer than SQLite.
    """
    connection = session.connection().connection.driver_connection
    assert isinstance(connection, sqlite3.Connection)
    return connection.execute(_compiled(statement)).fetchall()


@cache
def _compiled(statement: Select[*tuple[Any, ...]]) -> str:
    return str(statement.compile(dialect=sqlite_dialect(), compile_kwargs={"literal_binds": True}))


class Sessions:
    """Opens sessions on one library; a session lives for one action and on one thread."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self.engine = engine
        self.path = path
        self._read = sessionmaker(engine)
        self._write = sessionmaker(engine.execution_options(**{_WRITES: True}))

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the library throughout.

        Raises:
            ReaderError: the file cannot be read.
        """
        with self._translated(), self._read() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction: on disk when the block ends, undone when it raises.

        Raises:
            ReaderError: the disk is full, the folder read-only, or another program holds the file.
        """
        with self._translated(), self._write.begin() as session:
            yield session

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:  # from `plain_rows`
            known = from_sqlite(error, self.path)
            if known is None:
                raise
            raise known from error
        except DBAPIError as error:
            if isinstance(error.orig, sqlite3.Error):
                known = from_sqlite(error.orig, self.path)
                if known is not None:
                    raise known from error
            raise
