"""Opens the drawing of strokes, from wherever a word is shown."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from xinqiao.domain.characters import has_han
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.settings import Settings, StrokeSpeed
from xinqiao.ui.common import messages
from xinqiao.ui.common.palette import LIGHT, Palette
from xinqiao.ui.desk import Desk


class StrokeActions(QObject):
    """One for the window.

    Signals:
        speed_chosen: the reader draws at another `StrokeSpeed` from now on.
    """

    speed_chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._colours: Palette = LIGHT
        self._speed = Settings().stroke_speed

    def set_look(self, settings: Settings, colours: Palette) -> None:
        """Take over speed and colours."""
        self._speed, self._colours = settings.stroke_speed, colours

    def show(self, forms: Iterable[str], parent: QWidget) -> None:
        """Draw a word.

        Args:
            forms: the word as it is shown, then in other scripts; those without Chinese characters
                and those that are there already are left out.
            parent: the window it is shown in.
        """
        from xinqiao.ui.gloss.stroke_dialog import StrokeDialog  # not before it is wanted

        bench = self._desk.bench
        texts = [text for text in dict.fromkeys(forms) if has_han(text)]
        if bench is None or not texts:
            return
        try:
            words = dict.fromkeys(bench.show_strokes.of_word(text) for text in texts)
        except ReaderError as error:
            messages.box(error, parent).open()
            return
        dialog = StrokeDialog(parent, list(words), self._colours, self._speed)
        dialog.speed_chosen.connect(self._choose_speed)
        dialog.open()

    def _choose_speed(self, speed: StrokeSpeed) -> None:
        self._speed = speed
        self.speed_chosen.emit(speed)
