"""Bad input and broken surroundings: a clear sentence, a next step, and nothing lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from tests.driver import LONG_MS, Reader, button, files, message_boxes

from xinqiao import resources, startup
from xinqiao.places import Places
from xinqiao.startup import make_application, make_window
from xinqiao.storage import sessions
from xinqiao.ui.notes.note_editor import NoteDialog

Start = Callable[..., Reader]


def paste_badly(reader: Reader, text: str) -> tuple[str, str]:
    """Paste what cannot become a post; the message."""
    QGuiApplication.clipboard().setText(text)
    reader.press("Ctrl+V", reader.view)
    return reader.problem()


def refused_start(data: Path) -> list[tuple[str, str]]:
    """Start where there can be no window; what the message said."""
    told: list[tuple[str, str]] = []

    def read() -> None:
        for box in message_boxes():
            told.append((box.text(), box.informativeText()))
            box.close()

    timer = QTimer()
    timer.setInterval(10)
    timer.timeout.connect(read)
    timer.start()
    window = make_window(make_application(), Places.find(data))
    timer.stop()
    assert window is None
    return told


# -- texts -------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "   \n\t\n", "\u3000\n"])
def test_an_empty_paste_is_refused(reader: Reader, text: str) -> None:
    what, next_step = paste_badly(reader, text)
    assert what == "There is no text to read."
    assert next_step
    assert len(reader.titles()) == 24


def test_a_paste_of_more_than_a_megabyte_is_refused_and_a_large_one_is_taken(reader: Reader) -> None:
    what, next_step = paste_badly(reader, "今天天气很好。\n" * 200_000)
    assert "at most" in what
    assert next_step
    assert len(reader.titles()) == 24
    assert reader.sentences(), "the post in view stays"
    reader.paste("很长的一篇\n" + "今天天气很好。\n" * 3_000)
    assert len(reader.chinese()) == 3_001


def test_a_picture_is_no_post(reader: Reader, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(4000))
    reader.drop(files(picture))
    what, next_step = reader.problem()
    assert "not text" in what
    assert next_step
    what, next_step = paste_badly(reader, "\x00\x01\x02\x03" * 50)
    assert "not text" in what or "no text" in what
    assert len(reader.titles()) == 24


def test_a_missing_file_and_a_folder_are_said(reader: Reader, tmp_path: Path) -> None:
    for path in (tmp_path / "gone.txt", tmp_path):
        reader.drop(files(path))
        what, next_step = reader.problem()
        assert str(path) in what
        assert next_step


def test_lone_surrogates_are_read_as_damage(reader: Reader) -> None:
    reader.window.importing.take_text("今天\ud83d天气很好。\udc00")
    reader.wait(lambda: reader.opened_title().startswith("今天�"))
    reader.wait_translated()
    assert "".join(reader.chinese()) == "今天�天气很好。�"
    assert "could not be read" in reader.said()


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("😀😂🙏❤️👨‍👩‍👧", "only emoji and marks"),
        ("I only write English today.\nNothing else here.", "no Chinese in this text"),
        ("123 456", "only emoji and marks"),
    ],
)
def test_a_text_without_chinese_is_kept_and_said(reader: Reader, text: str, notice: str) -> None:
    reader.paste(text)
    assert notice in reader.said()
    assert [english for _, english in reader.sentences()] == reader.chinese()
    assert len(reader.titles()) == 25


def test_mixed_scripts_are_shown_as_written_and_glossed(reader: Reader) -> None:
    text = "繁简混排\n这个週末我們去了茶餐廳，点了一杯奶茶，然後迷路了。"
    reader.paste(text)
    assert reader.chinese()[1] == text.split("\n")[1]
    reader.tap("週末")
    assert reader.card_texts()[:2] == ["週末", "周末"]
    assert "weekend" in reader.card.accessibleName()


def test_one_endless_sentence_is_read_too(reader: Reader) -> None:
    reader.paste("长\n" + "今天天气很好我们去公园散步" * 60)
    assert "".join(reader.chinese()[1:]) == "今天天气很好我们去公园散步" * 60


# -- dictionary and model ----------------------------------------------------------------------


def test_without_the_dictionary_the_window_says_what_to_do(
    start_alone: Start, models_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "lexicon_db", lambda: tmp_path / "lexicon.db")
    reader = start_alone(opens=False)
    what, next_step = reader.problem()
    assert what == "The dictionary is missing or damaged."
    assert "make setup" in next_step
    QGuiApplication.clipboard().setText("今天天气很好。")
    reader.press("Ctrl+V", reader.window)
    assert "not open" in reader.said()


@pytest.mark.parametrize("damage", ["garbage", "truncated"])
def test_a_damaged_dictionary_is_told_of_at_the_start(
    start_alone: Start, models_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    broken = tmp_path / "lexicon.db"
    whole = resources.lexicon_db()
    with whole.open("rb") as file:
        broken.write_bytes(os.urandom(8192) if damage == "garbage" else file.read(40_000))
    monkeypatch.setattr(resources, "lexicon_db", lambda: broken)
    reader = start_alone(opens=False)
    what, next_step = reader.problem()
    assert what == "The dictionary is missing or damaged."
    assert next_step


@pytest.fixture
def no_starter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Xinqiao without its model; where it would be."""
    packed = tmp_path / "no-starter"
    monkeypatch.setattr(resources, "starter_packed", lambda: packed)
    monkeypatch.setattr(resources, "starter_unpacked", lambda models: models / "starter-zh-en")
    return packed


