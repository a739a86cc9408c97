"""The models folder as the Models page sees it: what is there, in, out, and back again."""

import contextlib
import itertools
import os
import queue
import re
import shutil
import threading
import time
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.domain.models import InstalledModel, ModelKind
from xinqiao.domain.os_reasons import reason_of
from xinqiao.engines.argos_package import InstalledPackage, packages_in, size_of
from xinqiao.engines.install_package import install_package, put_right
from xinqiao.engines.starter_files import is_unpacked
from xinqiao.engines.starter_translator import WIDTH, StarterTranslator

_ASIDE = ".removed-"
_LOOK_SECONDS = 0.05
_TELL_SECONDS = 0.1
_NOTICES = ("LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "LICENCE.txt", "COPYING")
_LICENCE = re.compile(
    r"licen[cs]e|\bCC[ -]?(?:BY|0)\b|\bMIT\b|\bApache\b|\bA?L?GPL\b|public domain", re.IGNORECASE
)
_MAX_NOTICE = 1 << 16  # bytes read of a notice
_numbers = itertools.count()


class ModelsFolder:
    """`ModelFolder` over the installed packages and the starter."""

    def __init__(self, models: Path, packed: Path | None = None, unpacked: Path | None = None) -> None:
        """Take note of the places.

        Args:
            models: folder of installed packages.
            packed: the starter as it ships; None where no starter ships.
            unpacked: where the starter is, or is to be, unpacked.
        """
        self._models = models
        self._packed, self._unpacked = packed, unpacked

    def installed(self) -> list[InstalledModel]:
        """Every model that can be used, the starter first; damaged ones are left out.

        Reads each model's weights once in its life, for their hash: not for the window's thread.
        """
        found = [_listed(package) for package in packages_in(self._models)]
        starter = self._starter()
        return [starter, *found] if starter is not None else found

    def install(self, file: Path, cancel: CancelToken) -> Generator[tuple[int, int], None, InstalledModel]:
        """Bring a package in; an older one of the same languages is replaced once the new one stands.

        Yields:
            Bytes unpacked, and bytes in all, about ten times a second.

        Raises:
            ReaderError: the file is no safe, complete package, or there is no room.
            Cancelled: `cancel` was set; nothing is left behind.
        """
        stop = CancelToken()
        steps: queue.SimpleQueue[tuple[int, int] | InstalledPackage | BaseException] = queue.SimpleQueue()
        told_at = 0.0

        def tell(done: int, total: int) -> None:
            nonlocal told_at
            if (now := time.monotonic()) - told_at >= _TELL_SECONDS or done >= total:
                told_at = now
                steps.put((done, total))

        def work() -> None:
            try:
                steps.put(install_package(file, self._models, stop, tell))
            except BaseException as error:  # handed to whoever waits
                steps.put(error)

        # The installer tells of its progress by calling; only a second thread can make steps of that.
        worker = threading.Thread(target=work, name="xinqiao-install")
        worker.start()
        try:
            while True:
                if cancel.is_set():
                    stop.set()
                try:
                    step = steps.get(timeout=_LOOK_SECONDS)
                except queue.Empty:
                    continue
                if isinstance(step, BaseException):
                    raise step
                if isinstance(step, InstalledPackage):
                    return _listed(step)
                yield step
        finally:
            stop.set()
            worker.join()

    def put_aside(self, name: str) -> str:
        """Take an installed package out of use; what `bring_back` needs to put it there again.

        Raises:
            ReaderError: there is none of this name, or it cannot be moved.
        """
        folder = self._models / name
        if Path(name).name != name or name.startswith(".") or not (folder / "metadata.json").is_file():
            raise ReaderError(
                message("{name} is not an installed package.", name=name),
                message("Choose one from the list."),
            )
        aside = f"{_ASIDE}{time.time_ns()}-{os.getpid()}-{next(_numbers)}-{name}"
        try:
            folder.rename(self._models / aside)
        except OSError as error:
            raise ReaderError(
                message(
                    "The package {name} cannot be removed: {reason}.", name=name, reason=reason_of(error)
                ),
                message("Close other programs that use it and try again."),
            ) from error
        return aside

    def bring_back(self, aside: str) -> None:
        """Put a package that was taken out back in its place.

        Raises:
            ReaderError: it is gone, or another was installed in its place.
        """
        name = aside.removeprefix(_ASIDE).split("-", 3)[-1]
        place = self._models / name
        if place.exists():
            raise ReaderError(
                message(
                    "{name} cannot be brought back: another package was installed in its place.", name=name
                ),
                message("Remove that one first."),
            )
        try:
            (self._models / aside).rename(place)
        except OSError as error:
            raise ReaderError(
                message("{name} cannot be brought back: {reason}.", name=name, reason=reason_of(error)),
                message("Install it again."),
            ) from error

    def forget_removed(self, older_than: float = 0.0) -> None:
        """Delete for good what was put aside, and put right what a killed process left.

        Args:
            older_than: seconds; what was put aside later stays.
        """
        put_right(self._models)
        with contextlib.suppress(OSError):
            for folder in self._models.glob(_ASIDE + "*"):
                moment = folder.name.removeprefix(_ASIDE).split("-", 1)[0]
                if moment.isdigit() and time.time() - int(moment) / 1e9 >= older_than:
                    shutil.rmtree(folder, ignore_errors=True)

    def _starter(self) -> InstalledModel | None:
        if self._unpacked is not None and is_unpacked(self._unpacked, self._packed):
            with contextlib.suppress(ReaderError, OSError):
                folder = self._unpacked
                return InstalledModel(
                    name=self._packed.name if self._packed is not None else folder.name,
                    model=StarterTranslator(folder, beam=WIDTH).model,
                    kind=ModelKind.STARTER,
                    from_code="zh",
                    to_code="en",
                    size=size_of(folder),
                    licence=_licence(folder),
                    installed_at=_date(folder / "config.json"),
                )
        return None


def _listed(package: InstalledPackage) -> InstalledModel:
    model = package.model  # first, since it keeps the hash in a file beside the weights
    return InstalledModel(
        name=package.folder.name,
        model=model,
        kind=ModelKind.PACKAGE,
        from_code=package.info.from_code,
        to_code=package.info.to_code,
        size=size_of(package.folder),
        licence=_licence(package.folder),
        installed_at=_date(package.folder / "metadata.json"),
    )


def _date(file: Path) -> datetime | None:
    """When a file was written; packages are never written to once they are in place."""
    try:
        return datetime.fromtimestamp(file.stat().st_mtime, UTC).replace(microsecond=0)
    except (OSError, OverflowError, ValueError):
        return None


def _licence(folder: Path) -> str:
    """One line on the licence: the head of a notice, else what the README says of it; else empty."""
    for name in _NOTICES:
        lines = _lines(folder / name)
        if lines:
            return lines[0]
    return next((line for line in _lines(folder / "README.md") if _LICENCE.search(line)), "")


def _lines(file: Path) -> list[str]:
    """The lines of a small text that are not blank, cut to what fits a label."""
    try:
        with file.open("rb") as stream:
            text = stream.read(_MAX_NOTICE).decode("utf-8", "replace")
    except OSError:
        return []
    lines = ("".join(item for item in line if item.isprintable()).strip(" #*") for line in text.splitlines())
    return [line if len(line) <= 200 else f"{line[:199]}…" for line in lines if line]
