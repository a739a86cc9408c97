"""Looks up anything: Chinese characters, pinyin with or without tones, English, slang, kept words."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from xinqiao.domain.characters import has_han, narrow
from xinqiao.domain.pinyin import search_key
from xinqiao.domain.ports import ScriptConverter
from xinqiao.domain.senses import is_proper
from xinqiao.domain.words import Entry, SlangEntry, Word, WordStatus

_PARTED = re.compile("[ '’]+")
_LETTERS, _FEW = 4, 6  # headwords such as AA制 and T恤 are looked for by at most so many letters

LIMIT = 40
"""Lines that one search answers with at most."""


class SearchedLexicon(Protocol):
    """What is asked of the dictionary."""

    def entries(self, word: str) -> tuple[Entry, ...]:
        """Entries with this headword."""
        ...

    def search_hanzi(self, query: str, limit: int = 20) -> list[Entry]:
        """Entries whose headword begins with `query`, frequent ones first."""
        ...

    def search_english(self, query: str, limit: int = 20) -> list[Entry]:
        """Entries whose senses have every word of `query`."""
        ...

    def search_pinyin(self, query: str, limit: int = 20) -> list[Entry]:
        """Entries that are read as `query`, or begin so."""
        ...


class FoundIn(StrEnum):
    """Where a line comes from."""

    OWN = "own"
    SLANG = "slang"
    DICTIONARY = "dictionary"


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the answer.

    Attributes:
        text: headword in simplified characters, to be looked up.
        pinyin: numbered syllables joined by spaces.
        status: how well the reader knows it; None for a word that is not kept.
    """

    text: str
    traditional: str
    pinyin: str
    meaning: str
    found_in: FoundIn
    status: WordStatus | None = None


@dataclass(frozen=True, slots=True)
class _Own:
    word: Word
    key: str
    meaning: str


class FindWords:
    """Searches dictionary, slang and vocabulary together; made to be asked at every key."""

    def __init__(
        self,
        lexicon: SearchedLexicon,
        slang: Callable[[], Iterable[SlangEntry]],
        vocabulary: Callable[[], Iterable[Word]],
        converter: ScriptConverter,
    ) -> None:
        """Take the parts.

        Args:
            slang: the library's entries as they are now.
            vocabulary: the kept words as they are now.
        """
        self._lexicon, self._converter = lexicon, converter
        self._slang_now, self._vocabulary = slang, vocabulary
        self._slang: tuple[tuple[SlangEntry, frozenset[str], str], ...] = ()
        self._own: tuple[_Own, ...] = ()
        self._statuses: dict[str, WordStatus] = {}

    def load(self) -> None:
        """Take over the kept words and the slang as they are now; on a worker."""
        own = tuple(_Own(word, search_key(word.pinyin), word.meaning.lower()) for word in self._vocabulary())
        self._slang = tuple(
            (
                entry,
                frozenset(narrow(spelling).lower() for spelling in (entry.term, *entry.variants)),
                search_key(entry.pinyin),
            )
            for entry in self._slang_now()
        )
        self._own = own
        self._statuses = {one.word.text: one.word.status for one in own}

    def find(self, query: str) -> list[Found]:
        """Lines that fit `query`, the likeliest wanted first; none for a blank one."""
        query = " ".join(query.split())
        if not query:
            return []
        found: dict[tuple[str, str], Found] = {}
        for one in self._hanzi(query) if has_han(query) else self._letters(query):
            same = found.setdefault((one.text, one.pinyin.lower()), one)
            if same.pinyin != one.pinyin and same.pinyin[:1].isupper() and same.found_in is one.found_in:
                found[one.text, one.pinyin.lower()] = one  # 室 is a room before it is a surname
            if len(found) >= LIMIT:
                break
        return list(found.values())

    def _hanzi(self, query: str) -> Iterator[Found]:
        plain = self._converter.to_simplified(narrow(query)).replace(" ", "").lower()
        slang = [entry for entry, spellings, _ in self._slang if any(s.startswith(plain) for s in spellings)]
        slang.sort(key=lambda entry: (len(entry.term), entry.term))
        exact = [entry for entry, spellings, _ in self._slang if plain in spellings]
        yield from map(self._from_slang, exact)
        cased = dict.fromkeys((plain, plain.upper()))  # the dictionary writes AA制
        for form in cased:
            yield from map(self._from_entry, self._in_use(form))
        yield from (self._from_word(one.word) for one in self._own if plain in one.word.text)
        yield from map(self._from_slang, slang)
        for form in cased:
            yield from map(self._from_entry, self._lexicon.search_hanzi(form, LIMIT))

    def _in_use(self, word: str) -> list[Entry]:
        """Entries of a word, those that are only used in other words (绿 lù in names) last."""
        entries = self._lexicon.entries(word)
        return sorted(entries, key=lambda entry: (is_proper(entry), entry.senses[0].startswith("used in ")))

    def _letters(self, query: str) -> Iterator[Found]:
        lower = narrow(query).lower()
        key = search_key(query)
        toned = any(letter.isdigit() for letter in lower) or not lower.replace("ü", "u").isascii()
        yield from (self._from_slang(entry) for entry, spellings, _ in self._slang if lower in spellings)
        words = [
            one.word for one in self._own if (not toned and one.key == key) or _holds(one.meaning, lower)
        ]
        yield from map(self._from_word, words)
        pinyin = self._lexicon.search_pinyin(query, LIMIT)
        read_so = [entry for entry in pinyin if search_key(entry.pinyin) == key]
        pieces = [search_key(piece) for piece in _PARTED.split(query)]
        if len(pieces) > 1:  # xi'an is 西安 and not 先
            read_so.sort(key=lambda entry: [*map(search_key, entry.pinyin.split())] != pieces)
        yield from map(self._from_entry, read_so[: LIMIT // 2])
        if not toned:
            yield from map(self._from_entry, self._lexicon.search_english(lower, LIMIT // 2))
            yield from (
                self._from_slang(entry)
                for entry, _, reading in self._slang
                if (key and reading == key) or _holds(entry.meaning.lower(), lower)
            )
        yield from map(self._from_entry, pinyin)
        if lower.isascii() and len(lower) <= _LETTERS:
            yield from map(self._from_entry, self._lexicon.search_hanzi(lower.upper(), _FEW))
        begins = (entry for entry, spellings, _ in self._slang if any(s.startswith(lower) for s in spellings))
        yield from map(self._from_slang, begins)

    def _from_entry(self, entry: Entry) -> Found:
        return Found(
            entry.simplified,
            entry.traditional,
            entry.pinyin,
            "; ".join(entry.senses[:3]),
            FoundIn.DICTIONARY,
            self._statuses.get(entry.simplified.lower()),
        )

    def _from_slang(self, entry: SlangEntry) -> Found:
        status = self._statuses.get(entry.term.lower())
        return Found(entry.term, "", entry.pinyin, entry.meaning, FoundIn.SLANG, status)

    @staticmethod
    def _from_word(word: Word) -> Found:
        return Found(word.text, word.traditional, word.pinyin, word.meaning, FoundIn.OWN, word.status)


def _holds(meaning: str, query: str) -> bool:
    """Whether `query` stands in `meaning` at the beginning of a word."""
    at = meaning.find(query)
    return len(query) > 1 and at >= 0 and (at == 0 or not meaning[at - 1].isalnum())
