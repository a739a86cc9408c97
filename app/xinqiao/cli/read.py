"""`xinqiao read`: a post from a file or a pipe, sentence by sentence beside its translation."""

import sys
from contextlib import closing
from pathlib import Path

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.pinyin import joined_marks
from xinqiao.domain.words import PreparedSentence, TokenKind
from xinqiao.formats.plain_text import decode_file, parse_pasted, read_text_file
from xinqiao.places import Places
from xinqiao.startup import Toolbox

_COMMON = 4.6  # Zipf: words at or above this need no explaining in a list


def read_file(file: str, places: Places, *, glosses: bool) -> int:
    """Print a post's sentences with pinyin, translation and, if wanted, the rarer words.

    Args:
        file: a text file, or `-` for standard input.
    """
    if file == "-":
        post = parse_pasted(decode_file(sys.stdin.buffer.read()))
    else:
        post = read_text_file(Path(file))
    with closing(Toolbox(places)) as tools:
        tools.take_readers_words()
        for aligned in tools.read_once(post, CancelToken()):
            print(aligned.prepared.text)
            print(f"    {_pinyin(aligned.prepared)}")
            if aligned.translation is not None:
                doubt = "  ⚠" if aligned.translation.doubts else ""
                print(f"    {aligned.translation.text}{doubt}")
            if glosses:
                _print_glosses(aligned.prepared, tools)
            print(flush=True)
    return 0


def _pinyin(prepared: PreparedSentence) -> str:
    words = (
        joined_marks(token.syllables) if token.syllables else token.text.strip() for token in prepared.tokens
    )
    return " ".join(word for word in words if word)


def _print_glosses(prepared: PreparedSentence, tools: Toolbox) -> None:
    told: set[str] = set()
    for index, token in enumerate(prepared.tokens):
        if token.kind is not TokenKind.WORD or token.text in told:
            continue
        told.add(token.text)
        gloss = tools.look_up_word.look_up(prepared, index)
        if gloss.slang is not None or gloss.zipf < _COMMON:
            print(f"      · {gloss.text} {joined_marks(gloss.syllables)}: {gloss.meaning}")
