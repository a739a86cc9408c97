"""Labels that show text as text."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from xinqiao.domain.words import Span
from xinqiao.ui.common import fonts, utf16
from xinqiao.ui.common.palette import LIGHT, Palette


def plain_label(name: str, text: str = "", *, wrap: bool = False) -> QLabel:
    """A label that never takes its text for HTML.

    Args:
        name: its name in the style sheet.
    """
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setFont(fonts.english(14 if name == "sense" else 13))
    return label


class MarkedText(QWidget):
    """A sentence with one word in the accent colour."""

    def __init__(self, text: str, mark: Span, pixels: int = 15) -> None:
        super().__init__()
        self._layout = QTextLayout(text, fonts.hanzi(pixels))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._text, self._mark = text, mark
        self._colours = LIGHT
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)

    def set_colours(self, colours: Palette) -> None:
        """Take over the colours of the window."""
        self._colours = colours
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Narrower means taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the wrapped text, px."""
        self._layout.beginLayout()
        height = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(40, width))
            line.setPosition(QPointF(0, height))
            height += line.height() * 1.15
        self._layout.endLayout()
        return round(height) + 1

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        return QSize(240, self.heightForWidth(240))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines with the word marked."""
        painter = QPainter(self)
        self.heightForWidth(self.width())
        marked = QTextLayout.FormatRange()
        marked.start = utf16.units(self._text, self._mark.start)
        marked.length = utf16.units(self._text, self._mark.end) - marked.start
        look = QTextCharFormat()
        look.setForeground(self._colours.color("accent"))
        marked.format = look
        painter.setPen(self._colours.color("ink"))
        self._layout.draw(painter, QPointF(0, 0), [marked])
