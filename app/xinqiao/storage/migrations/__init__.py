"""Brings a library file from any older schema to the latest, one numbered step at a time.

Each step is a function over a bare SQLite connection in its own module. Steps are history: once
released they never change, and they use no row class, since those follow the latest schema.
"""

import sqlite3
from collections.abc import Callable

from xinqiao.storage.migrations import v0001, v0002, v0003, v0004

APPLICATION_ID = 0x58515142
"""Written into the file header (`XQQB`), so that other SQLite files are told apart."""

STEPS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    v0001.migrate,
    v0002.migrate,
    v0003.migrate,
    v0004.migrate,
)
"""Step n (counted from 1) takes a library from version n - 1 to version n."""

LATEST = len(STEPS)
"""Schema version that this code works with."""


def version_of(connection: sqlite3.Connection) -> int:
    """The schema version of an open file; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_library(connection: sqlite3.Connection) -> bool:
    """Whether the open file is a library or empty, and not another program's database."""
    if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
        return True
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return version_of(connection) == 0 and tables == 0


def migrate(connection: sqlite3.Connection, target: int = LATEST) -> None:
    """Run the missing steps up to version `target` in one transaction: all of them or none.

    Args:
        connection: in autocommit mode (`isolation_level=None`), outside any transaction.
        target: the version to stop at; only tests stop early.
    """
    # Cannot be changed inside a transaction; steps may rebuild tables that others point to.
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again inside: another process may have migrated while this one waited.
        version = version_of(connection)
        for number in range(version + 1, target + 1):
            STEPS[number - 1](connection)
            connection.execute(f"PRAGMA user_version={number}")
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise AssertionError(f"a migration left rows that point nowhere: {broken[:3]}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys=ON")
