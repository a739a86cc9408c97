"""How far a download or an installation is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from xinqiao.ui.common.labels import plain_label


class ProgressStrip(QFrame):
    """How far a download or an installation is.

    Signals:
        cancel_asked: stop it.
    """

    cancel_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 9, 10, 11)
        row = QHBoxLayout()
        self.label = plain_label("sense", wrap=True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.cancel = QPushButton(self.tr("Stop"))
        self.cancel.clicked.connect(self.cancel_asked)
        row.addWidget(self.label, stretch=1)
        row.addWidget(self.cancel)
        column.addLayout(row)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        column.addWidget(self.bar)
        self.hide()

    def show_step(self, text: str, done: int, total: int | None) -> None:
        """Show a step, in bytes."""
        self.label.setText(text)
        # A progress bar counts in 32 bits.
        self.bar.setRange(0, max(1, (total or 0) // 1024) if total else 0)
        self.bar.setValue(done // 1024 if total else 0)
        self.bar.show()
        self.cancel.show()
        self.show()

    def show_end(self, text: str) -> None:
        """Say how it ended."""
        self.label.setText(text)
        self.bar.hide()
        self.cancel.hide()
        self.setVisible(bool(text))
