"""A reader puts words right and keeps slang of their own; everything on the screen follows."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog
from tests.driver import Reader, button

from xinqiao.ui.gloss.correction_dialogs import SplitDialog, TextDialog
from xinqiao.ui.gloss.corrections_dialog import CorrectionsDialog
from xinqiao.ui.gloss.slang_dialog import SlangDialog, SlangEntryDialog

POST = "周末去了西湖\n我们在西湖边散步。\n他研究生命的起源。\n我也是研究生。"


@pytest.fixture
def reader(reader: Reader) -> Reader:
    reader.paste(POST)
    return reader


def words(reader: Reader, sentence: str) -> str:
    """The words of a sentence once everything has followed."""
    reader.wait(lambda: not reader.page.opening.words_job.running and not reader.page.opening.job.running)
    prepared = reader.view.document.rows[reader.row_of(sentence)].prepared
    assert prepared is not None
    return " ".join(token.text for token in prepared.tokens)


def pieces(reader: Reader) -> list[str]:
    """The card's lines on what a word is made of."""
    texts = reader.card_texts()
    return texts[texts.index("西湖", 1) :]


def test_merge_with_m_and_undo(reader: Reader) -> None:
    assert words(reader, "西湖边") == "我们 在 西湖 边 散步 。"
    reader.tap("西湖", "西湖边")
    reader.press("M")
    assert words(reader, "西湖边") == "我们 在 西湖边 散步 。"
    assert reader.said().startswith("Corrected in this post: 西湖边.")
    reader.wait(lambda: reader.card_texts()[0] == "西湖边")
    assert reader.word_in_hand() == "西湖边"
    assert reader.card.pinyin.text() == "xī hú biān"
    assert ["西湖", "xī hú  West Lake in Hangzhou 杭州 Háng zhōu, Zhejiang"] == pieces(reader)[:2]
    assert "Not in the dictionary." not in reader.card_texts()
    reader.wait_translated()
    reader.press("Ctrl+Z")
    assert words(reader, "西湖边") == "我们 在 西湖 边 散步 。"
    assert reader.word_in_hand() == "西湖"


def test_a_correction_holds_after_a_restart_and_in_the_index(reader: Reader) -> None:
    reader.tap("西湖", "西湖边")
    reader.press("M")
    assert words(reader, "西湖边") == "我们 在 西湖边 散步 。"
    assert reader.bench.posts.occurrences("西湖边").count == 1
    before = reader.bench.posts.occurrences("西湖").count
    reader.open("番茄炒蛋", translated=False)
    reader.open("周末去了西湖", translated=False)
    assert words(reader, "西湖边") == "我们 在 西湖边 散步 。"
    reader.press("Ctrl+Z")
    words(reader, "西湖边")
    assert reader.bench.posts.occurrences("西湖").count == before + 1


def test_merge_everywhere_reaches_other_posts_and_the_line_tools(reader: Reader) -> None:
    reader.tap("西湖", "西湖边")
    reader.press("Shift+M")
    assert words(reader, "西湖边") == "我们 在 西湖边 散步 。"
    reader.paste("昨天又去西湖边了。")
    assert "西湖边" in words(reader, "昨天").split()
    from xinqiao.places import Places
    from xinqiao.startup import Toolbox

    tools = Toolbox(Places.find(reader.data))
    tools.take_readers_words()
    assert "西湖边" in tools.prepare.plain_segments("昨天又去西湖边了。")
    tools.close()


def test_split_by_keys_alone(reader: Reader) -> None:
    reader.tap("研究生")
    reader.press("X")
    dialog = reader.dialog(SplitDialog)
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == [
        "研 | 究生",
        "研究 | 生",
        "研 | 究 | 生",
    ]
    reader.press("Down", dialog.list)
    reader.press("Return", dialog.list)
    reader.wait_no_dialog()
    assert words(reader, "我也是") == "我 也 是 研究 生 。"
    assert reader.word_in_hand() == "研究"


def test_the_chosen_reading_is_used_here(reader: Reader) -> None:
    reader.tap("研究生")
    chip = next(chip for chip in reader.chips() if chip.text() == "研究")
    reader.click(chip)
    reader.press("U")
    assert words(reader, "我也是") == "我 也 是 研究 生 。"
    reader.press("U")
    assert reader.said() == "“研究” is the word here already. Choose another reading first."


