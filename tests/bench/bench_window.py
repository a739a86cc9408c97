"""What the reader waits for in the window. Run by `make bench`."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

Row = tuple[str, float, str, float | None]

_FIRST_WINDOW = """
import sys, time
start = time.perf_counter()
from xinqiao.places import Places
from xinqiao.startup import make_application, make_window
application = make_application()
window = make_window(application, Places.find(sys.argv[1]))
window.show()
window.repaint()
print(time.perf_counter() - start)
window.close()
"""


def rows() -> Iterator[Row]:
    """Every figure of the window."""
    yield from first_window()
    yield from long_document()
    yield from tap_to_card()
    yield from strokes()


def strokes() -> Iterator[Row]:
    """Painting a character of 29 strokes while it is written."""
    from PySide6.QtGui import QPixmap

    from xinqiao import resources
    from xinqiao.engines.stroke_db import StrokeDb
    from xinqiao.services.show_strokes import ShowStrokes
    from xinqiao.startup import make_application
    from xinqiao.ui.gloss.stroke_canvas import StrokeCanvas

    application = make_application()
    canvas = StrokeCanvas()
    canvas.resize(canvas.sizeHint())
    (character,) = ShowStrokes(StrokeDb(resources.strokes_db())).of_word("鬱")
    canvas.set_character(character)
    picture = QPixmap(canvas.size())

    def paint(place: float) -> float:
        canvas.show_place(place, tinted=True)
        started = time.perf_counter()
        canvas.render(picture)
        return (time.perf_counter() - started) * 1000

    begun = [paint(number + 0.5) for number in range(len(character.strokes))]
    yield "strokes of 鬱: paint when another is begun, median", statistics.median(begun), "ms", 16.0
    frames = [paint(28 + number / 100) for number in range(1, 100)]
    yield "strokes of 鬱: paint a frame, median", statistics.median(frames), "ms", 8.0
    application.processEvents()


def tap_to_card() -> Iterator[Row]:
    """A click on a word in the open window, until its card is painted."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer
    from PySide6.QtTest import QTest

    from xinqiao.places import Places
    from xinqiao.startup import make_application, make_window

    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        window = make_window(application, Places.find(folder))
        assert window is not None
        page = window.read
        loop = QEventLoop()
        page.opening.job.finished.connect(lambda: QTimer.singleShot(0, loop.quit))
        window.show()
        loop.exec()
        page.translating.job.cancel()
        view, spent = page.view, []
        words = [
            (row, token) for row in view.document.sentence_rows() for token in view.document.tappable(row)
        ]
        for row, token in words[:200]:
            view.ensure_row_visible(row)
            page.gloss.close()
            application.processEvents()
            rect = view.word_rect(row, token)
            assert rect is not None
            start = time.perf_counter()
            QTest.mouseClick(
                view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, rect.center()
            )
            page.gloss.card.repaint()
            spent.append((time.perf_counter() - start) * 1000)
        spent.sort()
        yield f"tap to painted card, {len(spent)} words, median", statistics.median(spent), "ms", 50
        yield "tap to painted card, 99 %", spent[int(len(spent) * 0.99) - 1], "ms", 100
        window.close()


def first_window() -> Iterator[Row]:
    """Import, make, show and paint the window in a fresh process, files warm."""
    seconds = []
    # a reader's Python keeps what it compiled
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(6):
            done = subprocess.run(
                [sys.executable, "-c", _FIRST_WINDOW, folder],
                capture_output=True,
                text=True,
                check=True,
                env=environment,
            )
            seconds.append(float(done.stdout.split()[-1]))
    yield "first window painted, warm start (median of 5)", statistics.median(seconds[1:]), "s", 0.3


def _median_ms(times: int, call: Callable[[int], object]) -> float:
    took = []
    for number in range(times):
        start = time.perf_counter()
        call(number)
        took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took)


def long_document() -> Iterator[Row]:
    """A document of 5,000 sentences in the reader view."""
    from PySide6.QtCore import QPointF

    from xinqiao import resources
    from xinqiao.domain.sentences import split_post
    from xinqiao.domain.settings import PinyinShown, Settings
    from xinqiao.domain.translations import AlignedSentence, Maker, Translation
    from xinqiao.formats.sample_posts import read_sample_posts
    from xinqiao.places import Places
    from xinqiao.startup import Toolbox, make_application
    from xinqiao.ui.common.palette import LIGHT
    from xinqiao.ui.reading.doubt_words import explain
    from xinqiao.ui.reading.reader_rows import build_rows
    from xinqiao.ui.reading.reader_view import ReaderView

    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        tools = Toolbox(Places.find(folder))
        posts = read_sample_posts(resources.sample_posts())
        aligned: list[AlignedSentence] = []
        for post in posts:
            for sentence in split_post(post):
                english = Translation("A sentence of English about as long as they usually are.", Maker.MODEL)
                aligned.append(AlignedSentence(sentence, tools.prepare.prepare(sentence.text), english))
    body = [one for one in aligned if one.sentence.comment is None]
    many = (body * (5000 // len(body) + 1))[:5000]

    view = ReaderView(explain)
    view.resize(1000, 800)
    view.set_look(Settings(pinyin=PinyinShown.ALL), LIGHT)
    view.show()
    application.processEvents()
    start = time.perf_counter()
    view.set_document(build_rows(posts[0], many, comments_label="", author_label=""))
    view.viewport().repaint()
    yield "5,000 sentences: rows, layout and first paint", time.perf_counter() - start, "s", 0.5
    bar = view.verticalScrollBar()

    def scroll(number: int) -> None:
        bar.setValue(number * 120)
        view.viewport().repaint()

    yield "5,000 sentences: scroll and repaint, median", _median_ms(300, scroll), "ms", 8
    start = time.perf_counter()
    view.resize(880, 800)
    view.viewport().repaint()
    yield "5,000 sentences: another width", time.perf_counter() - start, "s", None
    yield (
        "5,000 sentences: word under a point, median",
        _median_ms(500, lambda number: view.place_at(QPointF(60 + number % 300, 40 + number % 700))),
        "ms",
        None,
    )
    fifty = build_rows(posts[0], aligned[:50], comments_label="", author_label="")

    def show_fifty(_number: int) -> None:
        view.set_document(fifty)
        view.viewport().repaint()

    yield (
        "50 sentences prepared and translated: shown and painted, median",
        _median_ms(20, show_fifty),
        "ms",
        50,
    )
    view.close()
