"""The list of notes: a thin model over a plain list, and how one note is painted."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from xinqiao.domain.notes import Note, NoteId
from xinqiao.ui.common import fonts
from xinqiao.ui.common.palette import LIGHT, Palette

NOTE_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class NotesModel(QAbstractListModel):
    """Adapts a plain list of notes; shows those that hold the search text."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Note] = []
        self._text = ""
        self.shown: list[Note] = []

    @property
    def is_empty(self) -> bool:
        """Whether there is no note at all."""
        return not self._all

    def set_notes(self, notes: list[Note]) -> None:
        """Show other notes."""
        self._all = notes
        self._apply()

    def set_filter(self, text: str) -> None:
        """Show notes that hold `text` in body, quote, source or tags."""
        self._text = text.strip().lower()
        self._apply()

    def replace(self, note: Note) -> None:
        """Show one note's new text where it stands."""
        self._all = [note if one.id == note.id else one for one in self._all]
        row = self.row_of(note.id)
        if row is not None:
            self.shown[row] = note
            self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, note_id: NoteId | None) -> int | None:
        """Row of a note, or None when it is not shown."""
        return next((row for row, note in enumerate(self.shown) if note.id == note_id), None)

    def _apply(self) -> None:
        self.beginResetModel()
        self.shown = [note for note in self._all if self._text in _searched(note)]
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number of notes shown."""
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A note for the delegate, its first line for everyone else."""
        if not index.isValid() or index.row() >= len(self.shown):
            return None
        note = self.shown[index.row()]
        if role == NOTE_ROLE:
            return note
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return note.body.split("\n", 1)[0]
        return None


def _searched(note: Note) -> str:
    quote = note.quote
    pieces = (note.body, quote.word, quote.sentence, quote.translation, quote.source, *note.tags)
    return "\n".join(pieces).lower()


class NoteDelegate(QStyledItemDelegate):
    """Paints one note of the list."""

    def __init__(self) -> None:
        super().__init__()
        self.colours: Palette = LIGHT
        self._body = fonts.english(14)
        self._quote = fonts.hanzi(13)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines."""
        return QSize(200, 62)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """First line of the note, then what it is about."""
        note = index.data(NOTE_ROLE)
        if note is None:
            return
        rect, colours = QRectF(option.rect), self.colours
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colours.color("card"))
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), colours.color("accent"))
        painter.setPen(colours.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(14, 9, -14, -9)
        about = " · ".join(
            piece for piece in (note.quote.word, note.quote.sentence or note.quote.source) if piece
        )
        self._line(painter, self._body, "ink", note.body.split("\n", 1)[0], inner.adjusted(0, 0, 0, -22))
        self._line(painter, self._quote, "soft", about, inner.adjusted(0, 22, 0, 0))
        painter.restore()

    def _line(self, painter: QPainter, font: QFont, ink: str, text: str, where: QRectF) -> None:
        painter.setFont(font)
        painter.setPen(self.colours.color(ink))
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(where.width()))
        painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), elided)
