"""A sentence word by word: for a reader who doubts its translation."""

from xinqiao.domain.words import Gloss, PreparedSentence, TokenKind
from xinqiao.services.look_up_word import LookUpWord

LONGEST = 28
"""Characters of one word's meaning."""


def word_by_word(prepared: PreparedSentence, look_up: LookUpWord) -> list[tuple[str, str]]:
    """(word as written, its likeliest meaning) for each word of a sentence, in order.

    The translation is not asked for its opinion, since it is what is doubted.
    """
    found: list[tuple[str, str]] = []
    for number, token in enumerate(prepared.tokens):
        if token.kind is TokenKind.WORD:
            found.append((token.text, short_meaning(look_up.look_up(prepared, number))))
    return found


def short_meaning(gloss: Gloss) -> str:
    """The first meaning of a gloss, short enough to stand in a line; a question mark for none."""
    meaning = gloss.slang.meaning if gloss.slang is not None else "; ".join(gloss.likely[:1])
    first = meaning.split(";")[0].strip()
    if len(first) > LONGEST:
        first = first[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,(") + "…"
    return first or "?"
