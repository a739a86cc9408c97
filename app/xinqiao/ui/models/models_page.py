"""Models: what translates, where more of it comes from, how it runs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from xinqiao.domain.settings import Settings
from xinqiao.ui.common.labels import plain_label
from xinqiao.ui.models.sections import (
    InstalledSection,
    KeptSection,
    OffersSection,
    ProgressStrip,
    RunningSection,
    ServerSection,
    TrySection,
)

_WIDEST = 820


class ModelsPage(QWidget):
    """Everything about the translation model; `ModelActions` gives it life."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = plain_label("title", self.tr("Translation"))
        self.state = plain_label("soft", wrap=True)
        self.progress = ProgressStrip()
        self.installed = InstalledSection()
        self.offers = OffersSection()
        self.trying = TrySection()
        self.running = RunningSection()
        self.server = ServerSection()
        self.kept = KeptSection()
        body = QWidget()
        body.setObjectName("page")
        # Side by side with room: a column would reckon the height of wrapped text by the whole width.
        outer = QHBoxLayout(body)
        outer.setContentsMargins(24, 20, 24, 24)
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(13)
        for widget in (
            *(self.title, self.state, self.progress, self.installed, self.offers),
            *(self.trying, self.running, self.server, self.kept),
        ):
            column.addWidget(widget)
        column.addStretch(1)
        outer.addWidget(inner, stretch=100)
        outer.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidget(body)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def show_settings(self, settings: Settings) -> None:
        """Show the present choices."""
        self.running.show_settings(settings)
        self.server.show_settings(settings)
        self.offers.address.setText(settings.index_address)

    def chosen_settings(self, settings: Settings) -> dict[str, object]:
        """What the reader chose on this page, by the names of `Settings`."""
        address, key, on = self.server.values()
        return {
            "threads": self.running.threads.value(),
            "beam": self.running.beam.currentData(),
            "unload_minutes": self.running.unload.value(),
            "improve": self.running.improve.isChecked(),
            "target": self.running.target.currentData() or "",
            "server_address": address,
            "server_key": key,
            "server_on": on,
            "index_address": self.offers.address.text().strip(),
        }
