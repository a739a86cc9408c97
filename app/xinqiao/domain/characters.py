"""Which characters are Chinese, which are letters and digits, and which are neither."""

import re

_HAN_RANGES = (
    "\u3007"  # 〇, the round zero of dates
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"  # the supplementary ideographic planes
)
HAN = re.compile(f"[{_HAN_RANGES}]")
HAN_RUN = re.compile(f"[{_HAN_RANGES}]+")

# Full-width letters and digits count as what they look like.
LATIN = r"A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"

_WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff0b]")
_NARROW = {
    code: code - 0xFEE0
    for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF05, 0xFF0B)
}


def is_han(character: str) -> bool:
    """Whether one character is a Chinese character (one that has a syllable)."""
    return HAN.match(character) is not None


def has_han(text: str) -> bool:
    """Whether `text` has a Chinese character in it."""
    return HAN.search(text) is not None


def count_han(text: str) -> int:
    """Number of Chinese characters in `text`."""
    return len(HAN.findall(text))


def narrow(text: str) -> str:
    """`text` with full-width letters, digits, `％` and `＋` made half-width; the length stays."""
    return text.translate(_NARROW) if _WIDE.search(text) else text
