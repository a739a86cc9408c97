"""How tones change in speech: 不, 一, and third tones that meet.

A display option over citation tones, which is what dictionaries and the library hold. A sentence is
cut into *phrases* at every mark; inside a phrase the rules look from word to word. Third tones
change inside a word first, part by part as it is built (小·老虎 *xiǎo láo hǔ*, 展览·馆 *zhán lán
guǎn*), then where a word of one syllable leans on its neighbour; two words of two syllables or more
keep a border between them.
"""

import itertools
import math
import re
from collections.abc import Callable, Iterator, Sequence

from xinqiao.domain.characters import is_han
from xinqiao.domain.numbers import NUMERALS, is_numeral
from xinqiao.domain.words import PreparedSentence

Weight = Callable[[str], float]
"""How frequent a word of the dictionary is; 0 for what is none."""

Said = tuple[tuple[str, ...], ...]
"""Syllables of each token of a sentence."""

_COUNTS_BEFORE = frozenset("第初零〇一二三四五六七八九十")
_MULTIPLIERS = frozenset("百千万萬亿億")
_MODIFIERS = frozenset("小老")
_ENDINGS = frozenset("长長者馆館厂廠所")  # 小组长 is the head of a 小组
# What makes a number of the 一 before it: 一月, 一号, 一年级, 一等奖.
_ORDINAL = re.compile("[月号號楼樓班级級]|年[级級]|等[奖獎]|十")


def no_words(_text: str) -> float:
    """Knows no word: words are then taken as two and one."""
    return 0.0


def spoken(prepared: PreparedSentence, weight: Weight = no_words) -> Said:
    """The syllables of each token as they are said; of the same number as its citation syllables.

    Args:
        weight: tells which parts of a longer word are words, and of two the usual one.
    """
    tokens = prepared.tokens
    said = [list(token.syllables) for token in tokens]
    for indices in _phrases(prepared):
        places = [(index, number) for index in indices for number in range(len(said[index]))]
        signs = [sign for index in indices for sign in tokens[index].text if is_han(sign)]
        if len(signs) != len(places):
            continue  # a reading that does not fit its characters is left alone
        syllables = [said[index][number] for index, number in places]
        sizes = [len(said[index]) for index in indices if said[index]]
        before = tokens[indices[0] - 1].text[-1:] if indices[0] else ""
        phrase = _Phrase(signs, syllables, sizes, before)
        changed = phrase.third_tones(phrase.bu_and_yi(), weight)
        for (index, number), syllable in zip(places, changed, strict=True):
            said[index][number] = syllable
    return tuple(tuple(syllables) for syllables in said)


def _phrases(prepared: PreparedSentence) -> Iterator[list[int]]:
    """Indices of neighbouring tokens that have syllables."""
    phrase: list[int] = []
    for index, token in enumerate(prepared.tokens):
        if token.syllables:
            phrase.append(index)
        elif phrase:
            yield phrase
            phrase = []
    if phrase:
        yield phrase


def _tone(syllable: str) -> str:
    return syllable[-1:]


def _with(syllable: str, tone: str) -> str:
    return syllable[:-1] + tone


