"""Five colours for five tones."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
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

from xinqiao.ui.labels import plain_label
from xinqiao.ui.pinyin_look import own_tones


class TonesDialog(QDialog):
    """Asks for the colours, typed or chosen."""

    def __init__(self, parent: QWidget, tones: tuple[str, ...], chosen: Callable[[str], None]) -> None:
        """Show the present colours.

        Args:
            chosen: told the five colours, joined by spaces.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Colours of the tones"))
        self._chosen = chosen
        column = QVBoxLayout(self)
        form = QFormLayout()
        self.fields: list[QLineEdit] = []
        names = ("ā", "á", "ǎ", "à", "a")
        for name, colour in zip(names, tones, strict=True):
            field = QLineEdit(colour)
            field.setAccessibleName(self.tr("Colour of {tone}").format(tone=name))
            pick = QPushButton("…")
            pick.setAccessibleName(self.tr("Choose the colour of {tone}").format(tone=name))
            pick.clicked.connect(lambda _=False, into=field: self._pick(into))
            row = QHBoxLayout()
            row.addWidget(field)
            row.addWidget(pick)
            form.addRow(name, row)
            self.fields.append(field)
        column.addLayout(form)
        self.problem = plain_label("accentText", wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)

    def _pick(self, into: QLineEdit) -> None:
        colour = QColorDialog.getColor(QColor(into.text()), self)
        if colour.isValid():
            into.setText(colour.name())

    def accept(self) -> None:
        """Take the colours; what is none is said and can be put right."""
        written = " ".join(field.text().strip() or "?" for field in self.fields)
        if own_tones(written) is None:
            self.problem.setText(self.tr("A colour is written #rrggbb, such as #c8372d."))
            self.problem.show()
            return
        self._chosen(written)
        super().accept()
