"""Copies what the reader selected, the word in hand or the whole post."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from xinqiao.ui.reading.reader_view import ReaderView


class Copying(QObject):
    """Between the reader view and the clipboard.

    Signals:
        told: a message: text, `Undo` or None, what to call after undoing.
    """

    told = Signal(str, object, object)

    def __init__(self, view: ReaderView, parent: QObject) -> None:
        super().__init__(parent)
        self.view = view

    def copy_post(self) -> None:
        """Copy the whole post with its translation."""
        self.view.select_all()
        self.copy(english=True)
        self.view.selection.clear()
        self.view.marks.selected = None
        self.view.viewport().update()

    def copy(self, *, english: bool) -> None:
        """Copy the selection, or the word in hand.

        Args:
            english: whether the translation is copied too.
        """
        text = self.view.selection.text(self.view.document, english=english)
        if not text and self.view.marks.current is not None:
            row, token = self.view.marks.current
            prepared = self.view.document.rows[row].prepared
            assert prepared is not None
            text = prepared.tokens[token].text
            if english:
                translation = self.view.document.rows[row].translation
                text = f"{prepared.text}\n{translation.text}" if translation else prepared.text
        if text:
            QGuiApplication.clipboard().setText(text)
            self.told.emit(self.tr("Copied."), None, None)
