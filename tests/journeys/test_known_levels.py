"""A first start is calm for whoever knows some Chinese: the words of their levels lose the tint."""

from tests.driver import Reader, button, entry

from xinqiao.domain.words import WordStatus
from xinqiao.ui.words.levels_dialog import LevelsDialog

POST = "软件\n我爱学校的软件。"


def marked(reader: Reader) -> int:
    ((count,),) = reader.rows_in("SELECT count(*) FROM words WHERE removed_at IS NULL AND status = 'known'")
    assert isinstance(count, int)
    return count


def ask(reader: Reader) -> LevelsDialog:
    """Open the box by the menu and wait until it has counted."""
    entry(reader.header.more.menu(), "Words you know already").trigger()
    dialog = reader.dialog(LevelsDialog)
    assert isinstance(dialog, LevelsDialog)
    reader.wait(lambda: not dialog.count_job.running)
    return dialog


def test_the_offer_marks_the_words_below_a_level_and_undo_takes_it_back(reader: Reader) -> None:
    reader.paste(POST)
    document = reader.view.document
    assert document.status("学校") is WordStatus.NEW
    reader.click(reader.header.levels)
    dialog = reader.dialog(LevelsDialog)
    dialog.list.setCurrentIndex(dialog.list.findText("HSK 2.0 (2012)"))
    dialog.level.setCurrentIndex(dialog.level.findText("HSK 1 to 2"))
    reader.wait(dialog.mark.isEnabled)
    said = dialog.said.text()
    assert marked(reader) == 0, "nothing before the reader says so"
    reader.click(dialog.mark)
    reader.wait_no_dialog()
    assert said == f"{marked(reader)} words will be marked as known."
    assert document.status("学校") is WordStatus.KNOWN
    assert document.status("软件") is WordStatus.NEW
    assert not reader.header.levels.isVisible()
    assert reader.header.label.text() != "0 % known"
    reader.press("Ctrl+Z")
    assert marked(reader) == 0
    assert document.status("学校") is WordStatus.NEW
    assert reader.header.levels.isVisible()


def test_the_menu_offers_it_at_any_time_and_says_when_there_is_nothing_left(reader: Reader) -> None:
    reader.tap("软件")
    reader.press("K")
    assert not reader.header.levels.isVisible()
    dialog = ask(reader)
    reader.click(dialog.mark)
    reader.wait_no_dialog()
    dialog = ask(reader)
    assert not dialog.mark.isEnabled()
    assert dialog.said.text() == "Every word of these levels is in your vocabulary."
    reader.click(button(dialog, "Cancel"))
    reader.wait_no_dialog()


def test_a_narrow_window_keeps_the_offer_in_the_menu(reader: Reader) -> None:
    assert reader.header.levels.isVisible()
    reader.window.resize(700, 700)
    reader.wait(lambda: not reader.header.levels.isVisible())
    reader.window.resize(1280, 800)
    reader.wait(reader.header.levels.isVisible)
