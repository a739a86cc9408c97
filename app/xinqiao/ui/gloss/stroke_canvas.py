"""Paints a character that is being written."""

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from xinqiao.domain.strokes import EM, TOP, CharacterStrokes, Stroke, part_of_line
from xinqiao.ui.common import fonts
from xinqiao.ui.common.palette import LIGHT, Palette

_BRUSH = 190  # units of the em: wider than any stroke, so that the brush fills the outline it is clipped to
_INSET = 0.07  # of the square, on each side, between the grid and the em
_NUMBER_BACK = 46  # units of the em: how far before its stroke a number stands


class StrokeCanvas(QWidget):
    """One character on a grid: strokes drawn in ink, the rest as a shadow, numbers at their beginnings.

    Signals:
        clicked: the reader clicked it, or pressed Enter on it.
    """

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumSize(220, 220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._look: object = None  # what the layers below and above the brush were painted for
        self.set_colours(LIGHT)
        self._character = CharacterStrokes("")
        self._outlines: list[QPainterPath] = []
        self._place, self._tinted = 0.0, False
        self._below, self._numbers = QPixmap(), QPixmap()

    def sizeHint(self) -> QSize:
        """A large square."""
        return QSize(390, 390)

    def set_colours(self, colours: Palette) -> None:
        """Take over the colours of the window."""
        self._colours = colours
        self._shadow = _between(colours.color("card"), colours.color("faint"), 0.32)
        self._look = None
        self.update()

    def set_character(self, character: CharacterStrokes) -> None:
        """Show another character; one without strokes is set from the font."""
        self._character = character
        self._outlines = [to_path(stroke) for stroke in character.strokes]
        self._look = None
        self.update()

    def show_place(self, place: float, *, tinted: bool) -> None:
        """Show how far the writing is.

        Args:
            place: number of strokes that are drawn; 2.5 is two and one half of the third.
            tinted: whether the last stroke of them is in the accent colour.
        """
        self._place, self._tinted = place, tinted
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grid, shadow, ink, brush, numbers; while a stroke is written only its brush is painted anew."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawn, begun = math.floor(self._place), math.ceil(self._place)
        look = (drawn, begun, self.size(), self.devicePixelRatioF(), self._tinted)
        if look != self._look:
            self._look = look
            self._below = self._layer(look[3], lambda layer: self._paint_below(layer, drawn, begun))
            self._numbers = self._layer(look[3], lambda layer: self._paint_numbers(layer, begun))
        painter.drawPixmap(0, 0, self._below)
        if drawn < begun <= len(self._outlines):
            self._paint_brush(painter, drawn, self._place - drawn)
        painter.drawPixmap(0, 0, self._numbers)

    def _layer(self, ratio: float, paint: Callable[[QPainter], None]) -> QPixmap:
        layer = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        layer.setDevicePixelRatio(ratio)
        layer.fill(Qt.GlobalColor.transparent)
        painter = QPainter(layer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
        painter.end()
        return layer

    def _square(self) -> QRectF:
        side = min(self.width(), self.height()) - 2.0
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _to_em(self) -> QTransform:
        """From units of the em to pixels."""
        square = self._square()
        inset, scale = square.width() * _INSET, square.width() * (1 - 2 * _INSET) / EM
        return QTransform(scale, 0, 0, -scale, square.left() + inset, square.top() + inset + TOP * scale)

    def _paint_below(self, painter: QPainter, drawn: int, begun: int) -> None:
        square = self._square()
        self._paint_grid(painter, square)
        if not self._outlines:
            painter.setPen(self._colours.color("soft"))
            painter.setFont(fonts.hanzi(round(square.width() * 0.66)))
            painter.drawText(square, Qt.AlignmentFlag.AlignCenter, self._character.character)
            return
        painter.setTransform(self._to_em())
        for outline in self._outlines[drawn:]:
            painter.fillPath(outline, self._shadow)
        for number, outline in enumerate(self._outlines[:drawn]):  # over the shadow of what is to come
            tinted = self._tinted and number == begun - 1
            painter.fillPath(outline, self._colours.color("accent" if tinted else "ink"))

    def _paint_grid(self, painter: QPainter, square: QRectF) -> None:
        painter.setPen(QPen(self._colours.color("line"), 1))
        painter.setBrush(self._colours.color("card"))
        painter.drawRoundedRect(square, 10, 10)
        painter.setPen(QPen(self._colours.color("line"), 1, Qt.PenStyle.DashLine))
        middle = square.center()
        painter.drawLine(QPointF(square.left(), middle.y()), QPointF(square.right(), middle.y()))
        painter.drawLine(QPointF(middle.x(), square.top()), QPointF(middle.x(), square.bottom()))
        inner = square.adjusted(3, 3, -3, -3)  # the corners are round
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())

    def _paint_brush(self, painter: QPainter, number: int, share: float) -> None:
        """What the brush has covered of a stroke so far."""
        way = QPainterPath()
        points = part_of_line(self._character.strokes[number].median, share)
        way.moveTo(*points[0])
        for x, y in points[1:]:
            way.lineTo(x, y)
        brush = QPen(self._colours.color("accent" if self._tinted else "ink"), _BRUSH)
        brush.setCapStyle(Qt.PenCapStyle.RoundCap)
        brush.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.save()
        painter.setTransform(self._to_em(), combine=True)
        painter.setClipPath(self._outlines[number])
        painter.strokePath(way, brush)
        painter.restore()

    def _paint_numbers(self, painter: QPainter, begun: int) -> None:
        painter.setFont(fonts.english(max(10, round(self._square().width() * 0.037)), bold=True))
        to_em = self._to_em()
        for number, stroke in enumerate(self._character.strokes[:begun], start=1):
            self._paint_number(painter, number, to_em.map(_before(stroke)))

    def _paint_number(self, painter: QPainter, number: int, at: QPointF) -> None:
        text = str(number)
        metrics = painter.fontMetrics()
        path = QPainterPath()
        left = at.x() - metrics.horizontalAdvance(text) / 2
        path.addText(left, at.y() + metrics.capHeight() / 2, painter.font(), text)
        halo = QPen(QColor(self._colours.card), 3.5)
        halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, halo)
        painter.fillPath(path, self._colours.color("accent"))


def _between(one: QColor, other: QColor, share: float) -> QColor:
    """A colour on the way from one to another; opaque, since strokes overlap."""
    pairs = zip(one.getRgbF()[:3], other.getRgbF()[:3], strict=True)  # type: ignore[index]
    return QColor.fromRgbF(*(first + (second - first) * share for first, second in pairs))


def to_path(stroke: Stroke) -> QPainterPath:
    """A stroke's outline, in the units of the em, y upwards."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)  # some outlines cross themselves
    for letter, points in stroke.outline:
        places = [QPointF(*point) for point in points]
        if letter == "M":
            path.moveTo(places[0])
        elif letter == "L":
            path.lineTo(places[0])
        elif letter == "Q":
            path.quadTo(places[0], places[1])
        elif letter == "C":
            path.cubicTo(places[0], places[1], places[2])
        else:
            path.closeSubpath()
    return path


def _before(stroke: Stroke) -> QPointF:
    """A little before the place where the brush is put down."""
    (x, y), *others = stroke.median
    for to_x, to_y in others:
        if distance := math.hypot(to_x - x, to_y - y):
            back = _NUMBER_BACK / distance
            return QPointF(x - (to_x - x) * back, y - (to_y - y) * back)
    return QPointF(x, y)
