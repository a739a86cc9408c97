"""Notes: every note, searched, edited in place, exported."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from xinqiao.domain.notes import Note, NoteId
from xinqiao.ui.common import fonts
from xinqiao.ui.common.labels import plain_label
from xinqiao.ui.common.palette import Palette
from xinqiao.ui.notes.note_editor import split_tags
from xinqiao.ui.notes.notes_list import NoteDelegate, NotesModel

_AUTOSAVE_MS = 700
_Index = QModelIndex | QPersistentModelIndex


class NotesPage(QWidget):
    """The reader's notes.

    Signals:
        changed: a note has a new text; carries its id, the text and the tags.
        remove_asked: carries a list of `NoteId`.
        export_asked: carries the notes to export.
        place_asked: open the quoted sentence; carries the `Quote`.
        new_asked: write a note that is about nothing in particular.
    """

    changed = Signal(object, str, object)
    remove_asked = Signal(object)
    export_asked = Signal(object)
    place_asked = Signal(object)
    new_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.model = NotesModel()
        self.delegate = NoteDelegate()
        self.note: Note | None = None
        self._typed = False  # whether there is something to keep
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.timeout.connect(self.keep_now)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._left())
        split.addWidget(self._right())
        split.setSizes([340, 700])
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)
        self.set_notes([])

    def _left(self) -> QWidget:
        left = QWidget()
        left.setObjectName("libraryPane")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(10)
        top = QVBoxLayout()
        top.setContentsMargins(14, 0, 14, 0)
        top.setSpacing(10)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search notes"))
        self.search.setAccessibleName(self.tr("Search notes"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        top.addWidget(self.search)
        buttons = QHBoxLayout()
        buttons.setSpacing(7)
        new = QPushButton(self.tr("New note"))
        new.setToolTip(self.tr("Write a note (Ctrl+N)"))
        new.clicked.connect(self.new_asked)
        self.export = QPushButton(self.tr("Export…"))
        self.export.setToolTip(
            self.tr("Write the notes shown, or those selected, to a Markdown file (Ctrl+E)")
        )
        self.export.clicked.connect(self.ask_export)
        buttons.addWidget(new, stretch=1)
        buttons.addWidget(self.export)
        top.addLayout(buttons)
        column.addLayout(top)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Notes"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._on_current())
        self.list.installEventFilter(self)
        column.addWidget(self.list, stretch=1)
        return left

    def _right(self) -> QWidget:
        self._stack = QStackedWidget()
        self.empty = QLabel()
        self.empty.setObjectName("soft")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor = QWidget()
        column = QVBoxLayout(editor)
        column.setContentsMargins(34, 26, 34, 20)
        column.setSpacing(8)
        self.quote_word = plain_label("bigWord")
        self.quote_word.setFont(fonts.hanzi(30))
        self.quote_pinyin = plain_label("soft", wrap=True)
        self.quote_sentence = plain_label("sense", wrap=True)
        self.quote_sentence.setFont(fonts.hanzi(18))
        self.quote_english = plain_label("soft", wrap=True)
        self.source = QPushButton()
        self.source.setObjectName("link")
        self.source.setCursor(Qt.CursorShape.PointingHandCursor)
        self.source.clicked.connect(self._open_place)
        self.text = QPlainTextEdit()
        self.text.setFont(fonts.english(15))
        self.text.setAccessibleName(self.tr("Note"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._on_edited)
        self.tags = QLineEdit()
        self.tags.setPlaceholderText(self.tr("Tags, separated by spaces"))
        self.tags.setAccessibleName(self.tr("Tags"))
        self.tags.textEdited.connect(lambda _text: self._on_edited())
        for label in (self.quote_word, self.quote_sentence, self.quote_pinyin, self.quote_english):
            column.addWidget(label)
        column.addWidget(self.source, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.text, stretch=1)
        column.addWidget(self.tags)
        foot = QHBoxLayout()
        self.saved = plain_label("soft")
        remove = QPushButton(self.tr("Remove note"))
        remove.clicked.connect(self._ask_remove)
        foot.addWidget(self.saved)
        foot.addStretch(1)
        foot.addWidget(remove)
        column.addLayout(foot)
        self._stack.addWidget(editor)
        self._stack.addWidget(self.empty)
        return self._stack

    def set_colours(self, colours: Palette) -> None:
        """Take over the colours of the window."""
        self.delegate.colours = colours
        self.list.viewport().update()

    def set_notes(self, notes: list[Note]) -> None:
        """Show the notes; the one being edited stays in hand."""
        self.keep_now()
        here = self.note.id if self.note else None
        self.model.set_notes(notes)
        self._choose(here)

    def replace(self, note: Note) -> None:
        """Take over a note's new text; the editor stays as it is."""
        self.model.replace(note)
        if self.note is not None and self.note.id == note.id:
            self.note = note

    def choose(self, note_id: NoteId) -> None:
        """Show one note."""
        self.search.clear()
        self._choose(note_id)

    def keep_now(self) -> None:
        """Keep what was typed, without waiting."""
        if not self._typed or self.note is None:
            return
        self._typed = False
        self._autosave.stop()
        body, tags = self.text.toPlainText().strip(), split_tags(self.tags.text())
        if body:
            self.changed.emit(self.note.id, body, tags)
            self.saved.setText(self.tr("Saved"))
        else:
            self.saved.setText(self.tr("A note without text is not saved; remove it instead."))

    def ask_export(self) -> None:
        """Export the selection if there is more than one note in it, else all notes shown."""
        self.keep_now()
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        selected = [self.model.shown[row] for row in rows]
        self.export_asked.emit(selected if len(selected) > 1 else list(self.model.shown))

    def _filter(self) -> None:
        self.keep_now()
        here = self.note.id if self.note else None
        self.model.set_filter(self.search.text())
        self._choose(here)

    def _choose(self, note_id: NoteId | None) -> None:
        row = self.model.row_of(note_id)
        if row is None and self.model.shown:
            row = 0
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row))
        self._on_current()

    def _on_current(self) -> None:
        self.keep_now()
        index = self.list.currentIndex()
        note = self.model.shown[index.row()] if index.isValid() else None
        self.export.setEnabled(bool(self.model.shown))
        if note is None:
            self.note = None
            self._stack.setCurrentWidget(self.empty)
            self.empty.setText(
                self.tr("No notes yet.\n\nOpen a post, tap a word and press N to write one.")
                if self.model.is_empty
                else self.tr("No note fits. Clear the search.")
            )
            return
        same = self.note is not None and self.note.id == note.id and self.text.hasFocus()
        self.note = note
        self._stack.setCurrentIndex(0)
        if not same:  # never under the reader's cursor
            self._fill(note)

    def _fill(self, note: Note) -> None:
        quote = note.quote
        for label, text in (
            (self.quote_word, quote.word),
            (self.quote_sentence, quote.sentence),
            (self.quote_pinyin, quote.pinyin),
            (self.quote_english, quote.translation),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        source = quote.source.replace("&", "&&")  # a single one would underline the next letter
        self.source.setText(f"{source} ↗" if quote.post_id is not None else source)
        self.source.setVisible(bool(quote.source))
        self.source.setEnabled(quote.post_id is not None)
        for edit in (self.text, self.tags):
            edit.blockSignals(True)
        self.text.setPlainText(note.body)
        self.tags.setText(" ".join(note.tags))
        for edit in (self.text, self.tags):
            edit.blockSignals(False)
        changed = note.changed_at.astimezone().strftime("%Y-%m-%d %H:%M")
        self.saved.setText(self.tr("Changed {when}").format(when=changed))

    def _on_edited(self) -> None:
        if self.note is not None:
            self.saved.setText(self.tr("…"))
            self._typed = True
            self._autosave.start(_AUTOSAVE_MS)

    def _open_place(self) -> None:
        if self.note is not None:
            self.place_asked.emit(self.note.quote)

    def _ask_remove(self) -> None:
        self.keep_now()  # so that Undo brings back all of it
        rows = self.list.selectionModel().selectedIndexes()
        ids = [self.model.shown[index.row()].id for index in rows]
        if not ids and self.note is not None:
            ids = [self.note.id]
        if ids:
            self.remove_asked.emit(ids)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete removes the selected notes."""
        if (
            watched is self.list
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Delete
        ):
            self._ask_remove()
            return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed when the page is left."""
        self.keep_now()
        super().hideEvent(event)
