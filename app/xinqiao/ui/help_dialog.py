"""Keys, licences and version."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from xinqiao import __version__, resources
from xinqiao.ui.common.labels import plain_label


class HelpDialog(QDialog):
    """Opened by F1."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 560)
        tabs = QTabWidget()
        tabs.addTab(self._keys(), self.tr("Keys"))
        text = QPlainTextEdit()
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Licences"))
        text.setPlainText(resources.licences().read_text(encoding="utf-8"))
        about = QWidget()
        column = QVBoxLayout(about)
        column.addWidget(plain_label("title", f"Xinqiao 心桥 {__version__}"))
        column.addWidget(
            plain_label(
                "soft",
                self.tr(
                    "Free software under the AGPL, version 3 or later. Nothing you read leaves this machine "
                    "unless you switch a translation server on. The dictionaries, the strokes, the font and "
                    "the model have licences of their own:"
                ),
                wrap=True,
            )
        )
        column.addWidget(text)
        tabs.addTab(about, self.tr("About"))
        layout = QVBoxLayout(self)
        layout.addWidget(tabs)

    def _keys(self) -> QWidget:
        body = QWidget()
        form = QFormLayout(body)
        form.setHorizontalSpacing(28)
        form.setVerticalSpacing(7)
        for keys, what in (
            ("Ctrl+V", self.tr("make a post from the clipboard, anywhere")),
            ("Ctrl+O", self.tr("make a post from a text file")),
            ("← →", self.tr("word before, next word")),
            ("↑ ↓", self.tr("sentence before, next sentence")),
            ("Enter", self.tr("explain the word")),
            ("S  K  I", self.tr("save the word, mark it known, ignore it")),
            ("M  X  U", self.tr("merge with the next word, split it, use the chosen reading")),
            ("V  W", self.tr("speak the word (Shift+V its sentence), where it was seen")),
            ("B", self.tr("stroke order of the word (in it: Space plays, . and , step, ← →)")),
            ("N", self.tr("write a note on the word or sentence")),
            ("E", self.tr("write the sentence's translation by hand")),
            ("D", self.tr("other translations of the sentence, word by word, again")),
            ("P", self.tr("pinyin: off, unknown words, all")),
            ("Z  J", self.tr("spelling of pinyin; script: as written, simplified, traditional")),
            ("T", self.tr("English: shown, hidden, off")),
            ("Space", self.tr("show the hidden English of a sentence")),
            ("+  −  0", self.tr("larger, smaller, usual size")),
            ("Ctrl+C", self.tr("copy the selection; with Shift, its translation too")),
            ("Ctrl+F", self.tr("find in the post")),
            ("Ctrl+K", self.tr("search the library, the words or the notes")),
            ("Ctrl+L", self.tr("look up a word: 汉字, pinyin or English")),
            ("Ctrl+E", self.tr("export words or notes, on their pages")),
            ("Ctrl+N", self.tr("new note")),
            ("Ctrl+Z", self.tr("undo")),
            ("Ctrl+1 … 3", self.tr("Read, Words, Notes")),
            ("Ctrl+5", self.tr("translation models")),
            ("Esc", self.tr("close the card, stop translating")),
        ):
            form.addRow(QLabel(keys), QLabel(what))
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area
