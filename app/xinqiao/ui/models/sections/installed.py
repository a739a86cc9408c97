"""The models on this machine."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from xinqiao.domain.models import (
    AvailablePackage,
    InstalledModel,
    ModelKind,
)
from xinqiao.ui.common.labels import plain_label
from xinqiao.ui.models.sections.section import Section, megabytes, moment_text


class InstalledSection(Section):
    """The models on this machine.

    Signals:
        chosen: carries a `ModelId.key`, empty for the app's own choice.
        remove_asked, update_asked: carry the `InstalledModel`.
        file_asked, more_asked: the buttons below.
    """

    chosen = Signal(str)
    remove_asked = Signal(object)
    update_asked = Signal(object)
    file_asked = Signal()
    more_asked = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.heading.setText(self.tr("On this machine"))
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.column.addLayout(self._list)
        self.file = QPushButton(self.tr("Install from a file…"))
        self.file.setToolTip(self.tr("An .argosmodel file; it may also be dropped on the window"))
        self.file.clicked.connect(self.file_asked)
        self.more = QPushButton(self.tr("Get more…"))
        self.more.setToolTip(self.tr("Asks the list of packages below on the internet"))
        self.more.clicked.connect(self.more_asked)
        self.line(self.file, self.more)

    def show_models(
        self,
        models: Sequence[InstalledModel],
        chosen: str,
        in_use: tuple[str, str],
        updates: dict[str, AvailablePackage],
    ) -> None:
        """List the models.

        Args:
            chosen: `ModelId.key` of the reader's choice; empty for none.
            in_use: name and hash of the model in use.
            updates: newer versions, by the name of the installed model.
        """
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        known = any(model.model.key == chosen for model in models)
        by_itself = QRadioButton(self.tr("Whatever suits best: an installed package, else the starter"))
        by_itself.setChecked(not chosen or not known)
        by_itself.clicked.connect(lambda: self.chosen.emit(""))
        self._list.addWidget(by_itself)
        by_itself.show()
        for model in models:
            used = in_use == (model.model.name, model.model.sha256)
            card = self._card(model, model.model.key == chosen, used, updates.get(model.name))
            self._list.addWidget(card)
            card.show()  # now, and not with the next turn of the event loop

    def _card(
        self, model: InstalledModel, chosen: bool, used: bool, update: AvailablePackage | None
    ) -> QWidget:
        card = QFrame()
        card.setObjectName("modelCard")
        row = QHBoxLayout(card)
        row.setContentsMargins(13, 10, 11, 10)
        words = QVBoxLayout()
        words.setSpacing(3)
        title = f"{model.model.name}  {model.model.version}"
        if model.to_code == "en":
            radio = QRadioButton(title)
            radio.setChecked(chosen)
            # Each stands in a frame of its own, so they are told apart by hand.
            radio.setAutoExclusive(False)
            radio.clicked.connect(lambda: self.chosen.emit(model.model.key))
            words.addWidget(radio)
        else:
            words.addWidget(plain_label("sense", title))
        facts = [megabytes(model.size)]
        if model.kind is ModelKind.STARTER:
            facts.append(self.tr("ships with Xinqiao"))
        if model.installed_at is not None:
            facts.append(moment_text(model.installed_at, with_time=False))
        facts.append(model.licence or self.tr("says nothing of its licence"))
        words.addWidget(plain_label("soft", " · ".join(facts), wrap=True))
        row.addLayout(words, stretch=1)
        if used:
            row.addWidget(plain_label("badge", self.tr("in use")), alignment=Qt.AlignmentFlag.AlignVCenter)
        if update is not None:
            button = QPushButton(self.tr("Update to {version}").format(version=update.version))
            button.clicked.connect(lambda: self.update_asked.emit(model))
            row.addWidget(button)
        if model.removable:
            button = QPushButton(self.tr("Remove"))
            button.setAccessibleName(self.tr("Remove {model}").format(model=model.model.name))
            button.clicked.connect(lambda: self.remove_asked.emit(model))
            row.addWidget(button)
        return card
