"""What a reader does with models beside reading: try one, set two side by side, look at what is kept."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.domain.model_ports import KeptTranslations, Shelf, leaves_machine
from xinqiao.domain.models import CacheStatistics, EngineOptions, ModelNews
from xinqiao.domain.ports import Translator
from xinqiao.domain.settings import Settings
from xinqiao.domain.translations import ModelId, Translation
from xinqiao.services.translate_sentences import TranslateSentences

LONGEST_TRY = 2_000
"""Characters that the try-it box takes."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a text in the try-it box.

    Attributes:
        seconds: what the translation took, the loading of the model among it.
    """

    english: str
    model: ModelId
    seconds: float


def engine_options(settings: Settings) -> EngineOptions:
    """How models are run, from the reader's settings."""
    return EngineOptions(
        settings.threads,
        settings.beam,
        settings.server_address.strip() if settings.server_on else "",
        settings.server_key.strip(),
        settings.target,
    )


class UseModels:
    """The models beside the reading; call what translates from the model's worker only."""

    def __init__(
        self,
        shelf: Shelf,
        kept: KeptTranslations,
        reading: TranslateSentences,
        beside: Callable[[Callable[[], Translator]], TranslateSentences],
        server: Callable[[str, str], Translator],
        languages: Callable[[], dict[str, str]],
    ) -> None:
        """Take the parts.

        Args:
            shelf: the engines.
            kept: the kept translations.
            reading: translates what is read.
            beside: makes a service that keeps nothing, over a way to get an engine.
            server: an engine over a server, given its address and key.
            languages: codes of the languages that English can be translated to, with their names.
        """
        self._shelf = shelf
        self._kept = kept
        self._reading = reading
        self._beside = beside
        self._server = server
        self._languages = languages

    def configure(self, settings: Settings) -> None:
        """Run models as the settings say from now on."""
        self._shelf.configure(engine_options(settings))

    def listen(self, listener: Callable[[ModelNews], None]) -> None:
        """Tell `listener` what becomes of the model in use, from whatever thread that happens on."""
        self._shelf.listen(listener)

    def release_if_idle(self, minutes: int) -> bool:
        """Give the model's memory back when it was idle for so long; 0 minutes is never."""
        return minutes > 0 and self._shelf.release_if_idle(minutes * 60.0)

    def in_use(self) -> tuple[ModelId, bool]:
        """The model in use, and whether the text leaves this machine for it.

        Raises:
            ReaderError: there is none.
        """
        translator = self._shelf.current()
        return translator.model, leaves_machine(translator)

    def languages(self) -> dict[str, str]:
        """Codes and names of the languages that could be read instead of English."""
        return self._languages()

    def try_out(self, text: str, key: str, cancel: CancelToken) -> Tried:
        """The English of a text by one model; nothing is kept.

        Args:
            text: of one or more sentences.
            key: of the model; empty for the one in use.
            cancel: stops it.

        Raises:
            ReaderError: there is nothing to translate, or the model cannot be used.
            Cancelled: `cancel` was set.
        """
        if not text.strip():
            raise ReaderError(
                message("There is nothing to translate."), message("Write some Chinese into the box.")
            )
        text = text.strip()[:LONGEST_TRY]
        start = time.perf_counter()
        translator = self._shelf.engine(key) if key else self._shelf.ready()
        service = self._beside(lambda: translator)
        try:
            english = "\n".join(service.translate_lines(text.splitlines(), cancel))
            return Tried(english.strip(), translator.model, time.perf_counter() - start)
        finally:
            if key:
                _close(translator)

    def side_by_side(
        self, texts: Sequence[str], key: str, cancel: CancelToken
    ) -> Iterator[tuple[int, Translation]]:
        """(index, translation) of sentences by one model as it would translate them; nothing is kept.

        Raises:
            ReaderError: the model cannot be used.
            Cancelled: `cancel` was set.
        """
        translator = self._shelf.engine(key)
        try:
            yield from self._beside(lambda: translator).translate(texts, cancel)
        finally:
            _close(translator)

    def hypotheses(self, sentence: str, count: int, cancel: CancelToken) -> list[Translation]:
        """Other translations of a sentence by the model in use, the likeliest first.

        Raises:
            ReaderError: the model cannot be used.
            Cancelled: `cancel` was set.
        """
        return self._reading.hypotheses(sentence, count, cancel)

    def again(self, sentence: str, cancel: CancelToken) -> Translation:
        """A fresh translation of a sentence, which replaces the kept one.

        Raises:
            ReaderError: the model cannot be used.
            Cancelled: `cancel` was set.
        """
        return self._reading.translate_again(sentence, cancel)

    def check_server(self, address: str, key: str, cancel: CancelToken) -> str:
        """Ask a server whether it translates Chinese to English; its name. Reaches the network.

        No text is sent.

        Raises:
            ReaderError: it does not, or cannot be reached.
            Cancelled: `cancel` was set.
        """
        if not address.strip():
            raise ReaderError(message("There is no address to ask."), message("Write the server's address."))
        engine = self._server(address.strip(), key.strip())
        check = getattr(engine, "check", None)
        if check is not None:
            check(cancel)
        return engine.model.name

    def statistics(self) -> CacheStatistics:
        """How many translations are kept."""
        return self._kept.statistics()

    def forget_translations(self) -> int:
        """Forget every kept translation but the reader's own; how many."""
        return self._kept.forget_all()


def _close(translator: Translator) -> None:
    close = getattr(translator, "close", None)
    if close is not None:
        close()
