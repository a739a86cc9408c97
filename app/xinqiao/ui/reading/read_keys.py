"""The keys of the Read page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from xinqiao.domain.words import WordStatus
from xinqiao.ui.gloss.word_changes import Change

if TYPE_CHECKING:
    from xinqiao.ui.reading.read_page import ReadPage


class ReadKeys:
    """What each key does that no widget of the page has taken."""

    def __init__(self, page: "ReadPage") -> None:
        key, look, gloss, changes = Qt.Key, page.look, page.gloss, page.changes
        self._page = page
        self._plain: dict[Qt.Key, Callable[[], object]] = {
            key.Key_Plus: lambda: look.resize_text(1),
            key.Key_Equal: lambda: look.resize_text(1),
            key.Key_Minus: lambda: look.resize_text(-1),
            key.Key_0: lambda: look.resize_text(0),
            key.Key_P: look.next_pinyin,
            key.Key_T: look.next_english,
            key.Key_J: look.next_script,
            key.Key_Z: look.next_pinyin_style,
            key.Key_E: page.edits.edit,
            key.Key_D: page.alternatives.open,
            key.Key_S: lambda: gloss.save(WordStatus.LEARNING),
            key.Key_K: lambda: gloss.save(WordStatus.KNOWN),
            key.Key_I: lambda: gloss.save(WordStatus.IGNORED),
            key.Key_N: page.note_on_post,
            key.Key_M: lambda: changes.do(Change.MERGE),
            key.Key_X: lambda: changes.do(Change.SPLIT),
            key.Key_U: lambda: changes.do(Change.USE),
            key.Key_V: lambda: gloss.speak(whole=False),
            key.Key_W: gloss.show_occurrences,
            key.Key_B: gloss.show_strokes,
        }

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; False when it stands for nothing here."""
        page = self._page
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = modifiers & Qt.KeyboardModifier.ControlModifier
        if control and key == Qt.Key.Key_C:
            page.copying.copy(english=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        elif control and key == Qt.Key.Key_A:
            page.view.select_all()
        elif control and key == Qt.Key.Key_F:
            page.find_bar.open_bar()
        elif modifiers == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_V:
            page.gloss.speak(whole=True)
        elif modifiers == Qt.KeyboardModifier.ShiftModifier and key in (Qt.Key.Key_M, Qt.Key.Key_U):
            page.changes.do(Change.MERGE_EVERYWHERE if key == Qt.Key.Key_M else Change.USE_EVERYWHERE)
        else:
            return not control and self._press_plain(Qt.Key(key))
        return True

    def _press_plain(self, key: Qt.Key) -> bool:
        """Do what a key without Ctrl stands for; False when it stands for nothing."""
        if key == Qt.Key.Key_Escape:
            return self._escape()
        do = self._plain.get(key)
        if do is not None:
            do()
        return do is not None

    def _escape(self) -> bool:
        page = self._page
        if page.gloss.card.isVisible():
            page.gloss.close()
        elif page.translating.job.running:
            page.translating.job.cancel()
        elif page.find_bar.isVisible():
            page.find_bar.close_bar()
        else:
            return False
        return True
