"""What to do about a doubtful translation: reasons, words, other translations, by hand, again."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.translations import Maker, Translation
from xinqiao.domain.words import PreparedSentence
from xinqiao.services.workbench import Workbench
from xinqiao.ui.common import fonts
from xinqiao.ui.common.in_words import in_words
from xinqiao.ui.common.jobs import LatestJob, Worker
from xinqiao.ui.common.labels import plain_label
from xinqiao.ui.reading.doubt_words import explain
from xinqiao.ui.reading.reader_view import ReaderView
from xinqiao.ui.reading.translation_editor import TranslationEdits

COUNT = 4
"""Other translations that are offered."""


class AlternativesDialog(QDialog):
    """One sentence's translation in doubt.

    Signals:
        chosen: carries the English that the reader wants to keep.
        edit_asked, again_asked, compare_asked: buttons.
    """

    chosen = Signal(str)
    edit_asked = Signal()
    again_asked = Signal()
    compare_asked = Signal()

    def __init__(
        self,
        sentence: str,
        translation: Translation | None,
        words: Sequence[tuple[str, str]],
        parent: QWidget,
    ) -> None:
        """Make the dialog; `show_found` fills the list.

        Args:
            words: each word of the sentence with its meaning.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Other translations"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(580, 430)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(9)
        chinese = plain_label("sense", sentence, wrap=True)
        chinese.setFont(fonts.hanzi(17))
        column.addWidget(chinese)
        self.english = plain_label("sense", translation.text if translation else "", wrap=True)
        column.addWidget(self.english)
        self.reasons = plain_label("soft", wrap=True)
        column.addWidget(self.reasons)
        self._show_reasons(translation)
        line = "  ·  ".join(f"{word} {meaning}" for word, meaning in words)
        self.words = plain_label("noteText", line, wrap=True)
        self.words.setAccessibleName(self.tr("Word by word"))
        self.words.setToolTip(self.tr("Word by word, from the dictionary"))
        self.words.setVisible(bool(words))
        column.addWidget(self.words)
        self.said = plain_label("soft", self.tr("Looking for other translations …"), wrap=True)
        column.addWidget(self.said)
        self.list = QListWidget()
        self.list.setObjectName("packages")
        self.list.setAccessibleName(self.tr("Other translations"))
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(lambda _item: self.use())
        self.list.currentRowChanged.connect(self._on_row)
        column.addWidget(self.list, stretch=1)
        self.edit = QPushButton(self.tr("Edit by hand…"))
        self.edit.setToolTip("E")
        self.again = QPushButton(self.tr("Translate again"))
        self.compare = QPushButton(self.tr("Compare models…"))
        self.keep = QPushButton(self.tr("Use this one"))
        self.keep.setObjectName("primary")
        self.keep.setEnabled(False)
        self.keep.setDefault(True)
        self.edit.clicked.connect(self.edit_asked)
        self.again.clicked.connect(self.again_asked)
        self.compare.clicked.connect(self.compare_asked)
        self.keep.clicked.connect(self.use)
        row = QHBoxLayout()
        for button in (self.edit, self.again, self.compare):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.keep)
        column.addLayout(row)
        QShortcut(QKeySequence("E"), self, self.edit_asked.emit)
        self.list.setFocus()

    def _on_row(self, row: int) -> None:
        self.keep.setEnabled(row >= 0)

    def _show_reasons(self, translation: Translation | None) -> None:
        reasons = explain(translation) if translation is not None else ""
        by_hand = translation is not None and translation.maker is Maker.READER
        text = f"⚠ {reasons}" if reasons else self.tr("This is your own translation.") if by_hand else ""
        self.reasons.setText(text)
        self.reasons.setVisible(bool(text))

    def show_found(self, found: Sequence[Translation]) -> None:
        """List other translations than the one that is shown."""
        self.list.clear()
        others = [item for item in found if item.text != self.english.text()]
        for other in others:
            item = QListWidgetItem(f"{other.text}  ⚠" if other.doubts else other.text)
            item.setData(Qt.ItemDataRole.UserRole, other.text)
            item.setToolTip(explain(other))
            self.list.addItem(item)
        self.said.setText(
            self.tr("Choose one to keep it as your own:")
            if others
            else self.tr("The model has no other translation of this sentence.")
        )
        self.list.setVisible(bool(others))

    def show_translation(self, translation: Translation) -> None:
        """Show another translation as the present one."""
        self.english.setText(translation.text)
        self._show_reasons(translation)

    def say(self, text: str) -> None:
        """Say something above the list."""
        self.said.setText(text)

    def use(self) -> None:
        """Keep the translation in hand."""
        item = self.list.currentItem()
        if self.list.currentRow() >= 0:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
            self.accept()


