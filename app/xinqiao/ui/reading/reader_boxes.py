"""What a layout of the reader is made from and made of: options, word boxes, rows, in pixels."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from xinqiao.domain.settings import EnglishShown, PinyinShown
from xinqiao.domain.words import Token
from xinqiao.ui.reading.reader_rows import RowKind

NARROW = 620  # px of width below which English goes under each sentence
GUTTER = 34


class Measure(Protocol):
    """Widths of text in pixels."""

    def hanzi(self, text: str, *, title: bool) -> float:
        """Width of Chinese text."""
        ...

    def pinyin(self, text: str) -> float:
        """Width of pinyin above a word."""
        ...

    def english(self, text: str, *, title: bool) -> float:
        """Width of English text."""
        ...


@dataclass(frozen=True, slots=True)
class LayoutOptions:
    """What decides a layout beside the text.

    Attributes:
        width: of the viewport, px.
        hanzi_size: px; pinyin and English follow it.
        spell: pinyin of a token as it is shown.
        show: text of a token as it is shown (a sticker code may be shown as its emoji).
        show_english: the same for a translation.
    """

    width: int
    hanzi_size: int
    pinyin: PinyinShown
    english: EnglishShown
    spell: Callable[[Token], str]
    show: Callable[[Token], str]
    show_english: Callable[[str], str] = str

    @property
    def narrow(self) -> bool:
        """Whether English goes under the sentence."""
        return self.width < NARROW

    @property
    def pinyin_size(self) -> int:
        """Height of pinyin, px."""
        return max(10, round(self.hanzi_size * 0.56))

    @property
    def english_size(self) -> int:
        """Height of English, px."""
        return max(12, round(self.hanzi_size * 0.75))

    def size_of(self, kind: RowKind) -> int:
        """Height of the Chinese text in a row, px."""
        return round(self.hanzi_size * 1.25) if kind is RowKind.TITLE else self.hanzi_size


@dataclass(slots=True)
class WordBox:
    """A token, or a piece of a long one, at its place in a row.

    Attributes:
        offset: code points of the token before this piece.
        x: left edge, px from the left of the viewport.
        line: number of the line within the row.
    """

    token: int
    text: str
    offset: int
    x: float
    line: int
    width: float
    pinyin: str = ""


@dataclass(slots=True)
class RowLayout:
    """One row laid out.

    Attributes:
        line_height: distance of Chinese baselines, px.
        baseline: of the first Chinese line, px below the row's top.
        english: lines of English.
        english_baseline: of the first English line, px below the row's top.
    """

    height: float = 0.0
    x: float = float(GUTTER)
    boxes: list[WordBox] = field(default_factory=list)
    line_starts: list[int] = field(default_factory=list)
    line_height: float = 0.0
    baseline: float = 0.0
    english: list[str] = field(default_factory=list)
    english_x: float = 0.0
    english_width: float = 0.0
    english_baseline: float = 0.0
    english_line_height: float = 0.0

    def line(self, number: int) -> list[WordBox]:
        """Boxes of one line, left to right."""
        end = self.line_starts[number + 1] if number + 1 < len(self.line_starts) else len(self.boxes)
        return self.boxes[self.line_starts[number] : end]
