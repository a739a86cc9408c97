"""Line icons, drawn by us as small SVG files in one colour and tinted here."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


def tinted(file: Path, colours: dict[QIcon.State, QColor], size: int = 22, ratio: float = 2.0) -> QIcon:
    """An icon from an SVG file drawn in `currentColor`.

    Args:
        colours: one colour for each state of a button (off, on).
        size: px at which it is shown.
    """
    icon = QIcon()
    drawing = file.read_text(encoding="utf-8")
    for state, colour in colours.items():
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour.name()).encode()))
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size * ratio, size * ratio))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        icon.addPixmap(pixmap, QIcon.Mode.Normal, state)
    return icon


def app_icon(file: Path) -> QIcon:
    """The program's own icon, from an SVG file in its own colours."""
    icon = QIcon()
    renderer = QSvgRenderer(str(file))
    for size in (16, 32, 48, 64, 128, 256):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        icon.addPixmap(pixmap)
    return icon
