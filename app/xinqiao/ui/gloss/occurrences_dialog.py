"""Every sentence of the library in which a word was seen."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from xinqiao.domain.occurrences import Occurrence, Occurrences
from xinqiao.ui.common import fonts
from xinqiao.ui.common.labels import plain_label


class OccurrencesDialog(QDialog):
    """A click (or Enter) opens the post at the sentence."""

    def __init__(
        self, parent: QWidget, word: str, found: Occurrences, chosen: Callable[[Occurrence], None]
    ) -> None:
        """Show where a word was seen.

        Args:
            chosen: told the sentence to go to.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Seen in your library"))
        self.resize(620, 460)
        self._chosen = chosen
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        head = plain_label("headword", word)
        head.setFont(fonts.hanzi(32))
        column.addWidget(head)
        times = self.tr("%n time(s)", "", found.count)
        posts = self.tr("in %n post(s)", "", found.posts)
        column.addWidget(plain_label("soft", f"{times} {posts}"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.list.setWordWrap(True)
        self.list.setFont(fonts.hanzi(15))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in found.examples:
            item = QListWidgetItem(f"{one.sentence}\n{one.source}")
            item.setData(Qt.ItemDataRole.UserRole, one)
            lines = 2 + len(one.sentence) // 34
            item.setSizeHint(QSize(200, 24 * lines + 10))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        column.addWidget(self.list)
        self.list.setFocus()

    def _go(self, item: QListWidgetItem) -> None:
        if self.isVisible():  # a click may be told twice, as a click and as an activation
            self.accept()
            self._chosen(item.data(Qt.ItemDataRole.UserRole))
