"""Parts of the gloss card: other readings, the slang box, the senses, the badges, and the menu."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from xinqiao.domain.words import Gloss, HskLevels, SlangEntry, WordStatus
from xinqiao.ui.common import fonts
from xinqiao.ui.common.flow_layout import FlowLayout
from xinqiao.ui.common.labels import plain_label
from xinqiao.ui.common.registers import register_name

_BADGE_HEIGHT = 20  # px, of those with characters, whose font is the taller one


def add(layout: FlowLayout | QVBoxLayout, widget: QWidget) -> None:
    """Put a widget into a layout that may be on the screen."""
    layout.addWidget(widget)
    # A layout on the screen shows what is added only later, too late for the card's height.
    widget.show()


def clear(layout: FlowLayout | QVBoxLayout) -> None:
    """Take every widget out of a layout, for good."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class Chips(QWidget):
    """The readings of the place, where there are several.

    Signals:
        chosen: carries the `Reading`.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self)

    def show_readings(self, gloss: Gloss) -> None:
        """Fill the row."""
        clear(self._flow)
        for reading in gloss.readings:
            chip = QPushButton(reading.text)
            chip.setObjectName("chip")
            chip.setFont(fonts.hanzi(13))
            chip.setCheckable(True)
            chip.setChecked(reading.span == gloss.span)
            chip.setAccessibleName(self.tr("Read as {word}").format(word=reading.text))
            chip.clicked.connect(lambda _=False, one=reading: self.chosen.emit(one))
            add(self._flow, chip)
        self.setVisible(len(gloss.readings) > 1)


class SlangBox(QFrame):
    """The slang meaning, on a wash of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("slangBox")
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 8, 11, 9)
        column.setSpacing(3)
        self.register = plain_label("register")
        self.register.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.meaning = plain_label("sense", wrap=True)
        self.note = plain_label("soft", wrap=True)
        for label in (self.register, self.meaning, self.note):
            column.addWidget(label)

    def show_slang(self, slang: SlangEntry | None) -> None:
        """Show an entry; None hides the box."""
        self.setVisible(slang is not None)
        if slang is None:
            return
        self.register.setText(register_name(slang.register))
        self.register.setVisible(bool(slang.register))
        self.meaning.setText(slang.meaning)
        lines = [slang.literal, slang.note]
        self.note.setText("\n".join(line for line in lines if line))
        self.note.setVisible(any(lines))


class Senses(QObject):
    """The numbered senses and the button for more of them.

    Two neighbours in the card's column and no widget of their own, so that they are laid out as the
    rest of the column is.

    Signals:
        toggled: more or fewer senses are asked for; fill the card again.
    """

    toggled = Signal()

    def __init__(self, column: QVBoxLayout, parent: QWidget, spell: Callable[[str], str]) -> None:
        """Take the place.

        Args:
            spell: numbered pinyin as the reader wants it written.
        """
        super().__init__(parent)
        self._spell = spell
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        column.addLayout(self._lines)
        self.more = QPushButton()
        self.more.setObjectName("link")
        self.more.setCursor(Qt.CursorShape.PointingHandCursor)
        self.more.clicked.connect(self._toggle)
        column.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)
        self._more_shown = False

    def fold(self) -> None:
        """Show the likely senses only, from the next filling on."""
        self._more_shown = False

    def _toggle(self) -> None:
        self._more_shown = not self._more_shown
        self.toggled.emit()

    def show_senses(self, gloss: Gloss) -> None:
        """Fill the lines."""
        clear(self._lines)
        if gloss.own_meaning:
            add(self._lines, plain_label("ownMeaning", gloss.own_meaning, wrap=True))
        shown = gloss.likely + (gloss.more if self._more_shown else ())
        lines = [(str(number), sense) for number, sense in enumerate(shown, start=1)] or self._pieces(gloss)
        widest = max((self.more.fontMetrics().horizontalAdvance(label) for label, _ in lines), default=0)
        for label, sense in lines:
            add(self._lines, _labelled(label, sense, widest))
        if not shown and gloss.slang is None and not gloss.own_meaning and not gloss.pieces:
            add(self._lines, plain_label("soft", self.tr("Not in the dictionary."), wrap=True))
        self.more.setVisible(bool(gloss.more))
        self.more.setText(
            self.tr("fewer meanings")
            if self._more_shown
            else self.tr("%n more meaning(s)", "", len(gloss.more))
        )

    def _pieces(self, gloss: Gloss) -> list[tuple[str, str]]:
        """(part, its pinyin and meaning) for a word without an entry."""
        return [
            (piece.text, f"{self._spell(' '.join(piece.syllables))}  {piece.meaning or '—'}".strip())
            for piece in gloss.pieces
        ]


