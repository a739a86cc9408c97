"""`xinqiao gloss`: explains words on the terminal."""

from collections.abc import Sequence

from xinqiao.domain.characters import has_han
from xinqiao.domain.pinyin import joined_marks
from xinqiao.domain.words import Gloss
from xinqiao.places import Places
from xinqiao.startup import Toolbox


def explain(words: Sequence[str], places: Places) -> int:
    """Print the gloss of each word; a word the dictionary lacks is explained in its pieces."""
    tools = Toolbox(places)
    tools.take_readers_words()
    missing = 0
    for number, word in enumerate(words):
        if number:
            print()
        gloss = tools.look_up_word.look_up_text(word)
        if gloss is not None:
            print("\n".join(gloss_lines(gloss)))
            continue
        # The letters of a Latin word explain nothing.
        pieces = tools.look_up_word.look_up_pieces(word) if has_han(word) else []
        print(f"{word}: not in the dictionary" + (", in pieces:" if pieces else "."))
        missing += not pieces
        for piece in pieces:
            print("\n".join(f"  {line}" for line in gloss_lines(piece)))
    return 1 if missing else 0


def gloss_lines(gloss: Gloss) -> list[str]:
    """Headword, pinyin, slang, numbered senses, level and frequency."""
    other = gloss.traditional if gloss.traditional != gloss.text else gloss.simplified
    head = [gloss.text, f"({other})" if other != gloss.text else "", joined_marks(gloss.syllables)]
    lines = ["  ".join(piece for piece in head if piece)]
    if gloss.own_meaning:
        lines.append(f"  = {gloss.own_meaning}")
    if gloss.slang is not None:
        lines.append(f"  [{gloss.slang.register or 'slang'}] {gloss.slang.meaning}")
    lines += [f"  {number}. {sense}" for number, sense in enumerate(gloss.likely + gloss.more, start=1)]
    lines += [
        f"  {piece.text} {joined_marks(piece.syllables)}: {piece.meaning or '—'}" for piece in gloss.pieces
    ]
    badges = []
    if level := gloss.hsk.hsk3 or gloss.hsk.syllabus_2025 or gloss.hsk.hsk2:
        badges.append(f"HSK {level}")
    if gloss.zipf:
        badges.append(f"frequency {gloss.zipf:.1f}")
    badges += [f"{character} = {' + '.join(parts)}" for character, parts in gloss.parts if parts]
    if badges:
        lines.append("  " + " · ".join(badges))
    return lines
