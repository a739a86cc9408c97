"""The gloss card: everything about the tapped word, as a child of the reader's viewport."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xinqiao.domain.characters import has_han
from xinqiao.domain.words import Gloss, Reading, WordStatus, classifier_parts
from xinqiao.ui.common.labels import plain_label
from xinqiao.ui.common.palette import LIGHT, Palette
from xinqiao.ui.gloss.card_head import CardHead
from xinqiao.ui.gloss.card_parts import Badges, CardMenu, Chips, Senses, SlangBox

CARD_WIDTH = 352


@dataclass(frozen=True, slots=True)
class CardContent:
    """A gloss with what the reader's own library says of the word.

    Attributes:
        seen: number of places in the library where the word stands.
        example: one other sentence with the word; empty for none.
        note: the reader's note on the word; empty for none.
    """

    gloss: Gloss
    status: WordStatus
    seen: int = 0
    example: str = ""
    note: str = ""


class GlossCard(QFrame):
    """Shows one `CardContent` beside its word.

    Signals:
        save_asked, known_asked, ignore_asked, note_asked, copy_asked: a button was pressed.
        occurrences_asked: show every sentence with the word.
        strokes_asked: show how the word is written.
        speak_asked: say the word (False) or its whole sentence (True).
        reading_chosen: another reading of the place; carries the `Reading`.
        change_asked: an entry of the menu that changes the word; carries its name.
        closed: the card went away; carries whether it had the keyboard.
    """

    save_asked = Signal()
    known_asked = Signal()
    ignore_asked = Signal()
    note_asked = Signal()
    copy_asked = Signal()
    reading_chosen = Signal(object)
    change_asked = Signal(str)
    occurrences_asked = Signal()
    strokes_asked = Signal()
    speak_asked = Signal(bool)
    closed = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._area = parent
        self.setObjectName("glossCard")
        self.setFixedWidth(CARD_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.content: CardContent | None = None
        self._colours = LIGHT
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 5)
        shadow.setColor(Qt.GlobalColor.transparent)
        self._shadow = shadow
        self.setGraphicsEffect(shadow)
        self._build()
        self.hide()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        self.head = CardHead()
        self.head.strokes_asked.connect(self.strokes_asked)
        self.headword, self.pinyin = self.head.headword, self.head.pinyin
        self.strokes, self.dots = self.head.strokes, self.head.dots
        menu = CardMenu(self)
        menu.copy_asked.connect(self.copy_asked)
        menu.occurrences_asked.connect(self.occurrences_asked)
        menu.strokes_asked.connect(self.strokes_asked)
        menu.speak_asked.connect(self.speak_asked)
        menu.change_asked.connect(self.change_asked)
        self.speak, self.speak_sentence = menu.speak, menu.speak_sentence
        self._strokes_entry = menu.strokes
        self.dots.setMenu(menu)
        column.addLayout(self.head)
        self._chips = Chips()
        self._chips.chosen.connect(self._choose)
        column.addWidget(self._chips)
        self.slang = SlangBox()
        self.slang_meaning = self.slang.meaning
        column.addWidget(self.slang)
        self._column, self._slang_place = column, column.indexOf(self.slang)
        self._senses = Senses(column, self, self._spelled)
        self._senses.toggled.connect(self._fill_again)
        self.more = self._senses.more
        self.apart = plain_label("soft", wrap=True)
        column.addWidget(self.apart)
        self._badges = Badges()
        column.addWidget(self._badges)
        self.note = plain_label("noteText", wrap=True)
        column.addWidget(self.note)
        self._rule = QFrame()
        self._rule.setObjectName("rule")
        self._rule.setFixedHeight(1)
        column.addWidget(self._rule)
        self.seen = plain_label("soft", wrap=True)
        self.seen.setCursor(Qt.CursorShape.PointingHandCursor)
        self.seen.setToolTip(self.tr("Show every sentence (W)"))
        self.seen.installEventFilter(self)
        column.addWidget(self.seen)
        buttons = QHBoxLayout()
        buttons.setSpacing(7)
        self.save = self._button(self.tr("Save"), "S", self.save_asked, primary=True)
        self.known = self._button(self.tr("Known"), "K", self.known_asked)
        self.ignore = self._button(self.tr("Ignore"), "I", self.ignore_asked)
        self.add_note = self._button(self.tr("Note"), "N", self.note_asked)
        for button in (self.save, self.known, self.ignore, self.add_note):
            buttons.addWidget(button)
        column.addLayout(buttons)

    def set_voice(self, there: bool) -> None:
        """Offer to speak where there is a voice."""
        self.speak.setVisible(there)
        self.speak_sentence.setVisible(there)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on "seen" shows every sentence."""
        if watched is self.seen and event.type() is QEvent.Type.MouseButtonRelease:
            self.occurrences_asked.emit()
            return True
        return super().eventFilter(watched, event)

    def _button(self, text: str, key: str, signal: SignalInstance, *, primary: bool = False) -> QPushButton:
        button = QPushButton(f"{text}  {key}")
        button.setObjectName("primary" if primary else "cardButton")
        button.setAccessibleName(text)
        button.setToolTip(self.tr("{action} (key {key})").format(action=text, key=key))
        button.clicked.connect(signal.emit)
        return button

    def set_colours(self, colours: Palette) -> None:
        """Take over the colours of the window."""
        self._colours = colours
        shade = colours.color("ink" if colours.background.startswith("#f") else "background")
        shade.setAlpha(70 if colours.background.startswith("#f") else 200)
        self._shadow.setColor(shade)
        self.head.set_colours(colours)
        if self.content is not None:
            self._fill(self.content)

    def show_content(self, content: CardContent, word: QRect) -> None:
        """Fill the card and open it below (or above) `word`, a rectangle of the viewport."""
        if self.content is None or self.content.gloss.span != content.gloss.span:
            self._senses.fold()
        content = self._in_order(content)
        self.content = content
        self._fill(content)
        self.place(word)
        self.show()
        self.raise_()

    def _in_order(self, content: CardContent) -> CardContent:
        """The chips stay where they are while the reader goes through them."""
        if self.content is None or not self.isVisible():
            return content
        shown, new = self.content.gloss.readings, content.gloss.readings
        if set(shown) != set(new):
            return content
        return replace(content, gloss=replace(content.gloss, readings=shown))

    def place(self, word: QRect) -> None:
        """Move the card to its word: below if there is room, else above, else where it fits."""
        self._word = word
        self.setFixedHeight(self._needed_height())
        area = self._area.rect()
        x = max(8, min(word.center().x() - 90, area.width() - self.width() - 8))
        y = word.bottom() + 10
        if y + self.height() > area.height() - 6:
            # the pinyin of the word stays uncovered
            above = word.top() - 26 - self.height()
            y = above if above >= 4 else max(4, area.height() - self.height() - 6)
        self.move(x, y)

    def close_card(self) -> None:
        """Put the card away."""
        if self.isVisible():
            focus = QApplication.focusWidget()
            inside = focus is not None and (focus is self or self.isAncestorOf(focus))
            self.hide()
            self.closed.emit(inside)

    def step_reading(self, step: int) -> None:
        """Choose the next (1) or previous (-1) reading of the place."""
        if self.content is None or len(self.content.gloss.readings) < 2:
            return
        readings = self.content.gloss.readings
        here = next((i for i, r in enumerate(readings) if r.span == self.content.gloss.span), 0)
        self.reading_chosen.emit(readings[(here + step) % len(readings)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """←/→ go through the readings, Esc closes; other keys belong to the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.step_reading(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def _needed_height(self) -> int:
        layout = self.layout()
        assert layout is not None
        layout.activate()
        return max(layout.totalHeightForWidth(self.width()), layout.totalSizeHint().height() // 4)

    def _fill(self, content: CardContent) -> None:
        gloss = content.gloss
        margins = self.contentsMargins() + self._column.contentsMargins()
        self.head.show_word(gloss, self._colours, self.width() - margins.left() - margins.right())
        self._strokes_entry.setVisible(has_han(gloss.text))
        self._chips.show_readings(gloss)
        self.slang.show_slang(gloss.slang)
        # where the plain meaning is the likelier (茶 is mostly tea), slang stands below the senses
        self._column.removeWidget(self.slang)
        self._column.insertWidget(self._slang_place + (not gloss.slang_leads), self.slang)
        self._senses.show_senses(gloss)
        self.apart.setText("\n".join(self._apart_lines(gloss)))
        self.apart.setVisible(bool(self.apart.text()))
        self._badges.show_badges(gloss, content.status)
        self.note.setText(content.note)
        self.note.setVisible(bool(content.note))
        self.seen.setText(self._seen_text(content))
        self.seen.setVisible(content.seen > 0)
        self._rule.setVisible(content.seen > 0 or bool(content.note))
        for button, status in (
            (self.save, WordStatus.LEARNING),
            (self.known, WordStatus.KNOWN),
            (self.ignore, WordStatus.IGNORED),
        ):
            button.setProperty("chosen", content.status is status)
            button.style().unpolish(button)
            button.style().polish(button)
        self.setAccessibleName(f"{gloss.text} {self.pinyin.text()}: {gloss.meaning}")

    def _choose(self, reading: Reading) -> None:
        self.setFocus()  # the chip is about to be made anew; keys must not go nowhere
        self.reading_chosen.emit(reading)

    def _apart_lines(self, gloss: Gloss) -> list[str]:
        """Classifiers and Taiwan's pronunciation, each once."""
        classifiers = dict.fromkeys(one for entry in gloss.entries for one in entry.classifiers)
        taiwan = dict.fromkeys(entry.taiwan_pinyin for entry in gloss.entries if entry.taiwan_pinyin)
        lines = []
        if classifiers:
            words = (classifier_parts(one) for one in classifiers)
            spelled = (f"{word} {self._spelled(pinyin)}".strip() for word, pinyin in words)
            lines.append(self.tr("Measure words: {words}").format(words=", ".join(spelled)))
        if taiwan:
            spelled = (self._spelled(pinyin) for pinyin in taiwan)
            lines.append(self.tr("In Taiwan: {pinyin}").format(pinyin=", ".join(spelled)))
        return lines

    def _spelled(self, pinyin: str) -> str:
        return " ".join(self.pinyin.spell(syllable) for syllable in pinyin.split())

    def _seen_text(self, content: CardContent) -> str:
        text = self.tr("Seen %n time(s) in your library", "", content.seen)
        return f"{text} · “{content.example}”" if content.example else text

    def _fill_again(self) -> None:
        if self.content is not None:
            self._fill(self.content)
            self.place(self._word)
