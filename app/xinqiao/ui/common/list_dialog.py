"""A dialog over a list that can be searched, changed, written to a file and read from one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from xinqiao.domain.messages import Message
from xinqiao.domain.undo import Undo
from xinqiao.ui.common.in_words import in_words
from xinqiao.ui.common.labels import plain_label
from xinqiao.ui.desk import Desk

_SEARCH_AFTER_MS = 80


class ListDialog(QDialog):
    """Search box, table, buttons, and below them the lines of a file that could not be used."""

    def __init__(self, parent: QWidget, desk: Desk, title: str, columns: Sequence[tuple[str, int]]) -> None:
        """Make the dialog.

        Args:
            columns: (heading, width in pixels; 0 takes what is left).
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(860, 560)
        self.desk = desk
        self._undo: Undo | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.filter_rows)
        self.search.textChanged.connect(lambda _text: self._soon.start(_SEARCH_AFTER_MS))
        column.addWidget(self.search)
        self.table = QTreeWidget()
        self.table.setAccessibleName(title)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setHeaderLabels([heading for heading, _ in columns])
        for number, (_, width) in enumerate(columns):
            if width:
                self.table.setColumnWidth(number, width)
            else:
                self.table.header().setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        self.table.header().setStretchLastSection(False)
        column.addWidget(self.table, stretch=1)
        self.said = plain_label("soft", wrap=True)
        column.addWidget(self.said)
        self.problems = QPlainTextEdit()
        self.problems.setReadOnly(True)
        self.problems.setAccessibleName(self.tr("Lines that were left out"))
        self.problems.setMaximumHeight(110)
        self.problems.hide()
        column.addWidget(self.problems)
        self._buttons = QHBoxLayout()
        column.addLayout(self._buttons)
        self.undo_button = self.add_button(self.tr("Undo"), self.undo)
        self.undo_button.setEnabled(False)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.undo)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table, self.remove_selected)

    def add_button(self, text: str, do: object) -> QPushButton:
        """Add a button at the right end of the row of buttons."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: do())  # type: ignore[operator]
        self._buttons.addWidget(button)
        return button

    def fill(self, rows: Sequence[tuple[Sequence[str], object]]) -> None:
        """Show rows: the texts of the columns and what the row stands for."""
        self.table.clear()
        items = []
        for texts, value in rows:
            item = QTreeWidgetItem(list(texts))
            item.setData(0, Qt.ItemDataRole.UserRole, value)
            items.append(item)
        self.table.addTopLevelItems(items)
        self.filter_rows()

    def filter_rows(self) -> None:
        """Show the rows that hold every word of the search."""
        wanted = self.search.text().lower().split()
        for number in range(self.table.topLevelItemCount()):
            item = self.table.topLevelItem(number)
            assert item is not None
            texts = " ".join(item.text(column) for column in range(self.table.columnCount())).lower()
            item.setHidden(not all(word in texts for word in wanted))

    def selected(self) -> list[object]:
        """What the selected rows stand for."""
        return [
            item.data(0, Qt.ItemDataRole.UserRole)
            for item in self.table.selectedItems()
            if not item.isHidden()
        ]

    def tell(self, text: str, undo: Undo | None = None, problems: Sequence[tuple[int, Message]] = ()) -> None:
        """Say what was done; name the lines of a file that were left out."""
        self.said.setText(text)
        if undo is not None:
            self._undo = undo
        self.undo_button.setEnabled(self._undo is not None)
        lines = [
            self.tr("Line {line}: {reason}").format(line=line, reason=in_words(reason))
            for line, reason in problems
        ]
        self.problems.setPlainText("\n".join(lines))
        self.problems.setVisible(bool(lines))

    def undo(self) -> None:
        """Take the latest change back, once."""
        undo, self._undo = self._undo, None
        if undo is not None and self.desk.try_to(undo.undo):
            self.changed()
            self.tell(self.tr("Undone: {what}").format(what=in_words(undo.what)))

    def changed(self) -> None:
        """Show the list anew, and let the window follow."""
        raise NotImplementedError

    def remove_selected(self) -> None:
        """Take the selected rows out."""
        raise NotImplementedError

    def ask_for_file(self, title: str) -> Path | None:
        """A file to read, chosen by the reader."""
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", self.tr("Tab-separated text (*.tsv *.txt)"))
        return Path(chosen) if chosen else None

    def ask_where(self, title: str, name: str) -> Path | None:
        """A file to write, chosen by the reader."""
        chosen, _ = QFileDialog.getSaveFileName(self, title, name, self.tr("Tab-separated text (*.tsv)"))
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_suffix(".tsv")
