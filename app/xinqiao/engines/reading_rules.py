"""Readings that are settled by rule: words the dictionary leaves open, and common single characters.

On its own the network reads single characters of everyday posts wrongly far too often (得, 只, 还,
长, 都 …): it learned from an encyclopaedia. The rules are the lines of `tables/readings.tsv`.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from xinqiao.domain.characters import HAN
from xinqiao.engines.context_table import NEAR, reading_table


@cache
def settled_words() -> Mapping[str, str]:
    """Words with a usual reading of their own, which counts before the dictionary's."""
    return {
        text: lines[-1].result for text, lines in reading_table().items() if len(text) > 1 and lines[-1].free
    }


def rule_reading(pieces: Sequence[str], index: int) -> str:
    """The reading of `pieces[index]` where a rule settles it, else nothing.

    Args:
        pieces: what the sentence is read by, in simplified characters; they rejoin to it.
        index: which of them.

    Returns:
        Numbered syllables separated by spaces.
    """
    piece = pieces[index]
    if piece == "地":
        return _read_di(pieces, index)
    lines = reading_table().get(piece)
    if lines is None:
        return ""
    before = after = ""
    if not lines[0].free:
        before = "".join(pieces[max(0, index - NEAR) : index])[-NEAR:]
        after = "".join(pieces[index + 1 : index + 1 + NEAR])[:NEAR]
    reading = next((line.result for line in lines if line.fits(before, after)), "")
    return "" if reading == "?" else reading


# Verbs of one character that are said twice for "a little": 试试, 想想.
_DOUBLED = frozenset(
    "看试想听说走问等坐尝聊谈读写用找玩算救洗擦扫收改查翻练学逛歇躺靠摸闻吃喝抱帮教拍画唱跳跑动抓搓揉捏敲打踢推拉搬挪"
    "换挑选猜瞧瞅瞄盯念背数量称比理管催劝哄骂夸送接转吹泡煮炒炖烤蒸晒晾剪切弹讲做争查遛溜晃摇扇亲补熬压评品验测"
    "认记刷梳染涂抹捞挖种浇喂养陪带领放搭挂穿戴照修装拆磨刮削盖闹逗笑哭查扶拨抬让留住缓停睡养"
)


def is_doubled(pieces: Sequence[str], index: int) -> bool:
    """Whether `pieces[index]` says a verb again, and so has the neutral tone."""
    verb = pieces[index]
    if not index or pieces[index - 1] != verb or verb not in _DOUBLED:
        return False
    rest = [*pieces[max(0, index - 3) : index - 1], "", *pieces[index + 1 : index + 3]]
    # 问问问 is another matter, and 吃吃喝喝 and 该吃吃 have all their tones.
    if index > 1 and pieces[index - 2] in ("该", "能"):
        return False
    return verb not in rest and not any(a and a == b for a, b in pairwise(rest))


# After 地 as a noun; and before it where a single character makes an adverb of what precedes.
_GROUND = re.compile(r"[上里下面板铁处方形理主图址点段区皮势球震雷毯标带位道头瓜名产租价契贵是的]")
_ADVERB = re.compile(r"(?:(.)\1|(.)(.)\2\3|一(.)一\4?.?|[似般样然个劲停住断])$")
_SUDDEN = frozenset("砰啪嘭轰嗖唰呼咚哗嗡咣噌腾猛静轻慢悄快急忽笑哭疯恨狠暗默噗嘎吱咔")
_PLACES = re.compile(
    r"(?:这块|那块|这片|那片|[^,，。]{0,4}(?:目的|所在|胜|圣|满|遍|一|此|两|三|各|该|本|块|片|亩))$"
)


def _read_di(pieces: Sequence[str], index: int) -> str:
    """地: `de5` makes an adverb of the word before it, `di4` is the ground."""
    before, after = "".join(pieces[:index])[-NEAR:], "".join(pieces[index + 1 : index + 3])
    if re.search(r"(.)\1$", before):
        return "de5"
    if not after or HAN.match(after) is None or HAN.search(before[-1:]) is None or _GROUND.match(after):
        return "di4"
    if _ADVERB.search(before):
        return "de5"
    if _PLACES.search(before):
        return "di4"
    return "de5" if len(pieces[index - 1]) > 1 or before[-1] in _SUDDEN else ""
