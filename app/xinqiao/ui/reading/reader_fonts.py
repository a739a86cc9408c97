"""The fonts of the reader, and what text measures in them."""

from PySide6.QtGui import QFontMetricsF

from xinqiao.ui.common import fonts


class FontSet:
    """The fonts of the reader at one size; measures text for the layout."""

    def __init__(self, hanzi_size: int) -> None:
        self.hanzi_font = fonts.hanzi(hanzi_size)
        self.title_font = fonts.hanzi(round(hanzi_size * 1.25), bold=True)
        self.pinyin_font = fonts.english(max(10, round(hanzi_size * 0.56)))
        english_size = max(12, round(hanzi_size * 0.75))
        self.english_font = fonts.english(english_size)
        self.title_english_font = fonts.english(english_size)
        self.small_font = fonts.english(max(11, round(hanzi_size * 0.62)))
        self._hanzi = QFontMetricsF(self.hanzi_font)
        self._title = QFontMetricsF(self.title_font)
        self._pinyin = QFontMetricsF(self.pinyin_font)
        self._english = QFontMetricsF(self.english_font)
        self._title_english = QFontMetricsF(self.title_english_font)

    def hanzi(self, text: str, *, title: bool) -> float:
        """Width of Chinese text, px."""
        return (self._title if title else self._hanzi).horizontalAdvance(text)

    def pinyin(self, text: str) -> float:
        """Width of pinyin, px."""
        return self._pinyin.horizontalAdvance(text)

    def english(self, text: str, *, title: bool) -> float:
        """Width of English text, px."""
        return (self._title_english if title else self._english).horizontalAdvance(text)