def _labelled(label: str, sense: str, width: int) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    mark = plain_label("soft", label)
    mark.setMinimumWidth(width)
    row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
    row.addWidget(plain_label("sense", sense, wrap=True), stretch=1)
    return line


class Badges(QWidget):
    """Level, frequency, parts of the characters, and the word's status."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self)

    def show_badges(self, gloss: Gloss, status: WordStatus) -> None:
        """Fill the row; it is hidden where there is nothing to say."""
        clear(self._flow)
        texts = []
        if level := gloss.hsk.hsk3 or gloss.hsk.syllabus_2025 or gloss.hsk.hsk2:
            texts.append(f"HSK {level.replace('-', '–')}")
        if gloss.zipf > 0:
            texts.append(f"{self._frequency_word(gloss.zipf)} · {gloss.zipf:.1f}")
        texts += [f"{character} = {' + '.join(parts)}" for character, parts in gloss.parts if parts]
        if status is not WordStatus.NEW:
            texts.append(self._status_word(status))
        for text in texts:
            badge = plain_label("badge", text)
            badge.setFixedHeight(_BADGE_HEIGHT)
            if text.startswith("HSK "):
                badge.setToolTip(self._hsk_tip(gloss.hsk))
            add(self._flow, badge)
        self.setVisible(bool(texts))

    def _hsk_tip(self, levels: HskLevels) -> str:
        """The three lists with their names, since they disagree."""
        lists = (
            (self.tr("HSK 2.0 (2012)"), levels.hsk2),
            (self.tr("HSK 3.0 (GF0025-2021)"), levels.hsk3),
            (self.tr("HSK syllabus of 2025"), levels.syllabus_2025),
        )
        return "\n".join(f"{name}: {level.replace('-', '–') or '—'}" for name, level in lists)

    def _frequency_word(self, zipf: float) -> str:
        if zipf >= 5:
            return self.tr("very common")
        if zipf >= 4:
            return self.tr("common")
        return self.tr("uncommon") if zipf >= 3 else self.tr("rare")

    def _status_word(self, status: WordStatus) -> str:
        return {
            WordStatus.NEW: self.tr("new"),
            WordStatus.LEARNING: self.tr("learning"),
            WordStatus.KNOWN: self.tr("known"),
            WordStatus.IGNORED: self.tr("ignored"),
        }[status]


class CardMenu(QMenu):
    """What else can be done with the word.

    Signals:
        copy_asked, occurrences_asked, strokes_asked: an entry was chosen.
        speak_asked: say the word (False) or its whole sentence (True).
        change_asked: an entry that changes the word; carries its name.
    """

    copy_asked = Signal()
    occurrences_asked = Signal()
    strokes_asked = Signal()
    speak_asked = Signal(bool)
    change_asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.addAction(self.tr("Copy")).triggered.connect(lambda _=False: self.copy_asked.emit())
        self.speak = self.addAction(self.tr("Speak\tV"))
        self.speak.triggered.connect(lambda _=False: self.speak_asked.emit(False))
        self.speak_sentence = self.addAction(self.tr("Speak the sentence\tShift+V"))
        self.speak_sentence.triggered.connect(lambda _=False: self.speak_asked.emit(True))
        self.addAction(self.tr("Where it was seen…\tW")).triggered.connect(
            lambda _=False: self.occurrences_asked.emit()
        )
        self.strokes = self.addAction(self.tr("Stroke order…\tB"))
        self.strokes.triggered.connect(lambda _=False: self.strokes_asked.emit())
        self.addSeparator()
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
            action = self.addAction(text)
            action.triggered.connect(lambda _=False, asked=name: self.change_asked.emit(asked))
