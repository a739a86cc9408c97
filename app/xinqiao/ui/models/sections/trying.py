"""A box to see what a model makes of a text."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QPlainTextEdit,
    QPushButton,
)

from xinqiao.domain.models import (
    InstalledModel,
)
from xinqiao.ui.common import fonts
from xinqiao.ui.common.labels import plain_label
from xinqiao.ui.models.sections.section import Section


class TrySection(Section):
    """A box to see what a model makes of a text.

    Signals:
        asked: carries the text and the `ModelId.key`, empty for the model in use.
    """

    asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("")
        self.heading.setText(self.tr("Try it"))
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(self.tr("Chinese"))
        self.text.setAccessibleName(self.tr("Chinese to try"))
        self.text.setFont(fonts.hanzi(17))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(76)
        self.column.addWidget(self.text)
        self.model = QComboBox()
        self.model.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.model.setAccessibleName(self.tr("Model to try"))
        self.go = QPushButton(self.tr("Translate"))
        self.go.clicked.connect(
            lambda: self.asked.emit(self.text.toPlainText(), self.model.currentData() or "")
        )
        self.time = plain_label("soft")
        self.line(self.model, self.go, self.time)
        self.english = plain_label("sense", wrap=True)
        self.english.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.english.hide()
        self.column.addWidget(self.english)

    def show_models(self, models: Sequence[InstalledModel]) -> None:
        """Offer the models that translate Chinese to English."""
        before = self.model.currentData()
        self.model.clear()
        self.model.addItem(self.tr("the model in use"), "")
        for model in models:
            if model.to_code == "en":
                self.model.addItem(model.model.name, model.model.key)
        self.model.setCurrentIndex(max(0, self.model.findData(before)))

    def show_answer(self, english: str, about: str) -> None:
        """Show what came of it."""
        self.english.setText(english)
        self.english.setVisible(bool(english))
        self.time.setText(about)
