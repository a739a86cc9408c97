"""What the mouse does over the reader: taps, selections, the light on a sentence."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from xinqiao.ui.reading.reader_walk import Place

if TYPE_CHECKING:
    from xinqiao.ui.reading.reader_view import ReaderView


class ReaderPointer:
    """Follows the mouse over one reader view, in points of its viewport."""

    def __init__(self, view: "ReaderView") -> None:
        self._view = view
        self._pressed: tuple[Place, int] | None = None

    def press(self, point: QPointF) -> None:
        """Remember where a tap or a selection begins."""
        place = self._view.place_at(point)
        self._view.selection.clear()
        self._pressed = ((place[0], place[1]), place[2]) if place else None
        self._view.show_selection()

    def drag(self, point: QPointF) -> None:
        """Stretch a selection."""
        place = self._view.place_at(point)
        if self._pressed and place and (place[0], place[1]) != self._pressed[0]:
            self._view.selection.set(self._pressed[0], (place[0], place[1]))
            self._view.show_selection()

    def hover(self, point: QPointF) -> None:
        """Light the sentence under the mouse."""
        view = self._view
        place = view.place_at(point)
        tappable = place is not None and place[1] in view.document.tappable(place[0])
        shape = Qt.CursorShape.PointingHandCursor if tappable else Qt.CursorShape.ArrowCursor
        view.viewport().setCursor(shape)
        row = view.placed.row_at(point.y() + view.verticalScrollBar().value()) if view.placed.rows else None
        lit = row if row is not None and view.document.rows[row].number is not None else None
        if lit is not None and lit != view.marks.lit:
            view.marks.lit = lit
            view.viewport().update()

    def release(self, point: QPointF) -> None:
        """A press and release on one word is a tap."""
        view = self._view
        pressed, self._pressed = self._pressed, None
        if view.selection.range is not None:
            return
        row = view.doubt_row_at(point)
        if row is not None:
            view.doubt_asked.emit(row)
            return
        if pressed is None:
            view.word_tapped.emit(-1, -1, 0)
            return
        (row, token), offset = pressed
        if token in view.document.tappable(row):
            view.go_to(row, token)
            view.word_tapped.emit(row, token, offset)
        else:
            view.word_tapped.emit(-1, -1, 0)
