"""Fonts: the shipped Chinese font by its name, the system's font for English."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

HANZI_FAMILY = "Noto Sans SC"
_EMOJI_FAMILIES = ("Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji", "Twemoji Mozilla")


def load(files: Iterable[Path]) -> list[str]:
    """Add the shipped fonts; returns the families that came in."""
    families: list[str] = []
    for file in files:
        number = QFontDatabase.addApplicationFont(str(file))
        if number >= 0:
            families += QFontDatabase.applicationFontFamilies(number)
    return families


def emoji_family() -> str:
    """A colour emoji font of this machine; empty when there is none."""
    there = set(QFontDatabase.families())
    return next((family for family in _EMOJI_FAMILIES if family in there), "")


def hanzi(pixels: int, *, bold: bool = False) -> QFont:
    """Chinese text, with emoji beside it where the system has them.

    The family is named: a bare fallback would pick Japanese shapes for 直 or 门.
    """
    font = QFont()
    font.setFamilies([family for family in (HANZI_FAMILY, emoji_family()) if family])
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


def english(pixels: int, *, bold: bool = False) -> QFont:
    """English text in the system's font, Chinese inside it in the shipped one."""
    base = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font = QFont()
    families = [QFontInfo(base).family(), HANZI_FAMILY, emoji_family()]
    font.setFamilies([family for family in families if family])
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font
