"""A server that translates instead of this machine."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
)

from xinqiao.domain.settings import Settings
from xinqiao.ui.common.labels import plain_label
from xinqiao.ui.models.sections.section import Section


class ServerSection(Section):
    """A server that translates instead of this machine.

    Signals:
        changed: a choice was changed; the values are on the widgets.
        check_asked: ask the server whether it is there.
    """

    changed = Signal()
    check_asked = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.heading.setText(self.tr("A server instead"))
        self.warning = plain_label(
            "soft",
            self.tr(
                "Off, nothing you read leaves this machine. On, every sentence you open is sent to the "
                "server below, which speaks the LibreTranslate interface."
            ),
            wrap=True,
        )
        self.column.addWidget(self.warning)
        form = QFormLayout()
        form.setHorizontalSpacing(22)
        self.address = QLineEdit()
        self.address.setPlaceholderText("https://translate.example.org")
        self.key = QLineEdit()
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        for text, field in ((self.tr("Server address"), self.address), (self.tr("Key"), self.key)):
            field.setAccessibleName(text)
            field.editingFinished.connect(self._on_change)
            form.addRow(plain_label("sense", text), field)
        self.column.addLayout(form)
        self.on = QCheckBox(self.tr("Translate by this server: the text leaves this machine"))
        self.on.clicked.connect(self._on_change)
        self.line(self.on)
        self.check = QPushButton(self.tr("Check the server"))
        self.check.setToolTip(self.tr("Asks for its languages; sends no text"))
        self.check.clicked.connect(self.check_asked)
        self.said = plain_label("soft", wrap=True)
        row = self.line(self.check, stretch=False)
        row.addWidget(self.said, stretch=1)
        self._before = ("", "", False)

    def show_settings(self, settings: Settings) -> None:
        """Show the present choices."""
        self.address.setText(settings.server_address)
        self.key.setText(settings.server_key)
        self.on.setChecked(settings.server_on)
        self._before = self.values()

    def values(self) -> tuple[str, str, bool]:
        """Address, key, and whether it is on."""
        return self.address.text().strip(), self.key.text().strip(), self.on.isChecked()

    def _on_change(self) -> None:
        if self.on.isChecked() and not self.address.text().strip():
            self.on.setChecked(False)
            self.said.setText(self.tr("Write the server's address first."))
            self.address.setFocus()
        if self.values() != self._before:
            self._before = self.values()
            self.changed.emit()
