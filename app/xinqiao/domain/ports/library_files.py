"""The library as a file."""

from pathlib import Path
from typing import Protocol


class LibraryFiles(Protocol):
    """The library as a file: copies out and in."""

    def back_up(self, target: Path) -> None:
        """Write a whole, checked copy of the library to `target`, which may exist."""
        ...

    def check(self, source: Path) -> None:
        """Make sure that `source` is a sound library this version can open.

        Raises:
            ReaderError: it is not.
        """
        ...

    def replace_with(self, source: Path) -> Path | None:
        """Put a copy of `source` in the library's place; where the replaced one was put.

        The library must not be open.
        """
        ...

    def backups(self) -> list[Path]:
        """Copies the app made by itself, the newest first."""
        ...
