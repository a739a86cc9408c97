"""The reader's choices, with their defaults."""

from dataclasses import dataclass
from enum import StrEnum


class Theme(StrEnum):
    """Colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class PinyinShown(StrEnum):
    """Above which words pinyin stands."""

    OFF = "off"
    UNKNOWN = "unknown"
    ALL = "all"


class EnglishShown(StrEnum):
    """Whether the translation is shown."""

    SHOWN = "shown"
    HIDDEN = "hidden"  # until asked for, sentence by sentence
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting.

    Attributes:
        hanzi_size: height of the Chinese text in pixels, 14–40.
        model: `ModelId.key` of the chosen model; empty for the app's own choice.
        language: interface language (`en`, `zh_CN`); empty follows the system.
    """

    theme: Theme = Theme.SYSTEM
    pinyin: PinyinShown = PinyinShown.UNKNOWN
    english: EnglishShown = EnglishShown.SHOWN
    tone_colours: bool = False
    hanzi_size: int = 20
    model: str = ""
    language: str = ""
    window: str = ""
