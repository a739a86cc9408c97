"""A reader wants to see how a word is written."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from tests.driver import LONG_MS, Reader, button, entry

from xinqiao import resources
from xinqiao.ui.common.palette import LIGHT
from xinqiao.ui.gloss.look_up_dialog import LookUpDialog
from xinqiao.ui.gloss.stroke_dialog import StrokeDialog


def picture(dialog: StrokeDialog) -> QImage:
    """What is drawn, without the rest of the dialog."""
    return dialog.canvas.grab().toImage()


def chips(dialog: StrokeDialog) -> list[str]:
    return [chip.text() for chip in dialog.chips.buttons()]


def open_with_key(reader: Reader, word: str) -> StrokeDialog:
    reader.tap(word)
    reader.press("B")
    dialog = reader.dialog(StrokeDialog)
    assert isinstance(dialog, StrokeDialog)
    return dialog


def test_the_key_opens_it_and_esc_goes_back_to_the_sentence(reader: Reader) -> None:
    reader.paste("看日落")
    dialog = open_with_key(reader, "日落")
    assert chips(dialog) == ["日", "落"]
    assert dialog.character.character == "日"
    assert dialog.player.playing
    assert dialog.canvas.hasFocus()
    reader.press("Esc")
    reader.wait_no_dialog()
    assert reader.card.isVisible()
    assert reader.view.hasFocus()
    assert reader.word_in_hand() == "日落"
    reader.press("Left")  # and the keys go where they went before
    assert reader.word_in_hand() == "看"


def test_the_buttons_of_the_card_open_it(reader: Reader) -> None:
    reader.paste("看日落\nyyds")
    reader.tap("日落")
    reader.click(reader.card.strokes)
    reader.press("Esc", reader.dialog(StrokeDialog))
    reader.wait_no_dialog()
    reader.choose(reader.card.dots.menu(), "Stroke order")
    reader.press("Esc", reader.dialog(StrokeDialog))
    reader.wait_no_dialog()
    reader.tap("yyds")
    assert not reader.card.strokes.isVisible()
    assert not entry(reader.card.dots.menu(), "Stroke order").isVisible()
    reader.press("B")  # and does no harm
    assert reader.card.isVisible()


def test_it_plays_to_the_end_and_again(reader: Reader) -> None:
    reader.paste("看日落")
    dialog = open_with_key(reader, "日落")
    with reader.qtbot.waitSignal(dialog.player.finished, timeout=LONG_MS):
        reader.click(button(dialog, "Fast"))
    reader.wait(lambda: not dialog.player.playing)
    assert dialog.said.text() == "4 strokes"
    assert dialog.canvas.accessibleName() == "日: 4 strokes"
    assert dialog.play.text() == "Play  Space"
    reader.click_at(dialog.canvas, dialog.canvas.rect().center())  # a click writes it again
    assert dialog.player.playing
    assert dialog.player.place < 1
    assert dialog.play.text() == "Pause  Space"
    reader.press("Space", dialog.canvas)
    reader.wait(lambda: not dialog.player.playing)
    place = dialog.player.place
    reader.press("Space", dialog.canvas)
    reader.wait(lambda: dialog.player.place > place)
    with reader.qtbot.waitSignal(dialog.player.finished, timeout=LONG_MS):
        pass
    reader.click(dialog.loop)
    with reader.qtbot.waitSignal(dialog.player.finished, timeout=LONG_MS):
        reader.press("Return", dialog.canvas)
    reader.wait(lambda: dialog.player.place < 4)  # by itself


def test_step_by_step_the_picture_changes(reader: Reader) -> None:
    reader.paste("看日落")
    dialog = open_with_key(reader, "日落")
    reader.click(button(dialog, "Still"))
    reader.press("Right", dialog)
    assert (dialog.character.character, dialog.said.text()) == ("落", "12 strokes")
    assert not dialog.player.playing
    assert not dialog.play.isEnabled()
    reader.press(".", dialog)
    seen = [picture(dialog)]
    assert dialog.said.text() == "Stroke 1 of 12"
    for number in range(2, 12):
        reader.press(".", dialog)
        assert dialog.said.text() == f"Stroke {number} of 12"
        seen.append(picture(dialog))
    assert all(one != other for place, one in enumerate(seen) for other in seen[:place])
    reader.press(".", dialog)
    assert dialog.said.text() == "12 strokes"
    whole = picture(dialog)
    reader.click(dialog.back)
    assert picture(dialog) == seen[-1]
    reader.press(",", dialog)
    assert picture(dialog) == seen[-2]
    reader.click(dialog.forward)
    reader.press("Space", dialog.canvas)  # when still, the next step
    assert picture(dialog) == whole
    reader.press("Right", dialog)  # there is none
    assert dialog.character.character == "落"
    reader.press("Left", dialog)
    assert dialog.character.character == "日"
    reader.click(dialog.chips.button(1))
    assert dialog.character.character == "落"


def test_a_step_draws_one_stroke_and_a_quick_one_does_not_wait(reader: Reader) -> None:
    reader.paste("看日落")
    dialog = open_with_key(reader, "日落")
    reader.click(button(dialog, "Slow"))
    reader.press("Right", dialog)  # from its beginning
    reader.press(".", dialog)
    reader.press(".", dialog)
    assert 2 <= dialog.player.place < 3
    assert not dialog.player.playing
    before = picture(dialog)
    reader.wait(lambda: 2 < dialog.player.place < 3)  # the brush is on its way
    assert picture(dialog) != before
    reader.press(",", dialog)
    assert dialog.player.place == 2
    reader.click(button(dialog, "Fast"))
    reader.press(".", dialog)
    reader.wait(lambda: dialog.player.place == 3)
    assert not dialog.player.playing


def test_the_speed_is_remembered(reader: Reader) -> None:
    reader.paste("看日落")
    dialog = open_with_key(reader, "日落")
    reader.click(button(dialog, "Still"))
    reader.press("Esc", dialog)
    reader.wait_no_dialog()
    assert json.loads((reader.data / "settings.json").read_text())["stroke_speed"] == "still"
    dialog = open_with_key(reader, "日落")
    assert button(dialog, "Still").isChecked()
    assert not dialog.player.playing
    assert dialog.said.text() == "4 strokes"  # whole, with its numbers


def test_both_scripts(reader: Reader) -> None:
    reader.paste("我们的国家")
    dialog = open_with_key(reader, "国家")
    scripts = dialog.scripts
    assert [pill.text() for pill in scripts.buttons()] == ["国家", "國家"]
    assert chips(dialog) == ["国", "家"]
    reader.press("Right", dialog)
    reader.press("Left", dialog)
    reader.click(scripts.button(1))
    assert chips(dialog) == ["國", "家"]
    assert (dialog.character.character, dialog.player.count) == ("國", 11)
    reader.press("Esc", dialog)
    reader.wait_no_dialog()
    reader.press("J", reader.view)  # simplified
    reader.press("J", reader.view)  # traditional
    dialog = open_with_key(reader, "国家")
    assert dialog.character.character == "國"  # as the post is shown
    assert [pill.text() for pill in dialog.scripts.buttons()] == ["國家", "国家"]


def test_a_character_without_strokes_is_said(reader: Reader) -> None:
    reader.paste("这个字是囍，那个字是龘。")
    reader.tap("龘")
    reader.press("B")
    dialog = reader.dialog(StrokeDialog)
    assert dialog.said.text() == "The order of strokes is not known for “龘”."
    assert not dialog.play.isEnabled()
    for keys in (".", ",", "Space", "Return", "Left"):
        reader.press(keys, dialog.canvas)
    ink = LIGHT.color("soft")
    drawn = picture(dialog)
    assert any(drawn.pixelColor(x, drawn.height() // 2) == ink for x in range(drawn.width()))  # from the font


@pytest.mark.parametrize("damage", ["missing", "damaged"])
def test_without_the_file_the_card_is_whole(
    start: Callable[..., Reader], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    path = tmp_path / "strokes.db"
    if damage == "damaged":
        path.write_bytes(resources.strokes_db().read_bytes()[:50_000])
    monkeypatch.setattr(resources, "strokes_db", lambda: path)
    reader = start()
    reader.paste("看日落")
    reader.tap("日落")
    assert "sunset" in " ".join(reader.card_texts())
    reader.click(reader.card.strokes)
    what, next_step = reader.problem()
    assert what == "The file with the order of strokes is missing or damaged."
    assert next_step.startswith("Reinstall Xinqiao")
    assert reader.card.isVisible()


def test_from_the_look_up_box(reader: Reader) -> None:
    reader.press("Ctrl+L")
    box = reader.dialog(LookUpDialog)
    reader.write("日落", box.query)
    reader.wait(lambda: box.found)
    reader.press("Return", box.query)
    reader.press("B", box.card)
    dialog = reader.dialog(StrokeDialog)
    assert chips(dialog) == ["日", "落"]
    reader.press("Esc", dialog)
    assert reader.dialog(LookUpDialog) is box
    assert box.card.hasFocus()
    reader.click(box.card.strokes)
    reader.press("Esc", reader.dialog(StrokeDialog))
    assert reader.dialog(LookUpDialog) is box
    reader.press("Esc", box.card)
    reader.press("Esc", box.query)
    reader.wait_no_dialog()


def test_from_the_words_page(reader: Reader) -> None:
    reader.paste("看日落")
    reader.tap("日落")
    reader.press("S")
    reader.press("Ctrl+2")
    table = reader.window.other.words.table
    reader.click_at(table.viewport(), table.visualRect(reader.window.other.words.model.index(0, 0)).center())
    reader.click(button(reader.word_panel(), "Stroke order"))
    dialog = reader.dialog(StrokeDialog)
    assert chips(dialog) == ["日", "落"]
    reader.press("Esc", dialog)
    reader.wait_no_dialog()
    table.setFocus()
    reader.press("B", table)
    reader.press("Esc", reader.dialog(StrokeDialog))
    reader.wait_no_dialog()
    assert table.hasFocus()


def test_on_a_sharp_screen_it_is_sharp() -> None:
    """Drawn at two pixels a point, the picture is the one of twice the size, not an enlarged small one."""
    script = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from xinqiao import resources\n"
        "from xinqiao.engines.stroke_db import StrokeDb\n"
        "from xinqiao.services.show_strokes import ShowStrokes\n"
        "from xinqiao.ui.gloss.stroke_canvas import StrokeCanvas\n"
        "app = QApplication([])\n"
        "canvas = StrokeCanvas()\n"
        "(character,) = ShowStrokes(StrokeDb(resources.strokes_db())).of_word('永')\n"
        "canvas.set_character(character)\n"
        "canvas.show_place(2.5, tinted=True)\n"
        "canvas.resize(400, 400)\n"
        "image = canvas.grab().toImage()\n"
        "greys = sum(len({image.pixel(x + n, y) for n in range(4)}) > 2\n"
        "            for y in range(0, image.height(), 2) for x in range(0, image.width() - 4, 4))\n"
        "print(image.width(), greys)\n"
    )

    def drawn(scale: str) -> tuple[int, int]:
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment
        )
        width, soft = done.stdout.split()
        return int(width), int(soft)

    (width, soft), (wide, soft_there) = drawn("1"), drawn("2")
    assert (width, wide) == (400, 800)
    # Edges are as thin on both, so twice as many rows meet them; enlarged, each would be twice as wide too.
    assert 1.4 * soft < soft_there < 2.8 * soft
