"""Rows as they leave the library."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VocabularyLine:
    """One word as a line of a word list: everything is text, ready to be read by people.

    Attributes:
        pinyin: with tone marks.
        hsk: levels with the list each is from (`HSK 2012: 3`); empty for none.
        frequency: on the Zipf scale with one decimal; empty when unknown.
        added: ISO date in the reader's own time zone.
        sentence: the latest sentence the word was met in.
        source: title and author of the post it was met in.
    """

    word: str
    traditional: str = ""
    pinyin: str = ""
    meaning: str = ""
    status: str = ""
    hsk: str = ""
    frequency: str = ""
    added: str = ""
    sentence: str = ""
    sentence_pinyin: str = ""
    translation: str = ""
    source: str = ""
