"""Translates the post in view and shows its English as it comes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import Message
from xinqiao.domain.settings import Settings
from xinqiao.domain.translations import Maker, Translation
from xinqiao.services.workbench import Workbench
from xinqiao.ui.common.in_words import in_words
from xinqiao.ui.common.jobs import LatestJob, Worker
from xinqiao.ui.reading.compare_dialog import CompareDialog
from xinqiao.ui.reading.read_header import ReadHeader
from xinqiao.ui.reading.reader_view import ReaderView

if TYPE_CHECKING:
    from xinqiao.services.read_post import OpenedPost

_SHOW_EVERY_MS = 60
IMPROVE_AFTER_MS = 1500
"""How long a post has to be translated before its unsure sentences are gone over again."""


class Translating(QObject):
    """Between the model, the reader view and the line above it.

    Attributes:
        bench: the services; None until the library is open.
        post: the post in view; None for none.
        settings: what the reader chose.

    Signals:
        library_changed: the post's line in the list may have changed; carries its `PostId`.
        failed: carries a `ReaderError`.
        crashed: carries an exception that is our bug.
    """

    library_changed = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)

    def __init__(
        self, view: ReaderView, header: ReadHeader, model: Worker, files: Worker, window: QWidget
    ) -> None:
        """Take the parts.

        Args:
            model: where the translation model works.
            files: where what is not to wait for a translation is read.
        """
        super().__init__(window)
        self.bench: Workbench | None = None
        self.post: OpenedPost | None = None
        self.settings = Settings()
        self.view, self.header = view, header
        self._model, self._files, self._window = model, files, window
        self._waiting: list[tuple[int, Translation]] = []
        self._bettered: set[str] = set()  # sentences that a second look made better
        self._told: Message | None = None  # what went wrong with the model
        self.job = LatestJob(model, self)
        self.improve_job = LatestJob(model, self, idle=True)
        self.job.produced.connect(self._on_translated)
        self.job.finished.connect(self._on_all_translated)
        self.job.stopped.connect(self.show_progress)
        self.job.failed.connect(self._on_failed)
        self.improve_job.produced.connect(self._on_improved)
        self.improve_job.finished.connect(self._on_all_improved)
        self.improve_job.stopped.connect(self._improve_later)
        for job in (self.job, self.improve_job):
            job.crashed.connect(self.crashed)
        # translations come faster than the eye follows: shown together, a few times a second
        self._show_soon = QTimer(self)
        self._show_soon.setSingleShot(True)
        self._show_soon.timeout.connect(self._show_waiting)
        self._improve_soon = QTimer(self)
        self._improve_soon.setSingleShot(True)
        self._improve_soon.timeout.connect(self.improve)

    @property
    def resting(self) -> bool:
        """Whether nothing is done, or soon to be done, for unsure sentences."""
        return not self._improve_soon.isActive() and not self.improve_job.running

    def start(self) -> None:
        """Translate what has no translation yet."""
        if self.bench is None or self.post is None:
            return
        bench, opened = self.bench, self.post
        self._rest()
        self._bettered.clear()
        quick = self.settings.improve  # what is unsure is gone over again afterwards
        self.job.start(lambda cancel: bench.read_post.translate(opened, cancel, quick=quick))
        self.show_progress()

    def stop(self) -> None:
        """Stop working for the post in view and forget it."""
        self.job.cancel()
        self._rest()
        self._show_soon.stop()
        self._waiting.clear()
        self.post = None

    def _on_translated(self, item: tuple[int, Translation]) -> None:
        self._waiting.append(item)
        if not self._show_soon.isActive():
            self._show_soon.start(_SHOW_EVERY_MS if len(self._waiting) > 1 else 0)

    def _show_waiting(self) -> None:
        items, self._waiting = self._waiting, []
        self.view.set_translations(items)
        self.show_progress()

    def _on_all_translated(self) -> None:
        self._show_waiting()
        if self.post is not None:
            self.library_changed.emit(self.post.stored.id)
            self._improve_later()

    def _on_failed(self, error: ReaderError) -> None:
        self._show_waiting()
        self.header.say(self.tr("Not translated: {what}").format(what=in_words(error.problem)))
        if error.problem != self._told:  # once in a box; the line above the post goes on saying it
            self._told = error.problem
            self.failed.emit(error)

    def say_meanwhile(self, text: str) -> None:
        """Say what goes on in the background, where no translation is under way."""
        if not self.job.running:
            self.say_loading(text)

    def say_loading(self, text: str) -> None:
        """Say that the model is being loaded; an empty text shows again how far the post is."""
        if text:
            self.header.say(text)
        elif self.post is not None:
            self.show_progress()

    def show_progress(self) -> None:
        """Show how far the post in view is."""
        rows = [row for row in self.view.document.rows if row.number is not None]
        done = sum(row.translation is not None for row in rows)
        self.header.show_progress(
            done,
            len(rows),
            running=self.job.running,
            share=self.view.document.known_share(),
            bettered=len(self._bettered),
        )

    # -- better after --------------------------------------------------------------------------

    def _rest(self) -> None:
        """Leave unsure sentences as they are: there is other work."""
        self.improve_job.cancel()
        self._improve_soon.stop()

    def _improve_later(self) -> None:
        """Go over unsure sentences again once nothing else was wanted of the model for a while."""
        self._improve_soon.start(IMPROVE_AFTER_MS)

    def improve(self) -> bool:
        """Go over unsure sentences again now; whether that was begun."""
        self._improve_soon.stop()
        bench, opened = self.bench, self.post
        if bench is None or opened is None or not self.settings.improve or self.job.running:
            return False
        rows = self.view.document.rows
        top = self.view.top_row
        items = [  # what is on the screen first, then downwards, then what is above
            (row.prepared.text, row.translation)
            for row in (*rows[top:], *rows[:top])
            if row.prepared is not None and row.translation is not None and row.number is not None
        ]
        self.improve_job.start(lambda cancel: bench.read_post.improve(opened, items, cancel))
        return True

    def _on_improved(self, item: tuple[str, Translation]) -> None:
        self._bettered.add(item[0])
        self.show_fresh(*item)
        self.show_progress()

    def _on_all_improved(self) -> None:
        if self.post is not None and self._bettered:
            self.library_changed.emit(self.post.stored.id)  # its title may be among them

    def show_fresh(self, sentence: str, translation: Translation) -> None:
        """Show another translation of a sentence wherever it stands, but over no edit."""
        self.view.set_translations(
            [
                (row.number, translation)
                for row in self.view.document.rows
                if row.number is not None
                and row.prepared is not None
                and row.prepared.text == sentence
                and (row.translation is None or row.translation.maker is not Maker.READER)
            ]
        )

    def compare_models(self) -> None:
        """Set two models side by side on the post in view."""
        if self.bench is None or self.post is None:
            return
        self._rest()
        texts = [aligned.sentence.text for aligned in self.post.sentences]
        dialog = CompareDialog(list(dict.fromkeys(texts)), self.bench, self._model, self._files, self._window)
        dialog.crashed.connect(self.crashed)
        dialog.open()
