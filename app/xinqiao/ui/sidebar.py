"""The slim bar on the left: pages above, settings and help below."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

from xinqiao import resources
from xinqiao.ui.common import fonts, icons
from xinqiao.ui.common.palette import Palette

WIDTH = 64
READ, WORDS, NOTES = range(3)
MODELS = 100
"""Number of the Models page, whatever pages there are above it."""


class Sidebar(QFrame):
    """Chooses a page.

    Signals:
        page_chosen: number of the page, from 0.
        help_asked: the reader wants help.
    """

    page_chosen = Signal(int)
    help_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 14, 6, 12)
        column.setSpacing(6)
        logo = QLabel("心")
        logo.setObjectName("logo")
        logo.setFont(fonts.hanzi(20, bold=True))
        logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        logo.setFixedSize(36, 36)
        logo.setToolTip("Xinqiao 心桥")
        column.addWidget(logo, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(10)
        self.group = QButtonGroup(self)
        self._drawings: dict[QToolButton, str] = {}
        for number, (name, text) in enumerate(
            (("read", self.tr("Read")), ("words", self.tr("Words")), ("notes", self.tr("Notes")))
        ):
            button = self._button(name, text, f"{text} (Ctrl+{number + 1})")
            button.setCheckable(True)
            self.group.addButton(button, number)
            column.addWidget(button)
        self.group.idClicked.connect(self.page_chosen)
        column.addStretch(1)
        # The keys 4 and below are for pages above; this one stands apart.
        self.models = self._button("models", self.tr("Models"), self.tr("Translation models (Ctrl+5)"))
        self.models.setCheckable(True)
        self.group.addButton(self.models, MODELS)
        column.addWidget(self.models)
        self.help = self._button("help", self.tr("Help"), self.tr("Keys and help (F1)"))
        self.help.clicked.connect(self.help_asked)
        column.addWidget(self.help)

    def _button(self, name: str, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(22, 22))
        button.setFixedSize(52, 50)
        self._drawings[button] = name
        return button

    def set_colours(self, colours: Palette) -> None:
        """Tint the icons."""
        for button, name in self._drawings.items():
            states = {QIcon.State.Off: colours.color("soft"), QIcon.State.On: colours.color("accent")}
            button.setIcon(icons.tinted(resources.icon(name), states))

    def show_page(self, number: int) -> None:
        """Mark a page's button."""
        self.group.button(number).setChecked(True)
