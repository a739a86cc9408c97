"""Copies the library out and back in."""

from pathlib import Path

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.domain.ports import LibraryFiles


class BackUp:
    """What `backup` and `restore` do, in the window and on the command line."""

    def __init__(self, files: LibraryFiles) -> None:
        self._files = files

    def to_file(self, target: Path) -> Path:
        """Write a whole, checked copy of the library, which may be open meanwhile.

        Args:
            target: the file; a folder gets a file `xinqiao-library.db` in it.

        Returns:
            The file written.

        Raises:
            ReaderError: the file cannot be written; one that was there before is unchanged.
        """
        file = target / "xinqiao-library.db" if target.is_dir() else target
        self._files.back_up(file)
        return file

    def restore(self, source: Path) -> Path | None:
        """Put a copy of `source` in the library's place; the library must not be open.

        Returns:
            Where the replaced library was put, or None when there was none.

        Raises:
            ReaderError: `source` is damaged, newer or no library, or a window is open; nothing
                was changed.
        """
        self._files.check(source)
        return self._files.replace_with(source)

    def restore_newest(self) -> tuple[Path, Path | None]:
        """Put the newest sound copy that the app made by itself in the library's place.

        Returns:
            (the copy taken, where the replaced library was put).

        Raises:
            ReaderError: there is no sound copy; nothing was changed.
        """
        for copy in self._files.backups():
            try:
                self._files.check(copy)
            except ReaderError:
                continue
            return copy, self._files.replace_with(copy)
        raise ReaderError(
            message("There is no usable backup of this library."),
            message("Restore a copy of your own: xinqiao restore FILE. The library stays where it is."),
        )
