"""Posts come in: pasted, dropped, opened; kept before anything else is done with them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from tests.driver import LONG_MS, Reader, files

from xinqiao.ui.notes.note_editor import NoteDialog

POST = "周末去了西湖\n今天天气很好，我们去了一趟西湖。\n风景太美了！\n#旅行[话题]# #杭州[话题]#"


def pasted_and_kept(reader: Reader, paste: object) -> list[tuple[object, ...]]:
    """What the library file held at the moment the window heard of the new post."""
    then: list[tuple[object, ...]] = []

    def look(_imported: object) -> None:
        then.extend(reader.rows_in("SELECT title FROM posts WHERE origin_kind = 'paste'"))
        then.append(("translated", reader.page.translating.job.running))
        query = "SELECT english FROM translations WHERE text = '风景太美了！'"
        then.extend(reader.rows_in(query))

    reader.window.importing.imported.disconnect(reader.window.posts.show_imported)
    reader.window.importing.imported.connect(look)
    reader.window.importing.imported.connect(reader.window.posts.show_imported)
    QGuiApplication.clipboard().setText(POST)
    with reader.qtbot.waitSignal(reader.window.importing.imported, timeout=LONG_MS):
        assert callable(paste)
        paste()
    return then


def test_ctrl_v_makes_a_post_that_is_kept_before_it_is_translated(reader: Reader) -> None:
    kept = pasted_and_kept(reader, lambda: reader.press("Ctrl+V", reader.view))
    assert kept == [("周末去了西湖",), ("translated", False)]
    assert reader.said() == "Added to your library."
    reader.wait_translated()
    assert reader.chinese() == ["周末去了西湖", "今天天气很好，我们去了一趟西湖。", "风景太美了！"]
    assert reader.titles()[0] == "周末去了西湖"
    assert len(reader.titles()) == 25
    assert reader.library.selected() == [reader.listed()[0].id]
    assert reader.page.opened is not None
    assert reader.page.opened.stored.post.tags == ("旅行", "杭州")


def test_the_paste_button_does_the_same(reader: Reader) -> None:
    kept = pasted_and_kept(reader, lambda: reader.click(reader.library.paste))
    assert kept == [("周末去了西湖",), ("translated", False)]
    reader.wait_translated()
    assert reader.english_of("风景太美了")


def test_the_same_text_again_is_the_same_post(reader: Reader) -> None:
    reader.paste(POST)
    reader.open("番茄炒蛋", translated=False)
    reader.paste(POST.replace("\n", "\r\n"))
    assert reader.said() == "This post is in your library already."
    assert len(reader.titles()) == 25
    assert reader.opened_title() == "周末去了西湖"


def test_a_paste_can_be_undone(reader: Reader) -> None:
    reader.paste(POST)
    reader.press("Ctrl+Z")
    assert reader.said() == "Undone: Bring in “周末去了西湖”"
    assert len(reader.titles()) == 24
    assert reader.page.opened is None
    reader.paste(POST)  # and done again
    assert len(reader.titles()) == 25


def test_ctrl_v_in_a_text_box_pastes_there(reader: Reader) -> None:
    QGuiApplication.clipboard().setText("西湖")
    reader.press("Ctrl+K")
    reader.press("Ctrl+V")
    assert reader.library.search.text() == "西湖"
    reader.press("Ctrl+N")
    dialog = reader.dialog(NoteDialog)
    reader.press("Ctrl+V", dialog.text)
    assert dialog.text.toPlainText() == "西湖"
    dialog.text.clear()
    reader.press("Esc", dialog)
    assert reader.rows_in("SELECT count(*) FROM posts") == [(24,)]


def test_text_files_are_opened_whatever_their_encoding(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, old = tmp_path / "post.txt", tmp_path / "old.txt"
    plain.write_text("第一个文件里的话。", "utf-8")
    old.write_bytes("这是一个旧文件，里面的字是国标码。".encode("gb18030"))
    chosen = ([str(plain), str(old)], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: chosen)
    reader.press("Ctrl+O")
    reader.wait(lambda: len(reader.titles()) == 26)
    reader.wait_translated()
    assert reader.chinese() == ["这是一个旧文件，里面的字是国标码。"]
    kept = reader.rows_in("SELECT origin_kind, origin_reference FROM posts ORDER BY id DESC LIMIT 2")
    assert kept == [("file", "old.txt"), ("file", "post.txt")]


def test_dropped_files_all_come_in_though_one_of_them_is_no_text(reader: Reader, tmp_path: Path) -> None:
    for name, data in (
        ("a.txt", "第一个文件。".encode()),
        ("b.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256))),
        ("c.txt", "第三个文件。".encode()),
    ):
        (tmp_path / name).write_bytes(data)
    reader.drop(files(tmp_path / "a.txt", tmp_path / "b.png", tmp_path / "c.txt"))
    what, next_step = reader.problem()
    assert what
    assert next_step
    assert {"第一个文件。", "第三个文件。"} < set(reader.titles())
    assert len(reader.titles()) == 26


def test_dropped_text_comes_in(reader: Reader) -> None:
    mime = QMimeData()
    mime.setText("从别的窗口拖过来的一句话。")
    reader.drop(mime)
    reader.wait(lambda: len(reader.titles()) == 25)
    reader.wait_translated()
    assert reader.chinese() == ["从别的窗口拖过来的一句话。"]


def test_a_paste_is_kept_while_a_long_post_is_being_prepared_and_when_the_window_closes(
    reader: Reader,
) -> None:
    long = "。\n".join(f"第{number}天我们去了第{number}个地方吃饭" for number in range(400))
    reader.paste(long, translated=False)
    QGuiApplication.clipboard().setText("关窗之前的最后一句话。")
    reader.press("Ctrl+V", reader.view)
    reader.close()
    assert reader.rows_in("SELECT shown_title FROM posts ORDER BY id DESC LIMIT 1") == [
        ("关窗之前的最后一句话。",)
    ]


def test_a_paste_shows_up_though_a_search_hid_it(reader: Reader) -> None:
    reader.write("zzz", into=reader.library.search)
    reader.wait(lambda: reader.titles() == [])
    reader.view.setFocus()
    reader.paste(POST)
    assert reader.library.search.text() == ""
    assert len(reader.titles()) == 25
    assert reader.opened_title() == "周末去了西湖"


def test_paste_works_on_every_page(reader: Reader) -> None:
    for keys in ("Ctrl+2", "Ctrl+3"):
        reader.press(keys)
        assert reader.window.pages.currentIndex() > 0
        QGuiApplication.clipboard().setText(f"在别的页上按{keys}。")
        with reader.qtbot.waitSignal(reader.window.importing.imported, timeout=LONG_MS):
            reader.press("Ctrl+V")
        assert reader.window.pages.currentIndex() == 0
    reader.wait_translated()
    assert len(reader.titles()) == 26
