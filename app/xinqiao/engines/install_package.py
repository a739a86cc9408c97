"""How an Argos package comes into the models folder from a file.

A package is a zip archive from a stranger. It is checked in full before anything is unpacked, unpacked
beside its final place under a name of its own, tried, and only then given its name; whatever goes
wrong leaves the models folder as it was.
"""

import contextlib
import errno
import os
import re
import shutil
import stat
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import Message, message
from xinqiao.domain.os_reasons import reason_of
from xinqiao.engines.argos_package import (
    InstalledPackage,
    PackageInfo,
    check_parts,
    read_package_info,
    size_of,
)
from xinqiao.engines.argos_translator import ArgosTranslator

Progress = Callable[[int, int], None]
"""Called with the bytes unpacked and the bytes in all."""

MAX_UNPACKED = 4 << 30
"""Bytes that a package may take; the largest known ones take 600 MB."""

MAX_RATIO = 200
"""How often larger than its archive a package may be; weights hardly compress."""

MAX_FILES = 2000

_CHUNK = 1 << 20
_SPARE = 64 << 20  # bytes left free beside the package
_PREFIX = ".installing-"
_REPLACED = ".replaced-"
_STALE_SECONDS = 24 * 3600
_OTHER_PACKAGE = message("Get the package again, for example from the Argos Translate index.")
_FOREIGN_NAME = re.compile(r"^[A-Za-z]:|[\x00-\x1f\\:*?\"<>|]")


def install_package(
    file: Path, models: Path, cancel: CancelToken, progress: Progress | None = None
) -> InstalledPackage:
    """Bring a package in from an `.argosmodel` file; an older one of the same languages is replaced.

    Raises:
        ReaderError: the file is no safe, complete package that is of use on the way from Chinese, or
            there is no room.
        Cancelled: `cancel` was set.
    """
    try:
        models.mkdir(parents=True, exist_ok=True)
        put_right(models)
        building = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=models))
    except OSError as error:
        raise ReaderError(
            message(
                "The models folder {models} cannot be written to: {reason}.",
                models=models,
                reason=reason_of(error),
            ),
            message("Make that folder writable, or choose another with --data-dir."),
        ) from error
    try:
        with _told_to_the_reader(file, models):
            _unpack(file, building, cancel, progress)
        top = building
        children = list(building.iterdir())
        if not (top / "metadata.json").is_file() and len(children) == 1 and children[0].is_dir():
            top = children[0]
        info = read_package_info(top)
        _try_out(top, cancel)
        cancel.raise_if_set()
        with _told_to_the_reader(file, models):
            return _take_place(top, models / f"argos-{info.from_code}-{info.to_code}", info)
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _unpack(file: Path, target: Path, cancel: CancelToken, progress: Progress | None) -> None:
    """Check the archive and write its files below `target`."""
    with zipfile.ZipFile(file) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        paths = _checked(archive, members, file.stat().st_size)
        total = sum(member.file_size for member in members)
        free = shutil.disk_usage(target).free
        if free < total + _SPARE:
            needed, left = (total + _SPARE) >> 20, free >> 20
            raise ReaderError(
                message(
                    "This package needs {needed} MiB, and {folder} has {left} MiB left.",
                    needed=needed,
                    folder=target.parent,
                    left=left,
                ),
                message("Make room there and install it again."),
            )
        done = 0
        for member, path in zip(members, paths, strict=True):
            destination = target.joinpath(*path.parts)
            destination.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(member) as packed, destination.open("xb") as out:
                written = 0
                while chunk := packed.read(_CHUNK):
                    cancel.raise_if_set()
                    written += len(chunk)
                    if written > member.file_size:
                        raise _unsafe(message("a file in it is larger than it says"))
                    out.write(chunk)
                    done += len(chunk)
                    if progress is not None:
                        progress(done, total)
                out.flush()
                os.fsync(out.fileno())
            if written != member.file_size:
                raise _broken(file)


