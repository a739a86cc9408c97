"""Where lines of Chinese and of English end."""

from collections.abc import Iterator

from xinqiao.domain.settings import PinyinShown
from xinqiao.domain.words import PreparedSentence, Token, TokenKind, WordStatus
from xinqiao.ui.reading.reader_boxes import LayoutOptions, Measure, RowLayout, WordBox
from xinqiao.ui.reading.reader_rows import ReaderDocument

CLOSING = frozenset("，。、；：？！…～》〉」』】）〕”’％,.;:?!)]}%~·・")
OPENING = frozenset("《〈「『【（〔“‘([{#@")


class LineBreaks:
    """Cuts sentences into word boxes on lines, and English into lines; measures each text once."""

    def __init__(self, document: ReaderDocument, measure: Measure, options: LayoutOptions) -> None:
        self.document = document
        self.options = options
        self._measure = measure
        self._widths: dict[str, float] = {}
        self._space = measure.english(" ", title=False)

    def flow(self, layout: RowLayout, prepared: PreparedSentence, width: float, *, title: bool) -> None:
        """Put the boxes of a sentence on the lines of its row."""
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

    def shows_pinyin(self, token: Token) -> bool:
        """Whether pinyin stands above a token."""
        if token.kind is not TokenKind.WORD or self.options.pinyin is PinyinShown.OFF:
            return False
        if self.options.pinyin is PinyinShown.ALL:
            return True
        return self.document.status(token.text) in (WordStatus.NEW, WordStatus.LEARNING)

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

    def wrap(self, text: str, width: float, *, title: bool) -> list[str]:
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
