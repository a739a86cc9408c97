"""Look up anything anywhere (Ctrl+L): one box, a list, and the card of the chosen line."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.notes import Quote
from xinqiao.domain.pinyin import mark_reading
from xinqiao.domain.words import WordStatus
from xinqiao.services.find_words import Found, FoundIn
from xinqiao.services.workbench import Workbench
from xinqiao.ui.common import fonts
from xinqiao.ui.common.in_words import in_words
from xinqiao.ui.common.jobs import LatestJob, Worker
from xinqiao.ui.common.labels import plain_label
from xinqiao.ui.common.palette import Palette
from xinqiao.ui.gloss.gloss_card import CARD_WIDTH, CardContent, GlossCard


class _StandingCard(GlossCard):
    """A gloss card that stays where its layout has it."""

    def place(self, word: QRect) -> None:
        """As tall as what is on it."""
        self._word = word
        self.setFixedHeight(self._needed_height())


class LookUpDialog(QDialog):
    """Searches as the reader types.

    Signals:
        vocabulary_changed: a word was saved or has another status.
        note_asked: carries the `Quote` to write about.
        told: a message: text and its `Undo`.
        strokes_asked: draw how a word is written; carries its forms, first the one that is shown.
        crashed: carries an exception that is our bug.
    """

    vocabulary_changed = Signal()
    note_asked = Signal(object)
    told = Signal(str, object)
    strokes_asked = Signal(object)
    crashed = Signal(object)

    def __init__(self, parent: QWidget, bench: Workbench, colours: Palette, worker: Worker) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Look up"))
        self.resize(860, 520)
        self._bench = bench
        self.found: list[Found] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 16, 18, 16)
        row.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(10)
        self.query = QLineEdit()
        self.query.setFont(fonts.hanzi(17))
        self.query.setPlaceholderText(self.tr("汉字, pinyin (with tones or without), English"))
        self.query.setAccessibleName(self.tr("Look up"))
        self.query.setClearButtonEnabled(True)
        self.query.textChanged.connect(self._search)
        self.query.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Words found"))
        self.list.setFont(fonts.hanzi(15))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemClicked.connect(lambda _item: self.open_card(take_keys=False))
        self.list.itemActivated.connect(lambda _item: self.open_card())
        self.said = plain_label("soft", wrap=True)
        for widget in (self.query, self.list, self.said):
            left.addWidget(widget)
        row.addLayout(left, stretch=1)
        self._area = QScrollArea()
        self._area.setFixedWidth(CARD_WIDTH + 36)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.card = _StandingCard(self)
        self.card.set_colours(colours)
        self.card.dots.hide()
        self._area.setWidget(self.card)
        row.addWidget(self._area)
        self._area.hide()
        card = self.card
        card.save_asked.connect(lambda: self.keep(WordStatus.LEARNING))
        card.known_asked.connect(lambda: self.keep(WordStatus.KNOWN))
        card.ignore_asked.connect(lambda: self.keep(WordStatus.IGNORED))
        card.note_asked.connect(self._note)
        card.strokes_asked.connect(self._strokes)
        card.seen.setCursor(Qt.CursorShape.ArrowCursor)
        card.seen.setToolTip("")
        card.installEventFilter(self)
        self._load_job = LatestJob(worker, self)
        self._load_job.finished.connect(self._search)
        self._load_job.crashed.connect(self.crashed)

        def load(cancel: CancelToken) -> Iterator[object]:
            bench.find_words.load()
            yield from ()

        self._load_job.start(load)
        self.query.setFocus()

    def _search(self) -> None:
        text = self.query.text()
        self.found = self._bench.find_words.find(text)
        self.list.clear()
        for one in self.found:
            self.list.addItem(QListWidgetItem(self._line(one)))
        if self.found:
            self.list.setCurrentRow(0)
            self.said.setText(self.tr("↑ ↓ choose, Enter explains"))
        else:
            self.said.setText(self.tr("Nothing found.") if text.strip() else "")

    def _line(self, one: Found) -> str:
        other = f" {one.traditional}" if one.traditional and one.traditional != one.text else ""
        mark = {FoundIn.OWN: "★ ", FoundIn.SLANG: "# ", FoundIn.DICTIONARY: ""}[one.found_in]
        return f"{mark}{one.text}{other}  {mark_reading(one.pinyin, ' ')}  {one.meaning}"

    def open_card(self, *, take_keys: bool = True) -> None:
        """Show everything about the chosen line."""
        number = self.list.currentRow()
        if not 0 <= number < len(self.found):
            return
        gloss = self._bench.look_up_word.look_up_text(self.found[number].text)
        if gloss is None:
            return
        headword = self._bench.look_up_word.headword(gloss.text)
        seen = self._bench.posts.occurrences(headword, limit=1)
        notes = self._bench.notes.for_word(headword)
        status = self._bench.vocabulary.statuses([headword]).get(headword, WordStatus.NEW)
        content = CardContent(
            gloss,
            status,
            seen=seen.count,
            example=seen.examples[0].sentence if seen.examples else "",
            note="\n\n".join(note.body for note in notes),
        )
        self._area.show()
        self.card.show_content(content, QRect())
        if take_keys:
            self.card.setFocus()

    def keep(self, status: WordStatus) -> None:
        """Keep the word on the card with a status."""
        if self.card.content is None:
            return
        change = self._bench.keep_vocabulary.save(self.card.content.gloss, None, status)
        self.vocabulary_changed.emit()
        self.told.emit(in_words(change.undo.what), change.undo)
        self.open_card(take_keys=False)

    def _note(self) -> None:
        if self.card.content is not None:
            word = self._bench.look_up_word.headword(self.card.content.gloss.text)
            self.note_asked.emit(Quote(word=word))

    def _strokes(self) -> None:
        if self.card.content is not None:
            gloss = self.card.content.gloss
            self.strokes_asked.emit((gloss.text, gloss.simplified, gloss.traditional))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """↑ ↓ and Enter work from the box; S, K, I, N, B and Esc on the card."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if watched is self.query:
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                row = self.list.currentRow() + (1 if key is Qt.Key.Key_Down else -1)
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.open_card()
                return True
        elif watched is self.card:
            statuses = {
                Qt.Key.Key_S: WordStatus.LEARNING,
                Qt.Key.Key_K: WordStatus.KNOWN,
                Qt.Key.Key_I: WordStatus.IGNORED,
            }
            if key in statuses:
                self.keep(statuses[key])
                return True
            if key is Qt.Key.Key_N:
                self._note()
                return True
            if key is Qt.Key.Key_B:
                self._strokes()
                return True
            if key is Qt.Key.Key_Escape:
                self.query.setFocus()
                self.query.selectAll()
                return True
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        """Stop loading before going."""
        self._load_job.cancel()
        super().done(result)
