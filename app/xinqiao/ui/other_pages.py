"""The pages behind the first one, which are made once that one is on the screen."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QStackedWidget

from xinqiao.domain.settings import Settings
from xinqiao.ui.common.jobs import Worker
from xinqiao.ui.common.palette import Palette
from xinqiao.ui.desk import Desk
from xinqiao.ui.models.model_actions import ModelActions
from xinqiao.ui.models.models_page import ModelsPage
from xinqiao.ui.notes.note_actions import NoteActions
from xinqiao.ui.notes.notes_page import NotesPage
from xinqiao.ui.sidebar import MODELS, NOTES, WORDS
from xinqiao.ui.words.vocabulary_actions import VocabularyActions
from xinqiao.ui.words.words_page import WordsPage


class OtherPages(QObject):
    """Words, Notes and Models, with what is done on them."""

    def __init__(self, pages: QStackedWidget, narrowest: int, desk: Desk, model: Worker) -> None:
        """Add the pages.

        Args:
            pages: where they go, behind those that are there.
            narrowest: px that a page is wide at least.
            desk: what they share.
            model: where the translation model works.
        """
        super().__init__(pages)
        self.words = WordsPage()
        self.notes = NotesPage()
        self.models = ModelsPage()
        self._pages = pages
        for page in (self.words, self.notes, self.models):
            page.setMinimumWidth(narrowest)
            pages.addWidget(page)
        self.vocabulary = VocabularyActions(self.words, desk)
        self.note_taking = NoteActions(self.notes, desk)
        self.modelling = ModelActions(self.models, desk, model)
        self.vocabulary.note_asked.connect(self.note_taking.write)
        self.note_taking.changed.connect(self.vocabulary.refresh_word)
        self._ways: dict[int, Callable[[], None]] = {
            WORDS: self._show_words,
            NOTES: self._show_notes,
            MODELS: self._show_models,
        }

    def set_look(self, settings: Settings, colours: Palette) -> None:
        """Show everything as the reader wants it."""
        self.modelling.set_settings(settings)
        self.words.set_colours(colours)
        self.notes.set_colours(colours)

    def show_page(self, number: int) -> None:
        """Bring a page to the front, as things are now."""
        self._ways[number]()

    def _show_words(self) -> None:
        self._pages.setCurrentWidget(self.words)
        self.vocabulary.refresh()
        # Never the search box by itself: Ctrl+V would then paste there.
        (self.words.table if self.words.table.isVisible() else self.words).setFocus()

    def _show_notes(self) -> None:
        self._pages.setCurrentWidget(self.notes)
        self.note_taking.refresh()
        self.notes.list.setFocus()

    def _show_models(self) -> None:
        self._pages.setCurrentWidget(self.models)
        self.modelling.refresh()
        self.models.setFocus()

    def search_box(self) -> QLineEdit | None:
        """Where to search on the page in front; None where that is none of these."""
        boxes = {
            self.words: self.words.search,
            self.notes: self.notes.search,
            self.models: self.models.offers.search,
        }
        return next((box for page, box in boxes.items() if page is self._pages.currentWidget()), None)

    def export_here(self) -> None:
        """Ask where to export what the page in front lists."""
        if self._pages.currentWidget() is self.words:
            self.words.ask_export()
        elif self._pages.currentWidget() is self.notes:
            self.notes.ask_export()
