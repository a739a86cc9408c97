"""Says in the reader's words what SQLite and the file system refuse to do."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from xinqiao.domain.errors import ReaderError

DATABASE_CODES = frozenset(
    {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
    }
)


_MAKE_ROOM = (
    "Make sure that the folder exists and can be written, or choose another one (for the library: "
    "xinqiao --data-dir FOLDER)."
)


class DamagedLibraryError(ReaderError):
    """The library file cannot be read as a library; `path` is where it stands, untouched."""

    def __init__(self, path: Path, what: str = "") -> None:
        super().__init__(
            what or f"The library file {path} is damaged and cannot be read.",
            "Nothing was changed or deleted. Start with the newest backup (the damaged file is kept beside "
            "it), or put a copy of your own in its place: xinqiao restore FILE.",
        )
        self.path = path


def disk_full(path: Path) -> ReaderError:
    """The error for a disk without room for `path`."""
    return ReaderError(
        f"The disk is full: {path} could not be written.",
        "Free some space and try again; everything saved before is still there.",
    )


def not_writable(path: Path) -> ReaderError:
    """The error for a folder or file that must not be written."""
    return ReaderError(
        f"{path} cannot be written.",
        "Allow writing there, or choose another folder (for the library: xinqiao --data-dir FOLDER).",
    )


def from_sqlite(error: sqlite3.Error, path: Path) -> ReaderError | None:
    """What to tell the reader of `error` at the library `path`; None when the error is our bug."""
    if not isinstance(error, sqlite3.DatabaseError):
        return None
    extended = getattr(error, "sqlite_errorcode", None)
    if extended is None or extended & 0xFF not in DATABASE_CODES:
        return None
    match extended & 0xFF:
        case sqlite3.SQLITE_FULL:
            return disk_full(path)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return not_writable(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return ReaderError(
                f"The library {path} is in use by another program.",
                "Close the other window or wait until it has finished, then try again.",
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return DamagedLibraryError(path)
        case sqlite3.SQLITE_CANTOPEN:
            return ReaderError(
                f"{path} cannot be opened.",
                _MAKE_ROOM,
            )
        case _:
            return ReaderError(
                f"Reading or writing {path} failed: the disk may be full, damaged or disconnected.",
                "Check the disk and start again; everything saved before is still there.",
            )


@contextmanager
def sqlite_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite refuses to do with `path` into the reader's words; our bugs stay as they are."""
    try:
        yield
    except sqlite3.Error as error:
        known = from_sqlite(error, path)
        if known is None:
            raise
        raise known from error


def from_os(error: OSError, path: Path) -> ReaderError:
    """What to tell the reader of an error of the file system at `path`."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return disk_full(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return not_writable(path)
    return ReaderError(
        f"{path} cannot be used: {error.strerror or error}.",
        _MAKE_ROOM,
    )
