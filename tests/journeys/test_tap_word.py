"""A tap on a word opens its gloss; everything on the card works by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.driver import Reader, button

from xinqiao.domain.pinyin import joined_marks
from xinqiao.ui.notes.note_editor import NoteDialog

POST = (
    "周末去了西湖\n今天天气很好，我们去公园散步。\n看到日落的时候我真的破防了。\n"
    "西湖yyds！\n我打了个电话。\n我们去打卡。\n再来一次。"
)


@pytest.fixture
def reader(reader: Reader) -> Reader:
    reader.paste(POST)
    return reader


def test_the_card_shows_headword_pinyin_senses_level_frequency_and_parts(reader: Reader) -> None:
    reader.tap("公园")
    texts = reader.card_texts()
    assert texts[:2] == ["公园", "公園"]
    assert reader.card.pinyin.text() == "gōng yuán"
    assert "park (for public recreation)" in texts
    assert "HSK 2" in texts
    assert "very common · 5.0" in texts
    assert "园 = 囗 + 元" in texts
    assert "Seen once in your library" in texts
    assert "park" in reader.card.accessibleName()
    assert reader.word_in_hand() == "公园"


def test_slang_comes_before_the_dictionary(reader: Reader) -> None:
    reader.tap("yyds")
    texts = reader.card_texts()
    assert texts[:3] == ["yyds", "playful", "the GOAT; the best ever"]
    reader.tap("打卡")
    texts = reader.card_texts()
    slang = reader.card.slang_meaning.text()
    assert slang
    assert texts.index(slang) < texts.index("1")


def test_the_next_tap_moves_the_card_and_leaves_nothing_of_the_word_before(reader: Reader) -> None:
    reader.tap("西湖", sentence="周末")
    here = reader.card.pos()
    assert any("West Lake" in text for text in reader.card_texts())
    reader.tap("电话")
    assert reader.card.pos() != here
    texts = reader.card_texts()
    assert texts[0] == "电话"
    assert any("telephone" in text for text in texts)
    assert not any("West Lake" in text for text in texts)


@pytest.mark.parametrize("word", ["散步", "打", "了", "公园", "yyds", "真的"])
def test_the_card_is_as_tall_as_what_is_on_it_also_when_it_moves(reader: Reader, word: str) -> None:
    reader.tap(word)
    fresh = (reader.card.size(), reader.card_texts())
    reader.press("Esc")
    reader.tap("周末")
    reader.press("Esc")
    reader.tap("一次")
    row, token = reader.place_of(word)
    rect = reader.view.word_rect(row, token)
    assert rect is not None
    reader.click_at(reader.view.viewport(), rect.center())
    assert (reader.card.size(), reader.card_texts()) == fresh


def test_another_reading_of_the_place_is_glossed_at_a_click(reader: Reader) -> None:
    reader.tap("公园")
    chips = [chip.text() for chip in reader.chips()]
    assert chips[0] == "公园"
    assert len(chips) > 1
    assert all(set(chip) & set("公园") for chip in chips), "readings cover what was tapped"
    assert [chip.isChecked() for chip in reader.chips()] == [True] + [False] * (len(chips) - 1)
    single = next(chip for chip in reader.chips() if len(chip.text()) == 1)
    wanted = single.text()
    reader.click(single)
    assert reader.card_texts()[0] == wanted
    assert [chip.text() for chip in reader.chips()] == chips, "the chips stay where they were"
    assert [chip.text() for chip in reader.chips() if chip.isChecked()] == [wanted]
    reader.click(reader.chips()[0])
    assert reader.card_texts()[0] == "公园"


def test_readings_belong_to_the_character_that_was_tapped(reader: Reader) -> None:
    row, token = reader.place_of("破防了")
    rect = reader.view.word_rect(row, token)
    assert rect is not None
    for place, share in enumerate((0.15, 0.5, 0.85)):
        point = QPoint(round(rect.left() + rect.width() * share), rect.center().y())
        reader.click_at(reader.view.viewport(), point)
        assert all("破防了"[place] in chip.text() for chip in reader.chips())
        reader.press("Esc")


def test_arrows_go_through_all_readings_once_the_card_has_the_keyboard(reader: Reader) -> None:
    reader.tap("破防了")
    chips = [chip.text() for chip in reader.chips()]
    assert len(chips) == 3
    reader.card.setFocus()
    seen = []
    for _ in chips:
        reader.press("Right", reader.card)
        seen.append(reader.card_texts()[0])
    assert seen == [*chips[1:], chips[0]]
    reader.press("Left", reader.card)
    assert reader.card_texts()[0] == chips[-1]


def test_save_known_and_ignore_by_key_and_by_button(reader: Reader) -> None:
    for key, text, status, said in (
        ("S", "Save", "learning", "Saved “公园”."),
        ("K", "Known", "known", "Marked “公园” as known."),
        ("I", "Ignore", "ignored", "“公园” is ignored from now on."),
    ):
        for by_key in (True, False):
            reader.tap("公园")
            if by_key:
                reader.press(key)
            else:
                reader.click(button(reader.card, text))
            assert reader.said() == said
            assert status in reader.card_texts(), "the card shows the new status"
            assert reader.rows_in("SELECT text, status FROM words") == [("公园", status)]
    assert reader.rows_in("SELECT count(*) FROM encounters") == [(1,)]


def test_a_key_keeps_the_word_in_hand_without_a_card(reader: Reader) -> None:
    reader.view.setFocus()
    reader.press("Right")
    reader.press("Right")
    assert reader.word_in_hand() == "去"
    assert not reader.card.isVisible()
    reader.press("K")
    assert reader.rows_in("SELECT text, status FROM words") == [("去", "known")]


def test_note_by_key_and_by_button(reader: Reader) -> None:
    for by_key in (True, False):
        reader.tap("散步")
        if by_key:
            reader.press("N")
        else:
            reader.click(button(reader.card, "Note"))
        dialog = reader.dialog(NoteDialog)
        assert (dialog.quote.word, dialog.quote.sentence) == ("散步", "今天天气很好，我们去公园散步。")
        reader.press("Esc", dialog)
        reader.wait_no_dialog()


def test_escape_and_a_click_beside_the_words_close_the_card(reader: Reader) -> None:
    reader.tap("公园")
    reader.press("Esc")
    assert not reader.card.isVisible()
    assert QApplication.focusWidget() is reader.view
    reader.tap("公园")
    beside = QPoint(reader.view.viewport().width() - 20, reader.view.viewport().height() - 20)
    reader.click_at(reader.view.viewport(), beside)
    assert not reader.card.isVisible()


def test_arrows_move_by_word_and_by_sentence_and_the_card_follows(reader: Reader) -> None:
    reader.view.setFocus()
    reader.press("Right")
    reader.press("Return")
    walked = [reader.card_texts()[0]]
    for _ in range(4):
        reader.press("Right")
        walked.append(reader.card_texts()[0])
    assert walked == ["周末", "去", "了", "西湖", "今天"]
    reader.press("Left")
    assert reader.card_texts()[0] == reader.word_in_hand() == "西湖"
    reader.press("Down")
    reader.press("Down")
    assert reader.card_texts()[0] == reader.word_in_hand() == "看到"
    reader.press("Up")
    assert reader.word_in_hand() == "今天"
    reader.press("Esc")
    reader.press("Right")
    assert not reader.card.isVisible(), "a card that was closed stays closed"


def test_more_meanings_unfold_and_fold(reader: Reader) -> None:
    reader.tap("打")
    before, height = reader.card_texts(), reader.card.height()
    assert reader.card.more.text().endswith("more meanings")
    reader.click(reader.card.more)
    assert len(reader.card_texts()) > len(before) + 5
    assert reader.card.height() > height
    assert reader.card.more.text() == "fewer meanings"
    reader.click(reader.card.more)
    assert (reader.card_texts(), reader.card.height()) == (before, height)


def test_tab_reaches_every_button_of_the_card_and_keys_still_work_there(reader: Reader) -> None:
    reader.tap("公园")
    wanted = {b for b in (reader.card.save, reader.card.known, reader.card.ignore, reader.card.add_note)}
    wanted |= set(reader.chips())
    reached = set()
    for _ in range(30):
        reader.press("Tab")
        reached.add(QApplication.focusWidget())
    assert wanted <= reached
    reader.card.known.setFocus()
    reader.press("Space")
    assert reader.rows_in("SELECT status FROM words") == [("known",)]
    reader.press("S")
    assert reader.rows_in("SELECT status FROM words") == [("learning",)]
    reader.press("Esc")
    assert not reader.card.isVisible()
    assert QApplication.focusWidget() is reader.view


@pytest.mark.parametrize("width", [1280, 700, 480])
@pytest.mark.parametrize("height", [820, 420])
def test_the_card_stays_inside_the_view_wherever_the_word_stands(
    reader: Reader, width: int, height: int
) -> None:
    reader.window.resize(width, height)
    reader.wait(lambda: abs(reader.window.width() - width) < 60)
    for word in ("周末", "散步", "破防了", "yyds", "打", "次", "打卡", "再"):
        try:
            reader.tap(word)
        except AssertionError as error:
            if "no word" in str(error):
                continue
            raise
        area, card = reader.view.viewport().rect(), reader.card.geometry()
        if card.height() + 8 <= area.height() and card.width() + 16 <= area.width():
            assert area.contains(card), (word, area, card)
        else:
            assert card.top() >= 0, "its beginning can be read"
            assert card.left() >= 0
        reader.press("Esc")


def test_the_card_goes_when_its_word_scrolls_out_of_sight(reader: Reader) -> None:
    reader.window.resize(1000, 470)
    reader.paste("\n".join(f"第{number}天我们去公园散步。" for number in range(30)))
    reader.tap("公园")
    y = reader.card.y()
    bar = reader.view.verticalScrollBar()
    bar.setValue(bar.value() + 12)
    assert reader.card.isVisible()
    assert reader.card.y() == y - 12
    bar.setValue(bar.maximum())
    assert not reader.card.isVisible()


def test_a_word_met_elsewhere_says_where_and_shows_the_note_on_it(reader: Reader) -> None:
    reader.paste("昨天也去了公园。")
    reader.tap("公园")
    assert "Seen 2 times in your library · “今天天气很好，我们去公园散步。”" in reader.card_texts()
    reader.press("N")
    dialog = reader.dialog(NoteDialog)
    reader.write("where we walk", into=dialog.text)
    reader.press("Ctrl+Return", dialog.text)
    reader.wait_no_dialog()
    assert "where we walk" in reader.card_texts()


def test_the_sentence_in_hand_is_the_place_the_reader_comes_back_to(reader: Reader) -> None:
    reader.tap("电话")
    row = reader.row_of("打了个电话")
    reader.open("番茄炒蛋", translated=False)
    reader.open("周末去了西湖")
    assert reader.view.marks.lit == row


def test_pinyin_on_the_card_is_what_stands_above_the_word(reader: Reader) -> None:
    for row in reader.view.document.sentence_rows():
        prepared = reader.view.document.rows[row].prepared
        assert prepared is not None
        for index in reader.view.document.tappable(row):
            reader.view.go_to(row, index)
            reader.press("Return", reader.view)
            token = prepared.tokens[index]
            shown = reader.card.pinyin.text().replace(" ", "")
            assert shown == joined_marks(token.syllables).replace(" ", "").replace("'", "").replace("’", "")


def test_the_mouse_lights_the_sentence_below_it(reader: Reader) -> None:
    point = reader.point_of("散步")
    QTest.mouseMove(reader.view.viewport(), point)
    reader.wait(lambda: reader.view.marks.lit == reader.row_of("公园"))
    assert reader.view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor


def test_copy_without_a_selection_copies_the_word_in_hand(reader: Reader) -> None:
    reader.tap("公园")
    reader.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "公园"
    reader.press("Ctrl+Shift+C")
    chinese = "今天天气很好，我们去公园散步。"
    assert QGuiApplication.clipboard().text() == f"{chinese}\n{reader.english_of(chinese)}"
