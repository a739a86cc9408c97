"""Where a note is written: what it is about above, the text below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xinqiao.domain.notes import Quote
from xinqiao.ui.common import fonts
from xinqiao.ui.common.labels import plain_label


def split_tags(text: str) -> tuple[str, ...]:
    """Tags as typed (`grammar, #food`), without marks, each once."""
    pieces = text.replace("，", ",").replace("#", " ").replace(",", " ").split()
    return tuple(dict.fromkeys(pieces))


class NoteDialog(QDialog):
    """Writes one new note; it never blocks the reader.

    Signals:
        kept: carries the text, the `Quote` and the tags.
        dropped: the same for a note that was written but cancelled.
    """

    kept = Signal(str, object, object)
    dropped = Signal(str, object, object)

    def __init__(self, quote: Quote, parent: QWidget) -> None:
        super().__init__(parent)
        self.quote = quote
        self.setWindowTitle(self.tr("Note"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(470, 340)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(9)
        for name, text in (("title", quote.word), ("sense", quote.sentence), ("soft", quote.translation)):
            if text:
                label = plain_label(name, text, wrap=True)
                if name != "soft":
                    label.setFont(fonts.hanzi(20 if name == "title" else 15))
                column.addWidget(label)
        if quote.source:
            column.addWidget(plain_label("soft", quote.source, wrap=True))
        self.text = QPlainTextEdit()
        self.text.setFont(fonts.english(14))
        self.text.setPlaceholderText(self.tr("Your note (Markdown)"))
        self.text.setAccessibleName(self.tr("Note"))
        self.text.setTabChangesFocus(True)
        column.addWidget(self.text, stretch=1)
        self.tags = QLineEdit()
        self.tags.setPlaceholderText(self.tr("Tags, separated by spaces"))
        self.tags.setAccessibleName(self.tr("Tags"))
        column.addWidget(self.tags)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = QPushButton(self.tr("Save note"))
        self.save.setObjectName("primary")
        self.save.setToolTip("Ctrl+Enter")
        self.save.setDefault(True)
        self.save.clicked.connect(self.keep)
        row.addWidget(cancel)
        row.addWidget(self.save)
        column.addLayout(row)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.keep)
        self.text.textChanged.connect(self._enable)
        self._enable()
        self.text.setFocus()

    def keep(self) -> None:
        """Keep the note and close; an empty one is not kept."""
        body = self.text.toPlainText().strip()
        if body:
            self.kept.emit(body, self.quote, split_tags(self.tags.text()))
            self.accept()

    def reject(self) -> None:
        """Close without keeping; the text is handed on so that it can be had back."""
        body = self.text.toPlainText().strip()
        if body:
            self.dropped.emit(body, self.quote, split_tags(self.tags.text()))
        super().reject()

    def _enable(self) -> None:
        self.save.setEnabled(bool(self.text.toPlainText().strip()))
