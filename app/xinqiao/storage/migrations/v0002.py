"""Version 2: full-text search of posts, and the index of which word stands in which post."""

import json
import sqlite3

from xinqiao.storage.search_text import BREAK, searchable

_STATEMENTS = (
    "CREATE TABLE terms (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
    """
    CREATE TABLE post_words (
        term_id INTEGER NOT NULL REFERENCES terms (id),
        post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
        count INTEGER NOT NULL,
        places TEXT NOT NULL DEFAULT '[]',
        PRIMARY KEY (term_id, post_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX post_words_by_post ON post_words (post_id)",
    """
    CREATE TABLE post_shares (
        post_id INTEGER PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
        distinct_words INTEGER NOT NULL,
        known_words INTEGER NOT NULL
    )
    """,
    "CREATE VIRTUAL TABLE post_search USING fts5 (text, english, tokenize = 'unicode61 remove_diacritics 2')",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Make the indexes and fill the search from the posts that are there.

    The word index fills by itself as posts are opened.
    """
    for statement in _STATEMENTS:
        connection.execute(statement)
    posts = connection.execute(
        "SELECT p.id, p.title, p.author, p.location, p.tags, p.english_title, b.body"
        " FROM posts p JOIN post_bodies b ON b.post_id = p.id"
    ).fetchall()
    for post_id, title, author, location, tags, english_title, body in posts:
        comments = connection.execute(
            "SELECT author, text FROM comments WHERE post_id = ? ORDER BY number", (post_id,)
        ).fetchall()
        pieces = [title, body, *json.loads(tags), author, location]
        pieces += [piece for comment in comments for piece in comment]
        connection.execute(
            "INSERT INTO post_search (rowid, text, english) VALUES (?, ?, ?)",
            (post_id, f" {BREAK} ".join(map(searchable, pieces)), searchable(english_title)),
        )
