"""How a post is shown, what is copied of it, and how things are found."""

import json
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from tests.driver import Reader, button

from xinqiao.domain.settings import EnglishShown, PinyinShown, Settings, Theme
from xinqiao.ui.common import palette
from xinqiao.ui.help_dialog import HelpDialog

POST = "周末去了西湖\n今天天气很好😀，我们去公园散步。她打了个电话！\n晚上👨‍👩‍👧一起吃饭。\n\n真的太好吃了。"


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def opened(reader: Reader, title: str) -> bool:
    return reader.opened_title() == title


def pinyin_shown(reader: Reader) -> int:
    return sum(bool(box.pinyin) for row in reader.view.placed.rows for box in row.boxes)


def kept(reader: Reader) -> dict[str, object]:
    found: dict[str, object] = json.loads((reader.data / "settings.json").read_text("utf-8"))
    return found


def test_pinyin_english_size_and_theme_by_key_are_kept_for_the_next_start(
    reader: Reader, start: Callable[..., Reader]
) -> None:
    reader.view.setFocus()
    reader.press("P")
    assert reader.window.settings.pinyin is PinyinShown.ALL
    reader.press("P")
    assert pinyin_shown(reader) == 0
    reader.press("T")
    assert reader.window.settings.english is EnglishShown.HIDDEN
    for _ in range(3):
        reader.press("+")
    reader.press("-")
    assert reader.window.settings.hanzi_size == 24
    assert kept(reader)["pinyin"] == "off"
    reader.close()
    again = start()
    settings = again.window.settings
    assert (settings.pinyin, settings.english, settings.hanzi_size) == (
        PinyinShown.OFF,
        EnglishShown.HIDDEN,
        24,
    )
    assert again.view.placed.options.hanzi_size == 24
    assert again.header.english.text() == "EN Hidden"
    again.press("0", again.view)
    assert again.window.settings.hanzi_size == Settings().hanzi_size


def test_the_same_by_menu(reader: Reader) -> None:
    header = reader.header
    reader.choose(header.pinyin.menu(), "Above every word")
    all_words = pinyin_shown(reader)
    assert all_words > 0
    reader.choose(header.pinyin.menu(), "No pinyin")
    assert pinyin_shown(reader) == 0
    reader.choose(header.pinyin.menu(), "Above words you do not know")
    assert pinyin_shown(reader) == all_words, "nothing is known yet"
    reader.choose(header.pinyin.menu(), "Colour the tones")
    assert kept(reader)["tone_colours"] is True
    reader.choose(header.english.menu(), "No English")
    assert kept(reader)["english"] == "off"
    assert not any(row.english for row in reader.view.placed.rows)
    reader.choose(header.english.menu(), "English shown")
    reader.choose(header.look.menu(), "Larger")
    assert kept(reader)["hanzi_size"] == 22
    reader.choose(header.look.menu(), "Dark")
    assert kept(reader)["theme"] == Theme.DARK
    dark = reader.window.grab().toImage().pixelColor(600, 700)
    assert dark.name() == palette.chosen(Theme.DARK).background
    reader.choose(header.look.menu(), "Light")
    light = reader.window.grab().toImage().pixelColor(600, 700)
    assert light.name() == palette.chosen(Theme.LIGHT).background


def test_sizes_stop_at_their_limits(reader: Reader) -> None:
    reader.view.setFocus()
    for _ in range(15):
        reader.press("+")
    assert reader.window.settings.hanzi_size == 40
    for _ in range(20):
        reader.press("-")
    assert reader.window.settings.hanzi_size == 14


def test_pinyin_goes_from_words_that_become_known(reader: Reader) -> None:
    reader.paste(POST)
    before = pinyin_shown(reader)
    reader.tap("公园")
    reader.press("K")
    assert pinyin_shown(reader) == before - 1


def test_hidden_english_is_shown_sentence_by_sentence(reader: Reader) -> None:
    reader.paste(POST)
    reader.press("T", reader.view)
    hidden = reader.view.grab().toImage()
    reader.press("Down", reader.view)
    reader.press("Down", reader.view)
    reader.press("Space", reader.view)
    number = reader.view.document.rows[reader.row_of("我们去公园散步")].number
    assert reader.view.document.revealed == {number}
    reader.press("Space", reader.view)
    assert reader.view.document.revealed == set()
    assert hidden.size() == reader.view.grab().toImage().size()


