"""Writes the reader's words to a file."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from xinqiao.domain.exports import VocabularyLine
from xinqiao.domain.pinyin import mark_reading
from xinqiao.domain.ports import VocabularyStore
from xinqiao.domain.words import Encounter, HskLevels, Word, WordId


class WriteWords(Protocol):
    """Makes the text of a word list."""

    def __call__(self, lines: Sequence[VocabularyLine], *, byte_order_mark: bool = False) -> str:
        """The list as text."""
        ...


class ExportVocabulary:
    """Exports words, each with the latest sentence it was met in.

    Args:
        store: the words.
        write: makes the text of the list.
        save: puts a text into a file in one step.
        to_local: brings a time into the reader's time zone.
    """

    def __init__(
        self,
        store: VocabularyStore,
        *,
        write: WriteWords,
        save: Callable[[Path, str], None],
        to_local: Callable[[datetime], datetime] = datetime.astimezone,
    ) -> None:
        self._store = store
        self._write = write
        self._save = save
        self._to_local = to_local

    def lines(self, word_ids: Sequence[WordId] | None = None) -> list[VocabularyLine]:
        """Lines of the given words in their order; of all words, the latest added first, for None."""
        words = self._store.all() if word_ids is None else self._store.get_many(word_ids)
        latest = self._store.latest_encounters(word_ids)
        return [self._line(word, latest.get(word.id)) for word in words]

    def to_csv(
        self, path: Path, word_ids: Sequence[WordId] | None = None, *, byte_order_mark: bool = False
    ) -> int:
        """Write the words to a CSV file; how many.

        Args:
            path: the file, replaced in one step if it is there.
            word_ids: a selection; None for all words.
            byte_order_mark: for Excel, which otherwise misreads UTF-8.

        Raises:
            ReaderError: the file cannot be written; one that was there before is unchanged.
        """
        lines = self.lines(word_ids)
        self._save(path, self._write(lines, byte_order_mark=byte_order_mark))
        return len(lines)

    def _line(self, word: Word, met: Encounter | None) -> VocabularyLine:
        return VocabularyLine(
            word=word.text,
            traditional=word.traditional,
            pinyin=mark_reading(word.pinyin, " "),
            meaning=word.meaning,
            status=word.status.value,
            hsk=hsk_line(word.hsk),
            frequency=f"{word.zipf:.1f}" if word.zipf else "",
            added=self._to_local(word.added_at).date().isoformat(),
            sentence=met.sentence if met else "",
            sentence_pinyin=met.pinyin if met else "",
            translation=met.translation if met else "",
            source=met.source if met else "",
        )


def hsk_line(levels: HskLevels) -> str:
    """The levels in one line, each with the list it is from (`HSK 2012: 3; HSK 2021: 2`)."""
    lists = (("HSK 2012", levels.hsk2), ("HSK 2021", levels.hsk3), ("HSK 2025", levels.syllabus_2025))
    return "; ".join(f"{name}: {level}" for name, level in lists if level)
