"""Translation models as things to have: installed, on offer, on their way."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from xinqiao.domain.messages import Message
from xinqiao.domain.translations import ModelId


class ModelKind(StrEnum):
    """Where a model comes from."""

    STARTER = "starter"  # ships with the app
    PACKAGE = "package"


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """One model on this machine.

    Attributes:
        name: by which it is removed: the name of its folder.
        size: bytes on the disk.
        licence: what the model says of its licence, in one line; empty where it says nothing.
        installed_at: when it was put there, in UTC; None where that is not known.
    """

    name: str
    model: ModelId
    kind: ModelKind
    from_code: str
    to_code: str
    size: int
    licence: str = ""
    installed_at: datetime | None = None

    @property
    def removable(self) -> bool:
        """Whether the reader may remove it; the starter stays, so that there always is a model."""
        return self.kind is ModelKind.PACKAGE


@dataclass(frozen=True, slots=True)
class AvailablePackage:
    """One package that an index offers.

    Attributes:
        links: web addresses of the same file, the first to be tried first; http and https only.
        size: bytes to download; None while nobody asked, or where the server does not say.
        sha256: of the file, in hexadecimal; empty where the index gives none.
    """

    from_code: str
    to_code: str
    from_name: str
    to_name: str
    version: str
    links: tuple[str, ...]
    size: int | None = None
    sha256: str = ""

    @property
    def title(self) -> str:
        """What the reader sees (`Chinese → English`)."""
        return f"{self.from_name or self.from_code} → {self.to_name or self.to_code}"


@dataclass(frozen=True, slots=True)
class IndexListing:
    """What an index offered when it was last read.

    Attributes:
        fetched_at: when the index was last confirmed to be so, in UTC.
        skipped: entries of the index that were of no use.
    """

    address: str
    fetched_at: datetime
    packages: tuple[AvailablePackage, ...]
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Transferred:
    """How far a download is.

    Attributes:
        done: bytes that are on the disk, those of an earlier try among them.
        total: bytes in all; None where the server does not say.
        resumed: bytes that an earlier try had left.
    """

    done: int
    total: int | None
    resumed: int = 0


@dataclass(frozen=True, slots=True)
class DownloadedFile:
    """A finished download.

    Attributes:
        path: where the file is.
        size: in bytes.
        sha256: of the whole file, in hexadecimal.
    """

    path: Path
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """How the reader wants models to be run.

    Attributes:
        threads: number of threads; 0 for one on each physical core.
        beam: width of the search, 1 to 4, in a second look or the only one; 0 for what suits the model.
        server: address of a server that translates instead of this machine; empty for none.
        server_key: that the server asks for; empty for none.
        target: code of the language to read; empty for English.
    """

    threads: int = 0
    beam: int = 0
    server: str = ""
    server_key: str = field(default="", repr=False)
    target: str = ""


class ModelState(StrEnum):
    """What became of the model in use."""

    LOADING = "loading"
    READY = "ready"
    RELEASED = "released"  # its memory was given back; the next sentence loads it again
    FAILED = "failed"  # another is used instead, if there is one


@dataclass(frozen=True, slots=True)
class ModelNews:
    """A change of the model in use.

    Attributes:
        name: of the model, as the reader sees it.
        why: why it cannot be used; None unless it failed.
    """

    state: ModelState
    name: str
    why: Message | None = None


@dataclass(frozen=True, slots=True)
class CacheStatistics:
    """What the library remembers of translations.

    Attributes:
        sentences: translations by models and the dictionary.
        models: how many models (or versions of them) made these.
        size: bytes of their texts.
        edits: sentences that the reader translated; these are never forgotten.
        limit: sentences that are kept at most; those used least lately go first.
    """

    sentences: int
    models: int
    size: int
    edits: int
    limit: int


class ModelStage(StrEnum):
    """What is done to a model just now."""

    DOWNLOADING = "downloading"
    INSTALLING = "installing"


@dataclass(frozen=True, slots=True)
class ModelProgress:
    """How far a stage is, in bytes; `total` is None where nobody knows."""

    stage: ModelStage
    done: int
    total: int | None


@dataclass(frozen=True, slots=True)
class ModelInstalled:
    """The end of an installation.

    Attributes:
        sha256: of the downloaded file, to be shown; empty for a file of the reader's own.
    """

    model: InstalledModel
    sha256: str = ""


def version_key(version: str) -> tuple[int, ...]:
    """A version by its numbers, for comparing: `1.10` comes after `1.9`, and `1` equals `1.0`."""
    numbers = [int(number[:9]) for number in re.findall(r"[0-9]+", version)]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def newest_packages(packages: Iterable[AvailablePackage]) -> list[AvailablePackage]:
    """The newest package of each pair of languages, Chinese first, then English, then by name."""
    newest: dict[tuple[str, str], AvailablePackage] = {}
    for package in packages:
        pair = (package.from_code, package.to_code)
        known = newest.get(pair)
        if known is None or version_key(package.version) > version_key(known.version):
            newest[pair] = package
    first = {"zh": 0, "zt": 1, "en": 2}
    return sorted(newest.values(), key=lambda item: (first.get(item.from_code, 3), item.title.casefold()))


def search_packages(packages: Iterable[AvailablePackage], text: str) -> list[AvailablePackage]:
    """Packages with every word of `text` in a language's name, or equal to its code; all for blanks.

    `fr`, `French`, `zh en` and `chinese → english` find what one would expect of them.
    """
    words = re.split(r"[\s→>,/_-]+", text.casefold().strip(" →>,/_-"))

    def fits(package: AvailablePackage) -> bool:
        codes = (package.from_code.casefold(), package.to_code.casefold())
        names = (package.from_name.casefold(), package.to_name.casefold())
        return all(word in codes or any(word in name for name in names) for word in words)

    return [package for package in packages if fits(package)] if words != [""] else list(packages)


def find_updates(
    installed: Sequence[InstalledModel], packages: Iterable[AvailablePackage]
) -> dict[str, AvailablePackage]:
    """For each installed package that has a newer version, by its name: that version."""
    newest = {(item.from_code, item.to_code): item for item in newest_packages(packages)}
    updates: dict[str, AvailablePackage] = {}
    for model in installed:
        offer = newest.get((model.from_code, model.to_code))
        if model.removable and offer and version_key(offer.version) > version_key(model.model.version):
            updates[model.name] = offer
    return updates
