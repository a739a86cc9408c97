"""The strokes of characters, from one read-only SQLite file (`packaging/strokes/pack_strokes.py`)."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.domain.strokes import Stroke
from xinqiao.engines.stroke_codec import unpack


class StrokeDb:
    """`StrokeSource` over `strokes.db`.

    The file is opened for each question and closed again (0.1 ms), so nothing is held, nothing is
    opened before it is asked for, and any thread may ask.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def find(self, characters: Iterable[str]) -> dict[str, tuple[Stroke, ...]]:
        """Strokes of those of the characters that are in the file.

        Raises:
            ReaderError: the file is missing or damaged.
        """
        found: dict[str, tuple[Stroke, ...]] = {}
        uri = f"{self._path.absolute().as_uri()}?mode=ro&immutable=1"
        try:
            with closing(sqlite3.connect(uri, uri=True)) as connection:
                for character in characters:
                    row = connection.execute(
                        "SELECT packed FROM strokes WHERE codepoint = ?", (ord(character),)
                    ).fetchone()
                    if row is not None:
                        found[character] = unpack(row[0])
        except (sqlite3.Error, LookupError, TypeError, ValueError) as error:
            raise ReaderError(
                message("The file with the order of strokes is missing or damaged."),
                message("Reinstall Xinqiao, or in a checkout run `git checkout -- resources/strokes`."),
            ) from error
        return found
