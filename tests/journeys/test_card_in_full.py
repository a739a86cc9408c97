"""What else the card tells of a word, and where it leads."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from tests.driver import Reader

from xinqiao.ui.gloss.occurrences_dialog import OccurrencesDialog


def test_classifiers_taiwan_and_three_lists(reader: Reader) -> None:
    reader.paste("周末看电影\n垃圾太多了。\n这个手机是新的。")
    reader.tap("手机")
    assert reader.card.apart.text() == "Measure words: 部 bù, 台 tái"
    (badge,) = [one for one in reader.card.findChildren(QLabel, "badge") if one.text().startswith("HSK")]
    assert badge.toolTip().splitlines()[0].startswith("HSK 2.0 (2012): ")
    assert len(badge.toolTip().splitlines()) == 3
    reader.tap("垃圾")
    assert reader.card.apart.text() == "In Taiwan: lè sè"


def test_nothing_of_a_long_word_is_cut(reader: Reader) -> None:
    reader.paste("周末\n房间乱七八糟，西湖还是西湖。\n他说人不可貌相海水不可斗量")
    for word in ("乱七八糟", "西湖", "人不可貌相", "周末"):
        reader.tap(word)
        for shown in (reader.card.headword, reader.card.pinyin, reader.card.head.other_script):
            if not shown.isVisible():
                continue
            right = shown.mapTo(reader.card, shown.rect().topRight()).x()
            assert shown.width() >= shown.sizeHint().width(), word
            assert right < reader.card.width(), word
        reader.press("Esc", reader.view)


def test_where_it_was_seen_opens_the_post_there(reader: Reader) -> None:
    reader.paste("第一篇\n昨天看了日落。")
    reader.paste("第二篇\n今天也看了日落。")
    reader.tap("日落")
    reader.click(reader.card.seen)
    dialog = reader.dialog(OccurrencesDialog)
    sentences = [dialog.list.item(row).text().split("\n")[0] for row in range(dialog.list.count())]
    assert sentences[:2] == ["今天也看了日落。", "昨天看了日落。"]
    reader.press("Down", dialog.list)
    reader.press("Return", dialog.list)
    reader.wait_no_dialog()
    reader.wait(lambda: reader.opened_title() == "第一篇")
    reader.wait_prepared()
    assert reader.view.marks.lit == reader.row_of("昨天看了日落")


def test_without_a_voice_nothing_is_offered(
    start: Callable[..., Reader], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")  # whatever voices this machine has
    reader = start()
    reader.paste("看日落")
    reader.tap("日落")
    assert not reader.card.speak.isVisible()
    reader.press("V")  # and does no harm


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_v_says_the_word_and_shift_v_the_sentence(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = tmp_path / "said"
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "espeak-ng").write_text(f'#!/bin/sh\necho "$4" >> "{said}"\n', encoding="utf-8")
    (folder / "espeak-ng").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=":")
    reader: Reader = request.getfixturevalue("reader")
    reader.paste("看日落\n这不是日落。")
    reader.tap("日落", "这不是")
    assert reader.card.speak.isVisible()
    reader.press("V")
    reader.wait(lambda: said.exists() and said.read_text() == "ri4 luo4\n")
    reader.press("Shift+V")
    reader.wait(lambda: said.read_text().splitlines()[1:] == ["zhe4 bu2 shi4 ri4 luo4"])
