"""The translation models of this machine, and which of them is in use."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import Message, message
from xinqiao.domain.models import EngineOptions, ModelNews, ModelState
from xinqiao.domain.ports import TranslationCache, Translator
from xinqiao.domain.translations import ModelId
from xinqiao.engines.argos_package import packages_in
from xinqiao.engines.argos_translator import WIDTH as PACKAGE_WIDTH
from xinqiao.engines.argos_translator import ArgosTranslator
from xinqiao.engines.pivot_translator import pivot_to
from xinqiao.engines.server_translator import ServerAddress, ServerTranslator
from xinqiao.engines.starter_files import is_unpacked, unpack
from xinqiao.engines.starter_translator import CAREFUL_WIDTH, NAME, WIDTH, StarterTranslator

Progress = Callable[[int, int], None]

_log = logging.getLogger(__name__)


class ModelShelf:
    """Hands out the model the reader chose; without a choice an installed package, else the starter.

    A server that the reader has switched on comes before every model. One translator is kept at a
    time; it loads its weights at its first sentence. One that cannot be loaded is passed over until
    the models or the choice change.
    """

    def __init__(
        self,
        models: Path,
        packed: Path,
        unpacked: Path,
        chosen: str = "",
        progress: Progress | None = None,
        options: EngineOptions | None = None,
        cache: TranslationCache | None = None,
    ) -> None:
        """Take note of the places.

        Args:
            models: folder of installed packages.
            packed: the starter as it ships, in compressed parts.
            unpacked: where it is, or is to be, unpacked.
            chosen: `ModelId.key` of the reader's choice; empty for none.
            progress: told (bytes done, bytes in all) while the starter is unpacked at a first start.
            options: how models are run.
            cache: keeps the English on the way to another language; None keeps nothing.
        """
        self._models, self._packed, self._unpacked = models, packed, unpacked
        self._chosen = chosen
        self._progress = progress
        self._options = options or EngineOptions()
        self._cache = cache
        self._lock = threading.Lock()
        self._current: Translator | None = None
        self._loaded = False
        self._failed: dict[str, ReaderError] = {}
        self._listener: Callable[[ModelNews], None] | None = None
        self._used = time.monotonic()

    @property
    def chosen(self) -> str:
        """`ModelId.key` of the reader's choice; empty when the app chooses."""
        return self._chosen

    def listen(self, listener: Callable[[ModelNews], None]) -> None:
        """Tell `listener` what becomes of the model, from whatever thread that happens on."""
        self._listener = listener

    def keep_steps_in(self, cache: TranslationCache) -> None:
        """Keep the English on the way to another language from now on."""
        self._cache = cache

    def current(self) -> Translator:
        """The model in use; unpacks the starter if it is needed and was never unpacked.

        Raises:
            ReaderError: no model can be used.
        """
        with self._lock:
            if self._current is None:
                self._current = self._choose()
            return self._current

    def ready(self) -> Translator:
        """The model in use, loaded; the next best where it cannot be loaded.

        Raises:
            ReaderError: none can be loaded; says why the first could not.
        """
        first: ReaderError | None = None
        while True:
            try:
                translator = self.current()
            except ReaderError as error:
                raise first or error from error
            self._used = time.monotonic()
            if self._loaded:
                return translator
            if not _loads(translator):  # a server has nothing to load
                return translator
            name = translator.model.name
            self._tell(ModelState.LOADING, name)
            try:
                for load in _loads(translator):
                    load()
            except ReaderError as error:
                first = first or error
                _log.warning("%s cannot be loaded: %s", name, error.what)
                with self._lock:
                    key = translator.model.key
                    if key in self._failed:
                        raise
                    self._failed[key] = error
                    self._forget()
                self._tell(ModelState.FAILED, name, error.whole)
                continue
            with self._lock:
                self._loaded = self._current is translator
            self._tell(ModelState.READY, name)
            return translator

    def engine(self, key: str) -> Translator:
        """A model for a look at it, whichever is in use; whoever asks closes it.

        Raises:
            ReaderError: it is not on this machine.
        """
        for translator in self._candidates():
            if is_key_of(key, translator.model):
                return translator
        raise ReaderError(
            message("This model is not on this machine any more."), message("Choose one from the list.")
        )

    def available(self) -> list[ModelId]:
        """Every model that can be used at once, the starter first where it is unpacked."""
        models = [package.model for package in packages_in(self._models) if package.info.from_chinese]
        if is_unpacked(self._unpacked, self._packed if self._packed.is_dir() else None):
            models.insert(0, StarterTranslator(self._unpacked, beam=WIDTH).model)
        return models

    def choose(self, key: str) -> None:
        """Use another model from now on; empty leaves the choice to the app.

        The models are looked at anew, also when the choice is the same.
        """
        with self._lock:
            self._chosen = key
            self._failed.clear()
            self._forget()

    def configure(self, options: EngineOptions) -> None:
        """Run models in another way from now on."""
        with self._lock:
            if options != self._options:
                self._options = options
                self._failed.clear()
                self._forget()

    def release_if_idle(self, seconds: float) -> bool:
        """Give the model's memory back when it was not used for so long; whether it was given back."""
        with self._lock:
            current = self._current
            if current is None or not self._loaded:
                return False
            # A long document is in use until its last sentence is done.
            used = max([self._used, *(getattr(step, "used_at", 0.0) for step in _steps(current))])
            if time.monotonic() - used < seconds:
                return False
            name = current.model.name
            _close(current)
            self._loaded = False
        self._tell(ModelState.RELEASED, name)
        return True

    def close(self) -> None:
        """Give the memory back."""
        with self._lock:
            self._forget()

    def _tell(self, state: ModelState, name: str, why: Message | None = None) -> None:
        if self._listener is not None:
            self._listener(ModelNews(state, name, why))

    def _forget(self) -> None:
        if self._current is not None:
            _close(self._current)
            self._current = None
        self._loaded = False

    def _choose(self) -> Translator:
        if self._options.server:
            server = ServerAddress(self._options.server, self._options.server_key)
            return ServerTranslator(server, target=self._options.target or "en")
        first = self._first_step()
        if self._options.target and self._options.target != "en":
            options = self._options
            beam = options.beam or PACKAGE_WIDTH
            try:
                return pivot_to(
                    options.target, first, self._models, self._cache, options.threads or None, beam
                )
            except ReaderError as error:
                _log.warning("%s", error.what)  # English then, which the page of models shows
        return first

    def _first_step(self) -> Translator:
        failed: ReaderError | None = None
        for translator in self._candidates():
            failed = self._failed.get(translator.model.key)
            if failed is None:
                return translator
        raise failed or ReaderError(
            message("There is no translation model on this machine."),
            message("Install an Argos package: xinqiao models install FILE. Words can be tapped meanwhile."),
        )

    def _candidates(self) -> Iterator[Translator]:
        """Models in the order in which they are tried; the starter is unpacked when its turn comes."""
        threads, beam = self._options.threads or None, self._options.beam
        packages: list[Translator] = [
            ArgosTranslator(package.folder, threads, beam or PACKAGE_WIDTH)
            for package in packages_in(self._models)
            if package.info.from_chinese
        ]
        wants_starter = self._chosen.startswith(f"{NAME}/")
        if wants_starter and (starter := self._starter_or_none()) is not None:
            yield starter
        yield from (item for item in packages if is_key_of(self._chosen, item.model))
        yield from (item for item in packages if not is_key_of(self._chosen, item.model))
        if not wants_starter and (self._packed.is_dir() or self._unpacked.is_dir()):
            yield self._starter()

    def _starter_or_none(self) -> StarterTranslator | None:
        try:
            return self._starter()
        except ReaderError as error:
            _log.warning("the starter cannot be used: %s", error.what)
            return None

    def _starter(self) -> StarterTranslator:
        if not is_unpacked(self._unpacked, self._packed if self._packed.is_dir() else None):
            unpack(self._packed, self._unpacked, self._progress, CancelToken())
        beam = self._options.beam
        return StarterTranslator(
            self._unpacked, self._options.threads or None, beam or WIDTH, beam or CAREFUL_WIDTH
        )


def is_key_of(key: str, model: ModelId) -> bool:
    """Whether a key is of these weights, however wide the search that it was made with."""
    return key.split("/")[0] == model.name and key.rsplit("/", 1)[-1] == model.sha256[:16]


def _steps(translator: Translator) -> tuple[Translator, ...]:
    """The engines of a way round, or the one engine."""
    steps: tuple[Translator, ...] = getattr(translator, "steps", (translator,))
    return steps


def _loads(translator: Translator) -> list[Callable[[], None]]:
    """What there is to load of a model, step by step."""
    found = [getattr(step, "load", None) for step in _steps(translator)]
    return [load for load in found if load is not None]


def _close(translator: Translator) -> None:
    close = getattr(translator, "close", None)
    if close is not None:
        close()
