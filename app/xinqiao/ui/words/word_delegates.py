"""How the columns of the vocabulary table are painted."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from xinqiao.domain.words import Word, WordStatus
from xinqiao.ui.common import fonts
from xinqiao.ui.common.palette import LIGHT, Palette
from xinqiao.ui.words.words_model import WORD_ROLE

_Index = QModelIndex | QPersistentModelIndex


class StatusDelegate(QStyledItemDelegate):
    """Paints a status as a small badge."""

    def __init__(self) -> None:
        super().__init__()
        self.colours: Palette = LIGHT
        self._font = fonts.english(12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """A wash for new, an outline for the others."""
        word: Word = index.data(WORD_ROLE)
        colours = self.colours
        if option.state & option.state.State_Selected:
            painter.fillRect(option.rect, colours.color("lit"))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.color("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        text = index.data()
        painter.setFont(self._font)
        width = painter.fontMetrics().horizontalAdvance(text) + 18
        badge = QRectF(option.rect.left() + 10, option.rect.center().y() - 9, width, 19)
        ink = "soft"
        if word.status is WordStatus.NEW:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color("new_wash"))
            ink = "new_ink"
        else:
            learning = word.status is WordStatus.LEARNING
            painter.setPen(QPen(colours.color("learning" if learning else "line"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ink = "learning_ink" if learning else "soft"
        painter.drawRoundedRect(badge, 9, 9)
        painter.setPen(colours.color(ink))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()


class HanziDelegate(QStyledItemDelegate):
    """Shows the word column in the Chinese font."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Set the font."""
        super().initStyleOption(option, index)
        option.font = fonts.hanzi(19)
