"""Amounts in Chinese and in English, to see whether one got lost in translation."""

import re
from dataclasses import dataclass

from xinqiao.domain.characters import narrow
from xinqiao.domain.numbers import NUMERALS, numeral_value

_DIGITS = "零〇一二三四五六七八九"
_FACTORS = {"百": 100.0, "千": 1000.0, "万": 1e4, "w": 1e4, "W": 1e4, "亿": 1e8}
_SCALES: dict[str, float] = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "million": 1e6,
    "billion": 1e9,
    "hundred": 100,
    "dozen": 12,
}

# Written in digits: 3, 1,742, 43.2, 1.2万, 3千.
_ARABIC = re.compile(
    r"(?<![\d.,A-Za-z])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*([wW](?![A-Za-z])|[万亿千百]{0,2})(?!\d)"
)
_CHINESE = re.compile(f"[{NUMERALS}]{{1,16}}(?:[点成][{_DIGITS}十]+|[多余][万亿])?")
# Laughter, tears and applause in figures, unless something is counted: 23333, 555, 666.
_CODES = re.compile(r"23{2,}|5{3,}|6{3,}|88[68]?")
# Counts that English often leaves out, names, and set phrases: 一个, 两边, 第二天, 张三, 十分, 千万别.
_NO_COUNTS = re.compile(
    "一些|一点(?![一二三四五六七八九])|一[下样起直定般切边会路律旦致向番时再生带家]|一口气|一辈子"
    "|[一两][^。！？，十百千万亿点]?[边面下头把眼口手步]|[一两]句话?|[一二两三四五六七八九十]个字|[二两三四]字|第[一二]|次[日年]"
    "|(?<![一二三四五六七八九])十分(?!钟)|万一|千万|万分|十足|百般|百分百|百货|百合|百香果|千层|千方百计"
    "|三三两两|五颜六色|七上八下|乱七八糟|三心二意|一五一十|半斤八两|[三六八]角[形函]|五十音|双十[一二]|(?:五一|十一)(?=假期|长假|小长假|黄金周|劳动)|四面八方|九死一生|四舍五入|接二连三|五险一金"
    "|四处|四周|二手|二维码|二胡|二创|三文鱼|三明治|五花|五官|五更|八卦|张三|李四|王五|[一二三四五六七八九]分[没不未]|年三十(?![一二三四五六七八九])|分之一"
    "|四川|九寨沟|重庆|三亚|[一二三四五六七八九两][室厅]|老[一二三四五六七八九]"
    "|星期[一二三四五六日天]|周[一二三四五六日末]|礼拜[一二三四五六]|[高大小][一二三四五六]"
    "|初[一二三四五六七八九十]{1,2}|[一二三四五六七八九十]{1,2}月"
    "|(?<![一二三四五六七八九十百千万])(?:一[两二]|两三|二三|三[两四五]|四五|五六|六七|七八|八九)(?![十百千万点])"
    ""
)
# Below ten an amount counts only before one of these: 三角洲 and 科目三 have no three in English.
_COUNTED = frozenset(
    "个只条张岁年天月号点分秒块元角毛倍层楼次遍趟人位名杯碗瓶盒袋包箱支颗片根本部台辆件套双对份斤克公米度小集页章篇句间家"
)
_PARTED = frozenset("块米元")  # 四块五 is 4.5
_TENTHS = frozenset("毛角")  # of a yuan
_UNITS = {
    word: float(value)
    for value, words in enumerate(
        (
            "zero",
            "one once",
            "two twice couple both pair second half double doubled doubles doubling twofold",
            "three third thrice triple tripled triples tripling threefold",
            "four fourth quarter quarters quadrupled fourfold",
            "five fifth",
            "six sixth",
            "seven seventh",
            "eight eighth",
            "nine ninth",
            "ten tenth tenfold",
            "eleven eleventh",
            "twelve twelfth noon midnight",
            "thirteen thirteenth",
            "fourteen fourteenth fortnight",
            "fifteen fifteenth",
            "sixteen sixteenth",
            "seventeen seventeenth",
            "eighteen eighteenth",
            "nineteen nineteenth",
        )
    )
    for word in words.split()
}
_TENS = {
    word: float(value)
    for value, words in (
        (20, "twenty twentieth twenties"),
        (30, "thirty thirtieth thirties half"),
        (40, "forty fortieth forties"),
        (50, "fifty fiftieth fifties"),
        (60, "sixty sixtieth sixties"),
        (70, "seventy seventieth seventies"),
        (80, "eighty eightieth eighties"),
        (90, "ninety ninetieth nineties"),
    )
    for word in words.split()
}
_MONTHS = {
    name: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
}
_ENGLISH = re.compile(r"[a-z]+|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[½¼¾]", re.IGNORECASE)
_PART = re.compile(r"[块米元](\d)(?!\d)")
_FRACTIONS = {"half": (0.5,), "½": (0.5, 2.0), "¼": (0.25, 4.0), "¾": (0.75, 3.0)}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as the Chinese writes it.

    Attributes:
        values: what it may be in English: 十五 (点) is 15 or 3 p.m., 三成 is 3 or 30 percent.
    """

    text: str
    values: tuple[float, ...]


def chinese_amounts(chinese: str) -> list[Amount]:
    """Amounts that a translation has to show, in order; counts such as 一个 and set phrases left out."""
    text = narrow(chinese)
    found: list[tuple[int, Amount]] = []
    rest = text
    for match in _ARABIC.finditer(text):
        if text[match.start() - 1 : match.start()] in _PARTED and match.start() and len(match[0]) == 1:
            continue  # the 2 in 5块2 is read with the 5
        following = text[match.end() : match.end() + 1]
        if _CODES.fullmatch(match[0]) and following not in _COUNTED:
            rest = _blanked(rest, match)
            continue
        value = float(match[1].replace(",", "") + (match[2] or ""))
        for factor in match[3]:
            value *= _FACTORS[factor]
        values = _clock(value)
        if (part := _PART.match(text, match.end())) is not None:
            values += (value + float(f"0.{part[1]}"),)
        values += _in_other_units(value, text[match.end() : match.end() + 2])
        if value:  # "0 income" becomes "earned nothing"
            found.append((match.start(), Amount(match[0].strip(), values)))
        rest = _blanked(rest, match)
    rest = _NO_COUNTS.sub(lambda match: " " * len(match[0]), rest)
    for match in _CHINESE.finditer(rest):
        before, after = rest[max(0, match.start() - 2) : match.start()], rest[match.end() : match.end() + 1]
        if before.endswith("几") or after == "几":
            continue  # 十几, 几百: about so many
        if before[-1:] in _PARTED and len(match[0]) == 1:
            continue  # the fifth in 四块五 is read with the four
        values = _readings(match[0], before, rest[match.end() : match.end() + 2])
        if values and set(match[0]) <= set(_DIGITS) and len(match[0]) > 1:
            values += (_DIGITS.index(match[0][0]) - 1.0,)  # 三二一, said one by one
        if values and (values[0] >= 10 or (values[0] >= 2 and after in _COUNTED) or before == "分之"):
            found.append((match.start(), Amount(match[0], values)))
    return [amount for _, amount in sorted(found, key=lambda item: item[0])]


def _blanked(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + " " * len(match[0]) + text[match.end() :]


def _readings(text: str, before: str, after: str) -> tuple[float, ...]:
    """What an amount in Chinese characters may be in English; nothing if it is none."""
    text = re.sub("[多余]", "", text)
    mark = "点" if "点" in text else "成"
    whole, _, part = text.partition(mark)
    value, second = numeral_value(whole), numeral_value(part) if part else None
    if value is None or text in _FACTORS or text == "十":
        return ()
    values = _clock(value)
    if second is not None and mark == "点":
        decimal = (value + float(f"0.{_figures(part)}"),) if set(part) <= set(_DIGITS) else ()
        values = (max(value, 2.0), value, second, *decimal, *values)
    elif second is not None:
        values = (value * 10.0 + second,)
    if after[:1] == "半":
        values += (value + 0.5, value * 1.5)
    if after[:1] in _PARTED and after[1:] and after[1] in _DIGITS:
        values += (value + float(f"0.{_figures(after[1])}"),)
    if before == "分之":
        values += (value / 100,)
    if before == "分之":
        values += (value / 10, value / 1000)  # 千分之三 is 0.3 percent
    if len(text) > 2 and text[-1] == "一" and text[-2] in _FACTORS:
        values += tuple(filter(None, (numeral_value(text[:-1]),)))  # 八百一次: 800 each time
    if after and after[0] in "成折":
        values += (value * 10.0, 100.0 - value * 10, value / 10)
    return values + _in_other_units(value, after)


def _in_other_units(value: float, after: str) -> tuple[float, ...]:
    """What an amount may be in English where another unit, or the whole year, is usual there."""
    if after[:1] in _TENTHS:
        return (value * 10, value / 10)  # 五毛: fifty cents, half a yuan
    if after[:1] == "斤":
        return (value / 2, value * 500)  # in kilos and grams
    if after[:1] == "里":
        return (value / 2,)  # in kilometres
    if after == "年代" or after[:1] == "后":  # 90后: born in the 1990s
        return (1900 + value, 2000 + value)
    return ()


def _figures(digits: str) -> str:
    return "".join(str(max(0, _DIGITS.index(digit) - 1)) for digit in digits)


def _clock(value: float) -> tuple[float, ...]:
    """A value, and the hour it is on a clock of twelve."""
    return (value, value - 12) if 13 <= value <= 23 and value == int(value) else (value,)


def english_amounts(english: str) -> set[float]:
    """Every amount that stands in an English text, in digits or in words."""
    found: set[float] = set()
    running: float | None = None  # the number in words that is being read
    group = 0.0  # its part since the last thousand or million
    words = [word.lower() for word in _ENGLISH.findall(english.replace("-", " "))]
    for word, following in zip(words, [*words[1:], ""], strict=False):  # there may be no words at all
        if word[0].isdecimal():
            value = float(word.replace(",", ""))
            found |= {value, value * _SCALES.get(following, 1)}
            running = value if following in _SCALES else None
            group = value
        elif word in _UNITS or word in _TENS:
            value = _UNITS.get(word, _TENS.get(word, 0.0))
            found |= {table[word] for table in (_UNITS, _TENS) if word in table}
            if running is not None and 1 <= group < 13 and value >= 10:
                found.add(running * 100 + value)  # one fifty, nine thirty
            if running is not None and (group % 100 == 0 or (group % 100 >= 20 and value < 10)):
                group, running = group + value, running + value
            else:
                running = group = value
            found.add(running)
        elif word in _SCALES:
            if running is None:
                running = _SCALES[word]
                group = running if word == "hundred" else 0.0
            else:
                running += group * (_SCALES[word] - 1)
                group = group * _SCALES[word] if word == "hundred" else 0.0
            found.add(running)
        elif word != "and":
            running, group = None, 0.0
        found.update(_FRACTIONS.get(word, ()))
        if word in _MONTHS:
            found.add(_MONTHS[word])
    return found
