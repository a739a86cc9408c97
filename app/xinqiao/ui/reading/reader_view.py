"""The reading view: Chinese words in boxes of their own, English beside them."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from xinqiao.domain.sandhi import Weight
from xinqiao.domain.settings import EnglishShown, Script, Settings
from xinqiao.domain.translations import Translation
from xinqiao.domain.words import PreparedSentence
from xinqiao.ui.common.palette import LIGHT, Palette
from xinqiao.ui.reading.reader_boxes import LayoutOptions
from xinqiao.ui.reading.reader_fonts import FontSet
from xinqiao.ui.reading.reader_layout import ReaderLayout
from xinqiao.ui.reading.reader_paint import Marks, ReaderPainter
from xinqiao.ui.reading.reader_pointer import ReaderPointer
from xinqiao.ui.reading.reader_rows import ReaderDocument
from xinqiao.ui.reading.reader_walk import AFTER_ALL, BEFORE_ALL, next_sentence, next_word
from xinqiao.ui.reading.selection import Selection
from xinqiao.ui.reading.words_shown import WordsShown


def _as_tip(text: str) -> str:
    """A tooltip that shows `text` as it is, since tooltips take what looks like HTML for it."""
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>"


class ReaderView(QAbstractScrollArea):
    """Shows one `ReaderDocument`; knows where the reader is in it.

    Signals:
        word_tapped: (row, token, character offset in the token; -1 for the whole word) by mouse or
            Enter; row -1 for a tap beside the words.
        word_changed: the word in hand moved by keyboard; (row, token).
        sentence_changed: number of the sentence the reader is at.
        doubt_asked: row whose doubt mark was clicked.
    """

    word_tapped = Signal(int, int, int)
    word_changed = Signal(int, int)
    sentence_changed = Signal(int)
    doubt_asked = Signal(int)

    def __init__(self, explain: Callable[[Translation], str], parent: QWidget | None = None) -> None:
        """Make an empty view.

        Args:
            explain: says in the reader's words why a translation may be wrong.
        """
        super().__init__(parent)
        self._explain = explain
        self.setObjectName("reader")
        self.setAccessibleName(self.tr("Post with its translation"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.document = ReaderDocument()
        self.marks = Marks()
        self.selection = Selection()
        self._settings = Settings()
        self._colours = LIGHT
        self._words = WordsShown(self._settings)
        self._pointer = ReaderPointer(self)
        self._fonts = FontSet(self._settings.hanzi_size)
        self._painter = self._make_painter()
        self.placed = self._lay_out()

    # -- what is shown -------------------------------------------------------------------------

    def set_stickers(self, stickers: dict[str, str]) -> None:
        """Emoji for sticker codes; shown in their place where the system has an emoji font."""
        self._words.stickers = stickers
        self.refresh()

    def set_language_tools(self, convert: Callable[[str, Script], str], weight: Weight) -> None:
        """Hand over what brings text into a script, keeping its length, and what weighs words."""
        self._words.convert, self._words.weight = convert, weight

    def set_own_script(self, script: str) -> None:
        """Show the present post in a script of its own; empty follows the setting."""
        self._words.own_script = script
        self.refresh()

    @property
    def script(self) -> Script:
        """The script that the post is shown in."""
        return self._words.script

    def set_document(self, document: ReaderDocument) -> None:
        """Show another post, from its top."""
        self.document = document
        self.marks = Marks()
        self.selection.clear()
        self.refresh()
        self.verticalScrollBar().setValue(0)

    def set_look(self, settings: Settings, colours: Palette) -> None:
        """Take over sizes, colours and what is shown; the line being read stays in place."""
        self._colours = colours
        if settings.hanzi_size != self._settings.hanzi_size:
            self._fonts = FontSet(settings.hanzi_size)
        self._words.set_settings(settings)
        self._settings = settings
        self._painter = self._make_painter()
        self.refresh()

    def refresh(self) -> None:
        """Lay everything out again, keeping the row at the top of the view there."""
        anchor = self.top_row
        at_top = self.verticalScrollBar().value() == 0
        offset = self.verticalScrollBar().value() - (self.placed.top(anchor) if self.placed.rows else 0)
        self.placed = self._lay_out()
        self._set_scroll_range()
        if self.placed.rows and not at_top:
            anchor = min(anchor, len(self.placed.rows) - 1)
            self.verticalScrollBar().setValue(round(self.placed.top(anchor) + offset))
        self.viewport().update()

    def set_prepared(self, items: list[tuple[int, PreparedSentence]]) -> None:
        """Words of some sentences came; the word in hand stays the one in its place."""
        current = self.marks.current
        before = self.document.rows[current[0]].prepared if current else None
        self._update_rows([self.document.set_prepared(number, prepared) for number, prepared in items])
        if current is None or before is None:
            return
        now = self.document.rows[current[0]].prepared
        if now is not None and now is not before:
            token = now.token_at(before.tokens[current[1]].start)
            self.marks.current = None if token is None else (current[0], token)
            self.selection.clear()
            self.show_selection()

    @property
    def top_row(self) -> int:
        """The row at the top of what is in view; 0 where there is none."""
        return self.placed.row_at(self.verticalScrollBar().value()) if self.placed.rows else 0

    def set_translations(self, items: list[tuple[int, Translation]]) -> None:
        """English of some sentences came."""
        self._update_rows([self.document.set_translation(number, text) for number, text in items])

    def _update_rows(self, rows: list[int]) -> None:
        if not rows:
            return
        bar = self.verticalScrollBar()
        anchor = self.placed.row_at(bar.value())
        offset = bar.value() - self.placed.top(anchor)
        self._words.dress(self.document, rows)
        self.placed.update(rows)
        self._set_scroll_range()
        if bar.value() > 0:
            bar.setValue(round(self.placed.top(anchor) + offset))  # what is being read does not move
        self.viewport().update()

    def _lay_out(self) -> ReaderLayout:
        self._words.dress_all(self.document)
        options = LayoutOptions(
            width=max(320, self.viewport().width()),
            hanzi_size=self._settings.hanzi_size,
            pinyin=self._settings.pinyin,
            english=self._settings.english,
            spell=self._words.spell,
            show=self._words.show,
            show_english=self._words.show_english,
        )
        return ReaderLayout(self.document, self._fonts, options)

    def _make_painter(self) -> ReaderPainter:
        return ReaderPainter(
            self._fonts,
            self._colours,
            tone_colours=self._settings.tone_colours,
            translating="",
            said=self._words.said,
        )

    def _set_scroll_range(self) -> None:
        bar = self.verticalScrollBar()
        page = self.viewport().height()
        bar.setRange(0, max(0, round(self.placed.height) - page))
        bar.setPageStep(page)
        bar.setSingleStep(self._settings.hanzi_size * 2)

    # -- where things are ----------------------------------------------------------------------

    def word_rect(self, row: int, token: int) -> QRect | None:
        """A word's rectangle in the viewport, px; None when it is not laid out."""
        rect = self.placed.word_rect(row, token)
        if rect is None:
            return None
        x, y, width, height = rect
        return QRectF(x, y - self.verticalScrollBar().value(), width, height).toRect()

    def place_at(self, point: QPoint | QPointF) -> tuple[int, int, int] | None:
        """(row, token, character offset in the token) at a point of the viewport."""
        found = self.placed.box_at(point.x(), point.y() + self.verticalScrollBar().value())
        if found is None:
            return None
        row, box = found
        share = (point.x() - box.x) / box.width
        return row, box.token, box.offset + min(len(box.text) - 1, max(0, int(share * len(box.text))))

    def ensure_row_visible(self, row: int) -> None:
        """Scroll just far enough to show a row."""
        bar = self.verticalScrollBar()
        top, height = self.placed.top(row), self.placed.rows[row].height
        if top < bar.value() + 8:
            bar.setValue(round(top - 24))
        elif top + height > bar.value() + self.viewport().height():
            bar.setValue(round(top + height - self.viewport().height() + 24))

    def go_to(self, row: int, token: int | None = None) -> None:
        """Make a row, and a word of it, the place the reader is at."""
        self.marks.lit = row
        self.marks.current = (row, token) if token is not None else None
        self.ensure_row_visible(row)
        number = self.document.rows[row].number
        if number is not None:
            self.sentence_changed.emit(number)
        self.viewport().update()

    def go_to_sentence(self, text: str) -> None:
        """Make the first sentence with this text the place the reader is at, where there is one."""
        for index, row in enumerate(self.document.rows):
            if row.prepared is not None and row.prepared.text == text:
                self.go_to(index)
                return

    def move_word(self, step: int) -> None:
        """Go to the next (1) or previous (-1) word, over sentence ends too."""
        if not self.document.sentence_rows():
            return
        start = self.marks.current or (self._start_row(), BEFORE_ALL if step > 0 else AFTER_ALL)
        place = next_word(self.document, start, step)
        if place is not None:
            self.go_to(*place)
            self.word_changed.emit(*place)

    def move_sentence(self, step: int) -> None:
        """Go to the next (1) or previous (-1) sentence, to its first word."""
        if not self.document.sentence_rows():
            return
        here = self.row_in_hand()
        row = self._start_row() if here is None else next_sentence(self.document, here, step)
        if row is None:
            return
        words = self.document.tappable(row)
        self.go_to(row, words[0] if words else None)
        if words:
            self.word_changed.emit(row, words[0])

    def _start_row(self) -> int:
        rows = self.document.sentence_rows()
        top = self.placed.row_at(self.verticalScrollBar().value())
        return next((row for row in rows if row >= top), rows[-1])

    def row_in_hand(self) -> int | None:
        """The row the reader is at by word, else the one that is lit; None for none."""
        return self.marks.current[0] if self.marks.current else self.marks.lit

    def toggle_revealed(self) -> None:
        """Show or hide the English of the sentence in hand (where English is hidden)."""
        row = self.row_in_hand()
        number = self.document.rows[row].number if row is not None else None
        if number is not None and self._settings.english is EnglishShown.HIDDEN:
            self.document.revealed ^= {number}
            self.viewport().update()

    def select_all(self) -> None:
        """Select every word of the post."""
        rows = self.document.sentence_rows()
        if rows:
            self.selection.set((rows[0], 0), (rows[-1], AFTER_ALL))
            self.show_selection()

    def show_selection(self) -> None:
        """Paint what is selected."""
        self.marks.selected = self.selection.range
        self.viewport().update()

    # -- Qt's events ---------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows under the exposed area."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._colours.color("background"))
        shift = self.verticalScrollBar().value()
        painter.translate(0, -shift)
        clip = QRectF(event.rect()).translated(0, shift)
        self._painter.paint(painter, self.placed, clip, self.marks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.refresh()
        else:
            self._set_scroll_range()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tap or a selection begins."""
        event.accept()
        if event.button() is Qt.MouseButton.LeftButton:
            self._pointer.press(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The mouse goes over the post, or drags over it."""
        event.accept()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._pointer.drag(event.position())
        else:
            self._pointer.hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A tap or a selection ends."""
        event.accept()
        if event.button() is Qt.MouseButton.LeftButton:
            self._pointer.release(event.position())

    def doubt_row_at(self, point: QPointF) -> int | None:
        """Row whose doubt mark is at a point of the viewport, or None."""
        return self.placed.doubt_at(point.x(), point.y() + self.verticalScrollBar().value())

    def leaveEvent(self, event: QEvent) -> None:
        """Put the light back on the sentence in hand."""
        self.marks.lit = self.marks.current[0] if self.marks.current else None
        self.viewport().update()
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Name a doubt's reasons in a tooltip."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row = self.doubt_row_at(QPointF(event.pos()))
            translation = self.document.rows[row].translation if row is not None else None
            text = self._explain(translation) if translation is not None else ""
            if text:
                QToolTip.showText(event.globalPos(), _as_tip(text), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by word and by sentence; letters belong to the page."""
        key = event.key()
        no_modifier = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Right and no_modifier:
            self.move_word(1)
        elif key == Qt.Key.Key_Left and no_modifier:
            self.move_word(-1)
        elif key == Qt.Key.Key_Down and no_modifier:
            self.move_sentence(1)
        elif key == Qt.Key.Key_Up and no_modifier:
            self.move_sentence(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.marks.current:
                self.word_tapped.emit(*self.marks.current, -1)
        elif key == Qt.Key.Key_Space and self._settings.english is EnglishShown.HIDDEN:
            self.toggle_revealed()
        elif key == Qt.Key.Key_Home:
            self.verticalScrollBar().setValue(0)
        elif key == Qt.Key.Key_End:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; the light follows the mouse at its next move."""
        super().wheelEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Repaint for the focus."""
        super().focusInEvent(event)
        self.viewport().update()
