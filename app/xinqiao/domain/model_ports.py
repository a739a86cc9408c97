"""What `manage_models` needs from the outside, as protocols."""

from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Protocol

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.models import (
    AvailablePackage,
    CacheStatistics,
    DownloadedFile,
    EngineOptions,
    IndexListing,
    InstalledModel,
    ModelNews,
    Transferred,
)
from xinqiao.domain.ports import Translator


class ModelFolder(Protocol):
    """The models on this machine."""

    def installed(self) -> list[InstalledModel]:
        """Every model that can be used, the starter first; damaged ones are left out."""
        ...

    def install(self, file: Path, cancel: CancelToken) -> Generator[tuple[int, int], None, InstalledModel]:
        """Bring a package in; an older one of the same languages is replaced once the new one stands.

        Yields:
            Bytes unpacked, and bytes in all.

        Raises:
            ReaderError: the file is no safe, complete package, or there is no room.
            Cancelled: `cancel` was set; nothing is left behind.
        """
        ...

    def put_aside(self, name: str) -> str:
        """Take an installed package out of use; what `bring_back` needs to put it there again.

        Raises:
            ReaderError: there is none of this name, or it cannot be moved.
        """
        ...

    def bring_back(self, aside: str) -> None:
        """Put a package that was taken out back in its place.

        Raises:
            ReaderError: it is gone, or another was installed in its place.
        """
        ...

    def forget_removed(self, older_than: float = 0.0) -> None:
        """Delete for good what was put aside.

        Args:
            older_than: seconds; what was put aside later stays.
        """
        ...


class PackageSource(Protocol):
    """An index of packages."""

    @property
    def address(self) -> str:
        """Web address of the index."""
        ...

    def point_to(self, address: str) -> None:
        """Use another index from now on; empty for the official one."""
        ...

    def cached(self) -> IndexListing | None:
        """What the index offered when it was last read; None when it never was. Asks no network."""
        ...

    def refresh(self, cancel: CancelToken) -> IndexListing:
        """Read the index again.

        Raises:
            ReaderError: the network, the server or the index is at fault.
            Cancelled: `cancel` was set.
        """
        ...

    def size_of(self, package: AvailablePackage, cancel: CancelToken) -> int | None:
        """Bytes to download, asked of the server; None where it does not say or does not answer.

        Raises:
            Cancelled: `cancel` was set.
        """
        ...


class Shelf(Protocol):
    """The engines of this machine, one of them in use."""

    @property
    def chosen(self) -> str:
        """`ModelId.key` of the reader's choice; empty when the app chooses."""
        ...

    def current(self) -> Translator:
        """The engine in use, loaded or not.

        Raises:
            ReaderError: there is none.
        """
        ...

    def ready(self) -> Translator:
        """The engine in use, loaded; another one where it cannot be loaded.

        Raises:
            ReaderError: none can be loaded.
        """
        ...

    def engine(self, key: str) -> Translator:
        """An engine for a look at a model, whichever is in use; whoever asks closes it.

        Raises:
            ReaderError: it is not on this machine.
        """
        ...

    def choose(self, key: str) -> None:
        """Use another model from now on; empty leaves the choice to the app."""
        ...

    def configure(self, options: EngineOptions) -> None:
        """Run models in another way from now on."""
        ...

    def listen(self, listener: Callable[[ModelNews], None]) -> None:
        """Tell `listener` what becomes of the model, from whatever thread that happens on."""
        ...

    def release_if_idle(self, seconds: float) -> bool:
        """Give the model's memory back when it was not used for so long; whether it was given back."""
        ...


class KeptTranslations(Protocol):
    """What there is to know and to forget of kept translations."""

    def statistics(self) -> CacheStatistics:
        """How much is kept."""
        ...

    def forget_all(self) -> int:
        """Forget every translation but the reader's own; how many."""
        ...

    def forget_containing(self, pieces: Sequence[str]) -> int:
        """Forget translations of sentences that hold any of `pieces`, the reader's own excepted."""
        ...


class Downloader(Protocol):
    """Fetches files."""

    def download(
        self, address: str, name: str, cancel: CancelToken, *, sha256: str = ""
    ) -> Generator[Transferred, None, DownloadedFile]:
        """Fetch one file, going on from what an earlier try has left where the server allows it.

        Args:
            address: of the file.
            name: under which it is kept.
            cancel: stops it within a fifth of a second; what came so far is kept for the next try.
            sha256: what the file has to hash to; empty where that is not known.

        Raises:
            ReaderError: the network, the server, the file or the disk is at fault.
            Cancelled: `cancel` was set.
        """
        ...

    def discard(self, name: str) -> None:
        """Delete a finished or unfinished download."""
        ...


def leaves_machine(translator: Translator) -> bool:
    """Whether what this engine is given leaves the reader's machine."""
    return bool(getattr(translator, "leaves_machine", False))


def wants_context(translator: Translator) -> bool:
    """Whether a translator makes use of `Source.before`."""
    return bool(getattr(translator, "wants_context", False))


def reads_in(translator: Translator) -> str:
    """Code of the language that an engine answers in."""
    return str(getattr(translator, "target", "en"))
