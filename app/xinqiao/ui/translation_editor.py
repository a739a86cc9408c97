"""Where the reader writes the English of a sentence by hand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from xinqiao.domain.translations import Maker, Translation
from xinqiao.ui import fonts
from xinqiao.ui.doubt_words import explain
from xinqiao.ui.labels import plain_label


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
