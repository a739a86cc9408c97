"""How tones change in speech: 不, 一, and third tones that meet.

A display option over citation tones, which is what dictionaries and the library hold. A sentence is
cut into *phrases* at every mark; inside a phrase the rules look from word to word. Third tones
change inside a word first, then where a word of one syllable leans on its neighbour; two words of
two syllables or more keep a border between them.
"""

from collections.abc import Iterator, Sequence

from xinqiao.domain.characters import is_han
from xinqiao.domain.words import PreparedSentence

_ORDINAL_BEFORE = frozenset("第初零〇一二三四五六七八九十")
_NUMBERS_AFTER = frozenset("零〇二三四五六七八九十月号號日楼樓班")

Said = tuple[tuple[str, ...], ...]
"""Syllables of each token of a sentence."""


def spoken(prepared: PreparedSentence) -> Said:
    """The syllables of each token as they are said; of the same number as its citation syllables."""
    tokens = prepared.tokens
    said = [list(token.syllables) for token in tokens]
    for phrase in _phrases(prepared):
        places = [(index, number) for index in phrase for number in range(len(said[index]))]
        signs = [sign for index in phrase for sign in tokens[index].text if is_han(sign)]
        if len(signs) != len(places):
            continue  # a reading that does not fit its characters is left alone
        flat = [said[index][number] for index, number in places]
        sizes = [len(said[index]) for index in phrase if said[index]]
        before = tokens[phrase[0] - 1].text[-1:] if phrase[0] else ""
        flat = _bu_and_yi(signs, flat, before)
        flat = _third_tones(flat, sizes)
        for (index, number), syllable in zip(places, flat, strict=True):
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


def _bu_and_yi(signs: Sequence[str], syllables: list[str], before: str) -> list[str]:
    result = list(syllables)
    for place, sign in enumerate(signs):
        following = _tone(syllables[place + 1]) if place + 1 < len(syllables) else ""
        previous = signs[place - 1] if place else before
        next_sign = signs[place + 1] if place + 1 < len(signs) else ""
        between_same = place > 0 and previous == next_sign
        if sign == "不" and syllables[place] == "bu4":
            if between_same:
                result[place] = "bu5"
            elif following == "4":
                result[place] = "bu2"
        elif sign == "一" and syllables[place] == "yi1" and following:
            if between_same and previous not in _ORDINAL_BEFORE:
                result[place] = "yi5"
            elif previous in _ORDINAL_BEFORE or previous.isdigit() or next_sign in _NUMBERS_AFTER:
                continue
            elif following == "4" or next_sign in ("个", "個"):
                result[place] = "yi2"
            elif following in "123":
                result[place] = "yi4"
    return result


def _third_tones(syllables: list[str], sizes: Sequence[int]) -> list[str]:
    """Third tones before third tones.

    Args:
        sizes: number of syllables of each word, in order.
    """
    result = list(syllables)
    starts: list[int] = []
    start = 0
    for size in sizes:
        starts.append(start)
        for place in range(start, start + size - 1):  # 展览馆: every third tone before another in the word
            if _tone(syllables[place]) == "3" and _tone(syllables[place + 1]) == "3":
                result[place] = _with(result[place], "2")
        start += size
    # From the right: 我很好 is said wǒ hén hǎo, for 很 no longer is a third tone to 我.
    for number in range(len(sizes) - 2, -1, -1):
        end, after = starts[number + 1] - 1, starts[number + 1]
        leaning = sizes[number] == 1 or sizes[number + 1] == 1
        if leaning and _tone(result[end]) == "3" and _tone(result[after]) == "3":
            result[end] = _with(result[end], "2")
    return result