@pytest.mark.starter
def test_without_a_model_words_can_be_tapped_and_it_is_said_once(start: Start, no_starter: Path) -> None:
    reader = start(translated=False)
    what, next_step = reader.problem()
    assert what == "There is no translation model on this machine."
    assert "models install" in next_step
    assert reader.header.label.text() == f"Not translated: {what}"
    reader.paste("今天天气很好，我们去公园。", translated=False)
    reader.wait(lambda: reader.header.label.text() == f"Not translated: {what}")
    assert not message_boxes(), "the same thing is not said in a box for every post"
    reader.tap("公园")
    assert any("park" in text for text in reader.card_texts())


@pytest.mark.starter
def test_a_damaged_part_of_the_model_is_named(start: Start, no_starter: Path) -> None:
    shipped = Path(__file__).parents[2] / "resources" / "models" / "starter-zh-en"
    shutil.copytree(shipped, no_starter, ignore=shutil.ignore_patterns("unpacked", "model.bin.zst.*"))
    for part in shipped.glob("model.bin.zst.*"):
        (no_starter / part.name).symlink_to(part)
    broken = no_starter / "vocabulary.json.zst"
    data = bytearray(broken.read_bytes())
    data[len(data) // 2] ^= 0xFF
    broken.unlink()
    broken.write_bytes(data)
    reader = start(translated=False)
    what, next_step = reader.problem()
    assert "vocabulary.json.zst" in what
    assert next_step
    assert not (reader.data / "models" / "starter-zh-en").exists(), "nothing half-made stays"


def test_a_damaged_package_is_told_of_and_the_starter_reads_on(start: Start, models_dir: Path) -> None:
    (weights,) = models_dir.rglob("model.bin")
    weights.unlink()  # a link to the session's own
    weights.write_bytes(b"not a model")
    reader = start(translated=False)
    reader.wait(lambda: "damaged" in reader.said())
    assert "Another model takes its place." in reader.said()
    reader.paste("今天\n外面下雨了。")
    assert reader.english_of("外面下雨了")


def test_a_damaged_package_with_no_other_model_is_told_of_and_words_can_be_tapped(
    start: Start, models_dir: Path, no_starter: Path
) -> None:
    (weights,) = models_dir.rglob("model.bin")
    weights.unlink()  # a link to the session's own
    weights.write_bytes(b"not a model")
    reader = start(translated=False)
    what, next_step = reader.problem()
    assert "damaged" in what
    assert next_step
    reader.tap("软件")
    assert reader.card_texts()[0] == "软件"


# -- the data folder ---------------------------------------------------------------------------


def test_a_data_folder_that_cannot_be_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file, no folder")
    ((what, next_step),) = refused_start(tmp_path / "file" / "data")
    assert str(tmp_path / "file") in what
    assert "--data-dir" in next_step


def test_a_second_window_on_the_same_library_is_refused(reader: Reader) -> None:
    ((what, next_step),) = refused_start(reader.data)
    assert what == "Xinqiao is already open with this library."
    assert "--data-dir" in next_step
    code = "import sys; from xinqiao.cli.main import main; sys.exit(main(['restore', 'x.db']))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=dict(os.environ, PYTHONPATH=str(Path(startup.__file__).parents[1])),
    )
    assert done.returncode == 1
    assert reader.bench.posts.summaries()


def test_the_lock_is_given_back_when_the_window_closes(reader: Reader, start: Start) -> None:
    reader.close()
    assert start().titles()


