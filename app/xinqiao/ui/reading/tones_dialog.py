"""Five colours for five tones."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xinqiao.ui.common.labels import plain_label
from xinqiao.ui.common.palette import READABLE, Palette, contrast
from xinqiao.ui.common.pinyin_look import own_tones
from xinqiao.ui.common.tone_label import ToneLabel

_TONES = ("ā", "á", "ǎ", "à", "a")
_SAMPLE = ("ma1", "ma2", "ma3", "ma4", "ma5")
_LONGEST = 24  # characters of a colour's name
_WIDTH = 260  # px


class TonesDialog(QDialog):
    """Asks for the colours, typed or chosen, and shows them on a word at once."""

    def __init__(
        self, parent: QWidget, colours: Palette, standard: tuple[str, ...], chosen: Callable[[str], None]
    ) -> None:
        """Show the present colours.

        Args:
            colours: of the window, with the present tones.
            standard: the tones that the window has by itself.
            chosen: told the five colours, joined by spaces.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Colours of the tones"))
        self._chosen, self._colours = chosen, colours
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        form = QFormLayout()
        self.fields: list[QLineEdit] = []
        self.swatches: list[QPushButton] = []
        for name, colour in zip(_TONES, colours.tones, strict=True):
            field = QLineEdit(colour)
            field.setMaxLength(_LONGEST)
            field.textChanged.connect(lambda _text: self._show())
            field.setAccessibleName(self.tr("Colour of {tone}").format(tone=name))
            pick = QPushButton("…")
            self.swatches.append(pick)
            pick.setAccessibleName(self.tr("Choose the colour of {tone}").format(tone=name))
            pick.clicked.connect(lambda _=False, into=field: self._pick(into))
            row = QHBoxLayout()
            row.addWidget(field)
            row.addWidget(pick)
            label = plain_label("sense", name)
            label.setMinimumHeight(field.sizeHint().height())
            form.addRow(label, row)
            self.fields.append(field)
        column.addLayout(form)
        self.sample = ToneLabel(22)
        self.sample.setAccessibleDescription(self.tr("The five tones in these colours"))
        column.addWidget(self.sample, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.problem = plain_label("accentText", wrap=True)
        self.problem.setMinimumWidth(_WIDTH)
        column.addWidget(self.problem)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.reset = self.buttons.addButton(
            self.tr("Standard colours"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self.reset.clicked.connect(lambda _=False: self._fill(standard))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)
        self._show()

    def _fill(self, tones: Sequence[str]) -> None:
        for field, colour in zip(self.fields, tones, strict=True):
            field.setText(colour)

    def _show(self) -> None:
        """Show what is written: beside each field, on the word, and whether it can be read."""
        for field, swatch in zip(self.fields, self.swatches, strict=True):
            colour = QColor(field.text().strip())
            icon = QPixmap(14, 14)
            icon.fill(colour if colour.isValid() else Qt.GlobalColor.transparent)
            swatch.setIcon(icon)
        self.problem.clear()
        tones = own_tones(" ".join(field.text().strip() or "?" for field in self.fields))
        if tones is None:
            return
        self.sample.show_pinyin(_SAMPLE, replace(self._colours, tones=tones))
        hard = [
            name
            for name, tone in zip(_TONES, tones, strict=True)
            if contrast(tone, self._colours.card) < READABLE
        ]
        if hard:
            self.problem.setText(self.tr("Hard to read here: {tones}").format(tones=", ".join(hard)))

    def _pick(self, into: QLineEdit) -> None:
        colour = QColorDialog.getColor(QColor(into.text()), self)
        if colour.isValid():
            into.setText(colour.name())

    def accept(self) -> None:
        """Take the colours; what is none is said and can be put right."""
        written = " ".join(field.text().strip() or "?" for field in self.fields)
        if own_tones(written) is None:
            self.problem.setText(self.tr("A colour is written #rrggbb, such as #c8372d."))
            return
        self._chosen(written)
        super().accept()
