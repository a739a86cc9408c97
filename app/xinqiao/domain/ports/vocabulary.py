"""Where the reader's words are kept."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from xinqiao.domain.words import (
    Encounter,
    Span,
    Word,
    WordId,
    WordStatus,
)


class VocabularyStore(Protocol):
    """The reader's words with their encounters."""

    def find(self, text: str) -> Word | None:
        """The kept word with this headword, or None."""
        ...

    def statuses(self, texts: Iterable[str] | None = None) -> dict[str, WordStatus]:
        """Status of each kept word among `texts` (all kept words for None)."""
        ...

    def all(self) -> list[Word]:
        """Every kept word, the latest added first."""
        ...

    def keep(self, word: Word, encounter: Encounter | None) -> Word:
        """Keep a word (by its headword; `word.id` is ignored) with one encounter, in one transaction.

        An existing word keeps its id, its first date and what the reader sees of it, and takes the
        new status. The same stretch of the same sentence is kept once.
        """
        ...

    def keep_new(self, words: Sequence[Word]) -> list[WordId]:
        """Keep those of the words that are not kept yet, in one transaction; their ids."""
        ...

    def get_many(self, word_ids: Sequence[WordId]) -> list[Word]:
        """Those of the words that are kept, in the given order."""
        ...

    def set_status(self, word_ids: Sequence[WordId], status: WordStatus) -> dict[WordId, WordStatus]:
        """Change the status of kept words; answers with those that changed and what they were."""
        ...

    def put_statuses(self, statuses: Mapping[WordId, WordStatus]) -> None:
        """Give each word its status, in one transaction; what `set_status` answered undoes it."""
        ...

    def forget_encounter(self, word_id: WordId, sentence: str, span: Span) -> None:
        """Take one encounter of a word away for good."""
        ...

    def latest_encounters(self, word_ids: Sequence[WordId] | None = None) -> dict[WordId, Encounter]:
        """The latest encounter of each of the words that has one (of all words for None)."""
        ...

    def remove(self, word_ids: Sequence[WordId]) -> None:
        """Take words out of the vocabulary; `restore` brings them back with their encounters."""
        ...

    def restore(self, word_ids: Sequence[WordId]) -> None:
        """Bring removed words back."""
        ...

    def encounters(self, word_id: WordId) -> list[Encounter]:
        """A word's encounters, the latest first."""
        ...
