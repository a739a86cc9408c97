"""Lets the reader's own English win over every model."""

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.domain.ports import TranslationCache
from xinqiao.domain.undo import Undo


class EditTranslation:
    """Keeps what the reader writes for a sentence, wherever it stands."""

    def __init__(self, cache: TranslationCache) -> None:
        self._cache = cache

    def edit(self, sentence: str, english: str | None) -> Undo:
        """Keep the reader's English of a sentence; None goes back to the model's.

        Returns:
            How to take it back: to the reader's English before, if there was one.

        Raises:
            ReaderError: the text is empty, or the library cannot be written.
        """
        if english is not None and not english.strip():
            raise ReaderError(
                message("The translation is empty."), message("Write something, or go back to the model's.")
            )
        before = self._cache.edits().get(sentence)
        self._cache.keep_edit(sentence, english)
        return Undo(message("Edit translation"), lambda: self._cache.keep_edit(sentence, before))

    def of(self, sentence: str) -> str | None:
        """The reader's English of a sentence, or None."""
        return self._cache.edits().get(sentence)
