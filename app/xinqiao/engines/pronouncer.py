"""Readings in context: the dictionary's for words, a small network's for single characters."""

import threading
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from xinqiao.domain.characters import count_han, is_han
from xinqiao.domain.ports import Lexicon, ScriptConverter, Slang
from xinqiao.domain.readings import UNKNOWN, align
from xinqiao.engines.context_table import reading_table, tables_digest
from xinqiao.engines.reading_rules import is_doubled, rule_reading, settled_words

if TYPE_CHECKING:
    from xinqiao.engines.g2pm_scores import G2pmScores

_RULES = "2"
_MISSING = -8.0  # score of a dictionary reading that the network does not know for the character
_LONGEST_WORD = 10

Reading = tuple[str, ...]


def _shared_scores() -> "G2pmScores":
    # imported here: a post that is cached needs no numpy
    from xinqiao.engines.g2pm_scores import shared_scores

    return shared_scores()


class ContextPronouncer:
    """`Pronouncer`: settled readings, then slang, dictionary and network, in this order.

    The network loads on first use; call it on a worker.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        slang: Slang,
        converter: ScriptConverter,
        scores: "Callable[[], G2pmScores] | None" = None,
    ) -> None:
        """Take note of the sources; nothing is loaded.

        Args:
            scores: gives the network; the one that all share for None.
        """
        self._lexicon = lexicon
        self._slang = slang
        self._converter = converter
        self._scores = scores or _shared_scores
        self._lock = threading.Lock()
        self._candidates = lru_cache(maxsize=8192)(self._find_candidates)
        self._dictionary_readings = lru_cache(maxsize=8192)(self._find_dictionary_readings)
        self._as_written = lru_cache(maxsize=8192)(self._find_as_written)
        self._read = lru_cache(maxsize=512)(self._read_words)

    @property
    def version(self) -> str:
        """Changes whenever a reading may change."""
        return f"g2pm-{_RULES}/{tables_digest('readings.tsv')}/{self._lexicon.version}"

    def read(self, words: Sequence[str]) -> list[Reading]:
        """Numbered pinyin for the consecutive `words` of one sentence, one syllable per Han character."""
        return list(self._read(tuple(words)))

    def usual(self, word: str) -> Reading:
        """How a simplified word is mostly read, where that is settled; empty where only a context tells."""
        if word in settled_words():
            return tuple(settled_words()[word].split())
        if len(word) == 1 and word in reading_table() and (line := reading_table()[word][-1]).free:
            return () if line.result == "?" else (line.result,)
        return ()

    def _read_words(self, words: tuple[str, ...]) -> list[Reading]:
        written = "".join(words)
        text = self._converter.to_simplified(written)
        pieces: list[tuple[int, str]] = []  # what is read as one: dictionary words and single characters
        counts: list[int] = []  # number of pieces of each word
        offset = 0
        for word in words:
            parts = self._parts(text[offset : offset + len(word)])
            counts.append(len(parts))
            for part in parts:
                pieces.append((offset, part))
                offset += len(part)
        open_offsets = [
            start + place
            for start, piece in pieces
            if len(piece) == 1 or len(self._candidates(piece)) > 1
            for place in range(len(piece))
            if is_han(piece[place])
        ]
        scores = dict(zip(open_offsets, self._scores().score(text, open_offsets), strict=True))
        texts = [piece for _, piece in pieces]
        readings: list[Reading] = []
        for index, (offset, piece) in enumerate(pieces):
            as_written = written[offset : offset + len(piece)]
            if as_written != piece and (known := self._as_written(as_written, piece)):
                reading = self._of_these(texts, index, offset, scores, known)
            elif is_doubled(texts, index):
                reading = (f"{readings[-1][0][:-1]}5",)
            else:
                reading = self._read_piece(texts, index, offset, scores)
            readings.append(reading)
        result: list[Reading] = []
        place = 0
        for count in counts:
            result.append(tuple(syllable for part in readings[place : place + count] for syllable in part))
            place += count
        return result

    def _parts(self, word: str) -> list[str]:
        """`word` itself where it has a reading as a whole, else its longest readable parts."""
        if len(word) == 1 or not count_han(word) or self._candidates(word):
            return [word]
        parts: list[str] = []
        start = 0
        while start < len(word):
            end = min(start + _LONGEST_WORD, len(word))
            while end > start + 1 and not (
                count_han(word[start:end]) > 0 and self._candidates(word[start:end])
            ):
                end -= 1
            parts.append(word[start:end])
            start = end
        return parts

    def _read_piece(
        self, pieces: Sequence[str], index: int, offset: int, scores: dict[int, dict[str, float]]
    ) -> Reading:
        piece = pieces[index]
        if not count_han(piece):
            return ()
        if len(piece) == 1:
            return (self._read_single(pieces, index, scores.get(offset, {})),)
        if ruled := rule_reading(pieces, index):
            return tuple(ruled.split())
        candidates = self._candidates(piece)
        if len(candidates) == 1:
            return candidates[0]
        return self._likeliest(piece, offset, scores, candidates)

    def _find_as_written(self, written: str, simplified: str) -> tuple[Reading, ...]:
        """Readings that traditional characters leave of several, where they tell more than simplified ones.

        乾 is not read as 幹 is, although 干 stands for both.
        """
        entries = self._lexicon.entries(written)
        found = [
            align(simplified, entry.pinyin)
            for entry in entries
            if (entry.traditional, entry.simplified) == (written, simplified)
        ]
        common = tuple(dict.fromkeys(reading for reading in found if reading is not None))
        others = self._dictionary_readings(simplified)
        return common if common and not set(others) <= set(common) else ()

    def _of_these(
        self,
        pieces: Sequence[str],
        index: int,
        offset: int,
        scores: dict[int, dict[str, float]],
        known: tuple[Reading, ...],
    ) -> Reading:
        """The usual reading where it is one of `known`, else the likeliest of these."""
        reading = self._read_piece(pieces, index, offset, scores)
        if reading in known or len(known[0]) != len(reading):
            return reading
        return self._likeliest(pieces[index], offset, scores, known)

    def _likeliest(
        self, piece: str, offset: int, scores: dict[int, dict[str, float]], candidates: tuple[Reading, ...]
    ) -> Reading:
        """Of `candidates` the one that the network finds likeliest; the first of equals."""
        han = [place for place, character in enumerate(piece) if is_han(character)]

        def fit(candidate: Reading) -> float:
            return sum(
                scores.get(offset + place, {}).get(syllable, _MISSING)
                for place, syllable in zip(han, candidate, strict=True)
            )

        return max(candidates, key=fit)

    def _read_single(self, pieces: Sequence[str], index: int, scores: dict[str, float]) -> str:
        if ruled := rule_reading(pieces, index):
            return ruled
        if scores:
            return max(scores, key=lambda name: scores[name])
        candidates = self._candidates(pieces[index])
        return candidates[0][0] if candidates else UNKNOWN

    def _find_candidates(self, word: str) -> tuple[Reading, ...]:
        """Possible readings of `word` (simplified), proper names only where there is nothing else."""
        if settled := settled_words().get(word):
            return (tuple(settled.split()),)
        if len(word) > 1 and (said := self._slang_reading(word)):
            return (said,)
        readings = self._dictionary_readings(word)
        return readings or self._twice(word)

    def _twice(self, word: str) -> tuple[Reading, ...]:
        """Readings of 干干净净 from those of 干净, every syllable with its full tone."""
        if len(word) != 4 or word[0] != word[1] or word[2] != word[3]:
            return ()
        found: list[Reading] = []
        for first, second in self._dictionary_readings(word[0] + word[2]):
            full = self._usual(word[2]) if second.endswith("5") else second
            found.append((first, first, full, full))
        return tuple(found)

    def _slang_reading(self, word: str) -> Reading | None:
        """The slang layer's reading; a variant takes the term's where its characters sound alike."""
        slang = self._slang.find(word)
        if slang is None or not slang.pinyin:
            return None
        reading = align(word, slang.pinyin)
        if reading is None or slang.term == word:
            return reading
        own = [character for character in slang.term if is_han(character)]
        if len(own) != len(reading):
            return None
        written = [character for character in word if is_han(character)]
        for place, (character, theirs) in enumerate(zip(written, own, strict=True)):
            known = self._dictionary_readings(character)
            if character == theirs or (reading[place],) in known:
                continue
            if reading[place][:-1] not in {syllable[:-1] for (syllable,) in known}:
                return None  # another word, not another spelling
            reading = (*reading[:place], self._usual(character), *reading[place + 1 :])
        return reading

    def _usual(self, character: str) -> str:
        """How one character is read without a context."""
        usual = reading_table()[character][-1].result if character in reading_table() else "?"
        known = self._dictionary_readings(character)
        return usual if usual != "?" else known[0][0] if known else UNKNOWN

    def _find_dictionary_readings(self, word: str) -> tuple[Reading, ...]:
        common: list[Reading] = []
        proper: list[Reading] = []
        for entry in self._lexicon.entries(word):
            if entry.simplified != word:
                continue
            reading = align(word, entry.pinyin)
            if reading is not None:
                (proper if entry.pinyin[:1].isupper() else common).append(reading)
        return tuple(dict.fromkeys(common or proper))