class Alternatives(QObject):
    """Opens the dialog for a sentence of the reader view and carries out what is chosen in it.

    Signals:
        translated: a sentence has a fresh translation: its text and the `Translation`.
        compare_asked: set two models side by side.
        crashed: a job met a bug; carries the exception.
    """

    translated = Signal(str, object)
    compare_asked = Signal()
    crashed = Signal(object)

    def __init__(self, view: ReaderView, edits: TranslationEdits, model: Worker, parent: QWidget) -> None:
        super().__init__(parent)
        self._view, self._edits, self._window = view, edits, parent
        self.bench: Workbench | None = None
        self.dialog: AlternativesDialog | None = None
        self.job = LatestJob(model, self)
        self.again_job = LatestJob(model, self)
        self.job.produced.connect(self._on_found)
        self.again_job.produced.connect(self._on_again)
        for job in (self.job, self.again_job):
            job.failed.connect(self._on_failed)
            job.crashed.connect(self.crashed)

    def open(self, row: int | None = None) -> None:
        """Open the dialog for a row, or for the sentence in hand."""
        bench = self.bench
        if row is None:
            row = self._view.row_in_hand()
        if row is None or bench is None:
            return
        shown = self._view.document.rows[row]
        if shown.prepared is None:
            return
        dialog = AlternativesDialog(
            shown.prepared.text, shown.translation, self._words(shown.prepared), self._window
        )
        self.dialog = dialog
        sentence = shown.prepared.text
        dialog.chosen.connect(lambda english: self._edits.keep(sentence, english))
        # The dialog closes first: two in a row would hide the one below.
        dialog.edit_asked.connect(dialog.reject)
        dialog.edit_asked.connect(lambda: self._edits.edit(row))
        dialog.again_asked.connect(lambda: self._again(sentence))
        dialog.compare_asked.connect(dialog.reject)
        dialog.compare_asked.connect(self.compare_asked)
        dialog.finished.connect(self._on_closed)
        dialog.open()
        self._look(sentence)

    def close(self) -> None:
        """Drop what is under way."""
        self.job.cancel()
        self.again_job.cancel()
        if self.dialog is not None:
            self.dialog.reject()

    def _words(self, prepared: PreparedSentence) -> list[tuple[str, str]]:
        from xinqiao.services.word_by_word import word_by_word

        assert self.bench is not None
        return word_by_word(prepared, self.bench.look_up_word)

    def _look(self, sentence: str) -> None:
        bench = self.bench
        assert bench is not None

        def work(cancel: CancelToken) -> Iterator[list[Translation]]:
            yield bench.use_models.hypotheses(sentence, COUNT, cancel)

        self.job.start(work)

    def _again(self, sentence: str) -> None:
        bench = self.bench
        assert bench is not None

        def work(cancel: CancelToken) -> Iterator[tuple[str, Translation]]:
            yield sentence, bench.use_models.again(sentence, cancel)

        if self.dialog is not None:
            self.dialog.say(self.tr("Translating again …"))
        self.again_job.start(work)

    def _on_found(self, found: list[Translation]) -> None:
        if self.dialog is not None:
            self.dialog.show_found(found)

    def _on_again(self, done: tuple[str, Translation]) -> None:
        sentence, translation = done
        self.translated.emit(sentence, translation)
        if self.dialog is not None:
            self.dialog.show_translation(translation)
            self._look(sentence)

    def _on_failed(self, error: ReaderError) -> None:
        if self.dialog is not None:
            self.dialog.say(in_words(error.whole))

    def _on_closed(self) -> None:
        self.job.cancel()
        self.dialog = None
