"""What the window's parts share: the open library, messages, and the job that writes files."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.undo import Undo
from xinqiao.services.workbench import Workbench
from xinqiao.ui.common import messages
from xinqiao.ui.common.in_words import in_words
from xinqiao.ui.common.jobs import LatestJob, Worker
from xinqiao.ui.common.toast import Toast


class Desk(QObject):
    """Handed to each part of the window.

    Attributes:
        bench: the services; None until the library is open.
        library: where the library is changed; what was handed in there is done before the window goes.

    Signals:
        crashed: a job met a bug; carries the exception.
    """

    crashed = Signal(object)

    def __init__(self, window: QWidget, toast: Toast, worker: Worker) -> None:
        super().__init__(window)
        self.window, self.toast = window, toast
        self.bench: Workbench | None = None
        self.library = worker
        self.export_job = LatestJob(worker, self)
        self.export_job.produced.connect(self._on_exported)
        self.export_job.failed.connect(self.show_error)
        self.export_job.crashed.connect(self.crashed)

    def tell(self, text: str, undo: Undo | None = None, after: Callable[[], None] | None = None) -> None:
        """Show a message at the foot of the window, with Undo if there is something to undo."""
        self.toast.tell(text, undo, after)

    def tell_done(self, undo: Undo, after: Callable[[], None]) -> None:
        """Say what was done, with its Undo."""
        self.tell(in_words(undo.what), undo, after)

    def show_error(self, error: ReaderError) -> None:
        """Say what happened and what to do; never blocks."""
        messages.box(error, self.window).open()

    def try_to(self, do: Callable[[], object]) -> bool:
        """Do something that the reader may have to be told about; whether it went well."""
        try:
            do()
        except ReaderError as error:
            self.show_error(error)
            return False
        return True

    def export(self, title: str, name: str, kind: str, write: Callable[[Path], int]) -> None:
        """Ask for a file and write it in the background.

        Args:
            title: of the file dialog.
            name: proposed file name; its ending is added where the reader leaves it out.
            kind: the dialog's name for such files (`CSV (*.csv)`).
            write: writes the file and answers how many things are in it.
        """
        chosen, _ = QFileDialog.getSaveFileName(self.window, title, name, kind)
        if not chosen:
            return
        path = Path(chosen)
        if not path.suffix:
            path = path.with_suffix(Path(name).suffix)

        def work(cancel: CancelToken) -> Iterator[tuple[int, Path]]:
            yield write(path), path

        self.export_job.start(work)

    def _on_exported(self, done: tuple[int, Path]) -> None:
        count, path = done
        self.tell(self.tr("Wrote %n line(s) to {path}.", "", count).format(path=path))
