"""Gets translation packages, with their jobs."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.models import (
    AvailablePackage,
    IndexListing,
    InstalledModel,
    ModelInstalled,
    ModelProgress,
    ModelStage,
)
from xinqiao.ui.common.in_words import in_words
from xinqiao.ui.common.jobs import LatestJob, Worker
from xinqiao.ui.common.language_names import package_title
from xinqiao.ui.desk import Desk
from xinqiao.ui.models.models_page import ModelsPage
from xinqiao.ui.models.sections import megabytes


class PackageActions(QObject):
    """Installs packages, from files and from an index.

    Signals:
        installed: a package was installed.
        listed: the index was read; there may be updates.
        crashed: a job met a bug; carries the exception.
    """

    installed = Signal()
    listed = Signal()
    crashed = Signal(object)

    def __init__(self, page: ModelsPage, desk: Desk, network: Worker) -> None:
        """Take the parts.

        Args:
            network: where files are fetched and packages unpacked.
        """
        super().__init__(desk)
        self._page, self._desk = page, desk
        self.index_job = LatestJob(network, self)
        self.size_job = LatestJob(network, self)
        self.install_job = LatestJob(network, self)
        page.installed.update_asked.connect(self._update)
        page.installed.file_asked.connect(self._choose_file)
        page.installed.more_asked.connect(self.get_more)
        page.offers.refresh_asked.connect(self.get_more)
        page.offers.install_asked.connect(self._install)
        page.offers.picked.connect(self._ask_size)
        page.progress.cancel_asked.connect(self.install_job.cancel)
        self.index_job.produced.connect(self._on_listing)
        self.index_job.failed.connect(self._on_index_failed)
        self.size_job.produced.connect(lambda found: page.offers.show_size(*found))
        self.install_job.produced.connect(self._on_step)
        self.install_job.failed.connect(self._on_install_failed)
        self.install_job.stopped.connect(self._on_install_stopped)
        for job in self.jobs:
            job.crashed.connect(self.crashed)

    @property
    def jobs(self) -> tuple[LatestJob, ...]:
        """Every job in here."""
        return self.index_job, self.size_job, self.install_job

    # -- installing ----------------------------------------------------------------------------

    def _choose_file(self) -> None:
        kinds = self.tr("Translation packages (*.argosmodel *.zip);;All files (*)")
        file, _ = QFileDialog.getOpenFileName(self._desk.window, self.tr("Install a package"), "", kinds)
        if file:
            self.install_files([Path(file)])

    def install_files(self, files: Sequence[Path]) -> None:
        """Install packages from files, one after the other."""
        bench = self._desk.bench
        if bench is None or not files:
            return
        self._page.progress.show_step(self.tr("Installing {name} …").format(name=files[0].name), 0, None)

        def work(cancel: CancelToken) -> Iterator[ModelProgress | ModelInstalled]:
            for file in files:
                yield from bench.manage_models.install_file(file, cancel)

        self.install_job.start(work)

    def _install(self, package: AvailablePackage) -> None:
        bench = self._desk.bench
        if bench is not None:
            self._page.progress.show_step(
                self.tr("Asking for {name} …").format(name=package_title(package)), 0, None
            )
            self.size_job.cancel()
            self.install_job.start(lambda cancel: bench.manage_models.install(package, cancel))

    def _update(self, model: InstalledModel) -> None:
        bench = self._desk.bench
        if bench is not None:
            said = self.tr("Asking for {name} …").format(name=model.model.name)
            self._page.progress.show_step(said, 0, None)
            self.install_job.start(lambda cancel: bench.manage_models.update(model.name, cancel))

    def _on_step(self, step: ModelProgress | ModelInstalled) -> None:
        if isinstance(step, ModelInstalled):
            said = self.tr("Installed {model} {version}.").format(
                model=step.model.model.name, version=step.model.model.version
            )
            if step.sha256:
                said += " " + self.tr("SHA-256 of the file: {hash}").format(hash=step.sha256)
            self._page.progress.show_end(said)
            self._desk.tell(self.tr("Installed {model}.").format(model=step.model.model.name))
            self.installed.emit()
            return
        done = megabytes(step.done)
        if step.stage is ModelStage.DOWNLOADING:
            said = self.tr("Downloading: {done} of {total}") if step.total else self.tr("Downloading: {done}")
        else:
            said = self.tr("Installing: {done} of {total}")
        total = megabytes(step.total) if step.total else ""
        self._page.progress.show_step(said.format(done=done, total=total), step.done, step.total)

    def _on_install_failed(self, error: ReaderError) -> None:
        self._page.progress.show_end(in_words(error.whole))
        self._desk.show_error(error)

    def _on_install_stopped(self) -> None:
        self._page.progress.show_end(self.tr("Stopped. What was downloaded is kept for the next try."))

    # -- the index -----------------------------------------------------------------------------

    def get_more(self) -> None:
        """Read the index and list its packages. Reaches the network."""
        bench = self._desk.bench
        if bench is None:
            return
        offers = self._page.offers
        offers.show_listing(bench.manage_models.available(), bench.manage_models.address)
        offers.search.setFocus()
        self._page.area.ensureWidgetVisible(offers)

        def work(cancel: CancelToken) -> Iterator[IndexListing]:
            yield bench.manage_models.refresh(cancel)

        self.index_job.start(work)

    def _on_listing(self, listing: IndexListing) -> None:
        self._page.offers.show_listing(listing, listing.address)
        self.listed.emit()

    def _on_index_failed(self, error: ReaderError) -> None:
        self._page.offers.say(in_words(error.whole))

    def point_to(self, address: str) -> None:
        """Use another index from now on; it is read when the reader asks."""
        bench = self._desk.bench
        if bench is None:
            return
        self.index_job.cancel()
        bench.manage_models.point_to(address)
        self._page.offers.show_listing(bench.manage_models.available(), bench.manage_models.address)
        self._page.offers.say(self.tr("Press “Ask again” to read this list."))

    def _ask_size(self, package: AvailablePackage) -> None:
        bench = self._desk.bench
        if bench is None or self.install_job.running or not self._page.offers.isVisible():
            return

        def work(cancel: CancelToken) -> Iterator[tuple[AvailablePackage, int | None]]:
            yield package, bench.manage_models.size_of(package, cancel)

        self.size_job.start(work)
