"""Reads the small files that a reader brings in: lists of corrections, of glossary terms."""

from pathlib import Path

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.domain.os_reasons import reason_of

LARGEST = 16 << 20
"""Bytes: no list that anybody wrote is larger, and a film chosen by mistake is not read whole."""


def read_list_file(path: Path) -> str:
    """The text of a file in UTF-8, with or without a byte order mark.

    Raises:
        ReaderError: it cannot be read, is no UTF-8, or is too large for a list.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise ReaderError(
                message("{name} is too large for a list.", name=path.name), message("Choose another file.")
            )
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ReaderError(
            message("{name} cannot be read: {reason}.", name=path.name, reason=reason_of(error)),
            message("Choose another file."),
        ) from error
    except UnicodeDecodeError as error:
        raise ReaderError(
            message("{name} is not UTF-8 text.", name=path.name),
            message("Save it as UTF-8 and try again."),
        ) from error
