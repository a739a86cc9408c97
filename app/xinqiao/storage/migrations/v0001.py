"""Version 1: posts, words, notes, slang, and the caches of prepared and translated sentences."""

import sqlite3

_STATEMENTS = (
    # AUTOINCREMENT: an id is never given out twice, so a stale undo can never hit another row.
    """
    CREATE TABLE posts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        title TEXT NOT NULL,
        shown_title TEXT NOT NULL,
        english_title TEXT NOT NULL DEFAULT '',
        author TEXT NOT NULL DEFAULT '',
        published TEXT NOT NULL DEFAULT '',
        location TEXT NOT NULL DEFAULT '',
        likes INTEGER,
        tags TEXT NOT NULL DEFAULT '[]',
        origin_kind TEXT NOT NULL,
        origin_reference TEXT NOT NULL DEFAULT '',
        fingerprint TEXT NOT NULL,
        added_at TEXT NOT NULL,
        opened_at TEXT,
        starred INTEGER NOT NULL DEFAULT 0,
        place INTEGER NOT NULL DEFAULT 0,
        removed_at TEXT
    )
    """,
    "CREATE INDEX posts_by_fingerprint ON posts (fingerprint)",
    "CREATE INDEX posts_removed ON posts (id) WHERE removed_at IS NOT NULL",
    # Apart from `posts`, so that the library list reads 200 bytes a post and not its whole text.
    """
    CREATE TABLE post_bodies (
        post_id INTEGER PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
        body TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE comments (
        post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        depth INTEGER NOT NULL,
        author TEXT NOT NULL,
        text TEXT NOT NULL,
        likes INTEGER,
        location TEXT NOT NULL DEFAULT '',
        published TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (post_id, number)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE words (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        text TEXT NOT NULL,
        traditional TEXT NOT NULL,
        pinyin TEXT NOT NULL,
        meaning TEXT NOT NULL,
        status TEXT NOT NULL,
        added_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        hsk2 TEXT NOT NULL DEFAULT '',
        hsk3 TEXT NOT NULL DEFAULT '',
        syllabus_2025 TEXT NOT NULL DEFAULT '',
        zipf REAL NOT NULL DEFAULT 0,
        tags TEXT NOT NULL DEFAULT '[]',
        removed_at TEXT
    )
    """,
    "CREATE UNIQUE INDEX words_kept ON words (text) WHERE removed_at IS NULL",
    """
    CREATE TABLE encounters (
        id INTEGER PRIMARY KEY,
        word_id INTEGER NOT NULL REFERENCES words (id) ON DELETE CASCADE,
        sentence TEXT NOT NULL,
        span_start INTEGER NOT NULL,
        span_end INTEGER NOT NULL,
        pinyin TEXT NOT NULL DEFAULT '',
        translation TEXT NOT NULL DEFAULT '',
        model TEXT NOT NULL DEFAULT '',
        post_id INTEGER REFERENCES posts (id) ON DELETE SET NULL,
        source TEXT NOT NULL DEFAULT '',
        met_at TEXT NOT NULL,
        UNIQUE (word_id, sentence, span_start, span_end)
    )
    """,
    "CREATE INDEX encounters_by_post ON encounters (post_id)",
    """
    CREATE TABLE notes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        body TEXT NOT NULL,
        post_id INTEGER REFERENCES posts (id) ON DELETE SET NULL,
        word TEXT NOT NULL DEFAULT '',
        sentence TEXT NOT NULL DEFAULT '',
        pinyin TEXT NOT NULL DEFAULT '',
        translation TEXT NOT NULL DEFAULT '',
        source TEXT NOT NULL DEFAULT '',
        tags TEXT NOT NULL DEFAULT '[]',
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        removed_at TEXT
    )
    """,
    "CREATE INDEX notes_by_post ON notes (post_id)",
    "CREATE INDEX notes_by_word ON notes (word)",
    """
    CREATE TABLE slang (
        term_key TEXT PRIMARY KEY,
        term TEXT NOT NULL,
        meaning TEXT NOT NULL,
        variants TEXT NOT NULL DEFAULT '[]',
        pinyin TEXT NOT NULL DEFAULT '',
        literal TEXT NOT NULL DEFAULT '',
        register TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        example_zh TEXT NOT NULL DEFAULT '',
        example_en TEXT NOT NULL DEFAULT '',
        own INTEGER NOT NULL DEFAULT 0,
        removed_at TEXT
    )
    """,
    "CREATE TABLE prepared_versions (id INTEGER PRIMARY KEY AUTOINCREMENT, version TEXT NOT NULL UNIQUE)",
    """
    CREATE TABLE prepared (
        version_id INTEGER NOT NULL REFERENCES prepared_versions (id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        data TEXT NOT NULL,
        PRIMARY KEY (version_id, text)
    ) WITHOUT ROWID
    """,
    "CREATE TABLE models (id INTEGER PRIMARY KEY AUTOINCREMENT, model_key TEXT NOT NULL UNIQUE)",
    """
    CREATE TABLE translations (
        model_id INTEGER NOT NULL REFERENCES models (id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        english TEXT NOT NULL,
        maker TEXT NOT NULL,
        score REAL,
        doubts TEXT NOT NULL DEFAULT '[]',
        made_at TEXT NOT NULL,
        PRIMARY KEY (model_id, text)
    ) WITHOUT ROWID
    """,
    # Apart from `translations`: what the reader wrote is never pruned and always wins.
    """
    CREATE TABLE translation_edits (
        text TEXT PRIMARY KEY,
        english TEXT NOT NULL,
        changed_at TEXT NOT NULL
    )
    """,
    "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Make the first tables."""
    for statement in _STATEMENTS:
        connection.execute(statement)
