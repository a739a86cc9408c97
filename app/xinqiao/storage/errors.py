"""Says in the reader's words what SQLite and the file system refuse to do."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import Message, message
from xinqiao.domain.os_reasons import reason_of

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


_MAKE_ROOM = message(
    "Make sure that the folder exists and can be written, or choose another one (for the library: "
    "xinqiao --data-dir FOLDER)."
)


class DamagedLibraryError(ReaderError):
    """The library file cannot be read as a library; `path` is where it stands, untouched."""

    def __init__(self, path: Path, problem: Message | None = None) -> None:
        super().__init__(
            problem or message("The library file {path} is damaged and cannot be read.", path=path),
            message(
                "Nothing was changed or deleted. Start with the newest backup (the damaged file is kept "
                "beside it), or put a copy of your own in its place: xinqiao restore FILE."
            ),
        )
        self.path = path


def disk_full(path: Path) -> ReaderError:
    """The error for a disk without room for `path`."""
    return ReaderError(
        message("The disk is full: {path} could not be written.", path=path),
        message("Free some space and try again; everything saved before is still there."),
    )


def not_writable(path: Path) -> ReaderError:
    """The error for a folder or file that must not be written."""
    return ReaderError(
        message("{path} cannot be written.", path=path),
        message(
            "Allow writing there, or choose another folder (for the library: xinqiao --data-dir FOLDER)."
        ),
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
                message("The library {path} is in use by another program.", path=path),
                message("Close the other window or wait until it has finished, then try again."),
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return DamagedLibraryError(path)
        case sqlite3.SQLITE_CANTOPEN:
            return ReaderError(
                message("{path} cannot be opened.", path=path),
                _MAKE_ROOM,
            )
        case _:
            return ReaderError(
                message(
                    "Reading or writing {path} failed: the disk may be full, damaged or disconnected.",
                    path=path,
                ),
                message("Check the disk and start again; everything saved before is still there."),
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
        message("{path} cannot be used: {reason}.", path=path, reason=reason_of(error)),
        _MAKE_ROOM,
    )
