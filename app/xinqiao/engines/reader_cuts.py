"""The last word on cuts: what a reader taps as one, and what as two.

`segment_rules` mends what the segmenter cuts wrongly; the starter model was trained on text cut so
far, and its hints are chosen from these words. What follows here is for readers only: the lines of
`tables/cuts.tsv`, and forms that no dictionary lists (能|不|能, 干干净净, 哈哈哈哈, 第三, 四五天).
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from xinqiao.domain.numbers import NUMERALS, is_numeral
from xinqiao.engines.context_table import NEAR, Line, cut_table

Known = Callable[[str], bool]

_LAUGHS = frozenset("哈呵嘻嘿啊呜嘤嗷喵汪咕哇")
_DIGITS = "一二三四五六七八九"
_TENS = frozenset("十百千万亿")
_ABOUT = frozenset(["两三", "三两", "一两", "三五", *map("".join, pairwise(_DIGITS[1:]))])
_COUNTED = frozenset(
    "十百千万亿个天次年岁块条张件只位名遍层期句道家场台部秒分页公米斤元间套份号楼月日周人篇首步口点杯盒瓶碗袋包种"
    "小度折片根把辆头匹圈颗粒顿趟回下里成"
)
# 三次 as an equation's degree.
_DEGREE = ("方程", "函数", "元", "曲线")


@cache
def _by_first() -> dict[str, tuple[tuple[str, tuple[tuple[Line, tuple[str, ...]], ...]], ...]]:
    """Stretches of the table by their first character, the longest first."""
    found: dict[str, list[tuple[str, tuple[tuple[Line, tuple[str, ...]], ...]]]] = {}
    for text, lines in cut_table().items():
        parts = tuple((line, tuple(line.result.split(" "))) for line in lines)
        found.setdefault(text[0], []).append((text, parts))
    return {first: tuple(sorted(group, key=lambda item: -len(item[0]))) for first, group in found.items()}


@cache
def only_in_context() -> frozenset[str]:
    """Stretches that are one word beside certain neighbours and otherwise none."""
    return frozenset(
        text
        for text, lines in cut_table().items()
        if all(not line.free and line.result == text for line in lines)
    )


def reader_cuts(pieces: Sequence[str], known: Known) -> list[str]:
    """`pieces` of simplified text as a reader would tap them; they rejoin to the same text.

    Args:
        pieces: from `segment_rules.repair`.
        known: whether a word is in the dictionary, the slang layer or the reader's own words.
    """
    mended: list[str] = []
    waiting = list(_by_table(pieces, known))
    for index, piece in enumerate(waiting):
        if not (mended and _joined(mended, piece, waiting[index + 1 : index + 2], known)):
            parts = _parted(piece, waiting[index + 1 : index + 2])
            if mended and mended[-1] == "第" and len(parts) > 1:
                parts = [mended.pop() + parts[0], *parts[1:]]  # 第三|次
            mended += parts
    return mended


def _by_table(pieces: Sequence[str], known: Known) -> Iterator[str]:
    table = _by_first()
    text = ""
    offset = index = 0
    while index < len(pieces):
        piece = pieces[index]
        for stretch, lines in table.get(piece[0], ()):
            text = text or "".join(pieces)
            if not text.startswith(stretch, offset):
                continue
            count = _pieces_in(pieces, index, len(stretch))
            end = offset + len(stretch)
            parts = _fitting(lines, text[max(0, offset - NEAR) : offset], text[end : end + NEAR])
            if count and parts and (len(parts) > 1 or known(stretch)):
                yield from parts
                index += count
                offset = end
                break
        else:
            yield piece
            index += 1
            offset += len(piece)


def _pieces_in(pieces: Sequence[str], start: int, length: int) -> int:
    """How many pieces from `start` on make up exactly `length` characters; 0 when none do."""
    for index in range(start, len(pieces)):
        length -= len(pieces[index])
        if length <= 0:
            return 0 if length else index - start + 1
    return 0


def _fitting(lines: tuple[tuple[Line, tuple[str, ...]], ...], before: str, after: str) -> tuple[str, ...]:
    return next((parts for line, parts in lines if line.fits(before, after)), ())


def _joined(mended: list[str], piece: str, following: Sequence[str], known: Known) -> bool:
    """Put `piece` and what stands before it together, or apart, as one form. Whether it did."""
    before = mended[-1]
    first = piece[0]
    if first in _LAUGHS and before[0] == first and not (before + piece).strip(first):
        mended[-1] = before + piece
    elif first in "不没" and len(piece) == 2 and before == piece[1]:  # 能|不能, but 会不会 is listed
        mended[-1:] = [before + piece] if known(before + piece) else [before, first, before]
    elif len(before) == 2 and before[1] in "不没" and before[0] == piece:  # 要不|要
        mended[-1:] = [before + piece] if known(before + piece) else [before[0], before[1], piece]
    elif len(piece) == 1 and len(mended) > 1 and mended[-2] + piece == before and mended[-2] != piece:
        mended[-2:] = [mended[-2] + before + piece]  # 干|干净|净
    elif first in NUMERALS and is_numeral(piece):
        return _joined_number(mended, piece, following)
    elif piece == "分之" and is_numeral(before):
        mended[-1] = before + piece
    else:
        return False
    return True


def _joined_number(mended: list[str], piece: str, following: Sequence[str]) -> bool:
    before = mended[-1]
    if before == "第" or (before.endswith("分之") and is_numeral(before[:-2] or "百")):
        mended[-1] = before + piece
    elif before == "之" and len(mended) > 1 and mended[-2][-1] == "分" and is_numeral(mended[-2][:-1]):
        mended[-2:] = [mended[-2] + before + piece]
    elif before + piece in _ABOUT and following and following[0][0] in _COUNTED:
        mended[-1] = before + piece
    elif before in _ABOUT and piece[0] in _TENS:
        mended[-1] = before + piece
    elif before + piece[0] in _ABOUT and len(piece) > 1 and _TENS.issuperset(piece[1:]):  # 三|四十
        mended[-1] = before + piece
    elif is_numeral(before) and before[-1] in _TENS and piece in _DIGITS:
        mended[-1] = before + piece
    else:
        return False
    return True


def _parted(piece: str, following: Sequence[str]) -> list[str]:
    """三次 and 第二次 in two: a learner asks for the number or for its measure word."""
    if len(piece) > 1 and piece[-1] == "次":
        number = piece[:-1]
        counted = number[0] == "第" and is_numeral(number[1:])
        if counted or (number not in ("一", "二") and is_numeral(number)):
            if not (following and following[0].startswith(_DEGREE)):
                return [number, "次"]
    return [piece]
