"""The gloss card: everything about the tapped word, as a child of the reader's viewport."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from xinqiao.domain.words import Gloss, HskLevels, Reading, WordStatus, classifier_parts
from xinqiao.ui import fonts
from xinqiao.ui.flow_layout import FlowLayout
from xinqiao.ui.labels import plain_label
from xinqiao.ui.palette import LIGHT, Palette
from xinqiao.ui.tone_label import ToneLabel

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
        self._more_shown = False
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
        head = QHBoxLayout()
        head.setSpacing(10)
        self.headword = plain_label("headword")
        self.headword.setFont(fonts.hanzi(32))
        self.headword.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.other_script = plain_label("soft")
        self.other_script.setFont(fonts.hanzi(17))
        self.pinyin = ToneLabel(16)
        head.addWidget(self.headword)
        head.addWidget(self.other_script, alignment=Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.pinyin, alignment=Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        self.dots = QPushButton("⋯")
        self.dots.setObjectName("dots")
        self.dots.setAccessibleName(self.tr("More to do with this word"))
        self.dots.setToolTip(self.dots.accessibleName())
        self.dots.setMenu(self._menu())
        head.addWidget(self.dots, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self._chips = QWidget()
        self._chips_flow = FlowLayout(self._chips)
        column.addWidget(self._chips)
        self.slang = QFrame()
        self.slang.setObjectName("slangBox")
        slang = QVBoxLayout(self.slang)
        slang.setContentsMargins(11, 8, 11, 9)
        slang.setSpacing(3)
        self.slang_register = plain_label("register")
        self.slang_register.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.slang_meaning = plain_label("sense", wrap=True)
        self.slang_note = plain_label("soft", wrap=True)
        for label in (self.slang_register, self.slang_meaning, self.slang_note):
            slang.addWidget(label)
        column.addWidget(self.slang)
        self._column, self._slang_place = column, column.indexOf(self.slang)
        self._senses = QVBoxLayout()
        self._senses.setSpacing(4)
        column.addLayout(self._senses)
        self.more = QPushButton()
        self.more.setObjectName("link")
        self.more.setCursor(Qt.CursorShape.PointingHandCursor)
        self.more.clicked.connect(self._toggle_more)
        column.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)
        self.apart = plain_label("soft", wrap=True)
        column.addWidget(self.apart)
        self._badges = QWidget()
        self._badges_flow = FlowLayout(self._badges)
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

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Copy")).triggered.connect(lambda _=False: self.copy_asked.emit())
        self.speak = menu.addAction(self.tr("Speak\tV"))
        self.speak.triggered.connect(lambda _=False: self.speak_asked.emit(False))
        self.speak_sentence = menu.addAction(self.tr("Speak the sentence\tShift+V"))
        self.speak_sentence.triggered.connect(lambda _=False: self.speak_asked.emit(True))
        self.where_seen = menu.addAction(self.tr("Where it was seen…\tW"))
        self.where_seen.triggered.connect(lambda _=False: self.occurrences_asked.emit())
        menu.addSeparator()
        for name, text in (
            ("merge", self.tr("Merge with the next word\tM")),
            ("merge everywhere", self.tr("Merge in every post\tShift+M")),
            ("split", self.tr("Split…\tX")),
            ("use", self.tr("Use this reading here\tU")),
            ("use everywhere", self.tr("Use this reading in every post\tShift+U")),
            ("pinyin", self.tr("Change the pinyin…")),
            ("meaning", self.tr("Write your own meaning…")),
            ("slang", self.tr("Edit slang…")),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _=False, asked=name: self.change_asked.emit(asked))
        return menu

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
        if self.content is not None:
            self._fill(self.content)

    def show_content(self, content: CardContent, word: QRect) -> None:
        """Fill the card and open it below (or above) `word`, a rectangle of the viewport."""
        if self.content is None or self.content.gloss.span != content.gloss.span:
            self._more_shown = False
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
        self.headword.setText(gloss.text)
        other = gloss.traditional if gloss.text == gloss.simplified else gloss.simplified
        self.other_script.setText(other)
        self.other_script.setVisible(other != gloss.text)
        self.pinyin.show_pinyin(gloss.syllables, self._colours)
        self._fill_chips(gloss)
        self._fill_slang(gloss)
        # where the plain meaning is the likelier (茶 is mostly tea), slang stands below the senses
        self._column.removeWidget(self.slang)
        self._column.insertWidget(self._slang_place + (not gloss.slang_leads), self.slang)
        self._fill_senses(gloss)
        self.apart.setText("\n".join(self._apart_lines(gloss)))
        self.apart.setVisible(bool(self.apart.text()))
        self._fill_badges(content)
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

    def _fill_chips(self, gloss: Gloss) -> None:
        _clear(self._chips_flow)
        for reading in gloss.readings:
            chip = QPushButton(reading.text)
            chip.setObjectName("chip")
            chip.setFont(fonts.hanzi(13))
            chip.setCheckable(True)
            chip.setChecked(reading.span == gloss.span)
            chip.setAccessibleName(self.tr("Read as {word}").format(word=reading.text))
            chip.clicked.connect(lambda _=False, chosen=reading: self._choose(chosen))
            _add(self._chips_flow, chip)
        self._chips.setVisible(len(gloss.readings) > 1)

    def _choose(self, reading: Reading) -> None:
        self.setFocus()  # the chip is about to be made anew; keys must not go nowhere
        self.reading_chosen.emit(reading)

    def _fill_slang(self, gloss: Gloss) -> None:
        slang = gloss.slang
        self.slang.setVisible(slang is not None)
        if slang is None:
            return
        self.slang_register.setText(slang.register)
        self.slang_register.setVisible(bool(slang.register))
        self.slang_meaning.setText(slang.meaning)
        lines = [slang.literal, slang.note]
        self.slang_note.setText("\n".join(line for line in lines if line))
        self.slang_note.setVisible(any(lines))

    def _fill_senses(self, gloss: Gloss) -> None:
        _clear(self._senses)
        if gloss.own_meaning:
            text = plain_label("ownMeaning", wrap=True)
            text.setText(gloss.own_meaning)
            _add(self._senses, text)
        shown = gloss.likely + (gloss.more if self._more_shown else ())
        for number, sense in enumerate(shown, start=1):
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            mark = plain_label("soft")
            mark.setText(str(number))
            text = plain_label("sense", wrap=True)
            text.setText(sense)
            row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
            row.addWidget(text, stretch=1)
            _add(self._senses, line)
        if not shown and gloss.slang is None and not gloss.own_meaning:
            text = plain_label("soft", wrap=True)
            text.setText(self.tr("Not in the dictionary."))
            _add(self._senses, text)
        self.more.setVisible(bool(gloss.more))
        self.more.setText(
            self.tr("fewer meanings")
            if self._more_shown
            else self.tr("%n more meaning(s)", "", len(gloss.more))
        )

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

    def _hsk_tip(self, levels: HskLevels) -> str:
        """The three lists with their names, since they disagree."""
        lists = (
            (self.tr("HSK 2.0 (2012)"), levels.hsk2),
            (self.tr("HSK 3.0 (GF0025-2021)"), levels.hsk3),
            (self.tr("HSK syllabus of 2025"), levels.syllabus_2025),
        )
        return "\n".join(f"{name}: {level.replace('-', '–') or '—'}" for name, level in lists)

    def _fill_badges(self, content: CardContent) -> None:
        gloss = content.gloss
        _clear(self._badges_flow)
        texts = []
        if level := gloss.hsk.hsk3 or gloss.hsk.syllabus_2025 or gloss.hsk.hsk2:
            texts.append(f"HSK {level.replace('-', '–')}")
        if gloss.zipf > 0:
            texts.append(f"{self._frequency_word(gloss.zipf)} · {gloss.zipf:.1f}")
        texts += [f"{character} = {' + '.join(parts)}" for character, parts in gloss.parts if parts]
        if content.status is not WordStatus.NEW:
            texts.append(self.status_word(content.status))
        for text in texts:
            badge = plain_label("badge", text)
            if text.startswith("HSK "):
                badge.setToolTip(self._hsk_tip(gloss.hsk))
            _add(self._badges_flow, badge)
        self._badges.setVisible(bool(texts))

    def _frequency_word(self, zipf: float) -> str:
        if zipf >= 5:
            return self.tr("very common")
        if zipf >= 4:
            return self.tr("common")
        return self.tr("uncommon") if zipf >= 3 else self.tr("rare")

    def status_word(self, status: WordStatus) -> str:
        """A status in the reader's words."""
        return {
            WordStatus.NEW: self.tr("new"),
            WordStatus.LEARNING: self.tr("learning"),
            WordStatus.KNOWN: self.tr("known"),
            WordStatus.IGNORED: self.tr("ignored"),
        }[status]

    def _seen_text(self, content: CardContent) -> str:
        text = self.tr("Seen %n time(s) in your library", "", content.seen)
        return f"{text} · “{content.example}”" if content.example else text

    def _toggle_more(self) -> None:
        self._more_shown = not self._more_shown
        if self.content is not None:
            self._fill(self.content)
            self.place(self._word)


def _add(layout: FlowLayout | QVBoxLayout, widget: QWidget) -> None:
    layout.addWidget(widget)
    # A layout on the screen shows what is added only later, too late for the card's height.
    widget.show()


def _clear(layout: FlowLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
