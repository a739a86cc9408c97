"""Lets the word index follow corrections and slang, out of the way of everything else."""

from PySide6.QtCore import QObject, QTimer, Signal

from xinqiao.services.renew_index import Renewed
from xinqiao.services.workbench import Workbench
from xinqiao.ui.common.jobs import LatestJob, Worker

SAY_AFTER_MS = 1000
"""How long it has to take before anything is said of it."""


class IndexRenewal(QObject):
    """Starts the work after each change, and at the start with what an earlier run left undone.

    Signals:
        said: how far it is, for the line above the post; empty when there is nothing to say any more.
        renewed: posts were gone through to the last; what shows counts has to look again.
    """

    said = Signal(str)
    renewed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = Worker("index")
        self._bench: Workbench | None = None
        self._far = Renewed(0, 0)
        self._speaking = False
        self.job = LatestJob(self._worker, self)
        self.job.produced.connect(self._on_produced)
        self.job.finished.connect(self._on_finished)
        self.job.failed.connect(lambda _error: self._fall_silent())
        self._say_soon = QTimer(self)
        self._say_soon.setSingleShot(True)
        self._say_soon.timeout.connect(self._begin_to_say)

    def set_bench(self, bench: Workbench) -> None:
        """Take the services over, and go on with what was left undone."""
        self._bench = bench
        self.start()

    def start(self) -> None:
        """Follow what changed; a run that is under way begins anew with what is left."""
        if self._bench is not None:
            self._far = Renewed(0, 0)
            self.job.start(self._bench.renew_index.run)

    def close(self) -> None:
        """Stop after the post in hand and wait for it; the rest is done at the next start."""
        self._say_soon.stop()
        self.job.cancel()
        self._worker.close()

    def _on_produced(self, far: Renewed) -> None:
        self._far = far
        if self._speaking:
            self._say()
        elif not self._say_soon.isActive():
            self._say_soon.start(SAY_AFTER_MS)

    def _begin_to_say(self) -> None:
        self._speaking = True
        self._say()

    def _say(self) -> None:
        text = self.tr("Counting words again: {done} of {total} posts")
        self.said.emit(text.format(done=self._far.done, total=self._far.total))

    def _fall_silent(self) -> None:
        self._say_soon.stop()
        if self._speaking:
            self._speaking = False
            self.said.emit("")

    def _on_finished(self) -> None:
        self._fall_silent()
        if self._far.total:
            self.renewed.emit()
