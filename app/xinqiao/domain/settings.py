"""The reader's choices, with their defaults."""

from dataclasses import dataclass, field
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


class PinyinStyle(StrEnum):
    """How a syllable is spelled."""

    MARKS = "marks"
    NUMBERS = "numbers"
    ZHUYIN = "zhuyin"


class TonePalette(StrEnum):
    """Colours of the tones."""

    STANDARD = "standard"
    PLECO = "pleco"
    CUSTOM = "custom"


class Script(StrEnum):
    """Characters that the Chinese is shown in; what is written never changes."""

    WRITTEN = "written"
    SIMPLIFIED = "simplified"
    TRADITIONAL = "traditional"


class StrokeSpeed(StrEnum):
    """How fast strokes are drawn."""

    STILL = "still"  # nothing moves by itself: the whole character with numbers, and step by step
    SLOW = "slow"
    NORMAL = "normal"
    FAST = "fast"


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting.

    Attributes:
        hanzi_size: height of the Chinese text in pixels, 14–40.
        model: `ModelId.key` of the chosen model; empty for the app's own choice.
        sandhi: whether pinyin shows the tones as they are said (bú shì) and not those of the
            dictionary (bù shì).
        custom_tones: five colours (`#c8372d`) joined by spaces, for tones 1–4 and the neutral one.
        language: interface language (`en`, `zh_CN`); empty follows the system.
        threads: for the translation model; 0 for one on each physical core.
        beam: width of the model's search, 1 to 4, in its second look or where there is one only; 0 for
            what suits the model.
        unload_minutes: after which an idle model gives its memory back; 0 for never.
        improve: whether a post is translated at once, and unsure sentences again, with more care, while
            idle.
        index_address: of the list of packages; empty for the official one.
        server_on: whether a server translates instead of this machine.
        server_address: of that server.
        server_key: that the server asks for; empty for none. Never shown in a message or a log.
        target: code of the language to read instead of English; empty for English.
    """

    theme: Theme = Theme.SYSTEM
    pinyin: PinyinShown = PinyinShown.UNKNOWN
    english: EnglishShown = EnglishShown.SHOWN
    tone_colours: bool = False
    hanzi_size: int = 20
    model: str = ""
    language: str = ""
    window: str = ""
    pinyin_style: PinyinStyle = PinyinStyle.MARKS
    sandhi: bool = False
    tone_palette: TonePalette = TonePalette.STANDARD
    custom_tones: str = ""
    script: Script = Script.WRITTEN
    threads: int = 0
    beam: int = 0
    unload_minutes: int = 10
    improve: bool = True
    index_address: str = ""
    server_on: bool = False
    server_address: str = ""
    server_key: str = field(default="", repr=False)
    target: str = ""
    stroke_speed: StrokeSpeed = StrokeSpeed.NORMAL
