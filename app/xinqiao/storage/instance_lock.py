"""Makes sure that one window at a time has a library."""

import errno
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.storage.errors import from_os

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_NAME = "window.lock"
_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EWOULDBLOCK)
_NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL)


class InstanceLock:
    """A lock on a data folder that the system takes back when the process dies.

    Only the window and `restore` take it. The command line reads and writes beside a window,
    since SQLite orders the transactions of several processes by itself.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / LOCK_NAME
        self._file: BinaryIO | None = None

    def acquire(self) -> None:
        """Take the lock; it stays taken until `release` or the end of the process.

        Raises:
            ReaderError: another window has this library, or the folder cannot be written.
        """
        if self._file is not None:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            file = self.path.open("ab")
        except OSError as error:
            raise from_os(error, self.path.parent) from error
        try:
            _lock(file)
        except OSError as error:
            if error.errno in _TAKEN:
                file.close()
                raise ReaderError(
                    message("Xinqiao is already open with this library."),
                    message(
                        "Go to the window that is open, or start a second one with another library: "
                        "xinqiao --data-dir FOLDER."
                    ),
                ) from error
            if error.errno not in _NO_LOCKS:
                file.close()
                raise from_os(error, self.path) from error
            # A network folder without locks: better to work unlocked than not at all.
        self._file = file

    def release(self) -> None:
        """Give the lock back; the file stays, since deleting it would let two windows in."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _lock(file: BinaryIO) -> None:
    if sys.platform == "win32":
        os.lseek(file.fileno(), 0, os.SEEK_SET)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
