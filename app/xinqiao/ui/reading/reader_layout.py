"""Where every word of the reader stands: word boxes, lines and rows, in pixels.

No widget and no font in here: what a text measures is asked of a `Measure`, so that the layout
is tested on its own and laid out again in a fraction of a second when the window changes.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from xinqiao.domain.settings import EnglishShown, PinyinShown
from xinqiao.ui.reading.line_breaks import LineBreaks
from xinqiao.ui.reading.reader_boxes import GUTTER, LayoutOptions, Measure, RowLayout, WordBox
from xinqiao.ui.reading.reader_rows import ReaderDocument, Row, RowKind

_BADGE = 28
_DEPTH_STEP = 34


class ReaderLayout:
    """The whole post laid out; rows are laid out again one by one as they change."""

    def __init__(self, document: ReaderDocument, measure: Measure, options: LayoutOptions) -> None:
        self.document = document
        self.options = options
        self._measure = measure
        self._lines = LineBreaks(document, measure, options)
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

    def doubt_at(self, x: float, y: float) -> int | None:
        """Row whose doubt mark, behind its English, is at a point of the post, or None."""
        if not self.rows:
            return None
        row = self.row_at(y)
        placed, translation = self.rows[row], self.document.rows[row].translation
        if translation is None or not translation.doubts or not placed.english:
            return None
        left = placed.english_x + self._measure.english(placed.english[-1], title=False)
        line = placed.english_baseline + (len(placed.english) - 1) * placed.english_line_height
        inside = abs(y - self.top(row) - line + 6) < 14
        return row if inside and left <= x <= left + 34 else None

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
        self._lines.flow(layout, row.prepared, width, title=title)
        bottom = above + len(layout.line_starts) * layout.line_height + 4
        layout.english_line_height = options.english_size * 1.55
        if options.english is EnglishShown.OFF:
            layout.height = bottom
            return layout
        text = options.show_english(row.translation.text) if row.translation is not None else ""
        layout.english = self._lines.wrap(text, english_width, title=title)
        lines = max(1, len(layout.english))
        if options.narrow or title:
            layout.english_baseline = bottom + options.english_size * 1.05
            layout.height = bottom + lines * layout.english_line_height + 6
        else:
            layout.english_baseline = layout.baseline - size * 0.08
            english_bottom = layout.english_baseline + (lines - 1) * layout.english_line_height
            layout.height = max(bottom, english_bottom + options.english_size * 0.6)
        return layout
