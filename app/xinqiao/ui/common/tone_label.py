"""A label that paints pinyin syllables in the colours of their tones."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from xinqiao.domain.pinyin import to_marks, tone_of
from xinqiao.ui.common import fonts
from xinqiao.ui.common.palette import LIGHT, Palette


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
        return "".join(self._pieces()).strip()

    def _pieces(self) -> list[str]:
        """Each syllable as it is spelled with the blank before it; the 儿 of erhua has none: diǎnr."""
        return [self.spell(one) if one == "r5" else f" {self.spell(one)}" for one in self._syllables]

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
        tone = 5
        for syllable, piece in zip(self._syllables, self._pieces(), strict=True):
            tone = tone if syllable == "r5" else tone_of(syllable)
            painter.setPen(QColor(self._colours.tones[tone - 1]))
            text = piece if x else piece.lstrip()
            painter.drawText(QPointF(x, y), text)
            x += self._metrics.horizontalAdvance(text)
