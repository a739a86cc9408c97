"""The window where there is no display: the same path, told on the terminal, with a picture."""

import os
import sys

from xinqiao.domain.pinyin import joined_marks
from xinqiao.domain.settings import PinyinShown
from xinqiao.domain.words import TokenKind
from xinqiao.places import Places

_MAX_GLOSSES = 3


def first_look(places: Places) -> int:
    """Open the first post in an unseen window, print it with its translation, save a screenshot.

    Returns:
        The process's exit code.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QEventLoop, QTimer, qInstallMessageHandler

    from xinqiao.startup import make_application, make_window
    from xinqiao.ui.reading.reader_rows import RowKind

    # The unseen screen grumbles about what it cannot do with windows; nobody here can help it.
    qInstallMessageHandler(lambda _kind, _context, _text: None)
    print("There is no display here, so this is the first post on the terminal.", flush=True)
    application = make_application()
    problems: list[str] = []
    # A box would wait for ever where nobody sees it.
    window = make_window(
        application, places, lambda error: problems.append(f"{error.what}\n{error.next_step}")
    )
    if window is None:
        print("\n".join(problems), file=sys.stderr)
        return 1
    loop = QEventLoop()

    def give_up(error: object) -> None:
        problems.append(str(error))
        loop.quit()

    page = window.read
    window.library_failed.connect(give_up)
    page.failed.connect(give_up)
    page.crashed.connect(give_up)

    def look() -> None:
        QTimer.singleShot(150, loop.quit)

    def look_again() -> None:
        if not page.translating.improve():
            look()

    page.translating.job.finished.connect(look_again)
    again = page.translating.improve_job
    for ended in (again.finished, again.failed):  # when stopped it goes on later
        ended.connect(look)
    window.show()
    loop.exec()
    if problems or page.bench is None or page.opened is None:
        print("\n".join(problems) or "The library has no post to show.", file=sys.stderr)
        window.close()
        return 1
    print()
    for row in page.view.document.rows:
        if row.kind in (RowKind.META, RowKind.TAGS, RowKind.DIVIDER, RowKind.BYLINE):
            print(f"— {row.text}")
        if row.prepared is None:
            continue
        print(row.prepared.text)
        print(f"    {row.translation.text if row.translation else '…'}")
        words = [index for index, token in enumerate(row.prepared.tokens) if token.kind is TokenKind.WORD]
        glosses = [page.bench.look_up_word.look_up(row.prepared, index) for index in words]
        rare = sorted(glosses, key=lambda gloss: gloss.zipf)[:_MAX_GLOSSES]
        for gloss in sorted(rare, key=lambda gloss: gloss.span):
            print(f"      · {gloss.text} {joined_marks(gloss.syllables)}: {gloss.meaning}")
    second = page.view.document.sentence_rows()[1]
    page.look.change(pinyin=PinyinShown.ALL)
    token = page.view.document.tappable(second)[1]
    page.view.go_to(second, token)
    page.gloss.open(second, token)
    application.processEvents()
    picture = places.data / "first-look.png"
    window.grab().save(str(picture))
    page.gloss.close()
    window.close()
    print(f"\nA picture of the window: {picture}")
    return 0
