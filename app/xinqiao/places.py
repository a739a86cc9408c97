"""Where the reader's data lives."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import Message, message
from xinqiao.domain.os_reasons import reason_of

DATA_DIR_VARIABLE = "XINQIAO_DATA_DIR"


@dataclass(frozen=True, slots=True)
class Places:
    """The folders that Xinqiao writes to.

    Attributes:
        data: what must not be lost: the library, settings, installed models.
        cache: what can be made again.
        logs: crash reports and logs.
    """

    data: Path
    cache: Path
    logs: Path

    @classmethod
    def find(
        cls, data_dir: Path | str | None = None, environment: Mapping[str, str] | None = None
    ) -> "Places":
        """The folders for this start; none is made yet.

        Args:
            data_dir: the `--data-dir` option. It wins over the variable `XINQIAO_DATA_DIR`, and
                either wins over the platform's own folders; cache and logs then live below it.
            environment: instead of the process's own.
        """
        chosen = str(
            data_dir or (os.environ if environment is None else environment).get(DATA_DIR_VARIABLE, "")
        )
        if chosen:
            data = Path(chosen).expanduser().absolute()
            return cls(data, data / "cache", data / "logs")
        folders = platformdirs.PlatformDirs("xinqiao", appauthor=False)
        return cls(folders.user_data_path, folders.user_cache_path, folders.user_log_path)

    @property
    def library(self) -> Path:
        """The SQLite file with posts, words, notes and cached translations."""
        return self.data / "library.db"

    @property
    def settings(self) -> Path:
        """The reader's settings."""
        return self.data / "settings.json"

    @property
    def models(self) -> Path:
        """Folder of unpacked and installed translation models."""
        return self.data / "models"

    @property
    def backups(self) -> Path:
        """Folder of copies of the library made before it is changed in kind."""
        return self.data / "backups"

    @property
    def crash_log(self) -> Path:
        """What the last crash wrote."""
        return self.logs / "crash.log"

    def make(self) -> None:
        """Make the folders.

        Raises:
            ReaderError: one cannot be made or written to.
        """
        for folder in (self.data, self.cache, self.logs):
            try:
                folder.mkdir(parents=True, exist_ok=True)
                writable = os.access(folder, os.W_OK | os.X_OK)
            except OSError as error:
                raise _unusable(folder, reason_of(error)) from error
            if not writable:
                raise _unusable(folder, message("it is read-only"))


def _unusable(folder: Path, why: Message | str) -> ReaderError:
    return ReaderError(
        message("Xinqiao cannot keep its data in {folder}: {why}.", folder=folder, why=why),
        message("Make that folder writable, or choose another with --data-dir."),
    )
