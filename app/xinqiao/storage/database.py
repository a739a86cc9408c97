"""Opens the library file and hands out its stores."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Self

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.storage.backups import SqliteLibraryFiles, back_up_before_migration, newer_file
from xinqiao.storage.correction_store import SqlCorrectionStore
from xinqiao.storage.errors import from_os, sqlite_errors
from xinqiao.storage.glossary_store import SqlGlossaryStore
from xinqiao.storage.index_queue import SqlIndexQueue
from xinqiao.storage.instance_lock import InstanceLock
from xinqiao.storage.migrations import LATEST, is_library, migrate, version_of
from xinqiao.storage.note_store import SqlNoteStore
from xinqiao.storage.post_store import SqlPostStore
from xinqiao.storage.prepared_cache import SqlPreparedCache
from xinqiao.storage.sessions import BUSY_TIMEOUT_MS, Sessions, make_engine
from xinqiao.storage.slang_store import SqlSlangStore
from xinqiao.storage.translation_cache import SqlTranslationCache
from xinqiao.storage.vocabulary_store import SqlVocabularyStore

LIBRARY_NAME = "library.db"
"""Name of the library file in the data folder."""


class Library:
    """An open library. Its stores may be used from any thread; each call is one transaction.

    Attributes:
        path: the library file.
        posts, prepared, translations, vocabulary, notes, slang, corrections, glossary, index_queue: the
            stores.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.sessions = Sessions(make_engine(path), path)
        self.posts = SqlPostStore(self.sessions)
        self.prepared = SqlPreparedCache(self.sessions)
        self.translations = SqlTranslationCache(self.sessions)
        self.vocabulary = SqlVocabularyStore(self.sessions)
        self.notes = SqlNoteStore(self.sessions)
        self.slang = SqlSlangStore(self.sessions)
        self.corrections = SqlCorrectionStore(self.sessions)
        self.glossary = SqlGlossaryStore(self.sessions)
        self.index_queue = SqlIndexQueue(self.sessions)

    def files(self, lock: InstanceLock | None = None) -> SqliteLibraryFiles:
        """Copies of this library; `lock` is the window's lock where this process holds it."""
        return SqliteLibraryFiles(self.path, lock)

    def close(self) -> None:
        """Close every connection; to be called when no job uses the library any more."""
        self.sessions.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_library(path: Path) -> Library:
    """Open the library file `path`, made if missing and migrated if older.

    A file that has to be migrated is copied into `backups` beside it first.

    Raises:
        DamagedLibraryError: the file is damaged; it is left as it is, and
            `backups.start_from_newest_backup` can put a backup in its place.
        ReaderError: the folder cannot be written, the disk is full, the file is another
            program's, newer than this version, or held by another program.
    """
    path = path.absolute()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_os(error, path.parent) from error
    if path.exists() and not os.access(path, os.W_OK):
        raise from_os(PermissionError(13, "Permission denied"), path)
    with sqlite_errors(path), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        _bring_up_to_date(connection, path)
    return Library(path)


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    if not is_library(connection):
        raise ReaderError(
            message(
                "{path} belongs to another program: it is a database, but not a Xinqiao library.", path=path
            ),
            message("Move it away, or choose another data folder: xinqiao --data-dir FOLDER."),
        )
    version = version_of(connection)
    if version > LATEST:
        raise newer_file(path, version)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    if version == LATEST:
        return
    if version > 0:
        back_up_before_migration(path, version)
    migrate(connection)
