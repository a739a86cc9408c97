"""Makes posts of what is pasted, dropped or opened."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.services.workbench import Workbench
from xinqiao.ui.common.jobs import LatestJob, Worker
from xinqiao.ui.desk import Desk

if TYPE_CHECKING:
    from xinqiao.services.import_posts import Imported


class ImportActions(QObject):
    """Brings posts into the library in the background.

    Signals:
        imported: carries what came of one text, an `Imported`.
    """

    imported = Signal(object)

    def __init__(self, desk: Desk, worker: Worker) -> None:
        super().__init__(desk)
        self._desk = desk
        self.job = LatestJob(worker, self)
        self.job.produced.connect(self.imported)
        self.job.failed.connect(desk.show_error)
        self.job.crashed.connect(desk.crashed)

    def paste(self) -> None:
        """Make a post from the clipboard; in a text box, paste there instead."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QPlainTextEdit):
            focus.paste()
            return
        self.take(QGuiApplication.clipboard().mimeData())

    def take(self, mime: QMimeData | None) -> None:
        """Make posts of what was pasted or dropped: files where there are any, else its text."""
        if mime is not None and mime.hasUrls():
            files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
            if files:
                self.take_files(files)
                return
        self.take_text(mime.text() if mime is not None and mime.hasText() else "")

    def take_text(self, text: str) -> None:
        """Make a post of plain text."""
        bench = self._open_bench()
        if bench is None:
            return

        def work(cancel: CancelToken) -> "Iterator[Imported]":
            yield bench.import_posts.paste(text)

        self.job.start(work)

    def take_files(self, files: list[Path]) -> None:
        """Make a post of each text file; one that is no text keeps no other from coming in."""
        bench = self._open_bench()
        if bench is None:
            return

        def work(cancel: CancelToken) -> "Iterator[Imported]":
            # All of them before the first is shown: the next paste stops what is still to come.
            kept: list[Imported] = []
            problems: list[ReaderError] = []
            for file in files:
                try:
                    kept.append(bench.import_posts.file(file))
                except ReaderError as error:
                    problems.append(error)
            yield from kept
            if problems:
                raise problems[0]

        self.job.start(work)

    def _open_bench(self) -> Workbench | None:
        if self._desk.bench is None:
            self._desk.tell(self.tr("Your library is not open, so nothing can be added to it yet."))
        return self._desk.bench

    def choose_files(self) -> None:
        """Ask for text files."""
        files, _ = QFileDialog.getOpenFileNames(
            self._desk.window, self.tr("Open a post"), "", self.tr("Text (*.txt *.md);;All files (*)")
        )
        if files:
            self.take_files([Path(file) for file in files])