def test_a_library_in_use_elsewhere_is_said_and_nothing_breaks(
    start: Start, furnished: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "BUSY_TIMEOUT_MS", 20)
    data_dir.mkdir(exist_ok=True)
    shutil.copy(furnished, data_dir / "library.db")
    reader = start()
    reader.paste("今天天气很好，我们去公园。")
    monkeypatch.setattr(sys, "excepthook", reader.hook)
    with closing(sqlite3.connect(data_dir / "library.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        reader.tap("公园")
        QTimer.singleShot(0, lambda: reader.press("S"))  # from the event loop, as a key comes
        what, next_step = reader.problem()
        assert "in use by another program" in what
        assert next_step
        QGuiApplication.clipboard().setText("这一句也要留下。")
        reader.press("Ctrl+V", reader.view)
        assert "in use" in reader.problem()[0]
        other.execute("ROLLBACK")
    reader.press("S", reader.view)
    assert reader.rows_in("SELECT text FROM words") == [("公园",)]
    assert (reader.data / "logs" / "crash.log").read_text("utf-8") == "", "that was no crash"


def test_a_note_that_cannot_be_kept_is_on_the_clipboard(
    start: Start, furnished: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "BUSY_TIMEOUT_MS", 20)
    data_dir.mkdir(exist_ok=True)
    shutil.copy(furnished, data_dir / "library.db")
    reader = start()
    with closing(sqlite3.connect(data_dir / "library.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        reader.press("Ctrl+N")
        dialog = reader.dialog(NoteDialog)
        reader.write("do not lose me", into=dialog.text)
        reader.press("Ctrl+Return", dialog.text)
        reader.wait(message_boxes)
        (box,) = message_boxes()
        assert "clipboard" in box.informativeText()
        box.close()
        assert QGuiApplication.clipboard().text() == "do not lose me"
        other.execute("ROLLBACK")
        reader.wait_no_dialog()
        reader.press("Ctrl+N")
        dialog = reader.dialog(NoteDialog)
        reader.press("Ctrl+V", dialog.text)
        reader.press("Ctrl+Return", dialog.text)
        reader.wait_no_dialog()
        reader.press("Ctrl+3")
        other.execute("BEGIN IMMEDIATE")
        reader.write("again ", into=reader.window.other.notes.text)
        reader.press("Ctrl+1")
        assert "clipboard" in reader.problem()[1]
        assert QGuiApplication.clipboard().text() == "again do not lose me"
        other.execute("ROLLBACK")


@pytest.fixture
def damaged(data_dir: Path, furnished: Path) -> Path:
    """A library whose file is damaged from its first page on."""
    data_dir.mkdir(exist_ok=True)
    library = data_dir / "library.db"
    data = bytearray(furnished.read_bytes())
    data[:4096] = os.urandom(4096)
    library.write_bytes(data)
    return library


def test_a_damaged_library_starts_again_from_its_newest_backup(
    start: Start, damaged: Path, furnished: Path
) -> None:
    backups = damaged.parent / "backups"
    backups.mkdir()
    shutil.copy(furnished, backups / "library-20260101T000000000000Z-v1.db")
    broken = damaged.read_bytes()
    reader = start(opens=False)
    reader.wait(message_boxes)
    (box,) = message_boxes()
    assert "damaged" in box.text()
    assert "backup" in box.informativeText()
    with reader.qtbot.waitSignal(reader.window.library_opened, timeout=LONG_MS):
        reader.click(button(box, "Start with the newest backup"))
    assert len(reader.titles()) == 24
    (aside,) = [path for path in damaged.parent.iterdir() if "damaged" in path.name]
    assert aside.read_bytes() == broken, "the damaged file is kept"


def test_a_damaged_library_without_a_backup_stays_as_it_is(start: Start, damaged: Path) -> None:
    broken = damaged.read_bytes()
    reader = start(opens=False)
    reader.wait(message_boxes)
    (box,) = message_boxes()
    box.button(QMessageBox.StandardButton.Close).click()
    reader.wait(lambda: not message_boxes())
    assert damaged.read_bytes() == broken
    reader.close()
    again = start(opens=False)
    again.wait(message_boxes)
    (box,) = message_boxes()
    again.click(button(box, "Start with the newest backup"))
    again.wait(lambda: [one for one in message_boxes() if one is not box])
    (second,) = [one for one in message_boxes() if one is not box]
    assert "no usable backup" in second.text()
    assert second.informativeText()
    assert damaged.read_bytes() == broken


def test_a_library_of_a_newer_version_is_left_alone(start: Start, data_dir: Path, furnished: Path) -> None:
    data_dir.mkdir(exist_ok=True)
    library = data_dir / "library.db"
    shutil.copy(furnished, library)
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("PRAGMA user_version = 999")
    reader = start(opens=False)
    what, next_step = reader.problem()
    assert "newer version" in what
    assert "Update" in next_step


def test_settings_that_make_no_sense_become_the_defaults(start: Start, data_dir: Path) -> None:
    data_dir.mkdir(exist_ok=True)
    (data_dir / "settings.json").write_text('{"theme": "plaid", "hanzi_size": 9000, "pinyin": "all"')
    reader = start(translated=False)
    assert reader.window.settings.hanzi_size == 20
    assert list(data_dir.glob("settings.broken-*.json"))


def test_a_bug_is_told_calmly_and_written_down(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", reader.hook)

    def broken() -> None:
        raise ZeroDivisionError("ours")

    QTimer.singleShot(0, broken)
    reader.wait(lambda: reader.said() == "Something went wrong inside Xinqiao; your library is safe.")
    assert "ZeroDivisionError: ours" in (reader.data / "logs" / "crash.log").read_text("utf-8")


def test_a_crash_is_told_of_at_the_next_start(start: Start, data_dir: Path) -> None:
    (data_dir / "logs").mkdir(parents=True)
    (data_dir / "logs" / "crash.log").write_text("Fatal Python error: Segmentation fault\n")
    reader = start(translated=False)
    assert "ended unexpectedly" in reader.said()
    assert "crash.old.log" in reader.said()
    reader.close()
    assert "ended unexpectedly" not in start(translated=False).said()


@pytest.fixture(autouse=True)
def _boxes_closed() -> Iterator[None]:
    yield
    assert not message_boxes()
