"""Where the reader writes the English of a sentence by hand."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from xinqiao.domain.translations import Maker, Translation
from xinqiao.services.workbench import Workbench
from xinqiao.ui.common import fonts
from xinqiao.ui.common.labels import plain_label
from xinqiao.ui.reading.doubt_words import explain
from xinqiao.ui.reading.reader_view import ReaderView


class TranslationDialog(QDialog):
    """Edits one sentence's translation.

    Signals:
        kept: carries the reader's English, or None to go back to the model's.
    """

    kept = Signal(object)

    def __init__(self, sentence: str, translation: Translation | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Translation"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(480, 270)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(9)
        chinese = plain_label("sense", sentence, wrap=True)
        chinese.setFont(fonts.hanzi(16))
        column.addWidget(chinese)
        if translation is not None and (reasons := explain(translation)):
            column.addWidget(plain_label("soft", f"⚠ {reasons}", wrap=True))
        self.text = QPlainTextEdit(translation.text if translation else "")
        self.text.setFont(fonts.english(14))
        self.text.setAccessibleName(self.tr("English"))
        self.text.setTabChangesFocus(True)
        column.addWidget(self.text, stretch=1)
        row = QHBoxLayout()
        if translation is not None and translation.maker is Maker.READER:
            back = QPushButton(self.tr("Back to the model's"))
            back.clicked.connect(self._go_back)
            row.addWidget(back)
        row.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        save = QPushButton(self.tr("Keep translation"))
        save.setObjectName("primary")
        save.setToolTip("Ctrl+Enter")
        save.setDefault(True)
        save.clicked.connect(self.keep)
        row.addWidget(cancel)
        row.addWidget(save)
        column.addLayout(row)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.keep)
        self.text.setFocus()
        self.text.selectAll()

    def keep(self) -> None:
        """Keep what was written; an empty text keeps nothing."""
        text = self.text.toPlainText().strip()
        if text:
            self.kept.emit(text)
            self.accept()

    def _go_back(self) -> None:
        self.kept.emit(None)
        self.accept()


class TranslationEdits(QObject):
    """Keeps what the reader writes; it wins over every model until the reader takes it back.

    Signals:
        told: a message: text, `Undo` or None, what to call after undoing.
        translation_wanted: a sentence has no translation any more.
    """

    told = Signal(str, object, object)
    translation_wanted = Signal()

    def __init__(self, view: ReaderView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view, self._window = view, parent
        self.bench: Workbench | None = None

    def edit(self, row: int | None = None) -> None:
        """Open the editor for a row, or for the sentence in hand."""
        if row is None:
            row = self._view.row_in_hand()
        if row is None or self.bench is None:
            return
        shown = self._view.document.rows[row]
        if shown.prepared is None:
            return
        dialog = TranslationDialog(shown.prepared.text, shown.translation, self._window)
        dialog.kept.connect(lambda english, text=shown.prepared.text: self.keep(text, english))
        dialog.open()

    def keep(self, sentence: str, english: str | None) -> None:
        """Keep the reader's English for every place the sentence stands; None goes back."""
        assert self.bench is not None
        undo = self.bench.edit_translation.edit(sentence, english)
        self._show(sentence)
        said = self.tr("Translation kept.") if english else self.tr("The model's translation is back.")
        self.told.emit(said, undo, lambda: self._show(sentence))

    def _show(self, sentence: str) -> None:
        assert self.bench is not None
        edited = self.bench.edit_translation.of(sentence)
        document = self._view.document
        for row in document.rows:
            if row.number is not None and row.prepared is not None and row.prepared.text == sentence:
                row.translation = Translation(edited, Maker.READER) if edited is not None else None
        self._view.refresh()
        if edited is None:
            self.translation_wanted.emit()
