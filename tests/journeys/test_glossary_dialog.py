"""The glossary: a term is kept, changed, removed, brought in and taken out, and translates again."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from tests.driver import Reader

from xinqiao.domain.translations import DoubtReason, Maker
from xinqiao.storage.database import open_library
from xinqiao.ui.models.glossary_dialog import GlossaryDialog


def open_glossary(reader: Reader) -> GlossaryDialog:
    reader.press("Ctrl+5")
    reader.wait(lambda: not reader.window.other.modelling.list_job.running)
    reader.window.other.models.area.ensureWidgetVisible(reader.window.other.models.kept.glossary)
    reader.click(reader.window.other.models.kept.glossary)
    dialog = reader.dialog(GlossaryDialog)
    assert isinstance(dialog, GlossaryDialog)
    return dialog


def rows(dialog: GlossaryDialog) -> list[tuple[str, str]]:
    found = []
    for row in range(dialog.table.rowCount()):
        term, english = dialog.table.item(row, 0), dialog.table.item(row, 1)
        assert term is not None
        assert english is not None
        found.append((term.text(), english.text()))
    return found


def keep(reader: Reader, dialog: GlossaryDialog, term: str, english: str) -> None:
    for text, box in ((term, dialog.term), (english, dialog.english)):
        box.clear()
        reader.write(text, into=box)
    reader.click(dialog.keep)
    done(reader, dialog)


def done(reader: Reader, dialog: GlossaryDialog) -> None:
    """Wait until a change is made."""
    reader.wait(lambda: not dialog.job.running)


def test_a_term_is_kept_and_the_open_post_follows(reader: Reader) -> None:
    reader.paste("谢谢\n我喜欢西湖。\n外面下雨了。")
    dialog = open_glossary(reader)
    keep(reader, dialog, "西湖", "Xihu Lake")
    assert rows(dialog) == [("西湖", "Xihu Lake")]
    assert not dialog.term.text()
    reader.click(dialog.leave)
    reader.wait_no_dialog()
    reader.wait_translated()
    row = reader.view.document.rows[reader.row_of("西湖")]
    assert row.translation is not None
    reasons = [doubt.reason for doubt in row.translation.doubts]
    assert ("Xihu Lake" in row.translation.text) != (DoubtReason.GLOSSARY in reasons)
    reader.wait(lambda: "1 term." in reader.window.other.models.kept.statistics.text())


def test_a_whole_line_that_is_a_term_is_the_readers_word_for_word(reader: Reader) -> None:
    reader.paste("今天\n谢谢！\n外面下雨了。")
    dialog = open_glossary(reader)
    keep(reader, dialog, "谢谢", "Ta")
    reader.click(dialog.leave)
    reader.wait_no_dialog()
    reader.wait(lambda: reader.english_of("谢谢") == "Ta!")
    row = reader.view.document.rows[reader.row_of("谢谢")]
    assert row.translation is not None
    assert row.translation.maker is Maker.DICTIONARY


def test_a_term_is_changed_removed_and_brought_back(reader: Reader) -> None:
    dialog = open_glossary(reader)
    keep(reader, dialog, "西湖", "Xihu")
    dialog.table.selectRow(0)
    assert (dialog.term.text(), dialog.english.text()) == ("西湖", "Xihu")
    dialog.english.clear()
    reader.write("West Lake", into=dialog.english)
    reader.press("Return", dialog.english)
    done(reader, dialog)
    assert rows(dialog) == [("西湖", "West Lake")]
    dialog.table.selectRow(0)
    reader.click(dialog.remove)
    done(reader, dialog)
    assert rows(dialog) == []
    assert not dialog.remove.isEnabled()
    reader.click(dialog.undo)
    done(reader, dialog)
    assert rows(dialog) == [("西湖", "West Lake")]
    assert not dialog.undo.isEnabled()


def test_what_cannot_be_kept_says_why(reader: Reader) -> None:
    dialog = open_glossary(reader)
    keep(reader, dialog, "西湖", "")
    assert dialog.said.text().startswith("There is no English for 西湖.")
    assert rows(dialog) == []


def test_out_and_in_with_the_lines_that_were_left_out(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_glossary(reader)
    file = tmp_path / "terms.tsv"
    file.write_text("西湖\tWest Lake\n故宫\n小红书\tRED\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    reader.click(dialog.bring)
    done(reader, dialog)
    assert rows(dialog) == [("小红书", "RED"), ("西湖", "West Lake")]
    said = dialog.said.text().split("\n")
    assert said[0] == "Kept 2 terms."
    assert said[1] == "1 line was left out:"
    assert said[2].startswith("Line 2: ")
    out = tmp_path / "out.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    reader.click(dialog.take)
    assert out.read_text("utf-8").splitlines() == ["term,english", "小红书,RED", "西湖,West Lake"]
    reader.click(dialog.undo)
    done(reader, dialog)
    assert rows(dialog) == []


def test_a_change_is_made_before_the_dialog_goes_and_holds_nothing_up(reader: Reader) -> None:
    reader.paste("今天\n谢谢！\n外面下雨了。")
    dialog = open_glossary(reader)
    for text, box in (("谢谢", dialog.term), ("Ta", dialog.english)):
        reader.write(text, into=box)
    dialog.keep.click()
    assert dialog.job.running  # the window's thread goes on
    assert not dialog.keep.isEnabled()
    dialog.reject()
    assert dialog.isVisible()
    reader.wait_no_dialog()
    reader.wait(lambda: reader.english_of("谢谢") == "Ta!")


def test_the_window_goes_and_the_change_is_kept(reader: Reader) -> None:
    dialog = open_glossary(reader)
    for text, box in (("西湖", dialog.term), ("West Lake", dialog.english)):
        reader.write(text, into=box)
    dialog.keep.click()
    reader.window.close()
    with open_library(reader.data / "library.db") as library:
        assert library.glossary.all() == {"西湖": "West Lake"}
