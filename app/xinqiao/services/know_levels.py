"""Marks the words of HSK levels as known, so that only what is new to the reader stands out."""

from collections.abc import Iterator

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.hsk import HskList
from xinqiao.domain.messages import counted
from xinqiao.domain.ports import Lexicon, ScriptConverter, VocabularyStore
from xinqiao.domain.undo import Undo
from xinqiao.domain.words import Word, WordStatus
from xinqiao.services.keep_vocabulary import word_from
from xinqiao.services.look_up_word import LookUpWord


class KnowLevels:
    """For whoever does not begin at nothing: one action in place of a tap on every word."""

    def __init__(
        self,
        lexicon: Lexicon,
        converter: ScriptConverter,
        look_up_word: LookUpWord,
        vocabulary: VocabularyStore,
    ) -> None:
        self._lexicon, self._converter = lexicon, converter
        self._look_up_word, self._vocabulary = look_up_word, vocabulary

    def unkept(self, hsk_list: HskList, level: str) -> list[str]:
        """Headwords of a level and those below that the vocabulary does not have in any way."""
        levels = hsk_list.up_to(level)
        listed = self._lexicon.hsk_words(hsk_list)
        texts = (text for text, of in listed.items() if of in levels)
        simplified = dict.fromkeys(text.lower() for text in texts if self._is_headword(text))
        kept = self._vocabulary.statuses(simplified)
        return [text for text in simplified if text not in kept]

    def mark(self, hsk_list: HskList, level: str, cancel: CancelToken) -> Iterator[Undo]:
        """Mark them as known; words that the reader kept before stay as they are.

        Yields:
            What takes all of it back, once it is done.

        Raises:
            ReaderError: the library cannot be written.
            Cancelled: `cancel` was set; nothing was marked.
        """
        words: list[Word] = []
        for text in self.unkept(hsk_list, level):
            cancel.raise_if_set()
            gloss = self._look_up_word.look_up_text(text)
            if gloss is not None:
                words.append(word_from(gloss, WordStatus.KNOWN))
        ids = self._vocabulary.keep_new(words)
        what = counted("Mark word as known", "Mark {count} words as known", len(ids))
        yield Undo(what, lambda: self._vocabulary.remove(ids))

    def _is_headword(self, text: str) -> bool:
        """Whether a listed word is no traditional one, no variant and no phrase that nobody looks up."""
        return self._converter.to_simplified(text) == text and any(
            entry.simplified == text for entry in self._lexicon.entries(text)
        )
