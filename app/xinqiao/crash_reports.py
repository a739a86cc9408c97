"""Keeps a report of what went wrong, for the reader to send if they wish; nothing is sent by itself."""

import faulthandler
import platform
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from xinqiao import __version__
from xinqiao.domain.errors import ReaderError

_KEPT_BYTES = 200_000


class CrashReports:
    """Writes unexpected exceptions, and crashes below Python, to one log file."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._file: TextIO | None = None

    def start(self) -> str:
        """Begin to watch.

        Returns:
            What the last run left behind and nobody has been told of; empty after a calm run.
        """
        left = self._take_left()
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._log.open("a", encoding="utf-8")
        except OSError:
            return left  # no report is better than no start
        faulthandler.enable(self._file)
        return left

    def install(self, tell: Callable[[BaseException], None]) -> None:
        """Catch what no one else caught.

        Args:
            tell: shows the reader that something went wrong; gets a `ReaderError` too, which is
                nothing to report.
        """

        def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if issubclass(kind, KeyboardInterrupt):
                sys.__excepthook__(kind, error, trace)
                return
            if not isinstance(error, ReaderError):
                self.write(error)
            tell(error)

        sys.excepthook = hook

    def write(self, error: BaseException) -> None:
        """Add one report."""
        text = "".join(traceback.format_exception(error))
        sys.stderr.write(text)
        if self._file is None:
            return
        when = datetime.now(UTC).isoformat(timespec="seconds")
        about = f"Xinqiao {__version__}, Python {platform.python_version()}, {platform.platform()}"
        try:
            self._file.write(f"--- {when} {about}\n{text}\n")
            self._file.flush()
        except OSError:
            pass  # a full disk: the report went to standard error

    def stop(self) -> None:
        """End a run that went well."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None

    def _take_left(self) -> str:
        """The last run's report, moved aside so that it is told once."""
        try:
            text = self._log.read_text(encoding="utf-8", errors="replace")[-_KEPT_BYTES:]
            if text.strip():
                self._log.replace(self._log.with_suffix(".old.log"))
        except OSError:
            return ""
        return text.strip()
