"""Find in the post: a line above the reader, opened by Ctrl+F."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from xinqiao.ui.reading.reader_rows import ReaderDocument
from xinqiao.ui.reading.reader_view import ReaderView


def rows_with(document: ReaderDocument, text: str) -> list[int]:
    """Rows whose Chinese or English holds `text`, case apart."""
    needle = text.strip().lower()
    if not needle:
        return []
    found = []
    for index, row in enumerate(document.rows):
        if row.prepared is None:
            continue
        english = row.translation.text.lower() if row.translation is not None else ""
        if needle in row.prepared.text.lower() or needle in english:
            found.append(index)
    return found


class FindBar(QWidget):
    """Asks for a text and steps through where it stands.

    Signals:
        text_changed: what to look for.
        step_asked: 1 for the next place, -1 for the one before.
        closed: the reader is done.
    """

    text_changed = Signal(str)
    step_asked = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(34, 8, 22, 8)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(self.tr("Find in this post, Chinese or English"))
        self.edit.setAccessibleName(self.tr("Find in this post"))
        self.edit.textChanged.connect(self.text_changed)
        self.count = QLabel()
        self.count.setObjectName("soft")
        row.addWidget(self.edit, stretch=1)
        row.addWidget(self.count)
        for text, name, step in (("↑", self.tr("Previous"), -1), ("↓", self.tr("Next"), 1)):
            button = QPushButton(text)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _=False, by=step: self.step_asked.emit(by))
            row.addWidget(button)
        close = QPushButton(self.tr("Close  Esc"))
        close.clicked.connect(self.close_bar)
        row.addWidget(close)
        self.hide()

    def open_bar(self) -> None:
        """Show the line with its text chosen."""
        self.show()
        self.edit.setFocus()
        self.edit.selectAll()
        self.text_changed.emit(self.edit.text())

    def close_bar(self) -> None:
        """Put the line away."""
        self.hide()
        self.closed.emit()

    def say(self, number: int, total: int) -> None:
        """Show which place of how many is in view."""
        if not self.edit.text().strip():
            self.count.clear()
        elif total:
            self.count.setText(self.tr("{number} of {total}").format(number=number, total=total))
        else:
            self.count.setText(self.tr("Not in this post"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter steps on, Shift+Enter back, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_asked.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)


class Finder(QObject):
    """Shows in the reader view what the bar looks for."""

    def __init__(self, bar: FindBar, view: ReaderView) -> None:
        super().__init__(bar)
        self._bar, self._view = bar, view
        self._at = -1
        bar.text_changed.connect(self._look)
        bar.step_asked.connect(self._step)
        bar.closed.connect(self._end)

    def look_again(self) -> None:
        """Another post came into view: find in it what the bar still asks for, and go nowhere."""
        if not self._bar.isVisible():
            return
        self._view.marks.found = set(rows_with(self._view.document, self._bar.edit.text()))
        self._at = -1
        self._bar.say(0, len(self._view.marks.found))

    def _look(self, text: str) -> None:
        rows = rows_with(self._view.document, text)
        self._view.marks.found = set(rows)
        self._at = -1
        self._view.viewport().update()
        if rows:
            self._step(1)
        else:
            self._bar.say(0, 0)

    def _step(self, step: int) -> None:
        rows = sorted(self._view.marks.found)
        if not rows:
            return
        self._at = (self._at + step) % len(rows)
        self._view.go_to(rows[self._at])
        self._bar.say(self._at + 1, len(rows))

    def _end(self) -> None:
        self._view.marks.found = set()
        self._view.viewport().update()
        self._view.setFocus()
