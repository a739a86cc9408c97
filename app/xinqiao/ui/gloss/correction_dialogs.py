"""Small dialogs that ask how a word is to be put right."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from xinqiao.domain.corrections import splits_of
from xinqiao.domain.errors import ReaderError
from xinqiao.ui.common import fonts
from xinqiao.ui.common.in_words import in_words
from xinqiao.ui.common.labels import plain_label


class CorrectionDialog(QDialog):
    """Asks for one thing and where it shall hold; stays open while what was given cannot be used.

    Attributes:
        here, everywhere: where the correction holds.
    """

    def __init__(self, parent: QWidget, title: str, word: str, keep: Callable[[bool], None]) -> None:
        """Make the dialog.

        Args:
            keep: keeps the correction, everywhere or in this post only; may raise `ReaderError`.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self._keep = keep
        self._column = QVBoxLayout(self)
        self._column.setSpacing(10)
        head = plain_label("headword", word)
        head.setFont(fonts.hanzi(32))
        self._column.addWidget(head)
        self.problem = plain_label("accentText", wrap=True)
        self.problem.hide()

    def _finish(self, body: QWidget) -> None:
        self._column.addWidget(body)
        self.here = QRadioButton(self.tr("In this post"))
        self.everywhere = QRadioButton(self.tr("In every post"))
        self.here.setChecked(True)
        group = QButtonGroup(self)
        scope = QHBoxLayout()
        for button in (self.here, self.everywhere):
            group.addButton(button)
            scope.addWidget(button)
        scope.addStretch(1)
        self._column.addLayout(scope)
        self._column.addWidget(self.problem)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._column.addWidget(self.buttons)
        body.setFocus()

    def accept(self) -> None:
        """Keep it; what cannot be used is said and can be put right."""
        try:
            self._keep(self.everywhere.isChecked())
        except ReaderError as error:
            self.problem.setText(in_words(error.whole))
            self.problem.setMinimumHeight(self.problem.heightForWidth(self.width() - 40))
            self.problem.show()
            self.adjustSize()
            return
        super().accept()


class SplitDialog(CorrectionDialog):
    """Where shall the word be split?"""

    def __init__(self, parent: QWidget, word: str, keep: Callable[[tuple[str, ...], bool], None]) -> None:
        self._ways = splits_of(word)
        super().__init__(
            parent,
            self.tr("Split a word"),
            word,
            lambda everywhere: keep(self._ways[max(0, self.list.currentRow())], everywhere),
        )
        self.list = QListWidget()
        self.list.setObjectName("choices")
        self.list.setAccessibleName(self.tr("Where to split"))
        self.list.setFont(fonts.hanzi(18))
        for way in self._ways:
            self.list.addItem(" | ".join(way))
        self.list.setCurrentRow(0)
        self.list.setMaximumHeight(34 * min(6, len(self._ways)) + 8)
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        self._finish(self.list)


class TextDialog(CorrectionDialog):
    """Asks for one line: pinyin or a meaning."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        word: str,
        *,
        text: str,
        hint: str,
        keep: Callable[[str, bool], None],
    ) -> None:
        super().__init__(parent, title, word, lambda everywhere: keep(self.text.text(), everywhere))
        self.text = QLineEdit(text)
        self.text.setAccessibleName(title)
        self.text.selectAll()
        label = QLabel(hint)
        label.setObjectName("soft")
        label.setWordWrap(True)
        self._column.addWidget(label)
        self._finish(self.text)
