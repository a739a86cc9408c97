"""The top of the gloss card: the word in both scripts, its pinyin, and two small buttons."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from xinqiao import resources
from xinqiao.domain.characters import has_han
from xinqiao.domain.words import Gloss
from xinqiao.ui.common import fonts, icons
from xinqiao.ui.common.labels import plain_label
from xinqiao.ui.common.palette import Palette
from xinqiao.ui.common.tone_label import ToneLabel

_GAP = 10  # px, between what stands beside each other
_LONG_WORD = 4  # characters that are written large at most


class CardHead(QVBoxLayout):
    """One line; the pinyin and the other script go to a second one where the word is long.

    Signals:
        strokes_asked: show how the word is written.
    """

    strokes_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(2)
        self.headword = plain_label("headword")
        self.headword.setFont(fonts.hanzi(32))
        self.headword.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.other_script = plain_label("soft")
        self.other_script.setFont(fonts.hanzi(17))
        self.pinyin = ToneLabel(16)
        self.strokes = QPushButton()
        self.strokes.setObjectName("dots")
        self.strokes.setIconSize(QSize(20, 20))
        self.strokes.setAccessibleName(self.tr("Stroke order"))
        self.strokes.setToolTip(self.tr("Stroke order (B)"))
        self.strokes.clicked.connect(self.strokes_asked)
        self.dots = QPushButton("⋯")
        self.dots.setObjectName("dots")
        self.dots.setAccessibleName(self.tr("More to do with this word"))
        self.dots.setToolTip(self.dots.accessibleName())
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        for row in (self._first, self._second):
            row.setSpacing(_GAP)
            self.addLayout(row)
        for one in (self.headword, self.other_script, self.pinyin):
            self._first.addWidget(one)
        self._first.addStretch(1)
        for button in (self.strokes, self.dots):
            self._first.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        self._second.addStretch(1)

    def set_colours(self, colours: Palette) -> None:
        """Tint the icon."""
        states = {QIcon.State.Off: colours.color("soft")}
        self.strokes.setIcon(icons.tinted(resources.icon("strokes"), states))

    def show_word(self, gloss: Gloss, colours: Palette, width: int) -> None:
        """Fill it.

        Args:
            width: of the card inside its margins, px.
        """
        self.headword.setText(gloss.text)
        self.headword.setFont(fonts.hanzi(32 if len(gloss.text) <= _LONG_WORD else 20))
        other = gloss.traditional if gloss.text == gloss.simplified else gloss.simplified
        self.other_script.setText(other)
        self.other_script.setVisible(other != gloss.text)
        self.pinyin.show_pinyin(gloss.syllables, colours)
        self.strokes.setVisible(has_han(gloss.text))
        self._lay_out(width)

    def _lay_out(self, width: int) -> None:
        small = [one for one in (self.other_script, self.pinyin) if not one.isHidden()]
        buttons = [one for one in (self.strokes, self.dots) if not one.isHidden()]
        needed = sum(one.sizeHint().width() + _GAP for one in (self.headword, *small, *buttons))
        row = self._first if needed <= width else self._second
        for place, one in enumerate((self.other_script, self.pinyin), start=int(row is self._first)):
            self._first.removeWidget(one)
            self._second.removeWidget(one)
            row.insertWidget(place, one, alignment=Qt.AlignmentFlag.AlignBottom)
