"""Ctrl+L looks anything up, by keyboard alone."""

from tests.driver import Reader

from xinqiao.ui.gloss.look_up_dialog import LookUpDialog


def test_type_choose_explain_save_and_go_back_to_reading(reader: Reader) -> None:
    reader.press("Ctrl+L")
    dialog = reader.dialog(LookUpDialog)
    assert dialog.query.hasFocus()
    reader.write("xihu", into=dialog.query)
    assert dialog.list.item(0).text().startswith("西湖")
    reader.press("Down")
    reader.press("Up")
    reader.press("Return")
    assert dialog.card.isVisible()
    assert dialog.card.headword.text() == "西湖"
    reader.press("S")
    assert reader.rows_in("SELECT text, status FROM words") == [("西湖", "learning")]
    assert dialog.card.save.property("chosen") is True
    reader.press("Esc")
    assert dialog.query.hasFocus()
    dialog.query.clear()
    reader.write("telephone", into=dialog.query)
    assert dialog.found[0].text == "电话"
    reader.press("Esc")
    reader.wait_no_dialog()
    reader.press("Ctrl+Z")
    assert reader.rows_in("SELECT count(*) FROM words WHERE removed_at IS NULL") == [(0,)]


def test_slang_and_words_of_ones_own_are_found_and_nothing_is_said_so(reader: Reader) -> None:
    reader.press("Ctrl+L")
    dialog = reader.dialog(LookUpDialog)
    reader.wait(lambda: not dialog._load_job.running)
    reader.write("yyds", into=dialog.query)
    assert dialog.list.item(0).text().startswith("# yyds")
    reader.click_row(dialog.list, 0)
    assert dialog.card.slang_meaning.text() == "the GOAT; the best ever"
    dialog.query.clear()
    reader.write("qqqqqq", into=dialog.query)
    assert dialog.said.text() == "Nothing found."
    dialog.close()
