"""What strangers write is shown as text: no HTML is rendered, no picture is fetched."""

import re

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser, QTextEdit, QToolTip, QWidget
from tests.driver import Reader

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.domain.translations import Doubt, DoubtReason, Maker, Translation
from xinqiao.ui.common import messages
from xinqiao.ui.notes.note_editor import NoteDialog
from xinqiao.ui.reading.translation_editor import TranslationDialog
from xinqiao.ui.words.word_panel import EncounterCard

NASTY = "<b>粗体</b>公园<img src=http://x/y.png>"
POST = f"<i>标题</i> & <a href='http://x'>点我</a>\n{NASTY}\n我们去{NASTY}散步。"


@pytest.fixture
def reader(reader: Reader) -> Reader:
    reader.paste(POST)
    return reader


def rich(widget: QWidget) -> list[str]:
    """Texts below a widget that Qt would take for HTML."""
    found = []
    for label in widget.findChildren(QLabel):
        if label.textFormat() is not Qt.TextFormat.PlainText and re.search("<[/a-z]", label.text()):
            found.append(label.text())
    assert not widget.findChildren(QTextEdit), "only plain editors"
    assert not widget.findChildren(QTextBrowser)
    return found


def labels(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_the_post_is_shown_as_it_was_written(reader: Reader) -> None:
    title, *lines = POST.split("\n")
    assert reader.titles()[0] == title
    rows = [row.prepared for row in reader.view.document.rows if row.prepared is not None]
    assert all("".join(token.text for token in row.tokens) == row.text for row in rows)
    assert "".join(row.text for row in rows) == title + "".join(lines)
    assert not rich(reader.window)


def test_the_toast_says_titles_as_they_are(reader: Reader) -> None:
    reader.press("Ctrl+Z")
    assert reader.said() == f"Undone: Bring in “{POST.splitlines()[0]}”"
    assert reader.window.toast.label.textFormat() is Qt.TextFormat.PlainText


def test_card_notes_words_and_editors_show_plain_text(reader: Reader) -> None:
    reader.tap("公园", sentence="我们去")
    reader.press("S")
    reader.press("N")
    dialog = reader.dialog(NoteDialog)
    assert not rich(dialog)
    assert f"我们去{NASTY}散步。" in labels(dialog)
    reader.write("<u>mine</u> & yours", into=dialog.text)
    reader.press("Ctrl+Return", dialog.text)
    reader.wait_no_dialog()
    assert not rich(reader.card)
    assert "<u>mine</u> & yours" in reader.card_texts()
    reader.press("E")
    editor = reader.dialog(TranslationDialog)
    assert not rich(editor)
    reader.press("Esc", editor)
    reader.wait_no_dialog()
    reader.press("Ctrl+2")
    reader.press("Ctrl+A")
    panel = reader.word_panel()
    assert not rich(panel)
    (encounter,) = panel.findChildren(EncounterCard)
    assert encounter.sentence.accessibleName() == f"我们去{NASTY}散步。"
    assert "<u>mine</u> & yours" in labels(panel)
    reader.press("Ctrl+3")
    assert not rich(reader.window.other.notes)
    assert reader.window.other.notes.quote_sentence.text() == f"我们去{NASTY}散步。"
    shown = reader.window.other.notes.source.text()
    assert shown.replace("&&", "&") == f"{POST.splitlines()[0]} ↗"
    assert "&&" in shown, "a single & would underline the next letter"


def test_tooltips_show_what_they_are_given(reader: Reader) -> None:
    row = reader.row_of("我们去")
    number = reader.view.document.rows[row].number
    assert number is not None
    doubt = Doubt(DoubtReason.CHINESE_LEFT, "<b>粗</b>")
    reader.view.document.rows[row].translation = None
    reader.view.set_translations([(number, Translation("We walk.", Maker.MODEL, "m", None, (doubt,)))])
    placed = reader.view.placed.rows[row]
    y = reader.view.placed.top(row) + placed.english_baseline - 4 - reader.view.verticalScrollBar().value()
    spots = (QPoint(x, round(y)) for x in range(round(placed.english_x), reader.view.viewport().width(), 4))
    point = next(spot for spot in spots if reader.view.doubt_row_at(spot.toPointF()) == row)
    event = QHelpEvent(QEvent.Type.ToolTip, point, reader.view.viewport().mapToGlobal(point))
    QApplication.sendEvent(reader.view.viewport(), event)
    assert "&lt;b&gt;粗&lt;/b&gt;" in QToolTip.text()
    QToolTip.hideText()


def test_messages_show_file_names_as_they_are(reader: Reader) -> None:
    error = ReaderError(message("The file {name} is gone.", name="<b>x</b>"), message("Look for <i>it</i>."))
    box = messages.box(error, reader.window)
    assert not rich(box)
    box.deleteLater()


def test_html_on_the_clipboard_is_taken_as_its_text(reader: Reader) -> None:
    mime = QMimeData()
    mime.setHtml("<p>网页里的<b>一句话</b>。</p><img src='http://x/y.png'>")
    mime.setText("网页里的一句话。")
    QGuiApplication.clipboard().setMimeData(mime)
    reader.press("Ctrl+V", reader.view)
    reader.wait(lambda: reader.opened_title() == "网页里的一句话。")
