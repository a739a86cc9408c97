"""What a word is made of, for words that no dictionary lists: 西湖边 is 西湖 and 边."""

import math
import re
from collections.abc import Callable, Sequence

from xinqiao.domain.characters import count_han, narrow
from xinqiao.domain.numbers import explain_numeral
from xinqiao.domain.ports import Lexicon
from xinqiao.domain.senses import rank_entries, rank_senses
from xinqiao.domain.words import Entry, Piece

_ALL = 60_000_000  # weights of all words of the dictionary's list together, roughly
_LONGEST = 24  # characters; what is longer is no word
_NUMBER = 2.0  # a number is one part, however long, and no word takes a piece of it
_UNKNOWN = math.log(1 / _ALL) * 2  # a part without an entry costs as much as two rare words
# Senses of a part that follows a number: 三十五块, 五月二十号.
_MEASURE = re.compile(
    r"classifier|yuan\b|monetary|day of (?:the|a) month|o'clock|\b(?:month|year|degrees?)\b"
)
_MONEY = re.compile(r"money|yuan\b|monetary")


def pieces_of(
    word: str,
    syllables: Sequence[str],
    lexicon: Lexicon,
    entries: Callable[[str], Sequence[Entry]],
    slang: Callable[[str], str],
    translation: str = "",
) -> tuple[Piece, ...]:
    """The likeliest words that `word` falls into, at least two; nothing where none has an entry.

    Args:
        word: in simplified characters.
        syllables: one for each of its Chinese characters; empty where they are not known.
        entries: entries of a part.
        slang: the meaning of a part that is mostly meant as slang; empty for others.
        translation: the sentence's English; makes the senses that fit come first.
    """
    if len(word) > _LONGEST:
        return ()
    cut = _cut(word, lexicon, lambda part: bool(slang(part) or entries(part)))
    if len(cut) < 2:
        return ()
    pieces: list[Piece] = []
    read = list(syllables) if len(syllables) == count_han(word) else []
    counted = False  # whether a number stands before the part
    for text in cut:
        count = count_han(text)
        own, read = tuple(read[:count]), read[count:]
        found = rank_entries(entries(text), own, text)
        likely, more = rank_senses(found, own, translation)
        if counted:
            measures = [sense for sense in likely + more if _MEASURE.search(sense)]
            likely = (*filter(_MONEY.search, measures), *measures, *likely)
        number = explain_numeral(text) or (narrow(text) if text.isdecimal() else "")
        pieces.append(Piece(text, own, slang(text) or number or (likely[0] if likely else "")))
        counted = bool(number)
    return tuple(pieces) if any(piece.meaning for piece in pieces) else ()


def _cut(word: str, lexicon: Lexicon, is_known: Callable[[str], bool]) -> list[str]:
    """The path of least cost through the parts of `word`, the whole word left out."""
    best: list[tuple[float, int]] = [(0.0, 0)]  # cost of the way to each place, and where its last part began
    for end in range(1, len(word) + 1):
        ways: list[tuple[float, int]] = []
        for start in range(end):
            part = word[start:end]
            if part == word:
                continue
            if explain_numeral(part):
                cost = _NUMBER
            elif is_known(part):
                cost = -math.log(max(lexicon.weight(part), 1) / _ALL)
            elif len(part) == 1 or (part.isascii() and part.isalnum()) or part.isdecimal():
                cost = -_UNKNOWN
            else:
                continue
            ways.append((best[start][0] + cost, start))
        best.append(min(ways, default=(0.0, 0)))
    parts: list[str] = []
    end = len(word)
    while end:
        start = best[end][1]
        parts.append(word[start:end])
        end = start
    return parts[::-1]
