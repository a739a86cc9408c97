"""Readings in context: the dictionary's for words, a small network's for single characters."""

import threading
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from xinqiao.domain.characters import count_han, is_han
from xinqiao.domain.ports import Lexicon, ScriptConverter, Slang
from xinqiao.domain.readings import UNKNOWN, align
from xinqiao.engines.reading_rules import SETTLED_WORDS, rule_reading

if TYPE_CHECKING:
    from xinqiao.engines.g2pm_scores import G2pmScores

_RULES = "1"
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
        self._read = lru_cache(maxsize=512)(self._read_words)

    @property
    def version(self) -> str:
        """Changes whenever a reading may change."""
        return f"g2pm-{_RULES}/{self._lexicon.version}"

    def read(self, words: Sequence[str]) -> list[Reading]:
        """Numbered pinyin for the consecutive `words` of one sentence, one syllable per Han character."""
        return list(self._read(tuple(words)))

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
        readings = [self._read_piece(texts, index, pieces[index][0], scores) for index in range(len(pieces))]
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
        han = [place for place, character in enumerate(piece) if is_han(character)]

        def fit(candidate: Reading) -> float:
            return sum(
                scores.get(offset + place, {}).get(syllable, _MISSING)
                for place, syllable in zip(han, candidate, strict=True)
            )

        return max(candidates, key=fit)  # the first of equals, in dictionary order

    def _read_single(self, pieces: Sequence[str], index: int, scores: dict[str, float]) -> str:
        if ruled := rule_reading(pieces, index):
            return ruled
        if scores:
            return max(scores, key=lambda name: scores[name])
        candidates = self._candidates(pieces[index])
        return candidates[0][0] if candidates else UNKNOWN

    def _find_candidates(self, word: str) -> tuple[Reading, ...]:
        """Possible readings of `word` (simplified), proper names only where there is nothing else."""
        if settled := SETTLED_WORDS.get(word):
            return (tuple(settled.split()),)
        if len(word) > 1:
            slang = self._slang.find(word)
            if slang is not None and slang.pinyin and slang.term == word:
                reading = align(word, slang.pinyin)
                if reading is not None:
                    return (reading,)
        common: list[Reading] = []
        proper: list[Reading] = []
        for entry in self._lexicon.entries(word):
            if entry.simplified != word:
                continue
            reading = align(word, entry.pinyin)
            if reading is not None:
                (proper if entry.pinyin[:1].isupper() else common).append(reading)
        return tuple(dict.fromkeys(common or proper))
