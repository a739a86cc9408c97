"""Whoever does not see the window can tell its parts apart and reach them by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QProgressBar,
    QTableView,
    QWidget,
)
from tests.driver import Reader

from xinqiao.ui.help_dialog import HelpDialog
from xinqiao.ui.notes.note_editor import NoteDialog
from xinqiao.ui.reading.translation_editor import TranslationDialog

NAMED = (QAbstractButton, QLineEdit, QPlainTextEdit, QListView, QTableView, QComboBox, QProgressBar)


def nameless(top: QWidget) -> list[str]:
    """Controls without a name that can be read aloud."""
    found = []
    for kind in NAMED:
        for widget in top.findChildren(kind):
            inside_qt = widget.objectName().startswith("qt_") or isinstance(
                widget.parent(), QLineEdit | QTableView
            )
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            spoken = widget.accessibleName() or text
            if widget.isVisible() and not inside_qt and not any(character.isalpha() for character in spoken):
                found.append(f"{kind.__name__} {widget.objectName()} {spoken!r}")
    return found


def dialog_of(reader: Reader, keys: str, kind: type[QDialog]) -> QDialog:
    reader.press(keys)
    dialog = reader.dialog(kind)
    assert isinstance(dialog, QDialog)
    return dialog


def test_every_control_of_the_window_has_a_name(reader: Reader) -> None:
    reader.tap("软件")
    reader.press("S")
    assert not nameless(reader.window)
    for keys in ("Ctrl+2", "Ctrl+3"):
        reader.press(keys)
        assert not nameless(reader.window)


def test_every_control_of_the_dialogs_has_a_name(reader: Reader) -> None:
    reader.tap("软件")
    for keys, kind in (("N", NoteDialog), ("E", TranslationDialog), ("F1", HelpDialog)):
        dialog = dialog_of(reader, keys, kind)
        assert not nameless(dialog)
        assert dialog.windowTitle()
        reader.press("Esc", dialog)
        reader.wait_no_dialog()


def test_views_and_card_say_what_they_are(reader: Reader) -> None:
    assert reader.view.accessibleName()
    reader.tap("软件")
    assert reader.card.accessibleName().startswith("软件 ruǎn jiàn: ")
    index = reader.library.model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()


def test_tab_goes_round_every_control_in_view(reader: Reader) -> None:
    reader.view.setFocus()
    reached: set[QWidget | None] = set()
    for _ in range(60):
        reader.press("Tab")
        reached.add(QApplication.focusWidget())
    header, library = reader.header, reader.library
    wanted = {
        reader.view,
        library.search,
        library.paste,
        library.open,
        library.list,
        header.pinyin,
        header.english,
        header.look,
        header.note,
        header.more,
        reader.window.sidebar.help,
    }
    assert wanted <= reached, [widget for widget in wanted - reached]
