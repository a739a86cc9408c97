"""The side panel of Words: one word, its meaning, its notes and every encounter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from xinqiao.domain.characters import has_han
from xinqiao.domain.notes import Note
from xinqiao.domain.words import Encounter, Word, WordStatus
from xinqiao.ui.common import fonts
from xinqiao.ui.common.flow_layout import FlowLayout
from xinqiao.ui.common.labels import MarkedText, plain_label
from xinqiao.ui.common.palette import LIGHT, Palette
from xinqiao.ui.common.tone_label import ToneLabel


class EncounterCard(QFrame):
    """One sentence with the word.

    Signals:
        opened: the reader wants to see it in its post.
    """

    opened = Signal()

    def __init__(self, encounter: Encounter, colours: Palette) -> None:
        super().__init__()
        self.setObjectName("encounter")
        there = encounter.post_id is not None
        if there:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(self.tr("Open the post at this sentence"))
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(3)
        self.sentence = MarkedText(encounter.sentence, encounter.span)
        self.sentence.set_colours(colours)
        column.addWidget(self.sentence)
        if encounter.translation:
            column.addWidget(plain_label("soft", encounter.translation, wrap=True))
        met = encounter.met_at.astimezone().date().isoformat() if encounter.met_at else ""
        where = " · ".join(piece for piece in (encounter.source, met) if piece)
        if where:
            column.addWidget(plain_label("soft", f"{where} ↗" if there else where, wrap=True))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the post."""
        event.accept()
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what a click does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class WordPanel(QScrollArea):
    """Shows one kept word.

    Signals:
        place_asked: carries an `Encounter`.
        note_asked: carries the `Word`.
        status_asked: carries the `Word` and a `WordStatus`.
        strokes_asked: draw how it is written; carries the `Word`.
    """

    place_asked = Signal(object)
    note_asked = Signal(object)
    status_asked = Signal(object, object)
    strokes_asked = Signal(object)

    def __init__(self, status_words: dict[WordStatus, str]) -> None:
        super().__init__()
        self.setObjectName("sidePane")
        self.setWidgetResizable(True)
        self.setMinimumWidth(250)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._status_words = status_words
        self._colours = LIGHT
        self.word: Word | None = None
        self._shown: tuple[Word, list[Encounter], list[Note]] | None = None
        self.show_word(None, [], [])

    def set_colours(self, colours: Palette) -> None:
        """Take over the colours of the window."""
        self._colours = colours
        self.show_word(*(self._shown or (None, [], [])))

    def show_word(self, word: Word | None, encounters: list[Encounter], notes: list[Note]) -> None:
        """Show a word with its encounters and notes; None shows a hint."""
        self.word = word
        self._shown = (word, encounters, notes) if word is not None else None
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(9)
        if word is None:
            column.addWidget(
                plain_label("soft", self.tr("Choose a word to see where you met it."), wrap=True)
            )
        else:
            self._head(column, word)
            column.addWidget(plain_label("soft", self.tr("%n encounter(s)", "", len(encounters)), wrap=True))
            for encounter in encounters:
                card = EncounterCard(encounter, self._colours)
                if encounter.post_id is not None:
                    card.opened.connect(lambda chosen=encounter: self.place_asked.emit(chosen))
                column.addWidget(card)
            self._notes(column, word, notes)
        column.addStretch(1)
        self.setWidget(body)

    def _head(self, column: QVBoxLayout, word: Word) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        text = plain_label("bigWord", word.text)
        text.setFont(fonts.hanzi(36))
        head.addWidget(text)
        if word.traditional and word.traditional != word.text:
            other = plain_label("soft", word.traditional)
            other.setFont(fonts.hanzi(18))
            head.addWidget(other, alignment=Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        column.addLayout(head)
        pinyin = ToneLabel(16)
        pinyin.show_pinyin(tuple(word.pinyin.split()), self._colours)
        column.addWidget(pinyin)
        column.addWidget(plain_label("sense", word.meaning, wrap=True))
        badges = QWidget()
        flow = FlowLayout(badges)
        levels = (("HSK", word.hsk.hsk3), ("HSK 2025", word.hsk.syllabus_2025), ("HSK 2012", word.hsk.hsk2))
        texts = [f"{name}: {level.replace('-', '–')}" for name, level in levels if level]
        if word.zipf:
            texts.append(self.tr("frequency {zipf}").format(zipf=f"{word.zipf:.1f}"))
        texts.append(self._status_words[word.status])
        for one in texts:
            flow.addWidget(plain_label("badge", one))
        column.addWidget(badges)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for status in (WordStatus.LEARNING, WordStatus.KNOWN, WordStatus.IGNORED):
            button = QPushButton(self._status_words[status].capitalize())
            button.setProperty("chosen", word.status is status)
            button.clicked.connect(lambda _=False, new=status: self.status_asked.emit(word, new))
            buttons.addWidget(button)
        column.addLayout(buttons)
        if has_han(word.text):
            strokes = QPushButton(self.tr("Stroke order  B"))
            strokes.clicked.connect(lambda: self.strokes_asked.emit(word))
            column.addWidget(strokes)

    def _notes(self, column: QVBoxLayout, word: Word, notes: list[Note]) -> None:
        column.addWidget(plain_label("soft", self.tr("Notes"), wrap=True))
        for note in notes:
            column.addWidget(plain_label("noteText", note.body, wrap=True))
        button = QPushButton(self.tr("Write a note  N"))
        button.clicked.connect(lambda: self.note_asked.emit(word))
        column.addWidget(button)
