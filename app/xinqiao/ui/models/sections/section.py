"""What the parts of the Models page share."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from xinqiao.ui.common import fonts
from xinqiao.ui.common.labels import plain_label


def megabytes(size: int) -> str:
    """A size as the reader reads it (`75.3 MB`)."""
    return f"{size / 1_000_000:.1f} MB"


def moment_text(moment: datetime, *, with_time: bool) -> str:
    """A moment in the reader's own time and way of writing it."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    short = QLocale.FormatType.ShortFormat
    return QLocale().toString(local, short) if with_time else QLocale().toString(local.date(), short)


class Section(QFrame):
    """A part of the page under a heading of its own."""

    def __init__(self, title: str, about: str = "") -> None:
        super().__init__()
        self.setObjectName("section")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 15, 18, 16)
        self.column.setSpacing(9)
        self.heading = plain_label("sectionTitle", title)
        self.heading.setFont(fonts.english(15, bold=True))
        self.column.addWidget(self.heading)
        if about:
            self.column.addWidget(plain_label("soft", about, wrap=True))

    def line(self, *widgets: QWidget, stretch: bool = True) -> QHBoxLayout:
        """Widgets side by side, with room after them."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in widgets:
            row.addWidget(widget)
        if stretch:
            row.addStretch(1)
        self.column.addLayout(row)
        return row
