"""The translation models of this machine, and which of them is in use."""

import threading
from collections.abc import Callable
from pathlib import Path

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.translations import ModelId
from xinqiao.engines.argos_translator import ArgosTranslator
from xinqiao.engines.installed_models import installed_packages
from xinqiao.engines.starter_files import is_unpacked, unpack
from xinqiao.engines.starter_translator import StarterTranslator

Progress = Callable[[int, int], None]
ShelfTranslator = StarterTranslator | ArgosTranslator


class ModelShelf:
    """Hands out the model the reader chose; without a choice an installed package, else the starter.

    One translator is kept at a time; it loads its weights at its first sentence.
    """

    def __init__(
        self, models: Path, packed: Path, unpacked: Path, chosen: str = "", progress: Progress | None = None
    ) -> None:
        """Take note of the places.

        Args:
            models: folder of installed packages.
            packed: the starter as it ships, in compressed parts.
            unpacked: where it is, or is to be, unpacked.
            chosen: `ModelId.key` of the reader's choice; empty for none.
            progress: told (bytes done, bytes in all) while the starter is unpacked at a first start.
        """
        self._models, self._packed, self._unpacked = models, packed, unpacked
        self._chosen = chosen
        self._progress = progress
        self._lock = threading.Lock()
        self._current: ShelfTranslator | None = None

    def current(self) -> ShelfTranslator:
        """The model in use; unpacks the starter if it is needed and was never unpacked.

        Raises:
            ReaderError: no model can be used.
        """
        with self._lock:
            if self._current is None:
                self._current = self._choose()
            return self._current

    def available(self) -> list[ModelId]:
        """Every model that could be used, the starter first."""
        models = [package.model for package in installed_packages(self._models)]
        if is_unpacked(self._unpacked, self._packed) or self._packed.is_dir():
            models.insert(0, self._starter().model)
        return models

    def choose(self, key: str) -> None:
        """Use another model from now on; empty leaves the choice to the app."""
        with self._lock:
            self._chosen = key
            self._forget()

    def close(self) -> None:
        """Give the memory back."""
        with self._lock:
            self._forget()

    def _forget(self) -> None:
        if self._current is not None:
            self._current.close()
            self._current = None

    def _choose(self) -> ShelfTranslator:
        packages = [ArgosTranslator(package.folder) for package in installed_packages(self._models)]
        if self._chosen:
            for translator in packages:
                if translator.model.key == self._chosen:
                    return translator
            starter = self._starter_or_none()
            if starter is not None and starter.model.key == self._chosen:
                return starter
        if packages:
            return packages[0]
        return self._starter()

    def _starter_or_none(self) -> StarterTranslator | None:
        try:
            return self._starter()
        except ReaderError:
            return None

    def _starter(self) -> StarterTranslator:
        if not is_unpacked(self._unpacked, self._packed if self._packed.is_dir() else None):
            if not self._packed.is_dir():
                raise ReaderError(
                    "There is no translation model on this machine.",
                    "Install an Argos package: xinqiao models install FILE. Words can be tapped meanwhile.",
                )
            unpack(self._packed, self._unpacked, self._progress, CancelToken())
        return StarterTranslator(self._unpacked)
