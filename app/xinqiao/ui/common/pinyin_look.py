"""How syllables are spelled and coloured, by the reader's settings."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QColor

from xinqiao.domain.pinyin import to_marks, to_numbers, to_zhuyin
from xinqiao.domain.settings import PinyinStyle, Settings, TonePalette
from xinqiao.ui.common.palette import DARK, Palette

_PLECO_LIGHT = ("#d40000", "#0a7d1c", "#1510f0", "#8900bf", "#6a6a6a")
_PLECO_DARK = ("#ff6b6b", "#57d977", "#93a8ff", "#d58cff", "#a8a8a8")

_SPELLERS: dict[PinyinStyle, Callable[[str], str]] = {
    PinyinStyle.MARKS: to_marks,
    PinyinStyle.NUMBERS: lambda syllable: to_numbers(syllable).replace("u:", "ü"),
    PinyinStyle.ZHUYIN: to_zhuyin,
}


def speller(style: PinyinStyle) -> Callable[[str], str]:
    """Spells one numbered syllable."""
    return _SPELLERS[style]


def with_tones(colours: Palette, settings: Settings) -> Palette:
    """The window's colours with the tones the reader chose."""
    if settings.tone_palette is TonePalette.PLECO:
        return replace(colours, tones=_PLECO_DARK if colours.background == DARK.background else _PLECO_LIGHT)
    if settings.tone_palette is TonePalette.CUSTOM:
        own = own_tones(settings.custom_tones)
        if own is not None:
            return replace(colours, tones=own)
    return colours


def own_tones(written: str) -> tuple[str, str, str, str, str] | None:
    """Five colours from `#rrggbb #rrggbb …`; None when they are not five colours."""
    names = written.split()
    if len(names) != 5 or not all(QColor(name).isValid() for name in names):
        return None
    first, second, third, fourth, neutral = names
    return first, second, third, fourth, neutral
