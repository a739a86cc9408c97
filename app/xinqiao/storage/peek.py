"""What the line tools need of a library, read without opening, locking or changing it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from xinqiao.domain.corrections import Correction, CorrectionKind
from xinqiao.domain.words import SlangEntry
from xinqiao.storage.migrations import is_library
from xinqiao.storage.rows import unpacked

_SLANG = "term, meaning, variants, pinyin, literal, register, note, example_zh, example_en"


@dataclass(frozen=True, slots=True)
class ReadersWords:
    """The reader's own part of the words.

    Attributes:
        slang: entries the reader added or changed.
        removed: keys (case-folded terms) of shipped entries that the reader took out or replaced.
        corrections: those that hold everywhere, in order.
    """

    slang: tuple[SlangEntry, ...] = ()
    removed: frozenset[str] = frozenset()
    corrections: tuple[Correction, ...] = ()


def readers_words(path: Path) -> ReadersWords:
    """The reader's slang and corrections in the library at `path`; nothing where there is none.

    A library that is damaged, older or newer gives what can be read of it: the line tools then
    work as they do without a library.
    """
    if not path.is_file():
        return ReadersWords()
    with _reading(path) as connection:
        if connection is None:
            return ReadersWords()
        try:
            if not is_library(connection):
                return ReadersWords()
            return ReadersWords(*_slang(connection), _corrections(connection))
        except (sqlite3.Error, ValueError):
            return ReadersWords()


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection | None]:
    # With no log beside it, nobody has it open: read as it stands, SQLite leaves no files of its own
    # there. The same for a folder that cannot be written, which has no room for those files.
    as_it_stands = "mode=ro&immutable=1"
    logged = path.with_name(path.name + "-wal").exists()
    for mode in ("mode=ro", as_it_stands) if logged else (as_it_stands,):
        try:
            connection = sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True)
        except sqlite3.Error:
            continue
        with closing(connection):
            try:
                connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()
            except sqlite3.Error:
                continue
            yield connection
            return
    yield None


def _has(connection: sqlite3.Connection, table: str) -> bool:
    query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return connection.execute(query, (table,)).fetchone() is not None


def _slang(connection: sqlite3.Connection) -> tuple[tuple[SlangEntry, ...], frozenset[str]]:
    if not _has(connection, "slang"):
        return (), frozenset()
    own = connection.execute(
        f"SELECT {_SLANG} FROM slang WHERE own AND removed_at IS NULL ORDER BY rowid"
    ).fetchall()
    entries = tuple(SlangEntry(row[0], row[1], unpacked(row[2]), *row[3:]) for row in own)
    touched = connection.execute("SELECT term_key FROM slang WHERE own OR removed_at IS NOT NULL").fetchall()
    return entries, frozenset(key for (key,) in touched)


def _corrections(connection: sqlite3.Connection) -> tuple[Correction, ...]:
    if not _has(connection, "corrections"):
        return ()
    rows = connection.execute(
        "SELECT kind, text, words, value FROM corrections WHERE everywhere AND removed_at IS NULL ORDER BY id"
    ).fetchall()
    return tuple(
        Correction(CorrectionKind(kind), text, unpacked(words), value, everywhere=True)
        for kind, text, words, value in rows
    )
