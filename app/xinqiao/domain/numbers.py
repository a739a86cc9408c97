"""Numbers written in Chinese characters."""

import re

NUMERALS = "零〇一二两三四五六七八九十百千万亿"

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = (("亿", 100_000_000), ("万", 10_000), ("千", 1000), ("百", 100), ("十", 10))
# Two neighbouring digits said one after the other: 四五, 七八百.
_ABOUT = re.compile("(一两|三两|两三|二三|三四|三五|四五|五六|六七|七八|八九)([十百千万亿]*)")
_NUMERAL_RUN = re.compile(f"[{NUMERALS}]+")


def is_numeral(text: str) -> bool:
    """Whether `text` is made of numeral characters only (`七十九`, `二〇二五`)."""
    return _NUMERAL_RUN.fullmatch(text) is not None


def numeral_value(text: str) -> int | None:
    """The number that `text` writes, or None when it writes none.

    `七十九` is 79, `二〇二五` is 2025, and as one says it, `一万二` is 12,000.
    """
    if not is_numeral(text):
        return None
    if all(character in _DIGITS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    return _value(text, limit=10**12)


def _value(text: str, limit: int) -> int | None:
    """The value of `text` where it is below `limit`."""
    for sign, unit in _UNITS:
        if sign not in text:
            continue
        head, _, tail = text.rpartition(sign)
        factor = _value(head, 10**8) if head else 1
        rest = _tail(tail, unit)
        if factor is None or rest is None or factor * unit >= limit:
            return None
        return factor * unit + rest
    return _DIGITS.get(text)


def _tail(text: str, unit: int) -> int | None:
    """What follows a unit: nothing, `零五`, `五十`, or the short `二` of 一万二."""
    if not text:
        return 0
    if text[0] in "零〇":
        return _value(text.lstrip("零〇"), unit) if text.lstrip("零〇") else None
    if len(text) == 1 and text in _DIGITS:
        return _DIGITS[text] * (unit // 10)
    return _value(text, unit)


def explain_numeral(text: str) -> str:
    """English for a number word that no dictionary lists; empty for anything else.

    `七十九` → 79, `第二十三` → 23rd, `四十多` → more than 40, `十几` → between 11 and 19,
    `四五十` → 40 or 50, `百分之九十` → 90%, `三分之二` → 2/3.
    """
    whole, parted, part = text.partition("分之")
    if parted:
        above, below = numeral_value(part), numeral_value(whole)
        if above is None or below is None:
            return ""
        return f"{above:,}%" if whole == "百" else f"{above:,}/{below:,}"
    if about := _ABOUT.fullmatch(text):
        low, high = sorted(numeral_value(digit + about[2]) or 0 for digit in about[1])
        if not low:
            return ""
        return f"{low:,} {'to' if about[1] == '三五' else 'or'} {high:,}"
    ordinal = text.startswith("第")
    core = text.removeprefix("第")
    ending = core[-1:] if core[-1:] in ("多", "几") else ""
    value = numeral_value(core.removesuffix(ending))
    if value is None:
        return ""
    if ending == "多":
        return f"more than {value:,}"
    if ending == "几":
        step = 10 ** (len(str(value)) - len(str(value).rstrip("0")))
        return f"between {value + step // 10:,} and {value + 9 * (step // 10):,}"
    return f"{value:,}{_ordinal_ending(value)}" if ordinal else f"{value:,}"


def _ordinal_ending(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
