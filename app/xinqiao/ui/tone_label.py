"""A label that paints pinyin syllables in the colours of their tones."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from xinqiao.domain.pinyin import to_marks, tone_of
from xinqiao.ui import fonts
from xinqiao.ui.palette import LIGHT, Palette


class ToneLabel(QWidget):
    """Pinyin of one word; painted, since a label would need rich text for its colours."""

    def __init__(self, pixels: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._font = fonts.english(pixels)
        self._metrics = QFontMetricsF(self._font)
        self._syllables: tuple[str, ...] = ()
        self._colours = LIGHT
        self.spell: Callable[[str], str] = to_marks

    def show_pinyin(self, syllables: tuple[str, ...], colours: Palette) -> None:
        """Show numbered syllables (`zhou1`) with tone marks."""
        self._syllables, self._colours = syllables, colours
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """What is shown."""
        return " ".join(self.spell(syllable) for syllable in self._syllables)

    def sizeHint(self) -> QSize:
        """Just the text."""
        return QSize(
            round(self._metrics.horizontalAdvance(self.text())) + 2, round(self._metrics.height()) + 2
        )

    def minimumSizeHint(self) -> QSize:
        """The same as the hint: pinyin is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the syllables one by one."""
        painter = QPainter(self)
        painter.setFont(self._font)
        x, y = 0.0, (self.height() - self._metrics.height()) / 2 + self._metrics.ascent()
        for syllable in self._syllables:
            painter.setPen(QColor(self._colours.tones[tone_of(syllable) - 1]))
            text = self.spell(syllable)
            painter.drawText(QPointF(x, y), text)
            x += self._metrics.horizontalAdvance(text + " ")
