"""Copies of the library file: out, in, and by itself before a migration. Needs no SQLAlchemy."""

import os
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.storage.errors import DamagedLibraryError, from_os, sqlite_errors
from xinqiao.storage.instance_lock import InstanceLock
from xinqiao.storage.migrations import LATEST, is_library, version_of
from xinqiao.storage.safe_files import flush_file, flush_folder

FOLDER_NAME = "backups"
KEPT = 5
"""Copies that the app keeps of its own accord; the oldest go."""

_SIDE_FILES = ("-wal", "-shm")


def stamp() -> str:
    """The time in UTC as part of a file name; later is greater."""
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")


def newer_file(path: Path, version: int) -> ReaderError:
    """The error for a library written by a newer version of the app."""
    return ReaderError(
        message(
            "{path} was written by a newer version of Xinqiao (library version {version}; this one reads "
            "up to {latest}).",
            path=path,
            version=version,
            latest=LATEST,
        ),
        message("Update Xinqiao, or choose another data folder: xinqiao --data-dir FOLDER."),
    )


def copy_library(source: Path, target: Path) -> None:
    """Copy a library, which may be open and in use, to `target` in one step.

    Raises:
        ReaderError: `source` cannot be read or `target` not be written; a `target` that was
            there before stays.
    """
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.unfinished")
    try:
        with sqlite_errors(source), closing(_connect(source, read_only=True)) as old:
            old.execute("PRAGMA schema_version")  # reads the header: a damaged source shows here
            with sqlite_errors(target), closing(_connect(unfinished)) as new:
                old.backup(new)
                # One file that holds everything, to be carried about without its log.
                new.execute("PRAGMA journal_mode=DELETE")
        flush_file(unfinished)
        unfinished.replace(target)
        flush_folder(target.parent)
    except OSError as error:
        raise from_os(error, target) from error
    finally:
        _forget(unfinished)


def check_library(path: Path, *, thorough: bool = True) -> None:
    """Make sure that `path` is a sound library which this version can open. Reads all of it.

    Args:
        path: the file.
        thorough: compare indexes with their tables too, which takes several times as long.

    Raises:
        ReaderError: it is missing, no library, damaged or newer.
    """
    if not path.is_file():
        raise ReaderError(
            message("There is no file {path}.", path=path), message("Choose a backup made by Xinqiao.")
        )
    with sqlite_errors(path), closing(_connect(path, read_only=True)) as connection:
        if not is_library(connection) or version_of(connection) == 0:
            raise ReaderError(
                message("{path} is not a Xinqiao library.", path=path),
                message("Choose a backup made by Xinqiao."),
            )
        version = version_of(connection)
        if version > LATEST:
            raise newer_file(path, version)
        kind = "integrity_check" if thorough else "quick_check"
        problems = connection.execute(f"PRAGMA {kind}(1)").fetchone()
        if problems != ("ok",):
            raise DamagedLibraryError(path)


def back_up_before_migration(path: Path, version: int) -> Path:
    """Copy a library that is about to be migrated into the folder `backups` beside it.

    Returns:
        The copy; older copies beyond `KEPT` are deleted.
    """
    folder = path.parent / FOLDER_NAME
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise from_os(error, folder) from error
    copy = folder / f"{path.stem}-{stamp()}-v{version}.db"
    copy_library(path, copy)
    for old in list_backups(path)[KEPT:]:
        old.unlink(missing_ok=True)
    return copy


def list_backups(path: Path) -> list[Path]:
    """The copies the app made of the library `path`, the newest first."""
    return sorted((path.parent / FOLDER_NAME).glob(f"{path.stem}-*-v*.db"), reverse=True)


def put_aside(path: Path, reason: str) -> Path | None:
    """Rename a closed library with its log files; nothing is deleted.

    Args:
        path: the library file.
        reason: one word for the new name (`damaged`, `replaced`).

    Returns:
        Where the file is now, or None when there was none.
    """
    if not path.exists():
        return None
    aside = path.with_name(f"{path.stem}-{reason}-{stamp()}{path.suffix}")
    try:
        path.rename(aside)
        for ending in _SIDE_FILES:
            side = path.with_name(path.name + ending)
            if side.exists():
                side.rename(aside.with_name(aside.name + ending))
    except OSError as error:
        raise from_os(error, path) from error
    return aside


def start_from_newest_backup(path: Path) -> tuple[Path, Path | None]:
    """Put the newest sound backup in the place of a damaged library, which is kept beside it.

    Returns:
        (the backup taken, where the damaged file was put).

    Raises:
        ReaderError: there is no sound backup; nothing was changed.
    """
    for backup in list_backups(path):
        try:
            check_library(backup)
        except ReaderError:
            continue
        aside = put_aside(path, "damaged")
        copy_library(backup, path)
        return backup, aside
    raise ReaderError(
        message("There is no usable backup of {path}.", path=path),
        message(
            "Start with an empty library in another folder: xinqiao --data-dir FOLDER. The damaged file "
            "stays where it is."
        ),
    )


class SqliteLibraryFiles:
    """The `LibraryFiles` port: copies of the library at `path`.

    Args:
        path: the library file.
        lock: the window's lock where this process holds it; `replace_with` takes one otherwise.
    """

    def __init__(self, path: Path, lock: InstanceLock | None = None) -> None:
        self._path = path
        self._lock = lock or InstanceLock(path.parent)

    def back_up(self, target: Path) -> None:
        """Write a whole, checked copy of the library to `target`, which may exist."""
        if target.exists() and self._path.exists() and target.samefile(self._path):
            raise ReaderError(
                message("{target} is the library itself.", target=target),
                message("Choose another name for the backup."),
            )
        if not self._path.exists():
            raise ReaderError(
                message("There is no library at {path} yet.", path=self._path),
                message("Start Xinqiao once, then back up."),
            )
        copy_library(self._path, target)
        check_library(target, thorough=False)

    def check(self, source: Path) -> None:
        """Make sure that `source` is a sound library this version can open."""
        check_library(source)

    def replace_with(self, source: Path) -> Path | None:
        """Put a copy of `source` in the library's place; where the replaced one was put.

        The copy is made and checked beside the library first, so that the library is missing
        for two renames only, and comes back if the second one fails.
        """
        check_library(source)
        with self._lock:
            if self._path.exists() and source.samefile(self._path):
                raise ReaderError(
                    message("{source} is the library itself.", source=source),
                    message("Choose a backup of it."),
                )
            fresh = self._path.with_name(f".{self._path.name}.{os.getpid()}.restored")
            try:
                copy_library(source, fresh)
                check_library(fresh)
                aside = put_aside(self._path, "replaced")
                try:
                    fresh.replace(self._path)
                    flush_folder(self._path.parent)
                except OSError as error:
                    if aside is not None and not self._path.exists():
                        aside.rename(self._path)
                    raise from_os(error, self._path) from error
                return aside
            finally:
                _forget(fresh)

    def backups(self) -> list[Path]:
        """Copies the app made by itself, the newest first."""
        return list_backups(self._path)


def _connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    if not read_only:
        return sqlite3.connect(path, isolation_level=None)
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)


def _forget(path: Path) -> None:
    for ending in ("", "-journal", *_SIDE_FILES):
        with suppress(OSError):  # where its folder cannot be used there is nothing to forget
            path.with_name(path.name + ending).unlink(missing_ok=True)