class _Phrase:
    """Characters and citation syllables between two marks, and how many each word has."""

    def __init__(
        self, signs: Sequence[str], syllables: Sequence[str], sizes: Sequence[int], before: str
    ) -> None:
        self._signs, self._syllables = signs, syllables
        self._before = before  # the character before the phrase
        self._words: list[tuple[int, int]] = []  # first place of each word, and the place after it
        start = 0
        for size in sizes:
            self._words.append((start, start + size))
            start += size
        self._word_at = [word for word in self._words for _ in range(*word)]

    def _sign(self, place: int) -> str:
        if place < 0:
            return self._before if place == -1 else ""
        return self._signs[place] if place < len(self._signs) else ""

    # -- 不 and 一 -----------------------------------------------------------------------------

    def bu_and_yi(self) -> list[str]:
        """The syllables with 不 and 一 as they are said."""
        result = list(self._syllables)
        for place, (sign, syllable) in enumerate(zip(self._signs, self._syllables, strict=True)):
            if sign == "不" and syllable == "bu4":
                result[place] = _with(syllable, self._tone_of_bu(place))
            elif sign == "一" and syllable == "yi1":
                result[place] = _with(syllable, self._tone_of_yi(place))
        return result

    def _following(self, place: int) -> str:
        """The tone of the next syllable; empty at the end of the phrase."""
        return _tone(self._syllables[place + 1]) if place + 1 < len(self._syllables) else ""

    def _is_between(self, place: int) -> bool:
        """Whether the same verb or adjective stands before and after: 看一看, 好不好."""
        same = self._sign(place - 1)
        if place == 0 or same != self._sign(place + 1) or same in ("一", "不"):
            return False
        return self._sign(place - 2) != "一"  # 一天一天 counts days

    def _tone_of_bu(self, place: int) -> str:
        if self._is_between(place):
            return "5"
        return "2" if self._following(place) == "4" else "4"

    def _tone_of_yi(self, place: int) -> str:
        following = self._following(place)
        if not following or self._counts(place):
            return "1"
        if self._is_between(place) and self._sign(place - 1) not in _COUNTS_BEFORE:
            return "5"
        if following == "4" or self._sign(place + 1) in ("个", "個"):
            return "2"
        return "4" if following in "123" else "1"

    def _counts(self, place: int) -> bool:
        """Whether a 一 keeps its own tone: as a figure, an ordinal, or at the end of a longer word."""
        before, after = self._sign(place - 1), self._sign(place + 1)
        start, end = self._word_at[place]
        if after in _MULTIPLIERS:
            return before == "十"  # 十一万, but 一万一千
        if before in _COUNTS_BEFORE or before.isdigit():
            return True
        if end - start > 1 and place == end - 1:
            return True  # 万一, 统一
        if after in NUMERALS and after not in "两百千万亿":
            number = self._word_at[place + 1]
            return end > place + 1 or is_numeral("".join(self._signs[slice(*number)]))
        if after == "日":
            return before == "月"
        return _ORDINAL.match(after + self._sign(place + 2)) is not None

    # -- third tones ---------------------------------------------------------------------------

    def third_tones(self, syllables: list[str], weight: Weight) -> list[str]:
        """`syllables` with third tones changed before third tones."""
        result = list(syllables)
        for start, end in self._words:
            self._inside(result, start, end, weight)
        # From the right: 我很好 is said wǒ hén hǎo, for 很 no longer is a third tone to 我.
        for number in range(len(self._words) - 2, -1, -1):
            (first, after), (_, end) = self._words[number], self._words[number + 1]
            alone = after - first == 1
            if alone and end - after == 1 and self._is_doubled(after):
                result[first] = _with(result[first], "2")  # 想想 is xiáng xiang
            elif alone or end - after == 1:
                self._join(result, after)
        return result

    def _is_doubled(self, place: int) -> bool:
        """Whether a third tone is said again in the neutral tone, and lost its own to it."""
        once, again = self._syllables[place - 1], self._syllables[place]
        return self._signs[place - 1] == self._signs[place] and once[-1] == "3" and again == _with(once, "5")

    def _inside(self, result: list[str], start: int, end: int, weight: Weight) -> None:
        """Change a word or a part of one, its own parts first."""
        tones = [_tone(syllable) for syllable in result[start:end]]
        if ("3", "3") not in itertools.pairwise(tones):
            return
        border = start + _border("".join(self._signs[start:end]), weight)
        self._inside(result, start, border, weight)
        self._inside(result, border, end, weight)
        self._join(result, border)

    @staticmethod
    def _join(result: list[str], border: int) -> None:
        if _tone(result[border - 1]) == "3" and _tone(result[border]) == "3":
            result[border - 1] = _with(result[border - 1], "2")


def _border(word: str, weight: Weight) -> int:
    """After how many characters the two parts of a word of at least two meet.

    The parts are words where that can be, the more usual ones where there is a choice (小组·长, but
    小·老虎); else the first has two characters. Numbers grow at their end (五百·五).
    """
    if len(word) == 2 or is_numeral(word):
        return len(word) - 1

    if len(word) == 3 and word[0] in _MODIFIERS and word[-1] not in _ENDINGS and weight(word[1:]) > 0:
        return 1  # a small umbrella, however often 小雨 is said

    def fit(border: int) -> tuple[int, float, int]:
        parts = [part for part in (word[:border], word[border:]) if len(part) > 1]
        known = [(part, found) for part in parts if (found := weight(part)) > 0]
        covered = sum(len(part) for part, _ in known)
        return covered, sum(math.log(found) for _, found in known), -abs(border - 2)

    return max(range(1, len(word)), key=fit)
