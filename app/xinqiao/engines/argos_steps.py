"""Argos packages of any languages, as steps of a longer way: Chinese to English, English to French.

`ArgosTranslator` takes packages from Chinese to English only, which is what almost every reader
wants; a step takes its languages from the package. Both install by the same checks.
"""

import contextlib
import json
import shutil
import tempfile
import threading
from pathlib import Path

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.domain.os_reasons import reason_of
from xinqiao.domain.translations import ModelId
from xinqiao.engines import argos_translator, installed_models
from xinqiao.engines.argos_translator import (
    FROM,
    MODEL,
    TO,
    ArgosTranslator,
    PackageInfo,
    read_package_info,
)
from xinqiao.engines.installed_models import InstalledPackage, Progress
from xinqiao.engines.model_files import physical_cores, weights_sha256

BETWEEN = "en"
"""The language that every way leads through: Argos packages translate from or to English."""

_ANOTHER = message("Choose one from Chinese to English, or from English to the language you want to read.")
_MAX_METADATA = 1 << 20  # bytes


def read_step_info(folder: Path) -> PackageInfo:
    """What the package in `folder` says of itself, if it is a step of any way from Chinese.

    Raises:
        ReaderError: its description is of no use, or its languages are others.
    """
    try:
        return read_package_info(folder)
    except ReaderError:
        info = _info_from_english(folder)
        if info is None:
            raise
    if info.from_code != BETWEEN or info.to_code in (BETWEEN, *FROM):
        raise ReaderError(argos_translator._translates(info), _ANOTHER)
    return info


def _info_from_english(folder: Path) -> PackageInfo | None:
    """The description of a sound package of other languages than Chinese to English; None for none."""
    path = folder / "metadata.json"
    with contextlib.suppress(OSError, ValueError, TypeError, RecursionError):
        if path.stat().st_size > _MAX_METADATA:
            return None
        data = json.loads(path.read_text("utf-8"))
        if data.get("type", "translate") != "translate":
            return None
        values = {
            "from_code": data["from_code"],
            "to_code": data["to_code"],
            "from_name": data.get("from_name", ""),
            "to_name": data.get("to_name", ""),
            "version": data.get("package_version", "0"),
            "target_prefix": data.get("target_prefix", ""),
        }
        if all(
            isinstance(value, str) and len(value) <= 200 and value.isprintable() for value in values.values()
        ):
            if all(
                values[key].replace("-", "").replace("_", "").isalnum() for key in ("from_code", "to_code")
            ):
                return PackageInfo(**values)
    return None


class ArgosStep(ArgosTranslator):
    """`Translator` over an installed Argos package of whatever languages it says."""

    def __init__(self, folder: Path, threads: int | None = None, beam: int = 4) -> None:
        """Take note of where the package is; the arguments are those of `ArgosTranslator`.

        Raises:
            ReaderError: it is no step of any way from Chinese, or a part is missing.
        """
        self._info = read_step_info(folder)
        if not (folder / MODEL).is_file() or not argos_translator._tokenizer_file(folder):
            raise argos_translator._damaged(self._info, message("a part of it is missing"))
        self._folder = folder
        self._threads = threads or physical_cores()
        self._beam = beam
        self._lock = threading.Lock()
        self._loaded = None
        self._model = None


def is_main(info: PackageInfo) -> bool:
    """Whether a package translates Chinese to English, by itself."""
    return info.from_code in FROM and info.to_code in TO


def installed_steps(models: Path) -> list[InstalledPackage]:
    """Usable packages of every language, by the names of their folders; damaged ones are left out."""
    found: list[InstalledPackage] = []
    with contextlib.suppress(OSError):
        for folder in sorted(models.iterdir()):
            if folder.name.startswith(".") or not (folder / "metadata.json").is_file():
                continue
            with contextlib.suppress(ReaderError, OSError):
                info = ArgosStep(folder).info
                size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
                found.append(InstalledPackage(folder, info, size))
    return found


def package_model(package: InstalledPackage) -> ModelId:
    """Which model a package is, whatever its languages."""
    return ModelId(package.info.name, package.info.version, weights_sha256(package.folder / MODEL))


def install_step(
    file: Path, models: Path, cancel: CancelToken, progress: Progress | None = None
) -> InstalledPackage:
    """Bring in a package from Chinese to English or from English; an older one is replaced.

    The archive is checked as `installed_models` checks one, and nothing is moved into place before
    the model in it was loaded.

    Raises:
        ReaderError: the file is no safe, complete package of these languages, or there is no room.
        Cancelled: `cancel` was set.
    """
    try:
        models.mkdir(parents=True, exist_ok=True)
        installed_models._remove_leftovers(models)
        building = Path(tempfile.mkdtemp(prefix=installed_models._PREFIX, dir=models))
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
        with installed_models._told_to_the_reader(file, models):
            installed_models._unpack(file, building, cancel, progress)
        top, children = building, list(building.iterdir())
        if not (top / "metadata.json").is_file() and len(children) == 1 and children[0].is_dir():
            top = children[0]
        info = read_step_info(top)
        _try_out(top, cancel)
        cancel.raise_if_set()
        with installed_models._told_to_the_reader(file, models):
            place = models / f"argos-{info.from_code}-{info.to_code}"
            return installed_models._take_place(top, place, info)
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _try_out(folder: Path, cancel: CancelToken) -> None:
    """Load the package once; see `installed_models`."""
    again = installed_models._OTHER_PACKAGE
    if not (folder / MODEL).is_file():
        raise ReaderError(message("There is no translation model in this package."), again)
    if argos_translator._tokenizer_file(folder) is None:
        raise ReaderError(message("There is no tokenizer in this package."), again)
    cancel.raise_if_set()
    translator = ArgosStep(folder, threads=1, beam=1)
    try:
        translator.load()
    except ReaderError as error:
        raise ReaderError(message("The translation model in this package is damaged."), again) from error
    finally:
        translator.close()
