"""Writes a character stroke by stroke, in its own time."""

import math

from PySide6.QtCore import QEasingCurve, QObject, QTimer, QVariantAnimation, Signal

from xinqiao.domain.settings import StrokeSpeed
from xinqiao.domain.strokes import CharacterStrokes

_FACTORS = {StrokeSpeed.SLOW: 0.5, StrokeSpeed.NORMAL: 1.0, StrokeSpeed.FAST: 2.5}
_PAUSE_MS = 230  # between two strokes
_LOOP_PAUSE_MS = 1300  # before a character is written again


class StrokePlayer(QObject):
    """Where the writing is, and what moves it on.

    Its place is the number of strokes written, with a fraction in the middle of one. With the speed
    `STILL` nothing moves by itself: a step is there at once, and a new character is whole.

    Attributes:
        loops: whether a character that is done is written again.

    Signals:
        moved: the place is another.
        playing_changed: whether it writes by itself now.
        finished: the last stroke was written while playing.
    """

    moved = Signal()
    playing_changed = Signal(bool)
    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.place = 0.0
        self.loops = False
        self._character = CharacterStrokes("")
        self._speed = StrokeSpeed.NORMAL
        self._playing = False
        self._animation = QVariantAnimation(self)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._animation.valueChanged.connect(self._on_value)
        self._animation.finished.connect(self._on_stroke)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)

    @property
    def count(self) -> int:
        """Number of the character's strokes."""
        return len(self._character.strokes)

    @property
    def playing(self) -> bool:
        """Whether it writes by itself."""
        return self._playing

    @property
    def still(self) -> bool:
        """Whether nothing moves by itself."""
        return self._speed is StrokeSpeed.STILL

    def set_speed(self, speed: StrokeSpeed) -> None:
        """Write at another speed, from the next stroke on; `STILL` stops."""
        self._speed = speed
        if self.still:
            self.stop()
            self._move(math.ceil(self.place))

    def set_character(self, character: CharacterStrokes) -> None:
        """Take another character in hand, whole; nothing moves yet."""
        self.stop()
        self._character = character
        self._move(float(self.count))

    def stop(self) -> None:
        """Stay where it is."""
        self._animation.stop()
        self._next.stop()
        self._set_playing(False)

    def replay(self) -> None:
        """Write the character from its beginning; when still, show it whole."""
        if self.still:
            self._move(float(self.count))
        elif self.count:
            self.stop()
            self._move(0.0)
            self._set_playing(True)
            self._write()

    def play_or_pause(self) -> None:
        """Go on, or stay; from the beginning where the character is done. When still, one step."""
        if self.still:
            self.step(1)
        elif self._playing:
            self.stop()
        elif self.place >= self.count:
            self.replay()
        else:
            self._set_playing(True)
            self._write()

    def step(self, by: int) -> None:
        """Write the next stroke (1), or take the last one away (-1), and stay there."""
        moves = self._animation.state() is QVariantAnimation.State.Running
        self.stop()
        if by < 0:
            self._move(max(0.0, math.ceil(self.place) - 1.0))
            return
        if moves:
            self._move(self._animation.endValue())  # it need not be waited for
        if self.place >= self.count:
            self._move(0.0)  # round again, from the first stroke
        if self.still:
            self._move(min(math.floor(self.place) + 1.0, self.count))
        elif self.count:
            self._write()

    def _write(self) -> None:
        """Write the stroke that comes next, or the rest of the one begun."""
        number = math.floor(self.place)
        left = number + 1 - self.place
        units = self._character.strokes[number].length
        self._animation.setStartValue(self.place)
        self._animation.setEndValue(float(number + 1))
        self._animation.setDuration(round((units + 400) * left / 1.8 / _FACTORS[self._speed]))
        self._animation.start()

    def _on_value(self, value: float) -> None:
        if self._animation.state() is QVariantAnimation.State.Running:  # not while it is being set up
            self._move(value)

    def _on_stroke(self) -> None:
        self._move(float(round(self.place)))
        if not self._playing:
            return
        if self.place < self.count:
            self._next.start(round(_PAUSE_MS / _FACTORS[self._speed]))
            return
        self.finished.emit()
        if self.loops:
            self._next.start(_LOOP_PAUSE_MS)
        else:
            self._set_playing(False)

    def _go_on(self) -> None:
        if self.place >= self.count:
            self._move(0.0)
        self._write()

    def _move(self, place: float) -> None:
        self.place = place
        self.moved.emit()

    def _set_playing(self, playing: bool) -> None:
        if playing != self._playing:
            self._playing = playing
            self.playing_changed.emit(playing)