def test_what_is_hidden_is_not_on_the_screen(reader: Reader) -> None:
    reader.paste(POST)
    reader.view.marks.lit = None
    shown = reader.view.grab().toImage()
    reader.press("T", reader.view)
    assert reader.view.grab().toImage() != shown
    reader.press("T", reader.view)
    reader.press("T", reader.view)
    reader.view.marks.lit = None
    assert reader.view.grab().toImage() == shown


def test_a_narrow_window_puts_english_under_each_sentence(reader: Reader) -> None:
    reader.paste(POST)
    row = reader.row_of("我们去公园散步")
    placed = reader.view.placed.rows[row]
    assert placed.english_x > placed.x + 100
    reader.window.resize(700, 800)
    reader.wait(lambda: reader.view.placed.options.narrow)
    placed = reader.view.placed.rows[row]
    assert placed.english_x == placed.x
    assert placed.english_baseline > placed.baseline + (len(placed.line_starts) - 1) * placed.line_height


def test_a_word_is_copied_alone_and_everything_exactly(reader: Reader) -> None:
    reader.paste(POST)
    reader.press("Ctrl+A", reader.view)
    reader.press("Ctrl+C", reader.view)
    assert clipboard().split("\n") == [line for line in POST.split("\n") if line]
    reader.press("Ctrl+A", reader.view)
    reader.press("Ctrl+Shift+C", reader.view)
    expected = [text for pair in reader.sentences() for text in pair]
    assert clipboard().split("\n") == expected


def test_a_selection_across_sentences_with_emoji_is_copied_exactly(reader: Reader) -> None:
    reader.paste(POST)
    reader.drag(("天气", "今天"), ("一起", "晚上"))
    reader.press("Ctrl+C", reader.view)
    assert clipboard() == "天气很好😀，我们去公园散步。她打了个电话！\n晚上👨‍👩‍👧一起"
    reader.press("Ctrl+Shift+C", reader.view)
    assert clipboard().split("\n") == [
        "天气很好😀，我们去公园散步。",
        reader.english_of("我们去公园散步"),
        "她打了个电话！",
        reader.english_of("她打了个电话"),
        "晚上👨‍👩‍👧一起",
        reader.english_of("晚上"),
    ]
    assert not reader.card.isVisible(), "a drag is no tap"


def test_a_selection_made_backwards_is_the_same(reader: Reader) -> None:
    reader.paste(POST)
    reader.drag(("电话", "她打"), ("公园", "今天"))
    reader.press("Ctrl+C", reader.view)
    assert clipboard() == "公园散步。她打了个电话"


def test_blanks_between_sentences_are_copied_too(reader: Reader) -> None:
    line = "你好！ 今天我们去公园。  她来吗？"
    reader.paste(f"标题\n{line}")
    reader.press("Ctrl+A", reader.view)
    reader.press("Ctrl+C", reader.view)
    assert clipboard() == f"标题\n{line}"


def test_the_whole_post_is_copied_from_the_menu(reader: Reader) -> None:
    reader.paste(POST)
    reader.choose(reader.header.more.menu(), "Copy the post")
    assert clipboard().startswith(f"周末去了西湖\n{reader.english_of('周末去了西湖')}\n")
    assert reader.said() == "Copied."
    assert reader.view.selection.range is None


def test_find_in_the_post_steps_through_chinese_and_english(reader: Reader) -> None:
    reader.paste("找\n" + "\n".join(f"第{n}天下雨了。\n第{n}天我们去公园。" for n in range(1, 31)))
    reader.press("Ctrl+F", reader.view)
    bar = reader.page.find_bar
    assert bar.isVisible()
    reader.write("公园", into=bar.edit)
    assert bar.count.text() == "1 of 30"
    first = reader.view.marks.lit
    assert first == reader.row_of("第1天我们去公园")
    reader.press("Return", bar.edit)
    assert (bar.count.text(), reader.view.marks.lit) == ("2 of 30", reader.row_of("第2天我们去公园"))
    reader.press("Shift+Return", bar.edit)
    reader.press("Shift+Return", bar.edit)
    assert bar.count.text() == "30 of 30"
    assert reader.view.verticalScrollBar().value() > 0, "it scrolled there"
    reader.click(button(bar, "↓"))
    assert bar.count.text() == "1 of 30"
    bar.edit.clear()
    reader.write(reader.english_of("第7天我们")[:12].upper(), into=bar.edit)
    assert "of" in bar.count.text()
    bar.edit.clear()
    reader.write("没有的话", into=bar.edit)
    assert bar.count.text() == "Not in this post"
    reader.press("Esc", bar.edit)
    assert not bar.isVisible()
    assert reader.view.marks.found == set()
    assert QApplication.focusWidget() is reader.view


