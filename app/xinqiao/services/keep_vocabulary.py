"""Keeps words with the sentences they were met in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from xinqiao.domain.corrections import key_of
from xinqiao.domain.messages import Message, counted, message
from xinqiao.domain.ports import VocabularyStore
from xinqiao.domain.undo import Undo
from xinqiao.domain.words import Encounter, Gloss, Word, WordId, WordStatus


@dataclass(frozen=True, slots=True)
class Change:
    """A word as it is kept now, and how to take the change back."""

    word: Word
    undo: Undo


class KeepVocabulary:
    """What Save, Known and Ignore do, on the gloss card and on the Words page."""

    def __init__(self, store: VocabularyStore) -> None:
        self._store = store

    def save(
        self, gloss: Gloss, encounter: Encounter | None, status: WordStatus = WordStatus.LEARNING
    ) -> Change:
        """Keep the word of a gloss card, with the sentence it stands in.

        A word that is kept already takes the new status and the new sentence; the same stretch of
        the same sentence is kept once.

        Raises:
            ReaderError: the library cannot be written.
        """
        before = self._store.find(headword(gloss))
        kept = self._store.keep(word_from(gloss, status), encounter)
        description = _change_of_word(status, kept.text)
        if before is None:
            return Change(kept, Undo(description, lambda: self._store.remove([kept.id])))

        def take_back() -> None:
            self._store.put_statuses({kept.id: before.status})
            if encounter is not None and kept.seen > before.seen:
                self._store.forget_encounter(kept.id, encounter.sentence, encounter.span)

        return Change(kept, Undo(description, take_back))

    def set_status(self, word_ids: Sequence[WordId], status: WordStatus) -> Undo:
        """Give kept words a status; the undo gives each its own back."""
        changed = self._store.set_status(word_ids, status)
        what = _change_of_words(status, len(word_ids))
        return Undo(what, lambda: self._store.put_statuses(changed))

    def remove(self, word_ids: Sequence[WordId]) -> Undo:
        """Take words out of the vocabulary; the undo brings them back with their sentences."""
        ids = tuple(word_ids)
        self._store.remove(ids)
        what = counted("Remove word", "Remove {count} words", len(ids))
        return Undo(what, lambda: self._store.restore(ids))

    def find(self, text: str) -> Word | None:
        """The kept word with this headword, or None."""
        return self._store.find(text)

    def all(self) -> list[Word]:
        """Every kept word, the latest added first."""
        return self._store.all()

    def encounters(self, word_id: WordId) -> list[Encounter]:
        """The sentences a word was met in, the latest first."""
        return self._store.encounters(word_id)


def _change_of_word(status: WordStatus, word: str) -> Message:
    return {
        WordStatus.NEW: message("Mark {word} as new", word=word),
        WordStatus.LEARNING: message("Save {word}", word=word),
        WordStatus.KNOWN: message("Mark {word} as known", word=word),
        WordStatus.IGNORED: message("Ignore {word}", word=word),
    }[status]


def _change_of_words(status: WordStatus, count: int) -> Message:
    return {
        WordStatus.NEW: counted("Mark word as new", "Mark {count} words as new", count),
        WordStatus.LEARNING: counted("Save word", "Save {count} words", count),
        WordStatus.KNOWN: counted("Mark word as known", "Mark {count} words as known", count),
        WordStatus.IGNORED: counted("Ignore word", "Ignore {count} words", count),
    }[status]


def headword(gloss: Gloss) -> str:
    """Under which headword the word of a gloss card is kept: simplified, codes in narrow lower case."""
    return key_of(gloss.simplified or gloss.text)


def word_from(gloss: Gloss, status: WordStatus) -> Word:
    """The word of a gloss card as it would be kept now."""
    at = datetime.now(UTC)
    pinyin = " ".join(gloss.syllables)
    if not pinyin and gloss.slang is not None:
        pinyin = gloss.slang.pinyin
    return Word(
        id=WordId(0),
        text=headword(gloss),
        traditional=gloss.traditional or gloss.text,
        pinyin=pinyin,
        meaning=gloss.meaning or "; ".join(gloss.more[:2]),
        status=status,
        added_at=at,
        changed_at=at,
        hsk=gloss.hsk,
        zipf=gloss.zipf,
    )
