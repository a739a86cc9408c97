"""Where every word of the reader stands: word boxes, lines and rows, in pixels.

No widget and no font in here: what a text measures is asked of a `Measure`, so that the layout
is tested on its own and laid out again in a fraction of a second when the window changes.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Protocol

from xinqiao.domain.settings import EnglishShown, PinyinShown
from xinqiao.domain.words import PreparedSentence, Token, TokenKind, WordStatus
from xinqiao.ui.reader_rows import ReaderDocument, Row, RowKind

CLOSING = frozenset("，。、；：？！…～》〉」』】）〕”’％,.;:?!)]}%~·・")
OPENING = frozenset("《〈「『【（〔“‘([{#@")
NARROW = 620  # px of width below which English goes under each sentence
GUTTER = 34
_BADGE = 28
_DEPTH_STEP = 34


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


class ReaderLayout:
    """The whole post laid out; rows are laid out again one by one as they change."""

    def __init__(self, document: ReaderDocument, measure: Measure, options: LayoutOptions) -> None:
        self.document = document
        self.options = options
        self._measure = measure
        self._widths: dict[str, float] = {}
        self._space = measure.english(" ", title=False)
        self.rows = [self._row(row) for row in document.rows]
        self._tops: list[float] = []
        self._stack()

    @property
    def height(self) -> float:
        """Height of everything, px."""
        return self._tops[-1] + 48

    def top(self, row: int) -> float:
        """Top edge of a row, px from the top of the post."""
        return self._tops[row]

    def update(self, rows: Iterator[int] | list[int]) -> None:
        """Lay some rows out again."""
        for row in rows:
            self.rows[row] = self._row(self.document.rows[row])
        self._stack()

    def row_at(self, y: float) -> int:
        """The row at a height; the nearest one above or below the post."""
        return max(0, min(len(self.rows) - 1, bisect_right(self._tops, y) - 1))

    def rows_between(self, top: float, bottom: float) -> range:
        """Rows that show between two heights."""
        if not self.rows:
            return range(0)
        return range(self.row_at(top), self.row_at(bottom) + 1)

    def box_at(self, x: float, y: float) -> tuple[int, WordBox] | None:
        """Row and box at a point of the post, or None beside the words."""
        if not self.rows:
            return None
        row = self.row_at(y)
        layout = self.rows[row]
        if not layout.boxes:
            return None
        # A line reaches from the top of its pinyin to a little below its baseline.
        first_top = layout.baseline - self._ascent(self.document.rows[row].kind)
        number = int((y - self._tops[row] - first_top) // layout.line_height)
        if y - self._tops[row] < first_top or not 0 <= number < len(layout.line_starts):
            return None
        for box in layout.line(number):
            if box.x <= x < box.x + box.width:
                return row, box
        return None

    def word_rect(self, row: int, token: int) -> tuple[float, float, float, float] | None:
        """(x, y, width, height) of a token's hanzi, px in the post; its first piece if cut."""
        layout = self.rows[row]
        size = self.options.size_of(self.document.rows[row].kind)
        for box in layout.boxes:
            if box.token == token:
                baseline = self._tops[row] + layout.baseline + box.line * layout.line_height
                return box.x, baseline - size * 0.95, box.width, size * 1.25
        return None

    def shows_pinyin(self, token: Token) -> bool:
        """Whether pinyin stands above a token."""
        if token.kind is not TokenKind.WORD or self.options.pinyin is PinyinShown.OFF:
            return False
        if self.options.pinyin is PinyinShown.ALL:
            return True
        return self.document.status(token.text) in (WordStatus.NEW, WordStatus.LEARNING)

    def _stack(self) -> None:
        self._tops = list(accumulate((row.height for row in self.rows), initial=10.0))

    def _ascent(self, kind: RowKind) -> float:
        size = self.options.size_of(kind)
        pinyin = 0 if self.options.pinyin is PinyinShown.OFF else self.options.pinyin_size * 1.25
        return size * 0.98 + pinyin

    def _columns(self, row: Row) -> tuple[float, float, float, float]:
        """(x, width) of the Chinese column, then of the English one."""
        options = self.options
        indent = 0 if row.depth < 0 else _BADGE + 12 + min(row.depth, 4) * _DEPTH_STEP
        left = GUTTER + indent
        inner = options.width - 2 * GUTTER
        if options.english is EnglishShown.OFF or options.narrow or row.kind is RowKind.TITLE:
            return left, max(120.0, inner - indent), left, max(120.0, inner - indent)
        column = (inner - GUTTER) / 2
        return left, max(120.0, column - indent), GUTTER + column + GUTTER, column

    def _row(self, row: Row) -> RowLayout:
        options = self.options
        x, width, english_x, english_width = self._columns(row)
        layout = RowLayout(x=x, english_x=english_x, english_width=english_width)
        if row.prepared is None:
            layout.height = {RowKind.DIVIDER: 56.0, RowKind.BYLINE: 34.0}.get(row.kind, 28.0)
            return layout
        size = options.size_of(row.kind)
        title = row.kind is RowKind.TITLE
        layout.line_height = self._ascent(row.kind) + size * 0.52
        above = 12.0 if row.opens_paragraph and row.depth < 0 else 2.0
        layout.baseline = above + self._ascent(row.kind)
        self._flow(layout, row.prepared, width, title=title)
        bottom = above + len(layout.line_starts) * layout.line_height + 4
        layout.english_line_height = options.english_size * 1.55
        if options.english is EnglishShown.OFF:
            layout.height = bottom
            return layout
        text = options.show_english(row.translation.text) if row.translation is not None else ""
        layout.english = self._wrap(text, english_width, title=title)
        lines = max(1, len(layout.english))
        if options.narrow or title:
            layout.english_baseline = bottom + options.english_size * 1.05
            layout.height = bottom + lines * layout.english_line_height + 6
        else:
            layout.english_baseline = layout.baseline - size * 0.08
            english_bottom = layout.english_baseline + (lines - 1) * layout.english_line_height
            layout.height = max(bottom, english_bottom + options.english_size * 0.6)
        return layout

    def _flow(self, layout: RowLayout, prepared: PreparedSentence, width: float, *, title: bool) -> None:
        layout.line_starts.append(0)
        x, line = 0.0, 0
        for cluster in self._clusters(prepared, width, title=title):
            total = sum(box.width for box in cluster)
            if x > 0 and x + total > width:
                x, line = 0.0, line + 1
                layout.line_starts.append(len(layout.boxes))
            for box in cluster:
                if x == 0 and box.text.isspace():
                    continue
                box.x, box.line = layout.x + x, line
                layout.boxes.append(box)
                x += box.width

    def _clusters(self, prepared: PreparedSentence, width: float, *, title: bool) -> Iterator[list[WordBox]]:
        """Boxes that must stay on one line: closing marks follow their word, opening ones lead it."""
        cluster: list[WordBox] = []
        leads = False  # whether the cluster so far is only opening marks
        for index, token in enumerate(prepared.tokens):
            boxes = self._boxes(index, token, width, title=title)
            text = boxes[0].text
            if cluster and (leads or text[:1] in CLOSING):
                cluster.append(boxes[0])
                leads = leads and text[-1:] in OPENING
            else:
                if cluster:
                    yield cluster
                cluster = [boxes[0]]
                leads = text[-1:] in OPENING
            for box in boxes[1:]:
                yield cluster
                cluster, leads = [box], False
        if cluster:
            yield cluster

    def _boxes(self, index: int, token: Token, width: float, *, title: bool) -> list[WordBox]:
        text = self.options.show(token)
        advance = self._hanzi(text, title=title)
        pinyin = self.options.spell(token) if self.shows_pinyin(token) else ""
        if token.kind is TokenKind.WORD:
            advance += 4  # air around a word, so that its wash does not touch its neighbour's
        if pinyin:
            advance = max(advance, self._pinyin(pinyin) + 6)
        if advance <= width or len(text) == 1:
            return [WordBox(index, text, 0, 0.0, 0, advance, pinyin)]
        # Longer than a line (an address, a run of laughter): cut where the line ends.
        boxes: list[WordBox] = []
        start = 0
        while start < len(text):
            end, piece = start + 1, self._hanzi(text[start], title=title)
            while end < len(text) and piece + self._hanzi(text[end], title=title) <= width:
                piece += self._hanzi(text[end], title=title)
                end += 1
            boxes.append(WordBox(index, text[start:end], start, 0.0, 0, piece))
            start = end
        return boxes

    def _hanzi(self, text: str, *, title: bool) -> float:
        key = ("t" if title else "h") + text
        found = self._widths.get(key)
        if found is None:
            found = self._widths[key] = self._measure.hanzi(text, title=title)
        return found

    def _pinyin(self, text: str) -> float:
        key = "p" + text
        found = self._widths.get(key)
        if found is None:
            found = self._widths[key] = self._measure.pinyin(text)
        return found

    def _english(self, word: str, *, title: bool) -> float:
        key = ("T" if title else "e") + word
        found = self._widths.get(key)
        if found is None:
            found = self._widths[key] = self._measure.english(word, title=title)
        return found

    def _wrap(self, text: str, width: float, *, title: bool) -> list[str]:
        """Lines of English no wider than `width`; a longer word is cut."""
        lines: list[str] = []
        for paragraph in text.split("\n") if text else []:
            line, used = "", 0.0
            for word in paragraph.split():
                for piece in self._fit(word, width, title=title):
                    advance = self._english(piece, title=title)
                    if line and used + self._space + advance > width:
                        lines.append(line)
                        line, used = piece, advance
                    else:
                        used += advance + (self._space if line else 0)
                        line = f"{line} {piece}" if line else piece
            if line:
                lines.append(line)
        return lines

    def _fit(self, word: str, width: float, *, title: bool) -> list[str]:
        if self._english(word, title=title) <= width:
            return [word]
        pieces, piece = [], ""
        for character in word:
            if piece and self._measure.english(piece + character, title=title) > width:
                pieces.append(piece)
                piece = ""
            piece += character
        return [*pieces, piece]
