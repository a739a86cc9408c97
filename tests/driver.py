"""A reader at the window: what they do, by real clicks and keys, and what they then see."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QListView,
    QMenu,
    QMessageBox,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from xinqiao.domain.posts import PostSummary
from xinqiao.domain.words import TokenKind
from xinqiao.services.workbench import Workbench
from xinqiao.ui.main_window import MainWindow

LONG_MS = 20_000
"""Longest that anything may take on a busy machine; nothing waits so long when all is well."""


class Reader:
    """One person before one open window.

    Args:
        window: shown, its library open.
        data: the data folder it works in.
        hook: what Xinqiao does with exceptions that nobody caught.
    """

    def __init__(self, qtbot: QtBot, window: MainWindow, data: Path, hook: Callable[..., Any]) -> None:
        self.qtbot, self.window, self.data, self.hook = qtbot, window, data, hook
        self.page = window.read
        self.view = window.read.view
        self.card = window.read.gloss.card
        self.library = window.read.library
        self.header = window.read.header

    # -- waiting -------------------------------------------------------------------------------

    def wait(self, until: Callable[[], object]) -> None:
        """Let the window work until something is so."""
        self.qtbot.waitUntil(lambda: bool(until()), timeout=LONG_MS)

    def wait_prepared(self) -> None:
        """Wait until the open post has its words."""
        self.wait(lambda: self.page.opened is not None and not self.page.opening.job.running)

    def wait_translated(self) -> None:
        """Wait until every sentence of the open post has its English on the screen."""
        self.wait_prepared()
        self.wait(
            lambda: not self.page.translating.job.running and all(english for _, english in self.sentences())
        )

    # -- keys and clicks -----------------------------------------------------------------------

    def press(self, keys: str, on: QWidget | None = None) -> None:
        """Press a key (`S`, `Ctrl+Shift+C`, `Esc`) where the focus is, or in a widget."""
        stroke = QKeySequence(keys)[0]  # type: ignore[index]  # Qt's stubs leave the operator out
        target = on or QApplication.focusWidget() or self.window
        QTest.keyClick(target, stroke.key(), stroke.keyboardModifiers())

    def write(self, text: str, into: QWidget) -> None:
        """Click into a box and type; characters that no key makes are typed as an input method does."""
        into.setFocus()
        for character in text:
            if character.isascii():
                QTest.keyClicks(into, character)
            else:
                event = QInputMethodEvent()
                event.setCommitString(character)
                QApplication.sendEvent(into, event)

    def click(self, button: QWidget) -> None:
        """Click a button."""
        if not button.isVisible() or not button.isEnabled():
            raise AssertionError(f"{button.objectName()} {_text_of(button)!r} cannot be clicked")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def click_at(
        self,
        widget: QWidget,
        point: QPoint,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Click a point of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, modifier, point)

    def click_row(self, of: QListView, row: int) -> None:
        """Click a line of a list."""
        index = of.model().index(row, 0)
        of.scrollTo(index)
        self.click_at(of.viewport(), of.visualRect(index).center())

    def choose(self, menu: QMenu | None, text: str) -> None:
        """Choose an entry of a menu by the beginning of its text."""
        assert menu is not None
        entry(menu, text).trigger()

    def right_click(self, of: QListView | QTableView, row: int | None, text: str) -> None:
        """Choose an entry of the menu that opens on a line of a list, or below its lines for None."""
        viewport = of.viewport()
        if row is None:
            point = viewport.rect().bottomLeft()
        else:
            of.scrollTo(of.model().index(row, 0))
            point = of.visualRect(of.model().index(row, 0)).center()
            QTest.mouseClick(viewport, Qt.MouseButton.RightButton, pos=point)
        chosen: list[str] = []

        def take() -> None:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            try:
                action = entry(menu, text)
                chosen.append(action.text())
                action.trigger()
            finally:
                menu.close()

        QTimer.singleShot(0, take)
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(viewport, QContextMenuEvent(reason, point, viewport.mapToGlobal(point)))
        assert chosen, f"no menu with {text}"
        self.be_active()

    # -- the post in view ----------------------------------------------------------------------

    def sentences(self) -> list[tuple[str, str]]:
        """(Chinese, English) of every sentence in view; no English yet is an empty text."""
        return [
            (row.prepared.text, row.translation.text if row.translation else "")
            for row in self.view.document.rows
            if row.prepared is not None
        ]

    def chinese(self) -> list[str]:
        """Every sentence in view."""
        return [chinese for chinese, _ in self.sentences()]

    def english_of(self, chinese: str) -> str:
        """The English beside the first sentence that holds `chinese`."""
        return next(english for sentence, english in self.sentences() if chinese in sentence)

    def row_of(self, chinese: str) -> int:
        """Row of the first sentence that holds `chinese`."""
        for number, row in enumerate(self.view.document.rows):
            if row.prepared is not None and chinese in row.prepared.text:
                return number
        raise AssertionError(f"{chinese} is in no sentence of {self.chinese()}")

    def place_of(self, word: str, sentence: str = "") -> tuple[int, int]:
        """(row, token) of a word in the post."""
        for number, row in enumerate(self.view.document.rows):
            if row.prepared is None or sentence not in row.prepared.text:
                continue
            for index, token in enumerate(row.prepared.tokens):
                if token.text == word and token.kind is TokenKind.WORD:
                    return number, index
        raise AssertionError(f"no word {word} in {self.chinese()}")

    def point_of(self, word: str, sentence: str = "") -> QPoint:
        """Where a word stands in the viewport, scrolled into view if need be."""
        row, token = self.place_of(word, sentence)
        rect = self.view.word_rect(row, token)
        assert rect is not None
        if not self.view.viewport().rect().contains(rect):
            self.view.ensure_row_visible(row)
            rect = self.view.word_rect(row, token)
            assert rect is not None
        return rect.center()

    def tap(self, word: str, sentence: str = "") -> None:
        """Click a word; a card in the way is closed first, as one would."""
        point = self.point_of(word, sentence)
        if self.card.isVisible() and self.card.geometry().contains(point):
            self.press("Esc", self.view)
        self.click_at(self.view.viewport(), point)
        assert self.card.isVisible(), f"no card for {word}"

    def drag(self, start: tuple[str, str], end: tuple[str, str]) -> None:
        """Select with the mouse from one (word, sentence) to another."""
        viewport, left = self.view.viewport(), Qt.MouseButton.LeftButton
        first, last = self.point_of(*start), self.point_of(*end)
        QTest.mousePress(viewport, left, pos=first)
        middle = QPoint((first.x() + last.x()) // 2, (first.y() + last.y()) // 2)
        for point in (middle, last):
            _move_with_button(viewport, point)
        QTest.mouseRelease(viewport, left, pos=last)

    def word_in_hand(self) -> str:
        """The word that the reader is at."""
        assert self.view.marks.current is not None
        row, token = self.view.marks.current
        prepared = self.view.document.rows[row].prepared
        assert prepared is not None
        return prepared.tokens[token].text

    # -- the gloss card ------------------------------------------------------------------------

    def card_texts(self) -> list[str]:
        """Every text on the card from top to bottom."""
        labels = [label for label in self.card.findChildren(QLabel) if label.isVisible()]
        labels.sort(
            key=lambda label: (label.mapTo(self.card, QPoint()).y(), label.mapTo(self.card, QPoint()).x())
        )
        return [label.text() for label in labels]

    def chips(self) -> list[QPushButton]:
        """Other readings of the place."""
        found = [b for b in self.card.findChildren(QPushButton, "chip") if b.isVisible()]
        return sorted(found, key=lambda chip: (chip.y(), chip.x()))

    # -- the words page ------------------------------------------------------------------------

    def word_panel(self) -> QWidget:
        """What stands beside the table once a word is chosen."""
        panel = self.window.other.words.panel
        self.wait(lambda: panel.word is not None)
        body = panel.widget()
        assert body is not None
        return body

    # -- the library ---------------------------------------------------------------------------

    @property
    def bench(self) -> Workbench:
        """The open library's services, to look at what is kept."""
        assert self.window.bench is not None
        return self.window.bench

    def listed(self) -> list[PostSummary]:
        """The lines of the library list."""
        return self.library.model.summaries

    def titles(self) -> list[str]:
        """Titles of the library list."""
        return [summary.title for summary in self.listed()]

    def opened_title(self) -> str:
        """Title of the post in view; empty for none."""
        return self.page.opened.stored.post.shown_title if self.page.opened is not None else ""

    def open(self, title: str, *, translated: bool = True) -> None:
        """Click a post in the list."""
        row = next(number for number, text in enumerate(self.titles()) if title in text)
        wanted = self.listed()[row].id
        self.click_row(self.library.list, row)
        self.wait(lambda: self.page.opened is not None and self.page.opened.stored.id == wanted)
        if translated:
            self.wait_translated()

    def paste(self, text: str, *, translated: bool = True) -> None:
        """Copy a text somewhere and press Ctrl+V in the window; wait until its post is open."""
        QGuiApplication.clipboard().setText(text)
        with self.qtbot.waitSignal(self.window.importing.imported, timeout=LONG_MS) as imported:
            self.press("Ctrl+V", self.view)
        assert imported.args is not None
        wanted = imported.args[0].post_id
        self.wait(lambda: self.page.opened is not None and self.page.opened.stored.id == wanted)
        if translated:
            self.wait_translated()

    def drop(self, mime: QMimeData) -> None:
        """Drag something from elsewhere over the window and let it go."""
        where, action = QPointF(400, 300), Qt.DropAction.CopyAction
        buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(where.toPoint(), action, mime, buttons, none)
        QApplication.sendEvent(self.window, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(self.window, QDropEvent(where, action, mime, buttons, none))

    def rows_in(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """What another program would read in the library file."""
        with closing(sqlite3.connect(f"{(self.data / 'library.db').as_uri()}?mode=ro", uri=True)) as library:
            return library.execute(query, values).fetchall()

    # -- messages ------------------------------------------------------------------------------

    def said(self) -> str:
        """The message at the foot of the window; empty for none."""
        return self.window.toast.label.text() if self.window.toast.isVisible() else ""

    def problem(self) -> tuple[str, str]:
        """(what happened, what to do) of the message box in view, which is then closed."""
        self.wait(message_boxes)
        (box,) = message_boxes()
        what, next_step = box.text(), box.informativeText()
        box.close()
        self.wait_no_dialog()
        return what, next_step

    def dialog(self, kind: type[QDialog]) -> Any:  # noqa: ANN401 - the kind that was asked for
        """The dialog of a kind that is open."""
        self.wait(lambda: _open_dialogs(kind))
        (found,) = _open_dialogs(kind)
        found.activateWindow()  # as a window manager does
        self.wait(found.isActiveWindow)
        return found

    def wait_no_dialog(self) -> None:
        """Wait until the dialog has closed."""
        self.wait(lambda: not _open_dialogs(QDialog))
        self.be_active()

    def be_active(self) -> None:
        """Bring the window to the front, as a window manager does when what was before it closes."""
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)

    def close(self) -> None:
        """Close the window; everything is kept and every worker has ended when this returns."""
        self.window.close()


def message_boxes() -> list[QMessageBox]:
    """Message boxes on the screen."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]


def entry(menu: QMenu, text: str) -> QAction:
    """An entry of a menu by the beginning of its text."""
    return next(action for action in menu.actions() if action.text().startswith(text))


def button(parent: QWidget, text: str) -> QAbstractButton:
    """The visible button whose text begins so."""
    found = [
        b for b in parent.findChildren(QAbstractButton) if b.text().startswith(text) and b.isVisibleTo(parent)
    ]
    assert len(found) == 1, f"{text}: {[b.text() for b in parent.findChildren(QAbstractButton)]}"
    return found[0]


def files(*paths: Path) -> QMimeData:
    """Files as a file manager hands them over."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def _open_dialogs(kind: type[QDialog]) -> list[QDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def _text_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""


def _move_with_button(viewport: QWidget, point: QPoint) -> None:
    """A mouse move with the left button down, which QTest's own move does not tell."""
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(viewport.mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        left,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)