def _checked(
    archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], packed_size: int
) -> list[PurePosixPath]:
    """Where each file goes, once all of them were found to be harmless."""
    if len(archive.infolist()) > MAX_FILES:
        raise _unsafe(message("it holds far too many files"))
    total = sum(member.file_size for member in members)
    if total > MAX_UNPACKED or total > MAX_RATIO * max(packed_size, 1):
        raise _unsafe(message("it would unpack to far more than a package takes"))
    paths: list[PurePosixPath] = []
    for member in archive.infolist():
        name = member.orig_filename if "\\" in member.orig_filename else member.filename
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or not path.parts or _FOREIGN_NAME.search(name):
            raise _unsafe(message("a file in it wants to go outside its folder"))
        kind = stat.S_IFMT(member.external_attr >> 16)
        if kind and kind not in (stat.S_IFREG, stat.S_IFDIR):
            raise _unsafe(message("it holds a link or a device"))
        if member.flag_bits & 0x1:
            raise _unsafe(message("it is encrypted"))
        if not member.is_dir():
            paths.append(path)
    if len({str(path).casefold() for path in paths}) != len(paths):
        raise _unsafe(message("it holds the same file twice"))
    return paths


def _try_out(folder: Path, cancel: CancelToken) -> None:
    """Load the package once, so that a damaged model is found now and not at the next post."""
    try:
        check_parts(folder)
    except ReaderError as error:
        raise ReaderError(error.problem, _OTHER_PACKAGE) from error
    cancel.raise_if_set()
    translator = ArgosTranslator(folder, threads=1, beam=1)
    try:
        translator.load()
    except ReaderError as error:
        raise ReaderError(
            message("The translation model in this package is damaged."), _OTHER_PACKAGE
        ) from error
    finally:
        translator.close()


def _take_place(built: Path, final: Path, info: PackageInfo) -> InstalledPackage:
    """Give the finished folder its name; an older package goes only once the new one stands."""
    built.chmod(0o755)  # mkdtemp makes folders for the owner alone
    aside = final.with_name(_REPLACED + final.name)
    if final.exists():
        shutil.rmtree(aside, ignore_errors=True)
        final.rename(aside)
    try:
        built.rename(final)
    except OSError:
        if aside.exists():
            aside.rename(final)
        raise
    shutil.rmtree(aside, ignore_errors=True)
    return InstalledPackage(final, info, size_of(final))


def put_right(models: Path) -> None:
    """Put back a package whose replacement was cut short, and remove what killed processes left.

    A process that still works keeps its folder.
    """
    with contextlib.suppress(OSError):
        for aside in models.glob(_REPLACED + "*"):
            place = models / aside.name.removeprefix(_REPLACED)
            if place.exists():
                shutil.rmtree(aside, ignore_errors=True)
            else:
                aside.rename(place)
        oldest = time.time() - _STALE_SECONDS
        for leftover in models.glob(_PREFIX + "*"):
            if leftover.stat().st_mtime < oldest:
                shutil.rmtree(leftover, ignore_errors=True)


@contextlib.contextmanager
def _told_to_the_reader(file: Path, models: Path) -> Iterator[None]:
    """Turn what goes wrong with `file` or `models` into sentences."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise _broken(file) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise ReaderError(
                message("There is no room left in {folder}.", folder=models),
                message("Make room there and install it again."),
            ) from error
        if error.filename is not None and Path(str(error.filename)) == file:
            raise ReaderError(
                message("The file {name} cannot be read: {reason}.", name=file.name, reason=reason_of(error)),
                message("Check that it is there and that you may open it."),
            ) from error
        raise ReaderError(
            message(
                "The package cannot be put into {models}: {reason}.", models=models, reason=reason_of(error)
            ),
            message("Make that folder writable, or choose another with --data-dir."),
        ) from error


def _broken(file: Path) -> ReaderError:
    return ReaderError(
        message("{name} is not a translation package, or only a part of one.", name=file.name), _OTHER_PACKAGE
    )


def _unsafe(why: Message) -> ReaderError:
    return ReaderError(message("This package was refused: {why}.", why=why), _OTHER_PACKAGE)
