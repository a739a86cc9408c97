"""What the reader chooses about how a post is shown, by button or key."""

from dataclasses import replace
from typing import TypedDict, TypeVar, Unpack

from PySide6.QtCore import QObject, Signal

from xinqiao.domain.settings import (
    EnglishShown,
    PinyinShown,
    PinyinStyle,
    Script,
    Settings,
    Theme,
    TonePalette,
)

_SIZES = (14, 40)

_Choice = TypeVar("_Choice", PinyinShown, EnglishShown, PinyinStyle, Script)


class SettingsChange(TypedDict, total=False):
    """What the page's buttons and keys change."""

    pinyin: PinyinShown
    english: EnglishShown
    theme: Theme
    tone_colours: bool
    hanzi_size: int
    language: str
    pinyin_style: PinyinStyle
    sandhi: bool
    tone_palette: TonePalette
    custom_tones: str
    script: Script


class LookChoices(QObject):
    """Changes the settings one choice at a time.

    Signals:
        changed: carries the new `Settings`.
        told: a message: text, `Undo` or None, what to call after undoing.
    """

    changed = Signal(object)
    told = Signal(str, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.settings = Settings()

    def change(self, **changes: Unpack[SettingsChange]) -> None:
        """Change settings."""
        self.changed.emit(replace(self.settings, **changes))

    def change_language(self, language: str) -> None:
        """Choose the interface's language."""
        self.change(language=language)
        self.told.emit(self.tr("The language changes with the next start."), None, None)

    def resize_text(self, step: int) -> None:
        """Make the text larger (1), smaller (-1) or as it was (0)."""
        size = Settings().hanzi_size if step == 0 else self.settings.hanzi_size + 2 * step
        self.change(hanzi_size=max(_SIZES[0], min(_SIZES[1], size)))

    def next_pinyin(self) -> None:
        """Show pinyin above no word, unknown words, every word, in turn."""
        self.change(pinyin=_next(PinyinShown, self.settings.pinyin))

    def next_english(self) -> None:
        """Show English, hide it until asked, leave it out, in turn."""
        self.change(english=_next(EnglishShown, self.settings.english))

    def next_script(self) -> None:
        """Show characters as written, simplified, traditional, in turn."""
        self.change(script=_next(Script, self.settings.script))

    def next_pinyin_style(self) -> None:
        """Spell with marks, with numbers, in zhuyin, in turn."""
        self.change(pinyin_style=_next(PinyinStyle, self.settings.pinyin_style))


def _next(choices: type[_Choice], now: _Choice) -> _Choice:
    values = list(choices)
    return values[(values.index(now) + 1) % len(values)]
