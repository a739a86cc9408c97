"""In the Chinese interface nothing is left in English but names, keys and what is translated."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTableView,
    QWidget,
)
from tests.driver import Reader

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.settings import Settings
from xinqiao.places import Places
from xinqiao.storage.settings_file import SettingsFile

NAMES = re.compile(
    r"Xinqiao|Pleco|HSK|GF0025|Markdown|CSV|LibreTranslate|AGPL|SHA-256|Argos|English|Starter|zh→en|Aa"
    r"|Ctrl|Shift|Enter|Esc|Space|Del|https?://\S+|\S*\.argosmodel|\*\.\w+|AND|License|Apache|CC-BY|MIT"
    r"|Trained on .*"  # what a package says of its licence
    r"|n[iǐí]3? h[aǎ]o3?|bú shì|MB|\{\w+\}|\b[A-Z]\b"
)


@pytest.fixture
def chinese(
    start: Callable[..., Reader], application: QApplication, data_dir: Path, furnished: Path
) -> Iterator[Reader]:
    """A reader at the Chinese window."""
    data_dir.mkdir(exist_ok=True)
    shutil.copy(furnished, data_dir / "library.db")
    before = QLocale()
    SettingsFile(Places.find(data_dir).settings).save(Settings(language="zh_CN"))
    yield start()
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
    QLocale.setDefault(before)


def english(text: str) -> bool:
    """Whether two letters that belong to no name stand together."""
    return bool(re.search("[A-Za-z]{2,}", NAMES.sub(" ", text)))


def texts_of(widget: QWidget) -> Iterator[str]:
    """What a widget says of itself; not what it shows of posts and words."""
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.windowTitle()
    if isinstance(widget, QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, QAbstractSpinBox):
        yield widget.specialValueText()
    if isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))
    if isinstance(widget, QTableView):
        model = widget.model()
        for column in range(model.columnCount()):
            yield str(model.headerData(column, Qt.Orientation.Horizontal))
    if isinstance(widget, QLabel) and widget.objectName() in ("soft", "sectionTitle", "title", "status"):
        yield widget.text()


def left_in_english(top: QWidget) -> set[str]:
    """Texts below `top` that are English."""
    everything = [top, *top.findChildren(QWidget)]
    return {text for widget in everything for text in texts_of(widget) if english(text)}


def test_pages_menus_and_tooltips(chinese: Reader) -> None:
    for keys in ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+5"):
        chinese.press(keys)
        chinese.wait(lambda: not chinese.window.other.modelling.list_job.running)
        assert not left_in_english(chinese.window)
    assert english(chinese.header.more.toolTip() + "Read the post"), "the test can see English"


def test_dialogs(chinese: Reader) -> None:
    window = chinese.window
    for open_it in (window.show_levels, window.show_corrections, window.show_slang, window.look_up):
        open_it()
        dialog = chinese.dialog(QDialog)
        assert not left_in_english(dialog), open_it
        chinese.press("Esc", dialog)
        chinese.wait_no_dialog()


def test_what_is_said_and_undone(chinese: Reader, tmp_path: Path) -> None:
    chinese.tap("软件")
    chinese.press("K")
    chinese.press("Ctrl+Z")
    assert chinese.said() == "已撤销：把“软件”标为认识"
    chinese.window.importing.take_files([tmp_path / "没有.txt"])
    assert chinese.problem() == (f"没有文件 {tmp_path / '没有.txt'}。", "请检查名称，再试一次。")
    assert chinese.bench.import_posts is not None
    chinese.window.importing.take_text(" ")
    what, next_step = chinese.problem()
    assert not english(what + next_step)
    with pytest.raises(ReaderError, match="There is no text to read"):  # below the window it is English
        chinese.bench.import_posts.paste(" ")
