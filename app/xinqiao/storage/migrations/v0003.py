"""Version 3: the ledger of the reader's corrections, and the script each post is shown in."""

import sqlite3

_STATEMENTS = (
    # A correction outlives its post: the list goes on showing it, and an export still has it.
    """
    CREATE TABLE corrections (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        words TEXT NOT NULL DEFAULT '[]',
        value TEXT NOT NULL DEFAULT '',
        everywhere INTEGER NOT NULL,
        post_id INTEGER REFERENCES posts (id) ON DELETE SET NULL,
        post_key TEXT NOT NULL DEFAULT '',
        sentence TEXT NOT NULL DEFAULT '',
        source TEXT NOT NULL DEFAULT '',
        made_at TEXT NOT NULL,
        removed_at TEXT
    )
    """,
    "CREATE INDEX corrections_by_post ON corrections (post_id)",
    "ALTER TABLE posts ADD COLUMN script TEXT NOT NULL DEFAULT ''",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Make the ledger, and room for the script a post is shown in."""
    for statement in _STATEMENTS:
        connection.execute(statement)
