"""Stretches that look like one name which the dictionary lacks, over the words they fall into.

A model that guesses at unknown words finds few names in posts: most of what single characters make
up there are verbs with what they do (送错, 走得) and things that nobody listed (羊绒衫). So names are
looked for by what they are written with: a surname and a given name, 小 and a surname, a street, a
foreign name in characters that such names are written with, and a list of shops and people.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from xinqiao.domain.characters import has_han
from xinqiao.domain.numbers import NUMERALS
from xinqiao.domain.words import Span
from xinqiao.engines.context_table import table_fields

_STREETS = frozenset("路街巷")
_LONGEST = 6
_LEAST_FOREIGN = 3
# A street's own name is not written with these.
_NO_STREET = frozenset(
    "的了是我你他她在有就也都和这那条走过到去来上下左右东西南北前后新老旧大小长短宽窄一二三四五六七八九十几两多修问认带让开车逛"
    "同半全整每各某本此该堵顺沿绕远给会太机不得把串亮疑无怪动"
)
_COUNTING = frozenset(NUMERALS + "这那哪每某几半第多整")  # a measure word follows, and no surname
_COMMON = 2000  # weight of a character that often stands alone

Weight = Callable[[str], int]


@cache
def _lists() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, names in table_fields("names.tsv"):
        found.setdefault(kind, set()).update(names.split(" "))
    return {kind: frozenset(names) for kind, names in found.items()}


def outline_names(pieces: Sequence[str], weight: Weight) -> list[Span]:
    """Stretches over two or more `pieces` that look like one name.

    Args:
        pieces: a text cut into words, in simplified characters.
        weight: a word's weight in the segmenter's list, 0 for none.
    """
    spans: list[Span] = []
    offset = index = 0
    while index < len(pieces):
        count = _known_at(pieces, index)
        if not count and not (index and pieces[index - 1][-1] in _COUNTING):
            count = _name_at(pieces, index, weight)
        taken = "".join(pieces[index : index + max(count, 1)])
        if count > 1:
            spans.append(Span(offset, offset + len(taken)))
        offset += len(taken)
        index += max(count, 1)
    return spans


def _known_at(pieces: Sequence[str], index: int) -> int:
    """How many pieces from `index` on make up a listed name; 0 for none."""
    known = _lists()["known"]
    text, count = "", 0
    for place in range(index, min(index + _LONGEST, len(pieces))):
        text += pieces[place]
        if len(text) > _LONGEST:
            break
        if place > index and text in known:
            count = place + 1 - index
    return count


def _name_at(pieces: Sequence[str], index: int, weight: Weight) -> int:
    """How many single characters from `index` on make up a name; 0 for none."""
    run = "".join(_singles(pieces, index))
    if len(run) < 2:
        return 0
    for length in (_person(run, weight), _street(run), _foreign(run)):
        if length and not weight(run[:length]):
            return length
    return 0


def _singles(pieces: Sequence[str], index: int) -> Iterator[str]:
    for piece in pieces[index : index + 2 * _LONGEST]:
        if len(piece) > 1 or not has_han(piece):
            return
        yield piece


def _person(run: str, weight: Weight) -> int:
    lists = _lists()
    given = lists["given"]
    if run[0] in "小老阿" and run[1] in lists["called"]:
        return 2
    both = run[1] in given and len(run) > 2 and run[2] in given
    if run[0] in lists["surname"]:
        return 3 if both else 2 if run[1] in given and weight(run[1]) < _COMMON else 0
    return 3 if run[0] in lists["also"] and both else 0


def _street(run: str) -> int:
    if len(run) > 2 and run[2] in _STREETS and not _NO_STREET & set(run[:2]):
        return 3
    return 0


def _foreign(run: str) -> int:
    letters = _lists()["foreign"]
    length = next((place for place, sign in enumerate(run) if sign not in letters), len(run))
    return length if length >= _LEAST_FOREIGN else 0
