"""Notes are written beside the post, looked after on the Notes page, and taken out as Markdown."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from tests.driver import Reader, button

from xinqiao.ui.notes.note_editor import NoteDialog

POST = "周末去了西湖\n今天天气很好，我们去公园散步。\n她打了个电话。"
SENTENCE = "今天天气很好，我们去公园散步。"


@pytest.fixture
def reader(reader: Reader) -> Reader:
    reader.paste(POST)
    return reader


def take_note(reader: Reader, word: str, body: str, tags: str = "") -> None:
    reader.tap(word)
    reader.press("N")
    dialog = reader.dialog(NoteDialog)
    reader.write(body, into=dialog.text)
    reader.write(tags, into=dialog.tags)
    reader.press("Ctrl+Return", dialog.text)
    reader.wait_no_dialog()


def bodies(reader: Reader) -> list[str]:
    query = "SELECT body FROM notes WHERE removed_at IS NULL ORDER BY id"
    return [body for (body,) in reader.rows_in(query)]


def test_a_note_on_a_word_keeps_what_it_is_about(reader: Reader) -> None:
    take_note(reader, "公园", "where we *walk*", "walks #places")
    assert reader.said() == "Note saved."
    columns = "body, word, sentence, pinyin, translation, source, tags"
    (kept,) = reader.rows_in(f"SELECT {columns} FROM notes")
    assert kept[:3] == ("where we *walk*", "公园", SENTENCE)
    assert kept[3].startswith("jīntiān tiānqì hěn hǎo")
    assert kept[4:] == (reader.english_of(SENTENCE), "周末去了西湖", '["walks","places"]')
    assert "where we *walk*" in reader.card_texts()
    reader.press("Ctrl+3")
    page = reader.window.other.notes
    assert page.quote_word.text() == "公园"
    assert page.quote_sentence.text() == SENTENCE
    assert page.text.toPlainText() == "where we *walk*"
    assert page.tags.text() == "walks places"


def test_a_note_without_a_word_is_about_the_post(reader: Reader) -> None:
    reader.click(reader.header.note)
    dialog = reader.dialog(NoteDialog)
    assert dialog.quote.word == ""
    assert dialog.quote.source == "周末去了西湖"
    reader.write("read this again", into=dialog.text)
    reader.click(dialog.save)
    reader.wait_no_dialog()
    assert bodies(reader) == ["read this again"]


def test_an_empty_note_is_not_kept(reader: Reader) -> None:
    reader.press("Ctrl+N")
    dialog = reader.dialog(NoteDialog)
    assert not dialog.save.isEnabled()
    reader.write("  ", into=dialog.text)
    reader.press("Ctrl+Return", dialog.text)
    assert dialog.isVisible()
    reader.press("Esc", dialog)
    reader.wait_no_dialog()
    assert bodies(reader) == []
    assert reader.said() != "Note discarded."


def test_a_cancelled_note_comes_back_by_undo(reader: Reader) -> None:
    reader.tap("公园")
    reader.press("N")
    dialog = reader.dialog(NoteDialog)
    reader.write("a long thought", into=dialog.text)
    reader.press("Esc", dialog)
    reader.wait_no_dialog()
    assert reader.said() == "Note discarded."
    assert bodies(reader) == []
    reader.click(reader.window.toast.button)
    assert bodies(reader) == ["a long thought"]
    assert reader.rows_in("SELECT word, sentence FROM notes") == [("公园", SENTENCE)]


def test_what_is_typed_into_a_note_saves_itself(reader: Reader) -> None:
    take_note(reader, "公园", "first")
    reader.press("Ctrl+3")
    page = reader.window.other.notes
    page.text.setFocus()
    reader.press("Ctrl+End", page.text)
    reader.write(" and more", into=page.text)
    reader.wait(lambda: bodies(reader) == ["first and more"])
    assert page.saved.text() == "Saved"
    assert page.model.index(0).data() == "first and more", "the list shows it too"


def test_an_edited_note_shows_its_new_text_when_it_is_chosen_again(reader: Reader) -> None:
    take_note(reader, "公园", "one")
    take_note(reader, "电话", "two")
    reader.press("Ctrl+3")
    page = reader.window.other.notes
    assert page.text.toPlainText() == "two"
    page.text.setFocus()
    reader.press("Ctrl+End", page.text)
    reader.write("!", into=page.text)
    reader.click_row(page.list, 1)
    assert page.text.toPlainText() == "one"
    reader.click_row(page.list, 0)
    assert page.text.toPlainText() == "two!"
    assert bodies(reader) == ["one", "two!"]


@pytest.mark.parametrize("leave", ["close", "page", "search", "new"])
def test_nothing_typed_is_lost_however_one_leaves(reader: Reader, leave: str) -> None:
    take_note(reader, "公园", "first")
    reader.press("Ctrl+3")
    page = reader.window.other.notes
    page.text.setFocus()
    reader.press("Ctrl+End", page.text)
    reader.write(" words", into=page.text)
    if leave == "close":
        reader.close()
    elif leave == "page":
        reader.press("Ctrl+1")
    elif leave == "search":
        reader.write("nothing fits", into=page.search)
    else:
        reader.press("Ctrl+N")
        dialog = reader.dialog(NoteDialog)
        reader.write("second", into=dialog.text)
        reader.press("Ctrl+Return", dialog.text)
        reader.wait_no_dialog()
    assert bodies(reader)[0] == "first words"
    if leave in ("page", "new"):
        reader.press("Ctrl+3")
        assert {note.body for note in page.model.shown} == set(bodies(reader))


def test_a_removed_note_comes_back_with_what_was_typed_last(reader: Reader) -> None:
    take_note(reader, "公园", "first")
    reader.press("Ctrl+3")
    page = reader.window.other.notes
    page.text.setFocus()
    reader.press("Ctrl+End", page.text)
    reader.write(" words", into=page.text)
    reader.click(button(page, "Remove note"))
    assert bodies(reader) == []
    assert page.model.shown == []
    reader.click(reader.window.toast.button)
    assert bodies(reader) == ["first words"]
    assert page.text.toPlainText() == "first words"


def test_delete_in_the_list_removes_and_ctrl_z_brings_back(reader: Reader) -> None:
    take_note(reader, "公园", "one")
    take_note(reader, "电话", "two")
    reader.press("Ctrl+3")
    reader.press("Ctrl+A")
    reader.press("Del")
    assert bodies(reader) == []
    assert reader.window.other.notes.empty.text().startswith("No notes yet.")
    reader.press("Ctrl+Z")
    assert bodies(reader) == ["one", "two"]


def test_notes_are_found_by_text_quote_and_tag(reader: Reader) -> None:
    take_note(reader, "公园", "where we walk", "outside")
    take_note(reader, "电话", "a loud call")
    reader.press("Ctrl+3")
    page = reader.window.other.notes
    for typed, found in (("WALK", 1), ("电话", 1), ("西湖", 2), ("outside", 1), ("nothing", 0)):
        page.search.clear()
        reader.write(typed, into=page.search)
        assert len(page.model.shown) == found, typed
    assert page.empty.text() == "No note fits. Clear the search."


def test_a_notes_source_opens_the_post_at_the_sentence(reader: Reader) -> None:
    take_note(reader, "电话", "a loud call")
    reader.open("番茄炒蛋", translated=False)
    reader.press("Ctrl+3")
    reader.click(reader.window.other.notes.source)
    reader.wait(lambda: reader.opened_title() == "周末去了西湖")
    reader.wait_translated()
    assert reader.view.marks.lit == reader.row_of("她打了个电话")


def test_notes_are_exported_with_quote_pinyin_translation_and_source(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_note(reader, "公园", "where we *walk*", "outside")
    file = tmp_path / "notes.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(file), ""))
    reader.press("Ctrl+3")
    page = reader.window.other.notes
    page.text.setFocus()
    reader.press("Ctrl+End", page.text)
    reader.write(" daily", into=page.text)
    reader.press("Ctrl+E")
    reader.wait(file.exists)
    reader.wait(lambda: reader.said() == f"Wrote 1 line to {file}.")
    text = file.read_text("utf-8")
    assert f"> {SENTENCE}" in text
    assert "gōng" in text
    assert reader.english_of(SENTENCE).split(",")[0] in text
    assert "Source: 周末去了西湖" in text
    assert "where we *walk* daily" in text, "what was typed a moment ago is in it"
    assert "Tags: outside" in text
