"""The packages of an index."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
)

from xinqiao.domain.models import (
    AvailablePackage,
    IndexListing,
    newest_packages,
    search_packages,
)
from xinqiao.ui.common.labels import plain_label
from xinqiao.ui.common.language_names import package_title
from xinqiao.ui.models.sections.section import Section, megabytes, moment_text

_PACKAGE_ROLE = Qt.ItemDataRole.UserRole


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
        text = self.search.text()
        found = search_packages(packages, text)
        for package in packages:
            title = package_title(package).casefold()
            if package not in found and not all(word in title for word in text.casefold().split()):
                continue
            item = QListWidgetItem(f"{package_title(package)}   {package.version}")
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
