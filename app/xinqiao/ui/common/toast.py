"""A short message at the foot of the window, with Undo where there is something to undo."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.undo import Undo
from xinqiao.ui.common.in_words import in_words

_SHOWN_MS = 7000


class Toast(QFrame):
    """One message at a time; the latest wins. It never takes the focus.

    Signals:
        undo_failed: something could not be taken back; carries a `ReaderError`.
    """

    undo_failed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._area = parent
        self.setObjectName("toast")
        self._undo: Undo | None = None
        self._after: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 10, 9)
        self.label = QLabel()
        self.label.setObjectName("toastText")
        self.label.setTextFormat(Qt.TextFormat.PlainText)  # titles of posts come by here
        self.label.setWordWrap(False)
        self.button = QPushButton(self.tr("Undo"))
        self.button.setToolTip(self.tr("Undo (Ctrl+Z)"))
        self.button.clicked.connect(self.undo)
        row.addWidget(self.label)
        row.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def tell(self, text: str, undo: Undo | None = None, after: Callable[[], None] | None = None) -> None:
        """Show a message.

        Args:
            undo: what Undo (or Ctrl+Z) takes back; it stays available after the message went.
            after: called once the undoing is done, to show the old state.
        """
        if undo is not None:
            self._undo, self._after = undo, after
        self.label.setText(text)
        self.button.setVisible(undo is not None)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(_SHOWN_MS)

    def undo(self) -> None:
        """Take the latest change back, once."""
        undo, self._undo = self._undo, None
        if undo is None:
            self.tell(self.tr("There is nothing to undo."))
            return
        try:
            undo.undo()
        except ReaderError as error:
            self.undo_failed.emit(error)
            return
        if self._after is not None:
            self._after()
        self.tell(self.tr("Undone: {what}").format(what=in_words(undo.what)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the window changes its size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.adjustSize()
        area = self._area.rect()
        width = min(self.sizeHint().width(), area.width() - 32)
        self.resize(width, self.sizeHint().height())
        self.move((area.width() - width) // 2, area.height() - self.height() - 22)
