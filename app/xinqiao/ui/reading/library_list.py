"""The library list: every post with its title, its English title and the share of known words."""

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from xinqiao.domain.posts import PostId, PostSummary
from xinqiao.ui.common import fonts
from xinqiao.ui.common.palette import LIGHT, Palette

SUMMARY_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


def short_date(published: str) -> str:
    """A date as short as it can be told: `4 Mar` this year, `Mar 2024` before; other text as it is.

    In Chinese `3月4日` and `2024年3月`.
    """
    day = QDate.fromString(published, Qt.DateFormat.ISODate)
    if not day.isValid():
        return published
    this_year = day.year() == QDate.currentDate().year()
    if QLocale().language() == QLocale.Language.Chinese:
        return QLocale().toString(day, "M月d日" if this_year else "yyyy年M月")
    return QLocale().toString(day, "d MMM" if this_year else "MMM yyyy")


class LibraryModel(QAbstractListModel):
    """Adapts a plain list of summaries."""

    def __init__(self) -> None:
        super().__init__()
        self.summaries: list[PostSummary] = []

    def show(self, summaries: list[PostSummary]) -> None:
        """Show another list."""
        self.beginResetModel()
        self.summaries = summaries
        self.endResetModel()

    def row_of(self, post_id: PostId) -> int | None:
        """Row of a post, or None when it is not in the list."""
        return next((row for row, one in enumerate(self.summaries) if one.id == post_id), None)

    def replace(self, summary: PostSummary) -> None:
        """Show one post's new state."""
        row = self.row_of(summary.id)
        if row is not None:
            self.summaries[row] = summary
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number of posts."""
        return 0 if parent.isValid() else len(self.summaries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A post for the delegate, its title for everyone else."""
        if not index.isValid() or index.row() >= len(self.summaries):
            return None
        summary = self.summaries[index.row()]
        if role == SUMMARY_ROLE:
            return summary
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return summary.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            unread = self.tr("unread, ") if summary.unread else ""
            return f"{unread}{summary.title}. {summary.english_title}"
        return None


class LibraryDelegate(QStyledItemDelegate):
    """Paints one post of the list."""

    HEIGHT = 86

    def __init__(self) -> None:
        super().__init__()
        self.colours: Palette = LIGHT
        self._title = fonts.hanzi(15)
        self._small = fonts.english(13)
        self._tiny = fonts.english(12)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Every row has the same height, so that long lists scroll well."""
        return QSize(200, self.HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Dot, title, English, share of known words, place and date."""
        summary = index.data(SUMMARY_ROLE)
        if summary is None:
            return
        colours, rect = self.colours, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, colours.color("card"))
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), colours.color("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colours.color("hover"))
        painter.setPen(colours.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(14, 12, -14, -10)
        left = inner.left()
        if summary.unread:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color("accent"))
            painter.drawEllipse(QRectF(left, inner.top() + 7, 7, 7))
            left += 13
        if summary.starred:
            painter.setPen(colours.color("learning_ink"))
            painter.setFont(self._small)
            painter.drawText(QRectF(left, inner.top(), 16, 22), Qt.AlignmentFlag.AlignVCenter, "★")
            left += 16
        self._line(
            painter, self._title, "ink", summary.title, QRectF(left, inner.top(), inner.right() - left, 22)
        )
        self._line(
            painter,
            self._small,
            "soft",
            summary.english_title,
            QRectF(inner.left(), inner.top() + 22, inner.width(), 19),
        )
        self._foot(painter, summary, inner)
        painter.restore()

    def _foot(self, painter: QPainter, summary: PostSummary, inner: QRectF) -> None:
        foot = QRectF(inner.left(), inner.bottom() - 18, inner.width(), 18)
        left = 0
        if summary.known_share is not None:
            bar = QRectF(foot.left(), foot.center().y() - 2, 62, 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colours.color("line"))
            painter.drawRoundedRect(bar, 2, 2)
            painter.setBrush(self.colours.color("progress"))
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * summary.known_share, 4), 2, 2)
            share = self.tr("{share} % known").format(share=int(summary.known_share * 100))
            self._line(painter, self._tiny, "soft", share, foot.adjusted(70, 0, 0, 0))
            left = 70 + QFontMetrics(self._tiny).horizontalAdvance(share) + 10
        where = " · ".join(piece for piece in (summary.location, short_date(summary.published)) if piece)
        self._line(painter, self._tiny, "soft", where, foot.adjusted(left, 0, 0, 0), right=True)

    def _line(
        self,
        painter: QPainter,
        font: QFont,
        ink: str,
        text: str,
        where: QRectF,
        *,
        right: bool = False,
    ) -> None:
        painter.setFont(font)
        painter.setPen(self.colours.color(ink))
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(where.width()))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter | side), elided)