def test_pinyin_and_meaning_of_the_readers_own(reader: Reader) -> None:
    reader.tap("散步", "西湖边")
    reader.choose(reader.card.dots.menu(), "Change the pinyin…")
    dialog = reader.dialog(TextDialog)
    assert dialog.text.text() == "sàn bù"
    dialog.text.clear()
    reader.write("san4", into=dialog.text)
    reader.press("Return", dialog.text)
    assert "散步 has 2 characters and you wrote 1 syllable." in dialog.problem.text()
    reader.write(" bu1", into=dialog.text)
    reader.press("Return", dialog.text)
    reader.wait_no_dialog()
    reader.wait(lambda: reader.card.pinyin.text() == "sàn bū")
    reader.choose(reader.card.dots.menu(), "Write your own meaning…")
    dialog = reader.dialog(TextDialog)
    reader.write("to amble", into=dialog.text)
    dialog.everywhere.click()
    reader.click(dialog.buttons.button(QDialogButtonBox.StandardButton.Ok))
    reader.wait_no_dialog()
    reader.wait(lambda: "to amble" in reader.card_texts())
    reader.press("S")
    assert reader.rows_in("SELECT meaning FROM words") == [("to amble",)]


def test_the_list_of_corrections(reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.tap("西湖", "西湖边")
    reader.press("M")
    words(reader, "西湖边")
    reader.choose(reader.header.more.menu(), "Corrections…")
    dialog = reader.dialog(CorrectionsDialog)
    assert dialog.table.topLevelItemCount() == 1
    file = tmp_path / "mine.tsv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    reader.click(dialog.write_out)
    file.write_text(file.read_text(encoding="utf-8") + "melt\tx\nmerge\t散步。\t散步。\n", encoding="utf-8")
    dialog.table.topLevelItem(0).setSelected(True)
    reader.click(dialog.remove)
    assert dialog.table.topLevelItemCount() == 0
    assert words(reader, "西湖边") == "我们 在 西湖 边 散步 。"
    reader.click(dialog.undo_button)
    assert words(reader, "西湖边") == "我们 在 西湖边 散步 。"
    reader.click(dialog.bring_in)
    assert dialog.said.text() == "Took in one correction. One line was left out:"
    assert dialog.problems.toPlainText() == "Line 3: “melt” is no kind of correction"
    assert words(reader, "西湖边") == "我们 在 西湖边 散步。"
    dialog.close()


def test_slang_is_added_from_the_card_and_reaches_everything(reader: Reader) -> None:
    reader.tap("西湖", "西湖边")
    reader.choose(reader.card.dots.menu(), "Edit slang…")
    dialog = reader.dialog(SlangEntryDialog)
    dialog.term.clear()
    reader.write("西湖边", into=dialog.term)
    reader.click(dialog.buttons.button(QDialogButtonBox.StandardButton.Save))
    assert "西湖边 has no meaning yet." in dialog.problem.text()
    reader.write("really truly?", into=dialog.meaning)
    reader.write("cute", into=dialog.register)
    reader.click(dialog.buttons.button(QDialogButtonBox.StandardButton.Save))
    reader.wait_no_dialog()
    assert "西湖边" in words(reader, "西湖边").split()
    reader.tap("西湖边")
    assert reader.card_texts()[1:3] == ["cute", "really truly?"] or "really truly?" in reader.card_texts()
    reader.press("Ctrl+Z")
    assert "西湖边" not in words(reader, "西湖边").split()


def test_the_list_of_slang(reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.choose(reader.header.more.menu(), "Slang…")
    dialog = reader.dialog(SlangDialog)
    assert dialog.table.topLevelItemCount() == 847
    reader.write("yyds", into=dialog.search)

    def shown() -> list[str]:
        items = [dialog.table.topLevelItem(row) for row in range(dialog.table.topLevelItemCount())]
        return [item.text(0) for item in items if not item.isHidden()]

    reader.wait(lambda: len(shown()) < 20)
    assert "yyds" in shown()
    file = tmp_path / "mine.tsv"
    file.write_text("term\tmeaning\n研究生命\tto ponder life\n\tx\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    reader.click(dialog.bring_in)
    assert dialog.said.text() == "Took in one slang entry. One line was left out:"
    assert dialog.problems.toPlainText() == "Line 3: no term"
    assert "研究生命" in words(reader, "起源").split()
    reader.click(dialog.undo_button)
    assert "研究生命" not in words(reader, "起源").split()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out"), ""))
    reader.click(dialog.write_out)
    assert (tmp_path / "out.tsv").read_text(encoding="utf-8").count("\n") == 848
    reader.click(button(dialog, "Close"))
    assert QApplication.activeModalWidget() is None
