"""Does what the Notes page asks for, and opens the editor for new notes."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import in_turn, message
from xinqiao.domain.notes import Note, NoteId, Quote
from xinqiao.domain.undo import Undo
from xinqiao.ui.desk import Desk
from xinqiao.ui.notes.note_editor import NoteDialog
from xinqiao.ui.notes.notes_page import NotesPage


class NoteActions(QObject):
    """Between the notes on the screen and those in the library.

    Signals:
        changed: notes came, went or were rewritten.
    """

    changed = Signal()

    def __init__(self, page: NotesPage, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        page.changed.connect(self.rewrite)
        page.remove_asked.connect(self.remove)
        page.export_asked.connect(self.export)
        page.new_asked.connect(lambda: self.write(Quote()))

    def refresh(self) -> None:
        """Show the notes as they are now."""
        if self._desk.bench is not None:
            self._page.keep_now()  # before the notes are read: what was just typed is one of them
            self._page.set_notes(self._desk.bench.notes.all())

    def write(self, quote: Quote) -> None:
        """Open the editor for a new note about a quote."""
        if self._desk.bench is None:
            return
        dialog = NoteDialog(quote, self._desk.window)
        dialog.kept.connect(self.keep)
        dialog.dropped.connect(self._on_dropped)
        dialog.open()

    def keep(self, body: str, quote: Quote, tags: tuple[str, ...]) -> None:
        """Keep a new note; where that fails, its text goes to the clipboard."""
        assert self._desk.bench is not None
        try:
            change = self._desk.bench.take_notes.add(body, quote, tags)
        except ReaderError as error:
            self._rescue(body, error)
            return
        self._after()
        self._page.choose(change.note.id)
        self._desk.tell(self.tr("Note saved."), change.undo, self._after)

    def rewrite(self, note_id: NoteId, body: str, tags: tuple[str, ...]) -> None:
        """Give a note a new text."""
        bench = self._desk.bench
        if bench is None:
            return
        try:
            change = bench.take_notes.edit(note_id, body, tags)
        except ReaderError as error:
            self._rescue(body, error)
            return
        self._page.replace(change.note)
        self.changed.emit()

    def remove(self, ids: list[NoteId]) -> None:
        """Take notes away."""
        assert self._desk.bench is not None
        undo = self._desk.bench.take_notes.remove(ids)
        self._after()
        self._desk.tell_done(undo, self._after)

    def export(self, notes: list[Note]) -> None:
        """Ask where and write notes to a Markdown file."""
        bench = self._desk.bench
        if bench is None:
            return
        ids = [note.id for note in notes]
        self._desk.export(
            self.tr("Export notes"),
            "xinqiao-notes.md",
            self.tr("Markdown (*.md)"),
            lambda path: bench.export_notes.to_markdown(path, ids),
        )

    def _rescue(self, body: str, error: ReaderError) -> None:
        """A text that cannot be kept in the library is on the clipboard at least."""
        QGuiApplication.clipboard().setText(body)
        kept = message("Your text is on the clipboard.")
        advice = kept if error.advice is None else in_turn(error.advice, kept)
        self._desk.show_error(ReaderError(error.problem, advice))

    def _on_dropped(self, body: str, quote: Quote, tags: tuple[str, ...]) -> None:
        undo = Undo(message("discarding the note"), lambda: self.keep(body, quote, tags))
        self._desk.tell(self.tr("Note discarded."), undo, self._after)

    def _after(self) -> None:
        self.refresh()
        self.changed.emit()
