"""Takes the pictures in docs/screenshots: `make screenshots`.

Everything in them is real: a new library, the sample posts, the starter model.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false")

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog

from xinqiao.domain.settings import PinyinShown, Settings, Theme
from xinqiao.domain.words import WordStatus
from xinqiao.places import Places
from xinqiao.startup import make_application, make_window
from xinqiao.ui.main_window import MainWindow
from xinqiao.ui.notes.note_editor import NoteDialog
from xinqiao.ui.sidebar import MODELS, NOTES, READ, WORDS

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "screenshots"
PASTED = """周末去哪儿了
周末去了一趟杭州西湖，天气特别好，就是人太多了。
租了一辆单车绕湖骑了一圈，累到破防😂
晚上吃了西湖醋鱼，怎么说呢……吃个情怀吧[笑哭R]
#杭州 #周末去哪儿
"""
_EXACT = 48  # colours of a picture that are kept as they are
_KNOWN_BELOW_RANK = 0.72


def wait(until: Callable[[], bool], seconds: int = 240) -> None:
    """Let the window work until something is so."""
    deadline = QDeadlineTimer(seconds * 1000)
    while not until():
        if deadline.hasExpired():
            sys.exit("The window did not come to rest.")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def settle(milliseconds: int = 200) -> None:
    """Let timers and repaints run."""
    done: list[bool] = []
    QTimer.singleShot(milliseconds, lambda: done.append(True))
    wait(lambda: bool(done))


def idle(window: MainWindow) -> bool:
    """Whether the post in view is translated, with second looks."""
    page = window.read
    busy = page.opening.job.running or page.translating.job.running
    return page.opened is not None and not busy and page.translating.resting


def shown_title(window: MainWindow) -> str:
    """Title of the post in view."""
    return window.read.opened.stored.post.title if window.read.opened else ""


def picture(window: MainWindow, name: str) -> None:
    """Save the window in its own 256 commonest colours, which keeps a clone light."""
    settle()
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32)
    # Large areas in their very colours; of the rest near shades count as one, so that small coloured
    # things (emoji) get their place as well.
    shades, counts = np.unique(pixels, return_counts=True)
    table = [int(shade) for shade in shades[np.argsort(-counts)[:_EXACT]]]
    buckets, counts = np.unique(pixels & 0xF0F0F0, return_counts=True)
    commonest = np.argsort(-counts)[: 256 - _EXACT]
    table += [_commonest(pixels[pixels & 0xF0F0F0 == buckets[place]]) for place in commonest]
    image = image.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither)
    file = FOLDER / f"{name}.png"
    image.save(str(file), quality=0)
    print(f"{file.name}: {file.stat().st_size // 1024} KB")


def _commonest(pixels: npt.NDArray[np.uint32]) -> int:
    shades, counts = np.unique(pixels, return_counts=True)
    return int(shades[np.argmax(counts)])


def learn_common_words(window: MainWindow) -> None:
    """Know the commoner words of the post in view, as a reader of some months would."""
    page, bench = window.read, window.bench
    assert bench is not None
    places = [
        (row, token)
        for row in page.view.document.sentence_rows()
        for token in page.view.document.tappable(row)
    ]
    glosses = []
    for row, token in places:
        prepared = page.view.document.rows[row].prepared
        assert prepared is not None
        glosses.append((row, bench.look_up_word.look_up(prepared, token)))
    glosses.sort(key=lambda found: -found[1].zipf)
    for number, (row, gloss) in enumerate(glosses):
        rank = number / len(glosses)
        if rank < _KNOWN_BELOW_RANK:
            bench.keep_vocabulary.save(gloss, None, WordStatus.KNOWN)
        elif number % 3 == 0:
            bench.keep_vocabulary.save(gloss, page.gloss.encounter(row, gloss), WordStatus.LEARNING)
    page.refresh_vocabulary()
    window.posts.refresh()


def tap(window: MainWindow, word: str) -> None:
    """Open the gloss of a word of the post in view."""
    view = window.read.view
    for row in view.document.sentence_rows():
        prepared = view.document.rows[row].prepared
        assert prepared is not None
        for token in view.document.tappable(row):
            if prepared.tokens[token].text == word:
                view.go_to(row, token)
                window.read.gloss.open(row, token)
                return
    sys.exit(f"{word} is not in the post.")


def both_themes(window: MainWindow, name: str) -> None:
    """The same page, light and dark."""
    for theme in (Theme.LIGHT, Theme.DARK):
        window.set_settings(replace(window.settings, theme=theme))
        picture(window, f"{name}_{theme.value}")


def in_chinese(places: Places) -> None:
    """The window in Chinese, with the library of the other pictures."""
    window = make_window(make_application(), places)
    if window is None:
        sys.exit("The window could not be opened.")
    window.resize(1280, 820)
    window.show()
    wait(lambda: idle(window))
    tap(window, "破防")
    picture(window, "chinese_light")
    window.close()


def main() -> None:
    """Take every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        window = make_window(make_application(), Places.find(folder))
        if window is None:
            sys.exit("The window could not be opened.")
        window.resize(1280, 820)
        window.set_settings(Settings(theme=Theme.LIGHT, pinyin=PinyinShown.UNKNOWN))
        window.show()
        wait(lambda: window.bench is not None)
        posts = window.read.library.model.summaries
        window.read.library.select(posts[4].id)
        wait(lambda: idle(window) and shown_title(window) == posts[4].title)
        learn_common_words(window)
        both_themes(window, "read")
        tap(window, "绝绝子")
        both_themes(window, "gloss")
        window.read.gloss.save(WordStatus.LEARNING)
        window.read.note_on_post()
        for dialog in window.findChildren(QDialog):
            if isinstance(dialog, NoteDialog):
                dialog.text.setPlainText(
                    "Praise, laid on thick: 绝 twice, plus a playful 子. Compare *yyds*."
                )
                dialog.tags.setText("slang praise")
                dialog.keep()
        window.read.gloss.close()
        window.toast.hide()
        window.importing.take_text(PASTED)
        wait(lambda: idle(window) and shown_title(window) == "周末去哪儿了")
        window.toast.hide()
        both_themes(window, "pasted")
        window.show_page(WORDS)
        window.other.words.table.selectRow(0)
        both_themes(window, "words")
        window.show_page(NOTES)
        both_themes(window, "notes")
        window.show_page(MODELS)
        both_themes(window, "models")
        window.show_page(READ)
        window.set_settings(replace(window.settings, theme=Theme.LIGHT))
        window.resize(620, 820)
        window.read.library.hide()
        settle()
        tap(window, "破防")
        picture(window, "narrow_light")
        window.set_settings(Settings(theme=Theme.LIGHT, language="zh_CN"))
        window.close()
        in_chinese(Places.find(folder))


if __name__ == "__main__":
    main()
