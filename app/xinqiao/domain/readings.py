"""Numbered pinyin set against the characters it reads."""

import re
from collections.abc import Sequence

from xinqiao.domain.characters import HAN, LATIN, count_han, is_han

UNKNOWN = "xx5"  # CC-CEDICT's sign for a character whose reading nobody knows

_SYLLABLE = re.compile(r"[A-Za-zü:]+[1-5]")
_PIECE = re.compile(rf"{HAN.pattern}|[{LATIN}]+")


def align(word: str, pinyin: str) -> tuple[str, ...] | None:
    """One lower-case syllable for each Han character of `word`, or None where they do not match.

    `pinyin` is an entry's (`san1 D da3 yin4` for `3D打印`): letters and digits of the word may be
    spelled out, stand as they are, or be left out.
    """
    tokens = [token for token in pinyin.split() if token not in (",", "·", ":")]
    han = count_han(word)
    syllables = [token.lower() for token in tokens if _SYLLABLE.fullmatch(token)]
    if len(word) == han:
        return tuple(syllables) if len(syllables) == han == len(tokens) else None
    written = [character for character in word if is_han(character) or character.isalnum()]
    pieces: Sequence[str] = _PIECE.findall(word)
    for parts in (written, pieces):
        if len(parts) == len(tokens):
            chosen = [token.lower() for part, token in zip(parts, tokens, strict=True) if is_han(part[0])]
            return tuple(chosen) if all(map(_SYLLABLE.fullmatch, chosen)) else None
    return tuple(syllables) if len(syllables) == han else None
