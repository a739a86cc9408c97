"""What translating needs from the outside: models, and where their answers are kept."""

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.translations import ModelId, Output, Source, Translation


class Translator(Protocol):
    """One loaded translation model."""

    @property
    def model(self) -> ModelId:
        """Which model this is."""
        ...

    @property
    def wants_hints(self) -> bool:
        """Whether `Source.hints` make a difference."""
        ...

    @property
    def batch_size(self) -> int:
        """Number of sentences that are best handed in together."""
        ...

    def translate(self, sources: Sequence[Source], cancel: CancelToken) -> Iterator[Output]:
        """One output for each source, in order.

        Raises:
            Cancelled: `cancel` was set; outputs yielded before stay valid.
        """
        ...


@runtime_checkable
class EagerTranslator(Translator, Protocol):
    """A model that can answer out of order, so that nobody waits for a long sentence before."""

    def translate_as_ready(
        self, sources: Sequence[Source], cancel: CancelToken
    ) -> Iterator[tuple[int, Output]]:
        """(index in `sources`, output) for each source, roughly in order.

        Raises:
            Cancelled: `cancel` was set; outputs yielded before stay valid.
        """
        ...


@runtime_checkable
class GuessingTranslator(Translator, Protocol):
    """A model that can give more than one answer."""

    def hypotheses(self, source: Source, count: int, cancel: CancelToken) -> list[Output]:
        """At most `count` different answers, the likeliest first, by a wide search.

        Raises:
            Cancelled: `cancel` was set.
            ReaderError: the engine cannot be used.
        """
        ...


@runtime_checkable
class TwoLookTranslator(Translator, Protocol):
    """A model that can answer at once, and again with more care."""

    @property
    def quick_model(self) -> ModelId:
        """Which model its quick answers are of."""
        ...

    @property
    def careful_model(self) -> ModelId:
        """Which model its careful answers are of; that of the quick ones where there is no difference."""
        ...

    def translate_quickly(
        self, sources: Sequence[Source], cancel: CancelToken
    ) -> Iterator[tuple[int, Output]]:
        """(index in `sources`, output) for each source, roughly in order, as soon as can be.

        Raises:
            Cancelled: `cancel` was set; outputs yielded before stay valid.
        """
        ...

    def translate_carefully(
        self, sources: Sequence[Source], cancel: CancelToken
    ) -> Iterator[tuple[int, Output]]:
        """(index in `sources`, output) for each source, all of them run together as far as can be.

        Raises:
            Cancelled: `cancel` was set; outputs yielded before stay valid.
        """
        ...


class TranslationCache(Protocol):
    """Translations by sentence text and model, and the reader's own, which always win."""

    def get_many(self, texts: Sequence[str], model_key: str) -> dict[str, Translation]:
        """Those of `texts` that the reader translated or that are cached for `model_key`.

        The same weights with a wider search will do as well (`keys_as_good`).
        """
        ...

    def get_older(self, texts: Sequence[str], model_key: str) -> dict[str, Translation]:
        """For those of `texts` that `get_many` has nothing of: what another version of the model said."""
        ...

    def put_many(self, items: Sequence[tuple[str, Translation]], model_key: str) -> None:
        """Keep (sentence text, translation) pairs made by `model_key`."""
        ...

    def keep_edit(self, text: str, english: str | None) -> None:
        """Keep the reader's own translation of a sentence, or drop it with None."""
        ...

    def forget_with(self, terms: Sequence[str]) -> None:
        """Drop what models made of sentences that hold one of `terms`; the reader's own stays."""
        ...

    def edits(self) -> dict[str, str]:
        """Every sentence the reader translated, with the reader's English."""
        ...
