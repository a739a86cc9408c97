"""The parts of the Models page, one below the other."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from xinqiao.domain.models import (
    AvailablePackage,
    CacheStatistics,
    IndexListing,
    InstalledModel,
    ModelKind,
    newest_packages,
    search_packages,
)
from xinqiao.domain.settings import Settings
from xinqiao.ui import fonts
from xinqiao.ui.labels import plain_label

_PACKAGE_ROLE = Qt.ItemDataRole.UserRole


def megabytes(size: int) -> str:
    """A size as the reader reads it (`75.3 MB`)."""
    return f"{size / 1_000_000:.1f} MB"


def moment_text(moment: datetime, *, with_time: bool) -> str:
    """A moment in the reader's own time and way of writing it."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    short = QLocale.FormatType.ShortFormat
    return QLocale().toString(local, short) if with_time else QLocale().toString(local.date(), short)


class Section(QFrame):
    """A part of the page under a heading of its own."""

    def __init__(self, title: str, about: str = "") -> None:
        super().__init__()
        self.setObjectName("section")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 15, 18, 16)
        self.column.setSpacing(9)
        self.heading = plain_label("sectionTitle", title)
        self.heading.setFont(fonts.english(15, bold=True))
        self.column.addWidget(self.heading)
        if about:
            self.column.addWidget(plain_label("soft", about, wrap=True))

    def line(self, *widgets: QWidget, stretch: bool = True) -> QHBoxLayout:
        """Widgets side by side, with room after them."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in widgets:
            row.addWidget(widget)
        if stretch:
            row.addStretch(1)
        self.column.addLayout(row)
        return row


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


class OffersSection(Section):
    """The packages of an index; shows nothing and asks nobody before the reader did.

    Signals:
        install_asked: carries the `AvailablePackage`.
        refresh_asked: read the index.
        address_changed: carries another address of the index, empty for the official one.
        cancel_asked: stop what runs.
        picked: carries the `AvailablePackage` in hand.
    """

    install_asked = Signal(object)
    refresh_asked = Signal()
    address_changed = Signal(str)
    cancel_asked = Signal()
    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__("")
        self.heading.setText(self.tr("More packages"))
        self._listing: IndexListing | None = None
        self.about = plain_label("soft", "", wrap=True)
        self.column.addWidget(self.about)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("language, for example: chinese english"))
        self.search.setAccessibleName(self.tr("Search packages"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.column.addWidget(self.search)
        self.list = QListWidget()
        self.list.setObjectName("packages")
        self.list.setAccessibleName(self.tr("Packages"))
        self.list.setFixedHeight(200)
        self.list.currentItemChanged.connect(lambda now, _before: self._on_current(now))
        self.list.itemActivated.connect(lambda _item: self._install())
        self.column.addWidget(self.list)
        self.install = QPushButton(self.tr("Download and install"))
        self.install.setObjectName("primary")
        self.install.clicked.connect(self._install)
        self.size_label = plain_label("soft")
        self.line(self.install, self.size_label)
        self.address = QLineEdit()
        self.address.setAccessibleName(self.tr("Address of the list of packages"))
        self.address.editingFinished.connect(lambda: self.address_changed.emit(self.address.text().strip()))
        self.refresh = QPushButton(self.tr("Ask again"))
        self.refresh.clicked.connect(self.refresh_asked)
        self.line(self.address, self.refresh, stretch=False)
        self.hide()

    def show_listing(self, listing: IndexListing | None, address: str) -> None:
        """Show what the index offers."""
        self._listing = listing
        self.address.setPlaceholderText(address)
        self.setVisible(True)
        if listing is None:
            self.about.setText(self.tr("Asking {address} …").format(address=address))
        else:
            moment = moment_text(listing.fetched_at, with_time=True)
            said = self.tr("%n package(s), as of {moment}.", "", len(newest_packages(listing.packages)))
            self.about.setText(said.format(moment=moment))
        self._fill()

    def say(self, text: str) -> None:
        """Say something instead of how many packages there are."""
        self.about.setText(text)

    def _fill(self) -> None:
        packages = newest_packages(self._listing.packages) if self._listing is not None else []
        self.list.clear()
        for package in search_packages(packages, self.search.text()):
            item = QListWidgetItem(f"{package.title}   {package.version}")
            item.setData(_PACKAGE_ROLE, package)
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
        self.install.setEnabled(self.list.count() > 0)

    def package(self) -> AvailablePackage | None:
        """The package in hand."""
        number = self.list.currentRow()
        found = self.list.item(number).data(_PACKAGE_ROLE) if number >= 0 else None
        return found if isinstance(found, AvailablePackage) else None

    def _on_current(self, item: QListWidgetItem | None) -> None:
        self.size_label.clear()
        if item is not None:
            self.picked.emit(item.data(_PACKAGE_ROLE))

    def show_size(self, package: AvailablePackage, size: int | None) -> None:
        """Say how large a package is."""
        if package == self.package():
            self.size_label.setText(megabytes(size) if size else self.tr("size not known"))

    def _install(self) -> None:
        package = self.package()
        if package is not None and self.install.isEnabled():
            self.install_asked.emit(package)


class ProgressStrip(QFrame):
    """How far a download or an installation is.

    Signals:
        cancel_asked: stop it.
    """

    cancel_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 9, 10, 11)
        row = QHBoxLayout()
        self.label = plain_label("sense", wrap=True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.cancel = QPushButton(self.tr("Stop"))
        self.cancel.clicked.connect(self.cancel_asked)
        row.addWidget(self.label, stretch=1)
        row.addWidget(self.cancel)
        column.addLayout(row)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        column.addWidget(self.bar)
        self.hide()

    def show_step(self, text: str, done: int, total: int | None) -> None:
        """Show a step, in bytes."""
        self.label.setText(text)
        # A progress bar counts in 32 bits.
        self.bar.setRange(0, max(1, (total or 0) // 1024) if total else 0)
        self.bar.setValue(done // 1024 if total else 0)
        self.bar.show()
        self.cancel.show()
        self.show()

    def show_end(self, text: str) -> None:
        """Say how it ended."""
        self.label.setText(text)
        self.bar.hide()
        self.cancel.hide()
        self.setVisible(bool(text))


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


class RunningSection(Section):
    """How models are run.

    Signals:
        changed: a choice was changed; the values are on the widgets.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.heading.setText(self.tr("How it runs"))
        form = QFormLayout()
        form.setHorizontalSpacing(22)
        form.setVerticalSpacing(9)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self.target = QComboBox()
        self.target.setToolTip(
            self.tr("Other languages come by way of English, with a package from English installed")
        )
        self.threads = QSpinBox()
        self.threads.setRange(0, 64)
        self.threads.setSpecialValueText(self.tr("one for each core"))
        self.beam = QComboBox()
        for width, text in (
            (0, self.tr("what suits the model")),
            (1, self.tr("1 (fastest)")),
            (2, "2"),
            (3, "3"),
            (4, self.tr("4 (slowest)")),
        ):
            self.beam.addItem(text, width)
        self.unload = QSpinBox()
        self.unload.setRange(0, 24 * 60)
        self.unload.setSpecialValueText(self.tr("never"))
        self.unload.setSuffix(self.tr(" min"))
        for text, field in (
            (self.tr("Read in"), self.target),
            (self.tr("Threads"), self.threads),
            (self.tr("Width of the search"), self.beam),
            (self.tr("Give memory back after"), self.unload),
        ):
            field.setAccessibleName(text)
            form.addRow(plain_label("sense", text), field)
        self.column.addLayout(form)
        self.improve = QCheckBox(self.tr("Go over unsure sentences again, with more care, while idle"))
        self.line(self.improve)
        self._shown = False
        self.target.activated.connect(self._on_change)
        self.beam.activated.connect(self._on_change)
        self.threads.editingFinished.connect(self._on_change)
        self.unload.editingFinished.connect(self._on_change)
        self.improve.clicked.connect(self._on_change)

    def show_settings(self, settings: Settings) -> None:
        """Show the present choices."""
        self._shown = False
        self.threads.setValue(settings.threads)
        self.beam.setCurrentIndex(max(0, self.beam.findData(settings.beam)))
        self.unload.setValue(settings.unload_minutes)
        self.improve.setChecked(settings.improve)
        if not self.target.count():
            self.show_languages({}, settings.target)
        self._shown = True

    def show_languages(self, languages: dict[str, str], target: str) -> None:
        """Offer the languages that can be read."""
        self.target.clear()
        self.target.addItem(self.tr("English"), "")
        for code, name in sorted(languages.items(), key=lambda item: item[1]):
            self.target.addItem(name, code)
        if target and target not in languages:
            self.target.addItem(self.tr("{code} (no package installed)").format(code=target), target)
        self.target.setCurrentIndex(max(0, self.target.findData(target)))

    def _on_change(self) -> None:
        if self._shown:
            self.changed.emit()


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


