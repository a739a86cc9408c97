"""The first start and the ones after it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.driver import Reader, button

from xinqiao.domain.translations import Maker

Start = Callable[..., Reader]
HEAVY = ("sqlalchemy", "jieba", "ctranslate2", "argostranslate", "g2pM", "numpy", "opencc", "tokenizers")

WATCH_START = """
import json, sys
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget
from xinqiao.places import Places
from xinqiao.startup import make_application, make_window

class FirstPaint(QObject):
    modules = None
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and self.modules is None and isinstance(watched, QWidget):
            self.modules = sorted(sys.modules)
        return False

application = make_application()
window = make_window(application, Places.find())
watch = FirstPaint()
application.installEventFilter(watch)
window.show()
loop = QEventLoop()
window.read.translating.job.finished.connect(lambda: QTimer.singleShot(150, loop.quit))
window.library_failed.connect(lambda error: sys.exit(str(error)))
QTimer.singleShot(60_000, lambda: sys.exit("nothing was translated"))
loop.exec()
rows = [row for row in window.read.view.document.rows if row.prepared is not None]
print(json.dumps({
    "first paint": watch.modules,
    "end": sorted(sys.modules),
    "english": [row.translation.text for row in rows],
}))
window.close()
"""


def watch_start() -> dict[str, list[str]]:
    """Start Xinqiao in a process of its own until its first post is in English; modules then and before."""
    environment = dict(os.environ, PYTHONPATH=str(Path(__file__).parents[2] / "app"))
    done = subprocess.run(
        [sys.executable, "-c", WATCH_START], capture_output=True, text=True, env=environment, timeout=120
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_the_samples_are_listed_and_the_first_is_read(start: Start) -> None:
    reader = start()
    assert len(reader.titles()) == 24
    assert reader.titles()[0] == "新来的，听说要先交猫税？"
    assert [summary.unread for summary in reader.listed()] == [False] + [True] * 23
    chinese = reader.chinese()
    assert chinese[0] == reader.titles()[0]
    assert "大家好！" in chinese
    assert "批准，下不为例" in chinese  # a reply in the thread
    assert all(english for _, english in reader.sentences())
    assert "🙏" in reader.english_of("请多包涵")  # what is protected came back
    reader.wait(lambda: reader.listed()[0].english_title)
    assert reader.listed()[0].english_title == reader.english_of("听说要先交猫税")
    assert [summary.english_title for summary in reader.listed()[1:]] == [""] * 23
    assert reader.listed()[0].known_share == 0
    assert reader.header.label.text() == "0 % known"
    assert not reader.header.bar.isVisible()


@pytest.mark.starter
def test_the_model_that_ships_translates_what_is_pasted(start: Start) -> None:
    reader = start(translated=False)
    reader.paste("我家的猫\n大家好！\n这是我家的猫，它最喜欢睡在我的帽子里🙏")
    assert "hat" in reader.english_of("帽子里")
    assert reader.english_of("帽子里").endswith("🙏")
    makers = [row.translation.maker for row in reader.view.document.rows if row.translation is not None]
    assert Maker.MODEL in makers
    (model,) = {row.translation.model for row in reader.view.document.rows if row.translation} - {""}
    assert model.startswith("Starter zh→en/")


def test_a_second_start_finds_everything_and_loads_the_samples_once(start: Start) -> None:
    first = start()
    before, titles = first.sentences(), first.titles()
    first.close()
    second = start()
    assert second.titles() == titles
    assert second.sentences() == before
    assert second.rows_in("SELECT count(*) FROM posts") == [(24,)]


def test_a_removed_sample_stays_removed_until_it_is_brought_back(start: Start) -> None:
    reader = start()
    gone = reader.titles()[2]
    reader.click_row(reader.library.list, 2)
    reader.wait(lambda: reader.opened_title() == gone)
    reader.library.list.setFocus()
    reader.press("Del")
    assert reader.said() == "Post removed."
    assert gone not in reader.titles()
    reader.close()
    reader = start(translated=False)
    assert len(reader.titles()) == 23
    assert gone not in reader.titles()
    reader.right_click(reader.library.list, 0, "Bring the sample posts back")
    assert reader.said() == "1 sample post is back."
    assert reader.titles().count(gone) == 1
    assert len(reader.titles()) == 24
    reader.right_click(reader.library.list, 0, "Bring the sample posts back")
    assert reader.said() == "The sample posts are all there."


def test_an_empty_library_says_what_to_do_and_offers_the_samples(reader: Reader) -> None:
    reader.library.list.setFocus()
    reader.press("Ctrl+A")
    reader.press("Del")
    assert reader.titles() == []
    assert "Ctrl+V" in reader.library.empty.text()
    reader.click(button(reader.library, "Bring the sample posts back"))
    assert len(reader.titles()) == 24


def test_removing_posts_can_be_undone(reader: Reader) -> None:
    before = reader.titles()
    reader.right_click(reader.library.list, 0, "Remove")
    assert reader.titles() == before[1:]
    assert reader.page.opened is None
    reader.press("Ctrl+Z")
    assert reader.titles() == before


def test_nothing_heavy_is_imported_before_the_first_paint_nor_for_what_is_cached(
    furnished: Path, mini_models: Path, data_dir: Path
) -> None:
    data_dir.mkdir()
    shutil.copy(furnished, data_dir / "library.db")
    shutil.copytree(mini_models, data_dir / "models")
    found = watch_start()
    assert not set(HEAVY) & set(found["first paint"])
    assert all(found["english"])
    assert "sqlalchemy" in found["end"]
    needless = {"jieba", "ctranslate2", "argostranslate", "sentencepiece", "g2pM", "numpy", "tokenizers"}
    assert not needless & set(found["end"]), "what is cached needs no engine"


def test_closing_at_once_harms_nothing(start: Start) -> None:
    reader = start(opens=False)
    reader.close()
    assert len(start().titles()) == 24
