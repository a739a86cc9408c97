"""Replaces files so that a crash leaves either the old one or the new one, never half of one."""

import os
import tempfile
from pathlib import Path

from xinqiao.storage.errors import from_os


def flush_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut, where the system can do that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def flush_file(path: Path) -> None:
    """Make what was written to `path` survive a power cut."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def replace_text(path: Path, text: str) -> None:
    """Write `text` to `path` in UTF-8, replacing what was there in one step; its owner alone may read it.

    Raises:
        ReaderError: the folder cannot be written or the disk is full; the old file stays.
    """
    temporary: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="\n", dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as file:
            temporary = Path(file.name)
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        flush_folder(path.parent)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise from_os(error, path) from error