class KeptSection(Section):
    """What is kept of translations, and the glossary.

    Signals:
        forget_asked: forget kept translations.
        glossary_asked: open the glossary.
    """

    forget_asked = Signal()
    glossary_asked = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.heading.setText(self.tr("Kept translations and glossary"))
        self.statistics = plain_label("soft", wrap=True)
        self.column.addWidget(self.statistics)
        self.forget = QPushButton(self.tr("Forget kept translations"))
        self.forget.setToolTip(self.tr("They are made again when a post is opened; your own stay"))
        self.forget.clicked.connect(self.forget_asked)
        self.glossary = QPushButton(self.tr("Glossary…"))
        self.glossary.setToolTip(self.tr("Words that are always translated in one way"))
        self.glossary.clicked.connect(self.glossary_asked)
        self.line(self.forget, self.glossary)

    def show_statistics(self, kept: CacheStatistics, terms: int) -> None:
        """Say how much is kept."""
        said = (
            self.tr("%n sentence(s) are kept", "", kept.sentences)
            + self.tr(" ({size}), of at most {limit}. ").format(
                size=megabytes(kept.size), limit=QLocale().toString(kept.limit)
            )
            + self.tr("%n are your own and are never forgotten.", "", kept.edits)
            + " "
            + self.tr("The glossary has %n term(s).", "", terms)
        )
        self.statistics.setText(said)
        self.forget.setEnabled(kept.sentences > 0)
