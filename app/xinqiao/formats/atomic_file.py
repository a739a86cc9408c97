"""Writes exports so that a reader finds either the old file or the whole new one."""

import errno
import os
import stat
import tempfile
from pathlib import Path

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.domain.os_reasons import reason_of

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write `content` (text in UTF-8) to `path`: to a temporary file beside it, then in its place.

    A link is followed; the permissions of a file that was there stay.

    Raises:
        ReaderError: the folder is missing, full or not to be written; the old file is untouched.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    temporary: Path | None = None
    try:
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise ReaderError(message("{path} is a folder.", path=path), message("Choose a file name in it."))
        with tempfile.NamedTemporaryFile(
            dir=target.parent, prefix=f".{target.name[:80]}.", delete=False
        ) as file:
            temporary = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_permissions(target))
        temporary.replace(target)
        temporary = None
        _flush_folder(target.parent)
    except OSError as error:
        raise _explained(error, path) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _permissions(target: Path) -> int:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _explained(error: OSError, path: Path) -> ReaderError:
    kept = message("A file that was there before is unchanged.")
    if error.errno in _FULL:
        return ReaderError(
            message("There is no room to write {path}.", path=path),
            message("Free some space or choose another folder. {kept}", kept=kept),
        )
    if error.errno in _FORBIDDEN:
        return ReaderError(
            message("{path} may not be written, or another program has it open.", path=path),
            message("Close it there, or choose another folder. {kept}", kept=kept),
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return ReaderError(
            message("The folder of {path} is not there.", path=path), message("Choose a folder that exists.")
        )
    if error.errno == errno.ENAMETOOLONG:
        return ReaderError(message("The file name is too long."), message("Choose a shorter one."))
    return ReaderError(
        message("{path} could not be written: {reason}.", path=path, reason=reason_of(error)),
        message("Choose another folder. {kept}", kept=kept),
    )
