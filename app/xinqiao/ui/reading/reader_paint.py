"""Paints the reader's rows; what is painted where comes from the layout."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QStaticText

from xinqiao.domain.pinyin import tone_of
from xinqiao.domain.settings import EnglishShown
from xinqiao.domain.words import Token, TokenKind, WordStatus
from xinqiao.ui.common.palette import Palette
from xinqiao.ui.reading.reader_boxes import GUTTER, RowLayout, WordBox
from xinqiao.ui.reading.reader_fonts import FontSet
from xinqiao.ui.reading.reader_layout import ReaderLayout
from xinqiao.ui.reading.reader_rows import Row, RowKind

_CACHED_TEXTS = 20_000
_BADGES = ("#b5836b", "#6f9a7d", "#7f8fb3", "#a884a3", "#9a8d5f")


@dataclass(slots=True)
class Marks:
    """What the reader points at and has chosen.

    Attributes:
        lit: row under the mouse or the keyboard.
        current: (row, token) of the word in hand.
        selected: tokens chosen, as (row, token) from first to last, both included.
        found: rows in which the search text stands.
    """

    lit: int | None = None
    current: tuple[int, int] | None = None
    selected: tuple[tuple[int, int], tuple[int, int]] | None = None
    found: set[int] = field(default_factory=set)


class ReaderPainter:
    """Paints rows with one set of fonts and colours."""

    def __init__(
        self,
        font_set: FontSet,
        colours: Palette,
        *,
        tone_colours: bool,
        translating: str,
        said: Callable[[Token], tuple[str, ...]] = lambda token: token.syllables,
    ) -> None:
        """Take the look over.

        Args:
            said: syllables of a token as they are shown above it.
        """
        self._said = said
        self.fonts = font_set
        self.colours = colours
        self.tone_colours = tone_colours
        self._hidden_hint = translating
        self._texts: dict[tuple[int, str], QStaticText] = {}

    def paint(self, painter: QPainter, layout: ReaderLayout, clip: QRectF, marks: Marks) -> None:
        """Paint the rows that show in `clip`, in the post's own coordinates."""
        for index in layout.rows_between(clip.top(), clip.bottom()):
            row, placed, top = layout.document.rows[index], layout.rows[index], layout.top(index)
            if row.prepared is None:
                self._paint_plain(painter, layout, row, placed, top)
                continue
            if index == marks.lit or index in marks.found:
                self._paint_lit(painter, layout, placed, top, faint=index != marks.lit)
            self._paint_words(painter, layout, index, marks)
            self._paint_english(painter, layout, row, placed, top)

    def _text(self, text: str, font: QFont, slot: int) -> QStaticText:
        key = (slot, text)
        found = self._texts.get(key)
        if found is None:
            if len(self._texts) > _CACHED_TEXTS:
                self._texts.clear()
            found = QStaticText(text)
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.prepare(font=font)
            self._texts[key] = found
        return found

    def _paint_lit(
        self, painter: QPainter, layout: ReaderLayout, placed: RowLayout, top: float, *, faint: bool
    ) -> None:
        colour = self.colours.color("lit")
        if faint:
            colour.setAlphaF(0.6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        left = placed.x - 16
        right = layout.options.width - GUTTER + 16
        painter.drawRoundedRect(QRectF(left, top, right - left, placed.height), 9, 9)

    def _paint_words(self, painter: QPainter, layout: ReaderLayout, index: int, marks: Marks) -> None:
        row, placed, top = layout.document.rows[index], layout.rows[index], layout.top(index)
        assert row.prepared is not None
        title = row.kind is RowKind.TITLE
        font = self.fonts.title_font if title else self.fonts.hanzi_font
        size = layout.options.size_of(row.kind)
        ascent = QFontMetricsF(font).ascent()
        pinyin_metrics = QFontMetricsF(self.fonts.pinyin_font)
        tokens = row.prepared.tokens
        for box in placed.boxes:
            token = tokens[box.token]
            baseline = top + placed.baseline + box.line * placed.line_height
            ink = self._decorate(painter, layout, index, box, baseline, size, marks)
            painter.setFont(font)
            painter.setPen(ink)
            if token.kind is TokenKind.PROTECTED:
                # an emoji font has a baseline of its own, which static text would go by
                width = self.fonts.hanzi(box.text, title=title)
                painter.drawText(QPointF(box.x + (box.width - width) / 2, baseline), box.text)
            else:
                text = self._text(box.text, font, 1 if title else 0)
                left = box.x + (box.width - text.size().width()) / 2
                painter.drawStaticText(QPointF(left, baseline - ascent), text)
            if box.pinyin:
                where = QRectF(
                    box.x,
                    baseline - size * 0.98 - pinyin_metrics.height() + 2,
                    box.width,
                    pinyin_metrics.height(),
                )
                self._paint_pinyin(painter, box.pinyin, self._said(token), where)
        self._paint_names(painter, layout, index)

    def _decorate(
        self,
        painter: QPainter,
        layout: ReaderLayout,
        index: int,
        box: WordBox,
        baseline: float,
        size: int,
        marks: Marks,
    ) -> QColor:
        """Paint what lies behind a word; returns the ink for it."""
        row = layout.document.rows[index]
        assert row.prepared is not None
        token = row.prepared.tokens[box.token]
        colours = self.colours
        area = QRectF(box.x, baseline - size * 0.98, box.width, size * 1.3)
        painter.setPen(Qt.PenStyle.NoPen)
        if marks.current == (index, box.token):
            painter.setBrush(colours.color("accent"))
            painter.drawRoundedRect(area, 4, 4)
            return colours.color("on_accent")
        if marks.selected is not None and marks.selected[0] <= (index, box.token) <= marks.selected[1]:
            painter.setBrush(colours.color("accent_wash"))
            painter.drawRect(area)
            return colours.color("ink")
        if token.kind is TokenKind.PROTECTED:
            return colours.color("soft")
        if token.kind is not TokenKind.WORD:
            return colours.color("ink")
        status = layout.document.status(token.text)
        if status is WordStatus.NEW:
            painter.setBrush(colours.color("new_wash"))
            painter.drawRoundedRect(area.adjusted(1, 0, -1, 0), 4, 4)
            return colours.color("new_ink")
        if status is WordStatus.LEARNING:
            painter.fillRect(
                QRectF(box.x + 2, baseline + size * 0.24, box.width - 4, 2), colours.color("learning")
            )
        return colours.color("ink")

    def _paint_pinyin(
        self, painter: QPainter, pinyin: str, syllables: tuple[str, ...], where: QRectF
    ) -> None:
        painter.setFont(self.fonts.pinyin_font)
        spelled = pinyin.split(" ")
        syllables = tuple(one for one in syllables if one != "r5")  # written with the one before
        if not self.tone_colours or len(spelled) != len(syllables):
            text = self._text(pinyin, self.fonts.pinyin_font, 2)
            painter.setPen(self.colours.color("soft"))
            left = where.x() + (where.width() - text.size().width()) / 2
            painter.drawStaticText(QPointF(left, where.bottom() - text.size().height()), text)
            return
        space = self.fonts.pinyin(" ")
        widths = [self.fonts.pinyin(syllable) for syllable in spelled]
        x = where.x() + (where.width() - sum(widths) - space * (len(widths) - 1)) / 2
        for syllable, numbered, width in zip(spelled, syllables, widths, strict=True):
            painter.setPen(QColor(self.colours.tones[tone_of(numbered) - 1]))
            text = self._text(syllable, self.fonts.pinyin_font, 2)  # taller in zhuyin, whose font is another
            painter.drawStaticText(QPointF(x, where.bottom() - text.size().height()), text)
            x += width + space

    def _paint_names(self, painter: QPainter, layout: ReaderLayout, index: int) -> None:
        """A dotted line under each stretch that looks like one unknown name."""
        row, placed, top = layout.document.rows[index], layout.rows[index], layout.top(index)
        assert row.prepared is not None
        if not row.prepared.names:
            return
        size = layout.options.size_of(row.kind)
        painter.setPen(QPen(self.colours.color("faint"), 1.2, Qt.PenStyle.DotLine))
        tokens = row.prepared.tokens
        for name in row.prepared.names:
            inside = [
                box
                for box in placed.boxes
                if tokens[box.token].start >= name.start and tokens[box.token].end <= name.end
            ]
            for line in sorted({box.line for box in inside}):
                run = [box for box in inside if box.line == line]
                y = top + placed.baseline + line * placed.line_height + size * 0.36
                painter.drawLine(QPointF(run[0].x + 2, y), QPointF(run[-1].x + run[-1].width - 2, y))

    def _paint_english(
        self, painter: QPainter, layout: ReaderLayout, row: Row, placed: RowLayout, top: float
    ) -> None:
        shown = layout.options.english
        if shown is EnglishShown.OFF:
            return
        font = self.fonts.title_english_font if row.kind is RowKind.TITLE else self.fonts.english_font
        metrics = QFontMetricsF(font)
        y = top + placed.english_baseline - metrics.ascent()
        waiting = row.translation is None
        hidden = shown is EnglishShown.HIDDEN and row.number not in layout.document.revealed
        if waiting or (hidden and placed.english):
            self._paint_bars(painter, placed, y + metrics.height() / 2, dashed=waiting)
            return
        painter.setFont(font)
        painter.setPen(self.colours.color("soft" if row.kind is RowKind.TITLE else "ink"))
        x = placed.english_x
        for number, line in enumerate(placed.english):
            baseline = top + placed.english_baseline + number * placed.english_line_height
            painter.drawText(QPointF(x, baseline), line)
        if row.translation is not None and row.translation.doubts and placed.english:
            last = self.fonts.english(placed.english[-1], title=False)
            self._paint_doubt(
                painter, x + last + 8, y + (len(placed.english) - 1) * placed.english_line_height, metrics
            )

    def _paint_doubt(self, painter: QPainter, x: float, y: float, metrics: QFontMetricsF) -> None:
        painter.setPen(self.colours.color("learning_ink"))
        painter.drawText(QPointF(x, y + metrics.ascent()), "⚠")

    def _paint_bars(self, painter: QPainter, placed: RowLayout, y: float, *, dashed: bool) -> None:
        """A dashed bar while a sentence waits, a whole one while it is hidden."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colours.color("line"))
        x, right = placed.english_x, placed.english_x + min(placed.english_width, 340.0)
        if not dashed:
            painter.drawRoundedRect(QRectF(x, y - 5, right - x, 10), 5, 5)
            return
        while x < right:
            painter.drawRoundedRect(QRectF(x, y - 5, min(52.0, right - x), 10), 3, 3)
            x += 58

    def _paint_plain(
        self, painter: QPainter, layout: ReaderLayout, row: Row, placed: RowLayout, top: float
    ) -> None:
        painter.setFont(self.fonts.small_font)
        metrics = QFontMetricsF(self.fonts.small_font)
        right = layout.options.width - GUTTER
        colours = self.colours
        if row.kind is RowKind.DIVIDER:
            y = top + placed.height / 2 + 6
            painter.setPen(colours.color("soft"))
            painter.drawText(QPointF(GUTTER, y + metrics.ascent() / 2 - 1), row.text)
            painter.setPen(colours.color("line"))
            painter.drawLine(QPointF(GUTTER + metrics.horizontalAdvance(row.text) + 12, y), QPointF(right, y))
            return
        if row.kind is RowKind.BYLINE:
            self._paint_badge(painter, row, placed.x - 40, top + 4)
        painter.setPen(colours.color("accent" if row.kind is RowKind.TAGS else "soft"))
        y = top + (16 + metrics.ascent() / 2 if row.kind is RowKind.BYLINE else 14 + metrics.ascent() / 2)
        text = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, right - placed.x)
        painter.drawText(QPointF(placed.x, y), text)

    def _paint_badge(self, painter: QPainter, row: Row, x: float, y: float) -> None:
        circle = QRectF(x, y, 28, 28)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_BADGES[sum(map(ord, row.text[:8])) % len(_BADGES)]))
        painter.drawEllipse(circle)
        painter.setPen(QColor("#ffffff"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, row.badge)
