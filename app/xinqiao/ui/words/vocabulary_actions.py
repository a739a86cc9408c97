"""Does what the Words page asks for."""

from PySide6.QtCore import QObject, Signal

from xinqiao.domain.notes import Quote
from xinqiao.domain.words import Encounter, Word, WordId, WordStatus
from xinqiao.ui.desk import Desk
from xinqiao.ui.words.words_page import WordsPage


class VocabularyActions(QObject):
    """Between the Words page and the vocabulary.

    Signals:
        changed: words changed their status, or came and went.
        place_asked: open an encounter's post; carries the `Encounter`.
        note_asked: carries the `Quote` to write about.
    """

    changed = Signal()
    place_asked = Signal(object)
    note_asked = Signal(object)

    def __init__(self, page: WordsPage, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        page.status_asked.connect(self.set_status)
        page.remove_asked.connect(self.remove)
        page.export_asked.connect(self.export)
        page.word_chosen.connect(self.show_word)
        page.place_asked.connect(self._open)
        page.note_asked.connect(lambda word: self.note_asked.emit(Quote(word=word.text)))

    def refresh(self) -> None:
        """Show the vocabulary as it is now."""
        if self._desk.bench is not None:
            self._page.set_words(self._desk.bench.vocabulary.all())

    def refresh_word(self) -> None:
        """Show the word in the side panel as it is now."""
        if self._page.panel.word is not None:
            self.show_word(self._page.panel.word)

    def set_status(self, ids: list[WordId], status: WordStatus) -> None:
        """Give words a status."""
        assert self._desk.bench is not None
        undo = self._desk.bench.keep_vocabulary.set_status(ids, status)
        self._after()
        self._desk.tell_done(undo, self._after)

    def remove(self, ids: list[WordId]) -> None:
        """Take words out of the vocabulary."""
        assert self._desk.bench is not None
        undo = self._desk.bench.keep_vocabulary.remove(ids)
        self._after()
        self._desk.tell_done(undo, self._after)

    def export(self, words: list[Word]) -> None:
        """Ask where and write words to a CSV file."""
        bench = self._desk.bench
        if bench is None:
            return
        ids = [word.id for word in words]
        self._desk.export(
            self.tr("Export words"),
            "xinqiao-words.csv",
            self.tr("CSV (*.csv)"),
            lambda path: bench.export_vocabulary.to_csv(path, ids),
        )

    def show_word(self, word: Word | None) -> None:
        """Show a word in the side panel."""
        bench = self._desk.bench
        if bench is None or word is None:
            self._page.panel.show_word(None, [], [])
            return
        notes = bench.notes.for_word(word.text)
        self._page.panel.show_word(word, bench.vocabulary.encounters(word.id), notes)

    def _open(self, encounter: Encounter) -> None:
        if encounter.post_id is not None:
            self.place_asked.emit(encounter)

    def _after(self) -> None:
        self.refresh()
        self.changed.emit()
