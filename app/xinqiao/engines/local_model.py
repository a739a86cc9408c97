"""What is the same for every model that runs on this machine, whatever it reads."""

import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import ClassVar, Generic, TypeVar

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.translations import ModelId, Output, Source
from xinqiao.engines.batches import in_order
from xinqiao.engines.letting_go import Model, let_go
from xinqiao.engines.model_files import give_memory_back, physical_cores

Engine = TypeVar("Engine", bound=Model)
Cutter = TypeVar("Cutter")


class LocalModel(ABC, Generic[Engine, Cutter]):
    """A translator over weights that are loaded on first use, and searched in any width.

    Attributes:
        threads: number of threads that run a batch.
        beam: width of the search.
        careful_beam: width of the search of a second look.
        used_at: when a translation last came to its end, by `time.monotonic`; 0 for never.
    """

    usual_width: ClassVar[int]
    """Width of the search of which the keys of kept answers do not speak."""

    def __init__(self, threads: int | None, beam: int, careful_beam: int | None = None) -> None:
        """Take note of how to run it.

        Args:
            threads: number of threads; None for one on each physical core.
            beam: width of the search, 1 to 4: wider is better and slower.
            careful_beam: the same for a second look; None for `beam`.
        """
        self.threads = threads or physical_cores()
        self.beam = beam
        self.careful_beam = careful_beam or beam
        self.used_at = 0.0
        self._lock = threading.Lock()
        self._loaded: tuple[Engine, Cutter] | None = None
        self._weights: ModelId | None = None

    @property
    def model(self) -> ModelId:
        """Which model this is; a search of another width than the usual is another version."""
        return self._model_of(self.beam)

    @property
    def quick_model(self) -> ModelId:
        """The same with a search of width one."""
        return self._model_of(1)

    @property
    def careful_model(self) -> ModelId:
        """The same with the search of a second look."""
        return self._model_of(self.careful_beam)

    def _model_of(self, beam: int) -> ModelId:
        if self._weights is None:
            self._weights = self._identity()
        return self._weights.searched(beam, usual=self.usual_width)

    def load(self) -> None:
        """Load now what `translate` would load on first use (a second or more).

        Raises:
            ReaderError: the model is damaged or does not fit into memory.
        """
        self._engine()

    def close(self) -> None:
        """Give the memory back; the next translation loads the model again."""
        with self._lock:
            if self._loaded is not None:
                let_go(self._loaded[0])
            self._loaded = None
        give_memory_back()

    def translate(self, sources: Sequence[Source], cancel: CancelToken) -> Iterator[Output]:
        """One output for each source, in order; `score` is the mean log-probability of its pieces.

        Raises:
            Cancelled: `cancel` was set; outputs yielded before stay valid.
            ReaderError: the model is damaged or does not fit into memory.
        """
        return in_order(self.translate_as_ready(sources, cancel))

    def translate_as_ready(
        self, sources: Sequence[Source], cancel: CancelToken
    ) -> Iterator[tuple[int, Output]]:
        """(index, output) for each source, roughly in order; the rest as in `translate`."""
        return self._run(sources, self.beam, cancel)

    def translate_quickly(
        self, sources: Sequence[Source], cancel: CancelToken
    ) -> Iterator[tuple[int, Output]]:
        """The same by a search of width one."""
        return self._run(sources, 1, cancel)

    def translate_carefully(
        self, sources: Sequence[Source], cancel: CancelToken
    ) -> Iterator[tuple[int, Output]]:
        """The same by a search of `careful_beam`, with nobody waiting for the first of them."""
        return self._run(sources, self.careful_beam, cancel, soon=False)

    def _run(
        self, sources: Sequence[Source], beam: int, cancel: CancelToken, *, soon: bool = True
    ) -> Iterator[tuple[int, Output]]:
        if not sources:
            return
        cancel.raise_if_set()
        engine, cutter = self._engine()
        try:
            yield from self._search(engine, cutter, sources, beam, cancel, soon=soon)
        finally:
            self.used_at = time.monotonic()
            give_memory_back()

    def _engine(self) -> tuple[Engine, Cutter]:
        with self._lock:
            if self._loaded is None:
                self._loaded = self._load()
            return self._loaded

    @abstractmethod
    def _identity(self) -> ModelId:
        """Name, version and weights, without a word on the search."""

    @abstractmethod
    def _load(self) -> tuple[Engine, Cutter]:
        """Read the weights, and what cuts text into pieces.

        Raises:
            ReaderError: the model is damaged or does not fit into memory.
        """

    @abstractmethod
    def _search(
        self,
        engine: Engine,
        cutter: Cutter,
        sources: Sequence[Source],
        beam: int,
        cancel: CancelToken,
        *,
        soon: bool,
    ) -> Iterator[tuple[int, Output]]:
        """(index, output) for each of at least one source; `soon` as in `in_batches`."""
