"""Repairs of cuts that word frequencies alone get wrong.

The segmenter weighs words by how often they occur, whatever stands beside them; so 三个人 falls into
三 and 个人 ("individual"), 二十一次 into 二十 and 一次, 闭着眼 into 闭 and 着眼. Each rule here mends
one such pattern, seen often in posts. Pieces always rejoin to the text.
"""

from collections.abc import Sequence

from xinqiao.domain.numbers import NUMERALS, is_numeral

_DIGITS = frozenset("一二三四五六七八九")
_TENS = frozenset("十百千万亿")
_TENS_OR_ZERO = _TENS | frozenset("零〇")
_MEASURES = frozenset(
    "个次点种度年岁块条张件天只本位名遍层期代句道家场台部秒分页公米克斤元角里间双套份号楼月日周人篇股步口声眼"
)
# After a number the first character is its measure word, and the word is none.
_AFTER_NUMBER = frozenset(
    "个人 天才 天上 天下 天真 年前 年内 日后 分钱 种花 种菜 种树 种地 家人 层楼 "
    "盆花 首长 本书 人间 国人 家小 脚蹬 次日 句话 位数 回事 口人".split()
)
_AFTER_THIS = frozenset("种花 种菜 家人 层楼 盆花 首长 本书 国人 家小 句话".split())
_THIS = frozenset("这那每哪各某几两半")
_ASPECT = frozenset("着想 着眼 着手 着地 着装 着意".split())
# What may stand before 着眼, 着想 … without being a verb in its own right.
_BEFORE_ASPECT = frozenset("的地得了也就先便已正才都要为在替所从从宜应不能会可更我你他她它们人")
_AFTER_HAND = frozenset("放伸洗举机给拿搭揣缩里上一指背插递擦弄伤扎剁割搓")
_SAYING = frozenset("说 讲 骂 听 写 问 聊".split())
_POTENTIAL = frozenset("得到 得出 得来 得上 得手".split())
_VERBS_BEFORE = frozenset(
    "看查收听找买做想吃感学办抢等遇摸抓够叫说拿写认问分算下过合谈回气冻吓急抖累疼热赶比配考追"
)
_CUT_ALWAYS = {"来得": 1, "中的": 1, "里加": 1, "湖里": 1}
_FAMILY = frozenset("都全子团之大老小人三四五六七八几口")
_PIECE = frozenset("钱五多八肉地布蛋石板豆糖表肌木玻冰手电巧")


def repair(pieces: Sequence[str]) -> list[str]:
    """`pieces` of simplified text with the known wrong cuts mended."""
    mended: list[str] = []
    waiting = list(pieces)
    for index, piece in enumerate(waiting):
        after = waiting[index + 1] if index + 1 < len(waiting) else ""
        before = mended[-1] if mended else ""
        if piece == "十分" and after == "钟":
            piece, after = "十", "分钟"
            waiting[index + 1] = after
        if piece[0] in _LEADS or (before and (before[-1] in NUMERALS or before[-1] in "多几")):
            _mend(mended, before, piece, after)
        else:
            mended.append(piece)
    return mended


def _mend(mended: list[str], before: str, piece: str, after: str) -> None:
    if before and is_numeral(before.removeprefix("第")) and _join_number(mended, before, piece):
        return
    cut = _cut(before, piece, after)
    if cut:
        mended += [piece[:cut], piece[cut:]]
    else:
        mended.append(piece)


def _join_number(mended: list[str], before: str, piece: str) -> bool:
    """Let a number go on: 七|十九, 五|百度, 二十|一次, 四十|多个. Whether it did."""
    if is_numeral(piece):
        goes_on = before[-1] in _TENS_OR_ZERO or piece[0] in _TENS_OR_ZERO or len(before) > 1
        if goes_on and not (piece == "万一" and before[-1] in _TENS):
            mended[-1] = before + piece
            return True
        return False
    first, rest = piece[0], piece[1:]
    if not rest:
        return False
    goes_on = (
        (first in _TENS and (before[-1] in _DIGITS or before[-1] == "两" or before[-1] in "十百千"))
        or (first in _DIGITS and before[-1] in _TENS and rest in _MEASURES)
        or (first in "多几" and before[-1] in _TENS and rest in _MEASURES)
    )
    if not goes_on or piece == "十分":
        return False
    mended[-1] = before + first
    mended.append(rest)
    return True


def _cut(before: str, piece: str, after: str) -> int:
    """Where to cut `piece` in two, or 0 to leave it whole."""
    if piece in _CUT_ALWAYS:
        return _CUT_ALWAYS[piece]
    number = before.rstrip("多几")
    counted = bool(before) and (not number or is_numeral(number) or number[-1].isdigit())
    if piece in _AFTER_NUMBER and (counted or before == "半"):
        return 1
    if piece in _AFTER_THIS and before in _THIS:
        return 1
    if (
        piece in _ASPECT
        and len(before) == 1
        and before not in _BEFORE_ASPECT
        and "\u4e00" <= before <= "\u9fff"
    ):
        return 1
    if piece == "眼看" and before == "着":
        return 1
    if piece == "把手" and after[:1] in _AFTER_HAND:
        return 1
    if piece == "的话" and before in _SAYING and after[:1] not in ("，", "就", "那", "可", "也", ""):
        return 1
    if piece in _POTENTIAL and len(before) == 1 and before in _VERBS_BEFORE:
        return 1
    if piece == "一家" and after and after[0] not in _FAMILY and "\u4e00" <= after[0] <= "\u9fff":
        return 1
    if piece == "一块" and after[:1] in _PIECE:
        return 1
    if piece == "都会" and before[-1:] not in ("大", "际", "的", "华"):
        return 1
    if piece == "没收" and after[:1] in ("钱", "到", "你", "他", "她", "我", "红", "礼"):
        return 1
    if piece == "排长" and after[:1] in ("龙", "队"):
        return 1
    return 0


_LEADS = frozenset(
    word[0]
    for words in (
        _AFTER_NUMBER,
        _AFTER_THIS,
        _ASPECT,
        _POTENTIAL,
        _CUT_ALWAYS,
        ("十分", "眼看", "把手", "的话", "一家", "一块", "都会", "没收", "排长"),
    )
    for word in words
)
