"""Version 4: the reader's glossary, and when each kept translation was used last."""

import sqlite3

_STATEMENTS = (
    """
    CREATE TABLE glossary (
        term TEXT PRIMARY KEY,
        english TEXT NOT NULL,
        changed_at TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    # A day, not a moment: what is read over and over is written once a day.
    "ALTER TABLE translations ADD COLUMN used_on TEXT NOT NULL DEFAULT ''",
    "UPDATE translations SET used_on = substr(made_at, 1, 10)",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Make the table and the column."""
    for statement in _STATEMENTS:
        connection.execute(statement)
