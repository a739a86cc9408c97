"""How the characters of a word are written, stroke by stroke."""

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xinqiao.domain.settings import StrokeSpeed
from xinqiao.domain.strokes import CharacterStrokes
from xinqiao.ui.common import fonts
from xinqiao.ui.common.flow_layout import FlowLayout
from xinqiao.ui.common.labels import plain_label
from xinqiao.ui.common.palette import Palette
from xinqiao.ui.gloss.stroke_canvas import StrokeCanvas
from xinqiao.ui.gloss.stroke_player import StrokePlayer

Word = tuple[CharacterStrokes, ...]


class StrokeDialog(QDialog):
    """Draws one character of the word at a time.

    Signals:
        speed_chosen: another `StrokeSpeed`, to be remembered.
    """

    speed_chosen = Signal(object)

    def __init__(self, parent: QWidget, words: Sequence[Word], colours: Palette, speed: StrokeSpeed) -> None:
        """Make the dialog.

        Args:
            words: the word in each of its scripts, at least one, each with one character at least; the
                first is shown.
            speed: to draw at.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Stroke order"))
        self._words = words
        self._word, self._number = words[0], 0
        self._colours = colours
        self.player = StrokePlayer(self)
        self.player.set_speed(speed)
        self.player.moved.connect(self._show_place)
        self.player.playing_changed.connect(lambda _playing: self._show_play())
        self._build()
        self._keys()
        self._mark_speed(speed)
        self._fill_chips()
        rows = (len(words) > 1) + any(len(word) > 1 for word in words)
        self.resize(430, 545 + 46 * rows)
        self.choose(0)
        self.canvas.setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 18)
        column.setSpacing(12)
        self._pills = QWidget()
        self._pills_flow = FlowLayout(self._pills, 7)
        self.scripts = QButtonGroup(self)
        for number, word in enumerate(self._words):
            pill = self._pill("".join(one.character for one in word), self.scripts, number)
            pill.setFont(fonts.hanzi(15))
            self._pills_flow.addWidget(pill)
        self.scripts.button(0).setChecked(True)
        self.scripts.idClicked.connect(self._choose_script)
        self._pills.setVisible(len(self._words) > 1)
        column.addWidget(self._pills)
        self._chips = QWidget()
        self._chips_flow = FlowLayout(self._chips)
        self.chips = QButtonGroup(self)
        self.chips.idClicked.connect(self.choose)
        column.addWidget(self._chips)
        self.canvas = StrokeCanvas()
        self.canvas.set_colours(self._colours)
        self.canvas.clicked.connect(self.player.replay)
        column.addWidget(self.canvas, stretch=1)
        self.said = plain_label("soft", wrap=True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.said)
        row = QHBoxLayout()
        row.setSpacing(7)
        self.back = self._button(self.tr("Back"), ",", lambda: self.player.step(-1))
        self.play = self._button("", "", self.player.play_or_pause)
        self.play.setObjectName("primary")
        self.forward = self._button(self.tr("Next"), ".", lambda: self.player.step(1))
        for button in (self.back, self.play, self.forward):
            row.addWidget(button, stretch=1)
        column.addLayout(row)
        column.addLayout(self._speeds())

    def _speeds(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(7)
        self.speeds = QButtonGroup(self)
        for number, text in enumerate(
            (self.tr("Still"), self.tr("Slow"), self.tr("Normal"), self.tr("Fast"))
        ):
            row.addWidget(self._pill(text, self.speeds, number))
        self.speeds.idClicked.connect(lambda number: self._set_speed(list(StrokeSpeed)[number]))
        row.addStretch(1)
        self.loop = QCheckBox(self.tr("Repeat"))
        self.loop.toggled.connect(self._set_loops)
        row.addWidget(self.loop)
        return row

    def _button(self, text: str, key: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(f"{text}  {key}")
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: do())
        return button

    def _pill(self, text: str, group: QButtonGroup, number: int) -> QPushButton:
        pill = QPushButton(text)
        pill.setObjectName("filter")
        pill.setCheckable(True)
        pill.setAutoDefault(False)
        group.addButton(pill, number)
        return pill

    def _keys(self) -> None:
        """Shortcuts, so that the arrows do not go from button to button."""
        for keys, do in (
            ("Left", lambda: self.choose(self._number - 1)),
            ("Right", lambda: self.choose(self._number + 1)),
            (",", lambda: self.player.step(-1)),
            (".", lambda: self.player.step(1)),
        ):
            QShortcut(QKeySequence(keys), self, do)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space plays and pauses wherever it does not press a button; Esc closes."""
        if event.key() == Qt.Key.Key_Space:
            self.player.play_or_pause()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.player.replay()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Stop before going."""
        self.player.stop()
        super().done(result)

    @property
    def character(self) -> CharacterStrokes:
        """The character in view."""
        return self._word[self._number]

    def choose(self, number: int) -> None:
        """Draw another character of the word, by its number from 0; past the ends nothing changes."""
        if not 0 <= number < len(self._word):
            return
        self._number = number
        self.chips.button(number).setChecked(True)
        self.canvas.set_character(self.character)
        self.player.set_character(self.character)
        for control in (self.back, self.forward):
            control.setEnabled(bool(self.character.strokes))
        self._show_play()
        self.player.replay()

    def _choose_script(self, number: int) -> None:
        self._word = self._words[number]
        self._fill_chips()
        self.choose(min(self._number, len(self._word) - 1))

    def _fill_chips(self) -> None:
        for old in self.chips.buttons():
            self.chips.removeButton(old)
            self._chips_flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        for number, one in enumerate(self._word):
            chip = QPushButton(one.character)
            chip.setObjectName("chip")
            chip.setFont(fonts.hanzi(19))
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            chip.setAccessibleName(self.tr("Strokes of {character}").format(character=one.character))
            self.chips.addButton(chip, number)
            self._chips_flow.addWidget(chip)
        self._chips.setVisible(len(self._word) > 1)

    def _set_speed(self, speed: StrokeSpeed) -> None:
        was_still = self.player.still
        self.player.set_speed(speed)
        self._show_play()
        if was_still and not self.player.still:
            self.player.replay()
        self.speed_chosen.emit(speed)

    def _mark_speed(self, speed: StrokeSpeed) -> None:
        self.speeds.button(list(StrokeSpeed).index(speed)).setChecked(True)

    def _set_loops(self, on: bool) -> None:
        self.player.loops = on

    def _show_place(self) -> None:
        place, count = self.player.place, self.player.count
        whole = place >= count and not self.player.playing
        self.canvas.show_place(place, tinted=not whole)
        self._say(place, count, whole=whole)

    def _say(self, place: float, count: int, *, whole: bool) -> None:
        character = self.character.character
        if not count:
            said = self.tr("The order of strokes is not known for “{character}”.").format(character=character)
        elif whole:
            said = self.tr("%n stroke(s)", "", count)
        else:
            said = self.tr("Stroke {number} of {count}").format(number=math.ceil(place), count=count)
        if said != self.said.text():
            self.said.setText(said)
            self.canvas.setAccessibleName(f"{character}: {said}")

    def _show_play(self) -> None:
        still = self.player.still
        text = self.tr("Pause") if self.player.playing else self.tr("Play")
        self.play.setText(self.tr("{action}  Space").format(action=text))
        self.play.setAccessibleName(text)
        self.play.setEnabled(not still and self.player.count > 0)
        self.loop.setEnabled(not still)
        self._show_place()