def test_find_looks_into_the_next_post_too(reader: Reader) -> None:
    reader.press("Ctrl+F", reader.view)
    bar = reader.page.find_bar
    reader.write("猫", into=bar.edit)
    assert " of " in bar.count.text()
    reader.open("番茄炒蛋", translated=False)
    assert bar.count.text() == "Not in this post"


@pytest.mark.parametrize(
    ("typed", "title"), [("番茄炒蛋", "给英国邻居的番茄炒蛋，零失败"), ("土豆", "新来的，听说要先交猫税？")]
)
def test_posts_are_found_by_title_and_by_text(reader: Reader, typed: str, title: str) -> None:
    reader.press("Ctrl+K")
    reader.write(typed, into=reader.library.search)
    reader.wait(lambda: len(reader.titles()) < 24)
    assert title in reader.titles()
    reader.library.search.clear()
    reader.wait(lambda: len(reader.titles()) == 24)


def test_posts_are_found_by_their_english_once_it_is_there(reader: Reader) -> None:
    reader.paste("数字\n今天天气很好，我们去公园散步。")
    english = reader.english_of("公园")
    word = max((word.strip(".,!?\"'") for word in english.split()), key=len)
    reader.write(word, into=reader.library.search)
    reader.wait(lambda: len(reader.titles()) < 25)
    assert "数字" in reader.titles()


def test_a_search_that_finds_nothing_says_so(reader: Reader) -> None:
    reader.write('<没有> & "这个" * OR', into=reader.library.search)
    reader.wait(lambda: reader.titles() == [])
    assert reader.library.empty.text() == "No post fits. Clear the search or choose All."
    assert not reader.library.samples.isVisible()


def test_stars_and_filters(reader: Reader) -> None:
    reader.right_click(reader.library.list, 3, "Star")
    starred = reader.titles()[3]
    reader.open("新来的")
    reader.choose(reader.header.more.menu(), "Star or unstar")
    reader.click(button(reader.library, "★"))
    assert reader.titles() == [reader.opened_title(), starred]
    reader.right_click(reader.library.list, 1, "Remove star")
    reader.click(button(reader.library, "All 24"))
    reader.click(button(reader.library, "★"))
    assert reader.titles() == ["新来的，听说要先交猫税？"]
    reader.click(button(reader.library, "Unread 22"))
    assert reader.opened_title() not in reader.titles()
    assert len(reader.titles()) == 22


def test_arrows_in_the_list_walk_from_post_to_post(reader: Reader) -> None:
    reader.library.list.setFocus()
    titles = reader.titles()
    for number in (1, 2, 3):
        reader.press("Down")
        reader.wait(partial(opened, reader, titles[number]))
        assert QApplication.focusWidget() is reader.library.list
    reader.press("Return")
    assert QApplication.focusWidget() is reader.view


def test_pages_by_key_and_by_button(reader: Reader) -> None:
    for number in (1, 2, 0):
        reader.press(f"Ctrl+{number + 1}")
        assert reader.window.pages.currentIndex() == number
    for number in (2, 1, 0):
        reader.click(reader.window.sidebar.group.button(number))
        assert reader.window.pages.currentIndex() == number


def test_help_names_the_keys_and_the_licences(reader: Reader) -> None:
    reader.press("F1")
    dialog = reader.dialog(HelpDialog)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Ctrl+V" in said
    assert "CC-CEDICT" in dialog.findChild(QPlainTextEdit).toPlainText()
    reader.press("Esc", dialog)
    reader.wait_no_dialog()
