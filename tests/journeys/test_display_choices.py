"""How pinyin, tones and characters are shown; nothing that is written or copied changes."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton
from tests.driver import Reader

from xinqiao.ui.reading.tones_dialog import TonesDialog

POST = "周末去了西湖\n这个电话不是我的。\n我的手機壞了。"


@pytest.fixture
def reader(reader: Reader) -> Reader:
    reader.paste(POST)
    reader.press("P", reader.view)
    return reader


def above(reader: Reader, word: str) -> str:
    """The pinyin that stands above a word."""
    row, token = reader.place_of(word)
    return next(box.pinyin for box in reader.view.placed.rows[row].boxes if box.token == token)


def shown(reader: Reader, sentence: str) -> str:
    """The Chinese of a sentence as it is painted."""
    return "".join(box.text for box in reader.view.placed.rows[reader.row_of(sentence)].boxes)


def submenu(button: QPushButton, name: str) -> QMenu:
    """A menu inside a button's menu."""
    menu = button.menu()
    assert menu is not None
    found = next(action.menu() for action in menu.actions() if action.text() == name)
    assert isinstance(found, QMenu)
    return found


def test_marks_numbers_and_zhuyin_by_key_and_by_menu(reader: Reader) -> None:
    assert above(reader, "电话") == "diàn huà"
    reader.press("Z", reader.view)
    assert above(reader, "电话") == "dian4 hua4"
    reader.press("Z", reader.view)
    assert above(reader, "电话") == "ㄉㄧㄢˋ ㄏㄨㄚˋ"
    reader.tap("电话")
    assert reader.card.pinyin.text() == "ㄉㄧㄢˋ ㄏㄨㄚˋ"
    reader.press("Esc")
    reader.choose(reader.header.pinyin.menu(), "nǐ hǎo")
    assert above(reader, "电话") == "diàn huà"


def test_tones_as_they_are_said(reader: Reader) -> None:
    assert above(reader, "不是") == "bù shì"
    reader.choose(reader.header.pinyin.menu(), "Tones as they are said")
    assert above(reader, "不是") == "bú shì"
    reader.tap("不是")
    reader.press("S")
    assert reader.rows_in("SELECT pinyin FROM words") == [("bu4 shi4",)], "kept as the dictionary has it"


def test_script_of_everything_and_of_one_post(reader: Reader) -> None:
    reader.press("J", reader.view)
    assert shown(reader, "手機") == "我的手机坏了。"
    reader.press("J", reader.view)
    assert shown(reader, "电话") == "這個電話不是我的。"
    reader.press("Ctrl+A", reader.view)
    reader.press("Ctrl+C", reader.view)
    assert "这个电话不是我的。" in QGuiApplication.clipboard().text()
    assert "手機" in QGuiApplication.clipboard().text()
    here = submenu(reader.header.look, "In this post")
    reader.choose(here, "As written")
    assert shown(reader, "电话") == "这个电话不是我的。"
    assert shown(reader, "手機") == "我的手機壞了。"
    reader.open("番茄炒蛋", translated=False)
    assert (
        "鮮" in "".join(shown(reader, text) for text in reader.chinese())
        or reader.view.script == "traditional"
    )
    reader.open("周末去了西湖", translated=False)
    reader.wait_prepared()
    assert reader.view.script == "written", "a post remembers its own"


def test_colours_of_the_tones(reader: Reader, start: Callable[..., Reader]) -> None:
    colours = submenu(reader.header.pinyin, "Colours of the tones")
    standard = reader.view._colours.tones
    reader.choose(colours, "As in Pleco")
    pleco = reader.view._colours.tones
    assert pleco != standard
    reader.choose(colours, "Choose your own…")
    dialog = reader.dialog(TonesDialog)
    assert [field.text() for field in dialog.fields] == list(pleco)
    dialog.fields[0].clear()
    reader.write("red-ish", into=dialog.fields[0])
    reader.press("Return", dialog.fields[0])
    assert "A colour is written #rrggbb" in dialog.problem.text()
    dialog.fields[0].clear()
    reader.write("#fdfdfd", into=dialog.fields[0])
    assert dialog.problem.text() == "Hard to read here: ā"
    reader.click(dialog.reset)
    assert [field.text() for field in dialog.fields] == list(standard)
    assert dialog.problem.text() == ""
    dialog.fields[0].clear()
    reader.write("#123456", into=dialog.fields[0])
    reader.press("Return", dialog.fields[0])
    reader.wait_no_dialog()
    assert reader.view._colours.tones[0] == "#123456"
    assert reader.window.settings.tone_colours
    reader.close()
    assert start(translated=False).view._colours.tones[0] == "#123456", "kept for the next start"
