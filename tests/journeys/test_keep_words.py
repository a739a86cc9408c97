"""Words are kept from the card, looked after on the Words page, and taken out as a list."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit
from tests.driver import Reader, button

from xinqiao.domain.words import WordStatus
from xinqiao.formats.csv_words import read_words
from xinqiao.ui.notes.note_editor import NoteDialog
from xinqiao.ui.words.word_panel import EncounterCard
from xinqiao.ui.words.words_model import FREQUENCY, MEANING, PINYIN, WORD

POST = "周末去了西湖\n今天天气很好，我们去公园散步。\n她打了个电话，声音很大。\n绿色的茶园真美。"


@pytest.fixture
def reader(reader: Reader) -> Reader:
    reader.paste(POST)
    return reader


def shown(reader: Reader) -> list[str]:
    """The words of the table from top to bottom."""
    model = reader.window.other.words.model
    return [model.index(row, WORD).data() for row in range(model.rowCount())]


def keep(reader: Reader, *words: str) -> None:
    for word in words:
        reader.tap(word)
        reader.press("S")


def click_word(
    reader: Reader, word: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    table = reader.window.other.words.table
    index = reader.window.other.words.model.index(shown(reader).index(word), MEANING)
    table.scrollTo(index)
    point = table.visualRect(index).center()
    reader.click_at(table.viewport(), point, modifier)


def statuses(reader: Reader) -> dict[str, str]:
    return dict(reader.rows_in("SELECT text, status FROM words WHERE removed_at IS NULL"))


def encounters(reader: Reader) -> list[EncounterCard]:
    return reader.word_panel().findChildren(EncounterCard)


def test_a_saved_word_is_shaded_anew_wherever_it_stands(reader: Reader) -> None:
    document = reader.view.document
    assert document.status("公园") is WordStatus.NEW
    before = reader.view.grab().toImage()
    keep(reader, "公园")
    reader.press("Esc")
    assert document.status("公园") is WordStatus.LEARNING
    reader.press("Esc")
    assert reader.view.grab().toImage() != before
    reader.tap("公园")
    reader.press("K")
    assert document.status("公园") is WordStatus.KNOWN
    share = document.known_share()
    assert share is not None
    assert share > 0
    assert reader.header.label.text() == f"{int(share * 100)} % known"
    assert reader.listed()[0].known_share == pytest.approx(share)


def test_the_words_page_shows_the_word_and_where_it_was_met(reader: Reader) -> None:
    keep(reader, "公园")
    reader.press("Ctrl+2")
    assert shown(reader) == ["公园"]
    model = reader.window.other.words.model
    assert model.index(0, PINYIN).data() == "gōng yuán"
    assert "park" in model.index(0, MEANING).data()
    click_word(reader, "公园")
    (card,) = encounters(reader)
    assert card.sentence.accessibleName() == "今天天气很好，我们去公园散步。"
    english = reader.english_of("我们去公园散步")
    assert english in [label.text() for label in card.findChildren(QLabel)]


def test_a_click_on_an_encounter_opens_the_post_there(reader: Reader) -> None:
    keep(reader, "电话")
    reader.open("番茄炒蛋", translated=False)
    reader.press("Ctrl+2")
    click_word(reader, "电话")
    (card,) = encounters(reader)
    reader.click_at(card, QPoint(12, 12))
    reader.wait(lambda: reader.opened_title() == "周末去了西湖")
    reader.wait_translated()
    assert reader.window.pages.currentIndex() == 0
    assert reader.view.marks.lit == reader.row_of("她打了个电话")
    assert reader.library.selected() == [reader.page.opened.stored.id] if reader.page.opened else False


def test_an_encounter_outlives_its_post(reader: Reader) -> None:
    keep(reader, "电话")
    reader.right_click(reader.library.list, 0, "Remove")
    reader.press("Ctrl+2")
    click_word(reader, "电话")
    (card,) = encounters(reader)
    reader.click_at(card, QPoint(12, 12))
    assert reader.said() == "This post was removed from your library."
    assert card.sentence.accessibleName() == "她打了个电话，声音很大。"


def test_status_by_key_on_the_words_page_reaches_the_post(reader: Reader) -> None:
    keep(reader, "公园", "散步")
    reader.press("Ctrl+2")
    click_word(reader, "公园")
    reader.press("K")
    assert statuses(reader) == {"公园": "known", "散步": "learning"}
    assert reader.view.document.status("公园") is WordStatus.KNOWN
    assert [word.text for word in reader.window.other.words.selected()] == ["公园"], "the selection stays"
    reader.press("I")
    reader.press("S")
    assert statuses(reader)["公园"] == "learning"


def test_status_by_the_panels_buttons_and_by_menu(reader: Reader) -> None:
    keep(reader, "公园")
    reader.press("Ctrl+2")
    click_word(reader, "公园")
    reader.click(button(reader.word_panel(), "Known"))
    assert statuses(reader) == {"公园": "known"}
    reader.right_click(reader.window.other.words.table, 0, "Mark as ignored")
    assert statuses(reader) == {"公园": "ignored"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("公园", ["公园"]),
        ("公園", ["公园"]),
        ("gongyuan", ["公园"]),
        ("gong yuan", ["公园"]),
        ("gōng yuán", ["公园"]),
        ("lüse", ["绿色"]),
        ("lvse", ["绿色"]),
        ("telephone", ["电话"]),
        ("PARK", ["公园"]),
        ("没有这个词", []),
        ("<p>", []),
        ("p%", []),
    ],
)
def test_words_are_found_by_hanzi_pinyin_and_english(reader: Reader, typed: str, found: list[str]) -> None:
    keep(reader, "公园", "电话", "绿色")
    reader.press("Ctrl+2")
    reader.press("Ctrl+K")
    reader.write(typed, into=reader.window.other.words.search)
    assert shown(reader) == found
    if not found:
        assert reader.window.other.words.empty.text() == "No word fits. Clear the search or choose All."
    reader.window.other.words.search.clear()
    assert len(shown(reader)) == 3


def test_words_are_filtered_by_status_and_sorted_by_a_click_on_a_column(reader: Reader) -> None:
    keep(reader, "公园", "电话", "声音")
    reader.tap("电话")
    reader.press("K")
    reader.press("Ctrl+2")
    reader.click(button(reader.window.other.words, "Known 1"))
    assert shown(reader) == ["电话"]
    reader.click(button(reader.window.other.words, "All 3"))
    header = reader.window.other.words.table.horizontalHeader()
    for column, expected in ((PINYIN, ["电话", "公园", "声音"]), (FREQUENCY, ["公园", "声音", "电话"])):
        place = QPoint(header.sectionViewportPosition(column) + 12, header.height() // 2)
        reader.click_at(header.viewport(), place)
        once = shown(reader)
        reader.click_at(header.viewport(), place)
        assert shown(reader) == once[::-1]
        assert expected in (once, once[::-1])


def test_a_bulk_change_is_one_undo(reader: Reader) -> None:
    keep(reader, "公园", "电话", "散步")
    reader.tap("散步")
    reader.press("I")
    reader.press("Ctrl+2")
    reader.press("Ctrl+A")
    reader.press("K")
    assert set(statuses(reader).values()) == {"known"}
    reader.press("Ctrl+Z")
    assert statuses(reader) == {"公园": "learning", "电话": "learning", "散步": "ignored"}
    assert reader.view.document.status("散步") is WordStatus.IGNORED


def test_removed_words_come_back_with_their_sentences(reader: Reader) -> None:
    keep(reader, "公园", "电话")
    reader.press("Ctrl+2")
    click_word(reader, "公园")
    reader.press("Del")
    assert shown(reader) == ["电话"]
    assert reader.view.document.status("公园") is WordStatus.NEW
    reader.press("Ctrl+Z")
    assert set(shown(reader)) == {"公园", "电话"}
    click_word(reader, "公园")
    reader.wait(lambda: len(encounters(reader)) == 1)


def test_undo_of_a_first_save_takes_the_word_out_again(reader: Reader) -> None:
    keep(reader, "公园")
    reader.press("Ctrl+Z")
    assert reader.said() == "Undone: Save 公园"
    assert statuses(reader) == {}
    assert reader.view.document.status("公园") is WordStatus.NEW
    assert "learning" not in reader.card_texts()
    reader.press("Ctrl+Z")
    assert reader.said() == "There is nothing to undo."


def test_traditional_and_simplified_are_one_word(reader: Reader) -> None:
    keep(reader, "公园")
    reader.paste("我們去公園散步吧。")
    assert reader.view.document.status("公園") is WordStatus.LEARNING
    reader.tap("公園")
    reader.press("K")
    assert statuses(reader) == {"公园": "known"}
    assert reader.rows_in("SELECT count(*) FROM encounters") == [(2,)]


def test_the_list_is_exported_and_reads_back(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(reader, "公园", "电话")
    file = tmp_path / "words"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(file), ""))
    reader.press("Ctrl+2")
    reader.press("Ctrl+E")
    written = file.with_suffix(".csv")
    reader.wait(written.exists)
    reader.wait(lambda: reader.said() == f"Wrote 2 lines to {written}.")
    lines = read_words(written.read_text("utf-8"))
    assert [line.word for line in lines] == ["电话", "公园"]
    assert lines[1].pinyin == "gōng yuán"
    assert lines[1].status == "learning"
    assert lines[1].sentence == "今天天气很好，我们去公园散步。"
    assert lines[1].translation == reader.english_of("我们去公园散步")
    assert lines[1].source == "周末去了西湖"
    assert lines[1].sentence_pinyin.startswith("jīntiān tiānqì")


def test_a_selection_is_exported_alone_and_a_cancelled_dialog_writes_nothing(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(reader, "公园", "电话", "散步")
    reader.press("Ctrl+2")
    click_word(reader, "公园")
    click_word(reader, "散步", Qt.KeyboardModifier.ControlModifier)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))
    reader.click(reader.window.other.words.export)
    file = tmp_path / "some.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(file), ""))
    reader.click(reader.window.other.words.export)
    reader.wait(file.exists)
    assert {line.word for line in read_words(file.read_text("utf-8"))} == {"公园", "散步"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "some.csv"]


def test_an_export_that_cannot_be_written_says_so(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(reader, "公园")
    file = tmp_path / "no such folder" / "words.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(file), ""))
    reader.press("Ctrl+2")
    reader.press("Ctrl+E")
    what, next_step = reader.problem()
    assert "no such folder" in what
    assert next_step


def test_an_empty_words_page_says_what_to_do(reader: Reader) -> None:
    reader.press("Ctrl+2")
    assert "press S" in reader.window.other.words.empty.text()
    assert not reader.window.other.words.export.isEnabled()
    assert not isinstance(reader.window.focusWidget(), QLineEdit)


def test_a_note_from_the_words_page_is_about_the_word(reader: Reader) -> None:
    keep(reader, "公园")
    reader.press("Ctrl+2")
    click_word(reader, "公园")
    reader.press("N")
    dialog = reader.dialog(NoteDialog)
    reader.write("green and quiet", into=dialog.text)
    reader.press("Ctrl+Return", dialog.text)
    reader.wait_no_dialog()
    texts = [label.text() for label in reader.word_panel().findChildren(QLabel)]
    assert "green and quiet" in texts
