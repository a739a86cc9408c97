"""The reader's layout with a ruler of its own: 10 px a character, 5 px for pinyin and English."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinqiao.domain.settings import EnglishShown, PinyinShown
from xinqiao.domain.translations import Maker, Translation
from xinqiao.domain.words import PreparedSentence, Token, TokenKind, WordStatus
from xinqiao.ui.reading.line_breaks import CLOSING
from xinqiao.ui.reading.reader_boxes import GUTTER, LayoutOptions
from xinqiao.ui.reading.reader_layout import ReaderLayout
from xinqiao.ui.reading.reader_rows import ReaderDocument, Row, RowKind


class Ruler:
    """Every character is as wide as every other."""

    def hanzi(self, text: str, *, title: bool) -> float:
        return 10.0 * len(text)

    def pinyin(self, text: str) -> float:
        return 5.0 * len(text)

    def english(self, text: str, *, title: bool) -> float:
        return 5.0 * len(text)


def sentence(*pieces: str) -> PreparedSentence:
    tokens, start = [], 0
    for piece in pieces:
        kind = TokenKind.WORD if piece[0].isalpha() else TokenKind.MARK
        tokens.append(Token(piece, start, kind, ("a1",) * len(piece) if kind is TokenKind.WORD else ()))
        start += len(piece)
    return PreparedSentence("".join(pieces), tuple(tokens))


def lay_out(
    *sentences: PreparedSentence,
    width: int = 800,
    english: EnglishShown = EnglishShown.SHOWN,
    pinyin: PinyinShown = PinyinShown.OFF,
    statuses: dict[str, WordStatus] | None = None,
    translation: str = "",
) -> ReaderLayout:
    document = ReaderDocument(statuses=statuses or {})
    for number, prepared in enumerate(sentences):
        document.row_of_sentence[number] = number
        english_text = Translation(translation, Maker.MODEL) if translation else None
        document.rows.append(
            Row(RowKind.SENTENCE, number=number, prepared=prepared, translation=english_text)
        )
    options = LayoutOptions(
        width=width,
        hanzi_size=20,
        pinyin=pinyin,
        english=english,
        spell=lambda token: " ".join(token.syllables),
        show=lambda token: token.text,
    )
    return ReaderLayout(document, Ruler(), options)


def lines_of(layout: ReaderLayout, row: int = 0) -> list[str]:
    placed = layout.rows[row]
    return ["".join(box.text for box in placed.line(n)) for n in range(len(placed.line_starts))]


def test_words_stand_side_by_side_and_wrap_as_whole_words() -> None:
    layout = lay_out(sentence(*["我们"] * 20), width=620 + 0, english=EnglishShown.OFF)
    placed = layout.rows[0]
    for number in range(len(placed.line_starts)):
        line = placed.line(number)
        assert line[0].x == GUTTER
        for left, right in pairwise(line):
            assert right.x == left.x + left.width
        assert line[-1].x + line[-1].width <= 620 - GUTTER
    assert len(placed.line_starts) == 1 + (20 * 24 - 1) // (620 - 2 * GUTTER)


def test_no_line_begins_with_a_closing_mark() -> None:
    for words in range(1, 40):
        layout = lay_out(
            sentence(*["好"] * words, "，", "”", *["的"] * 5), width=420, english=EnglishShown.OFF
        )
        assert all(line[0] not in CLOSING for line in lines_of(layout))


def test_an_opening_mark_stays_with_the_word_after_it() -> None:
    for words in range(1, 40):
        layout = lay_out(sentence(*["好"] * words, "“", "你好", "”"), width=420, english=EnglishShown.OFF)
        assert all(not line.endswith("“") for line in lines_of(layout))


def test_an_address_longer_than_a_line_is_cut_and_rejoins() -> None:
    address = "https://example.org/" + "a" * 200
    prepared = PreparedSentence(address, (Token(address, 0, TokenKind.PROTECTED),))
    layout = lay_out(prepared, width=400, english=EnglishShown.OFF)
    boxes = layout.rows[0].boxes
    assert len(boxes) > 3
    assert "".join(box.text for box in boxes) == address
    assert all(box.x + box.width <= 400 - GUTTER for box in boxes)
    assert [address[box.offset :].startswith(box.text) for box in boxes] == [True] * len(boxes)


def test_a_box_is_as_wide_as_the_wider_of_hanzi_and_pinyin() -> None:
    word = Token("窗", 0, TokenKind.WORD, ("chuang1",))
    layout = lay_out(PreparedSentence("窗", (word,)), pinyin=PinyinShown.ALL)
    assert layout.rows[0].boxes[0].width == 5 * len("chuang1") + 6
    assert lay_out(PreparedSentence("窗", (word,))).rows[0].boxes[0].width == 14


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        (WordStatus.NEW, True),
        (WordStatus.LEARNING, True),
        (WordStatus.KNOWN, False),
        (WordStatus.IGNORED, False),
    ],
)
def test_pinyin_for_unknown_words_only(status: WordStatus, shown: bool) -> None:
    layout = lay_out(sentence("我们"), pinyin=PinyinShown.UNKNOWN, statuses={"我们": status})
    assert bool(layout.rows[0].boxes[0].pinyin) is shown


def test_every_point_of_a_word_finds_it_and_a_gap_finds_none() -> None:
    layout = lay_out(sentence("我们", "去", "旅行", "。"), sentence("好"), width=900)
    for row in (0, 1):
        for box in layout.rows[row].boxes:
            rect = layout.word_rect(row, box.token)
            assert rect is not None
            x, y, width, height = rect
            for dx, dy in ((0, 1), (width - 0.1, 1), (width / 2, height / 2), (1, height * 0.7)):
                found = layout.box_at(x + dx, y + dy)
                assert found is not None
                assert (found[0], found[1].token) == (row, box.token)
    assert layout.box_at(2, 20) is None
    assert layout.box_at(GUTTER + 2, layout.height + 500) is None


def test_english_stands_beside_the_chinese_or_below_it_on_a_narrow_window() -> None:
    wide = lay_out(sentence("我们"), width=1000, translation="We")
    narrow = lay_out(sentence("我们"), width=500, translation="We")
    assert wide.rows[0].english_x > 500
    assert wide.rows[0].english_baseline < wide.rows[0].baseline + 1
    assert narrow.rows[0].english_x == GUTTER
    assert narrow.rows[0].english_baseline > narrow.rows[0].baseline


def test_a_row_grows_with_its_english_and_the_rows_below_move() -> None:
    layout = lay_out(sentence("好"), sentence("好"), width=700)
    before = layout.top(1)
    layout.document.set_translation(0, Translation("word " * 60, Maker.MODEL))
    layout.update([0])
    assert layout.top(1) > before
    assert layout.top(1) == layout.top(0) + layout.rows[0].height


@given(st.lists(st.text(alphabet="ab", min_size=1, max_size=120), min_size=1, max_size=30))
def test_wrapped_english_loses_nothing_and_fits(words: list[str]) -> None:
    layout = lay_out(sentence("好"), width=760, translation=" ".join(words))
    placed = layout.rows[0]
    assert "".join("".join(placed.english).split()) == "".join(words)
    assert all(5 * len(line) <= placed.english_width for line in placed.english)


@given(st.lists(st.sampled_from(["我们", "去", "。", "“", "”", "旅行社", " "]), min_size=1, max_size=60))
def test_boxes_rejoin_to_the_sentence_and_stay_in_the_column(pieces: list[str]) -> None:
    tokens, start = [], 0
    for piece in pieces:
        tokens.append(Token(piece, start, TokenKind.WORD if piece[0].isalpha() else TokenKind.MARK))
        start += len(piece)
    layout = lay_out(PreparedSentence("".join(pieces), tuple(tokens)), width=360, english=EnglishShown.OFF)
    boxes = layout.rows[0].boxes
    assert "".join(box.text for box in boxes).replace(" ", "") == "".join(pieces).replace(" ", "")
    assert all(box.x >= GUTTER for box in boxes)
    words = [box for box in boxes if box.text.isalpha()]
    assert all(box.x + box.width <= 360 - GUTTER for box in words)


def test_rows_between_covers_what_shows() -> None:
    layout = lay_out(*[sentence("好")] * 50)
    rows = layout.rows_between(layout.top(10) + 1, layout.top(12) + 1)
    assert list(rows) == [10, 11, 12]
