"""What the Models page does: list, look for, install, update, remove and choose models.

The one service that reaches the network, and only in the verbs that say so, each behind a button.
"""

import re
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.domain.model_ports import Downloader, ModelFolder, PackageSource
from xinqiao.domain.models import (
    AvailablePackage,
    DownloadedFile,
    IndexListing,
    InstalledModel,
    ModelInstalled,
    ModelProgress,
    ModelStage,
    find_updates,
)
from xinqiao.domain.undo import Undo

REMOVED_KEPT_SECONDS = 7 * 24 * 3600.0
"""How long a removed package is kept on the disk when its undo was not used."""

Step = ModelProgress | ModelInstalled


class ManageModels:
    """The models of this machine, and those that could be."""

    def __init__(
        self,
        folder: ModelFolder,
        index: PackageSource,
        downloads: Downloader,
        chosen: Callable[[], str],
        choose: Callable[[str], None],
    ) -> None:
        """Take the parts.

        Args:
            folder: the models on this machine.
            index: which packages there are.
            downloads: fetches them.
            chosen: `ModelId.key` of the reader's choice; empty leaves it to the app.
            choose: keeps a choice and puts it to use; called again with the same choice after the
                models have changed, so that the app looks at them anew.
        """
        self._folder = folder
        self._index = index
        self._downloads = downloads
        self._chosen = chosen
        self._choose = choose

    def installed(self) -> list[InstalledModel]:
        """Every model that can be used, the starter first."""
        return self._folder.installed()

    def point_to(self, address: str) -> None:
        """Use another index from now on; empty for the official one. Asks no network."""
        self._index.point_to(address)

    @property
    def address(self) -> str:
        """Web address of the index."""
        return self._index.address

    def available(self) -> IndexListing | None:
        """What the index offered when it was last read; None when it never was. Asks no network."""
        return self._index.cached()

    def refresh(self, cancel: CancelToken) -> IndexListing:
        """Read the index. Reaches the network.

        Raises:
            ReaderError: the network, the server or the index is at fault.
            Cancelled: `cancel` was set.
        """
        return self._index.refresh(cancel)

    def size_of(self, package: AvailablePackage, cancel: CancelToken) -> int | None:
        """Bytes to download, asked of the server; None where it does not say. Reaches the network.

        Raises:
            Cancelled: `cancel` was set.
        """
        return self._index.size_of(package, cancel)

    def updates(self) -> dict[str, AvailablePackage]:
        """For each installed package that the index has a newer version of, by its name: that version."""
        listing = self._index.cached()
        return {} if listing is None else find_updates(self._folder.installed(), listing.packages)

    def install(self, package: AvailablePackage, cancel: CancelToken) -> Iterator[Step]:
        """Download a package and install it. Reaches the network.

        Yields:
            How far it is, and at the end the installed model with the hash of the file.

        Raises:
            ReaderError: the network, a server, the package or the disk is at fault.
            Cancelled: `cancel` was set; what was downloaded so far is kept for the next try.
        """
        name = _file_name(package)
        file = yield from self._fetched(package, name, cancel)
        try:
            yield from self._installed(file.path, file.sha256, cancel)
        except ReaderError:
            self._downloads.discard(name)
            raise
        self._downloads.discard(name)

    def install_file(self, file: Path, cancel: CancelToken) -> Iterator[Step]:
        """Install a package from a file of the reader's own, which stays where it is.

        Yields:
            How far it is, and at the end the installed model.

        Raises:
            ReaderError: the file is no safe, complete package, or there is no room.
            Cancelled: `cancel` was set; nothing is left behind.
        """
        yield from self._installed(file, "", cancel)

    def update(self, name: str, cancel: CancelToken) -> Iterator[Step]:
        """Put the newest version of an installed package in its place. Reaches the network.

        A reader who had chosen the old version has chosen the new one afterwards.

        Yields:
            As `install`.

        Raises:
            ReaderError: there is no newer version, or as for `install`.
            Cancelled: `cancel` was set; the old version stays.
        """
        package = self.updates().get(name)
        if package is None:
            raise ReaderError(
                message("There is no newer version of {name}.", name=name),
                message("Read the index again to be sure."),
            )
        yield from self.install(package, cancel)

    def remove(self, name: str) -> Undo:
        """Take a package out; the undo brings it back, and the choice of it if it was chosen.

        Raises:
            ReaderError: it is not an installed package, or cannot be moved.
        """
        found = next((model for model in self._folder.installed() if model.name == name), None)
        if found is not None and not found.removable:
            raise ReaderError(
                message("The starter model cannot be removed."),
                message("Choose another model to use instead."),
            )
        chosen = self._chosen()
        was_chosen = found is not None and chosen == found.model.key
        aside = self._folder.put_aside(name)
        self._choose("" if was_chosen else chosen)

        def take_back() -> None:
            self._folder.bring_back(aside)
            now = self._chosen()
            self._choose(chosen if was_chosen and not now else now)

        return Undo(message("Remove {name}", name=found.model.name if found else name), take_back)

    def choose(self, key: str) -> Undo:
        """Translate by another model from now on; empty leaves the choice to the app.

        Raises:
            ReaderError: no such model is installed.
        """
        before = self._chosen()
        if key and not any(model.model.key == key for model in self._folder.installed()):
            raise ReaderError(
                message("This model is not on this machine any more."), message("Choose one from the list.")
            )
        self._choose(key)
        return Undo(message("Choose model"), lambda: self._choose(before))

    def chosen(self) -> str:
        """`ModelId.key` of the reader's choice; empty when the app chooses."""
        return self._chosen()

    def forget_removed(self) -> None:
        """Delete for good what was removed a week ago or earlier; to be called at a start."""
        self._folder.forget_removed(REMOVED_KEPT_SECONDS)

    def _fetched(
        self, package: AvailablePackage, name: str, cancel: CancelToken
    ) -> Generator[Step, None, DownloadedFile]:
        """The package's file, from the first of its addresses that has it."""
        failure = ReaderError(
            message("The index has no address for {title}.", title=package.title),
            message("Read the index again."),
        )
        for link in package.links:
            steps = self._downloads.download(link, name, cancel, sha256=package.sha256)
            try:
                while True:
                    step = next(steps)
                    yield ModelProgress(ModelStage.DOWNLOADING, step.done, step.total)
            except StopIteration as end:
                file: DownloadedFile = end.value
                return file
            except ReaderError as error:
                failure = error
            finally:
                steps.close()
        raise failure

    def _installed(self, file: Path, sha256: str, cancel: CancelToken) -> Generator[Step, None, None]:
        """Install a file; the choice follows where the package replaced the chosen one."""
        chosen = self._chosen()
        before = {model.name: model.model.key for model in self._folder.installed()}
        steps = self._folder.install(file, cancel)
        try:
            while True:
                done, total = next(steps)
                yield ModelProgress(ModelStage.INSTALLING, done, total)
        except StopIteration as end:
            model: InstalledModel = end.value
        finally:
            steps.close()
        replaced = bool(chosen) and before.get(model.name) == chosen
        self._choose(model.model.key if replaced else chosen)
        yield ModelInstalled(model, sha256)


def _file_name(package: AvailablePackage) -> str:
    """Name of the download: of the languages and the version, and of nothing a server chose."""
    text = f"{package.from_code}-{package.to_code}-{package.version}"
    return re.sub(r"[^A-Za-z0-9._-]", "_", text)[:100] + ".argosmodel"
