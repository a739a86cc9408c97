"""Messages in a box of their own, before there is a window to show them in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from xinqiao.domain.errors import ReaderError
from xinqiao.ui.common.in_words import in_words


def box(error: ReaderError, parent: QWidget | None = None) -> QMessageBox:
    """A box that says what happened and what to do; not shown yet."""
    message = QMessageBox(parent)
    message.setIcon(QMessageBox.Icon.Warning)
    message.setWindowTitle("Xinqiao")
    message.setText(in_words(error.problem))
    message.setInformativeText(in_words(error.advice) if error.advice is not None else "")
    for label in message.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)  # a file's name is in there
    message.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return message


def say(error: ReaderError) -> None:
    """Show an error and wait until it was read."""
    box(error).exec()
