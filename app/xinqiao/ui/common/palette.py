"""The colours of the window: one set of tokens, in light and dark."""

from dataclasses import dataclass, fields

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from xinqiao.domain.settings import Theme


@dataclass(frozen=True, slots=True)
class Palette:
    """Named colours as `#rrggbb`.

    Attributes:
        soft: secondary text, at least WCAG AA on background, panel and card.
        faint: decoration and text that need not be read.
    """

    background: str
    panel: str
    card: str
    ink: str
    soft: str
    faint: str
    line: str
    accent: str
    on_accent: str
    accent_wash: str
    new_wash: str
    new_ink: str
    learning: str
    learning_ink: str
    lit: str
    progress: str
    hover: str
    tones: tuple[str, str, str, str, str]

    def color(self, name: str) -> QColor:
        """One token as a colour."""
        return QColor(getattr(self, name))

    def tokens(self) -> dict[str, str]:
        """Every single-colour token by name."""
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name != "tones"}


LIGHT = Palette(
    background="#fbfaf8",
    panel="#f3f1ed",
    card="#ffffff",
    ink="#22201d",
    soft="#6a655e",
    faint="#a39d94",
    line="#e6e2db",
    accent="#c8372d",
    on_accent="#ffffff",
    accent_wash="#fbe9e6",
    new_wash="#eaf1fb",
    new_ink="#2d5e9e",
    learning="#d99a1c",
    learning_ink="#8a5f08",
    lit="#fdf4dc",
    progress="#3f8f5f",
    hover="#ebe8e2",
    tones=("#c8372d", "#2e8b57", "#3b6fb5", "#7a4fa3", "#8a847b"),
)

DARK = Palette(
    background="#1b1a19",
    panel="#232120",
    card="#2a2826",
    ink="#ece7df",
    soft="#a9a299",
    faint="#7b756d",
    line="#383532",
    accent="#f0695c",
    on_accent="#1b1a19",
    accent_wash="#41251f",
    new_wash="#24303f",
    new_ink="#9cc3f2",
    learning="#e0ab45",
    learning_ink="#e0ab45",
    lit="#3a3320",
    progress="#6cc48f",
    hover="#302d2b",
    tones=("#f0695c", "#6cc48f", "#8cb8f0", "#c39ae6", "#9a948b"),
)


READABLE = 3.0
"""Least contrast of large text with what is behind it (WCAG AA)."""


def contrast(one: str, other: str) -> float:
    """Contrast of two colours by WCAG 2, 1–21."""
    low, high = sorted((_luminance(QColor(one)), _luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def chosen(theme: Theme) -> Palette:
    """The palette for a theme setting; `SYSTEM` follows the desktop."""
    if theme is Theme.SYSTEM:
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if theme is Theme.DARK else LIGHT


def qt_palette(colours: Palette) -> QPalette:
    """Qt's own palette from ours, for what no style sheet reaches."""
    palette = QPalette()
    role = QPalette.ColorRole
    for where, name in (
        (role.Window, "background"),
        (role.Base, "card"),
        (role.AlternateBase, "panel"),
        (role.Button, "card"),
        (role.ToolTipBase, "card"),
        (role.WindowText, "ink"),
        (role.Text, "ink"),
        (role.ButtonText, "ink"),
        (role.ToolTipText, "ink"),
        (role.PlaceholderText, "soft"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.Link, "accent"),
    ):
        palette.setColor(where, colours.color(name))
    return palette
