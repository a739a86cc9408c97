"""Read: the library on the left, the chosen post with its translation on the right."""

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.notes import Quote
from xinqiao.domain.posts import PostId
from xinqiao.domain.settings import Settings
from xinqiao.domain.words import PreparedSentence, WordStatus
from xinqiao.services.workbench import Workbench
from xinqiao.ui.common.jobs import Worker
from xinqiao.ui.common.palette import Palette
from xinqiao.ui.gloss.gloss_controller import GlossController
from xinqiao.ui.gloss.word_changes import WordChanges
from xinqiao.ui.reading.alternatives import Alternatives
from xinqiao.ui.reading.copying import Copying
from xinqiao.ui.reading.doubt_words import explain
from xinqiao.ui.reading.find_bar import FindBar, Finder
from xinqiao.ui.reading.library_pane import LibraryPane
from xinqiao.ui.reading.look_choices import LookChoices
from xinqiao.ui.reading.post_opening import PostOpening
from xinqiao.ui.reading.read_header import ReadHeader
from xinqiao.ui.reading.read_keys import ReadKeys
from xinqiao.ui.reading.reader_rows import build_rows
from xinqiao.ui.reading.reader_view import ReaderView
from xinqiao.ui.reading.translating import Translating
from xinqiao.ui.reading.translation_editor import TranslationEdits

if TYPE_CHECKING:
    from xinqiao.services.read_post import OpenedPost


class ReadPage(QWidget):
    """Shows posts, translates them in the background and opens glosses.

    Signals:
        settings_changed: carries the new `Settings`.
        library_changed: a post's line in the list may have changed; carries its `PostId`.
        vocabulary_changed: words were saved or changed their status.
        note_asked: write a note; carries the `Quote`.
        told: a message for the foot of the window: text, `Undo` or None, what to call after undoing.
        failed: carries a `ReaderError`.
        crashed: carries an exception that is our bug.
    """

    settings_changed = Signal(object)
    library_changed = Signal(object)
    vocabulary_changed = Signal()
    note_asked = Signal(object)
    told = Signal(str, object, object)
    failed = Signal(object)
    crashed = Signal(object)

    def __init__(self, language: Worker, model: Worker, parent: QWidget | None = None) -> None:
        """Make the page.

        Args:
            language: where posts are read from the library and cut into words.
            model: where the translation model works.
        """
        super().__init__(parent)
        self.setObjectName("page")
        self.bench: Workbench | None = None
        self.opened: OpenedPost | None = None
        self._go_to_sentence: str | None = None
        self.opening = PostOpening(language, self)
        self._language, self._model = language, model
        self._build()
        self._keys = ReadKeys(self)

    def _build(self) -> None:
        self.library = LibraryPane()
        self.header = ReadHeader()
        self.find_bar = FindBar()
        self.view = ReaderView(explain)
        self.gloss = GlossController(self.view, self)
        self.changes = WordChanges(self.gloss, self)
        self.edits = TranslationEdits(self.view, self)
        self.alternatives = Alternatives(self.view, self.edits, self._model, self)
        self.translating = Translating(self.view, self.header, self._model, self._language, self)
        self.copying = Copying(self.view, self)
        self.look = LookChoices(self)
        self.finder = Finder(self.find_bar, self.view)
        self.empty = QLabel(self.tr("Choose a post, or copy one anywhere and press Ctrl+V."))
        self.empty.setObjectName("soft")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        reader = QWidget()
        column = QVBoxLayout(reader)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.find_bar):
            column.addWidget(widget)
        column.addWidget(self.view, stretch=1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(reader)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(1)
        self.split.addWidget(self.library)
        self.split.addWidget(self._stack)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([284, 900])
        self.split.setCollapsible(1, False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.split)
        self._connect()

    def _connect(self) -> None:
        header, view, look = self.header, self.view, self.look
        self.library.post_chosen.connect(self.open_post)
        for chosen in (self.library.list.clicked, self.library.list.activated):
            chosen.connect(lambda _index: self.view.setFocus())
        header.pinyin_asked.connect(lambda value: look.change(pinyin=value))
        header.english_asked.connect(lambda value: look.change(english=value))
        header.theme_asked.connect(lambda value: look.change(theme=value))
        header.language_asked.connect(look.change_language)
        header.display.changed.connect(lambda changes: look.change(**changes))
        header.display.post_script_asked.connect(self._set_post_script)
        header.tone_colours_asked.connect(lambda on: look.change(tone_colours=on))
        header.size_asked.connect(look.resize_text)
        header.note_asked.connect(self.note_on_post)
        header.find_asked.connect(self.find_bar.open_bar)
        header.copy_asked.connect(self.copying.copy_post)
        header.edit_asked.connect(self.edits.edit)
        header.stop_asked.connect(self.translating.job.cancel)
        header.star_asked.connect(self._star_opened)
        header.remove_asked.connect(self._remove_opened)
        view.sentence_changed.connect(self._keep_place)
        header.alternatives_asked.connect(self.alternatives.open)
        header.compare_asked.connect(self.translating.compare_models)
        view.doubt_asked.connect(self.alternatives.open)
        look.changed.connect(self.settings_changed)
        self.opening.opened.connect(self._show_opened)
        self.opening.words_came.connect(self._show_words)
        self.opening.finished.connect(self._on_all_words)
        self.alternatives.translated.connect(self.translating.show_fresh)
        self.alternatives.compare_asked.connect(self.translating.compare_models)
        self.gloss.vocabulary_changed.connect(self._on_vocabulary)
        self.edits.translation_wanted.connect(self.translating.start)
        self.gloss.note_asked.connect(self.note_asked)
        self.changes.changed.connect(self.opening.renew_words)
        self.translating.library_changed.connect(self.library_changed)
        for part in (self.gloss, self.edits, self.changes, self.copying, look):
            part.told.connect(self.told)
        for source in (self.opening, self.translating, self.changes):
            source.failed.connect(self.failed)
        for job in (self.opening, self.translating, self.alternatives):
            job.crashed.connect(self.crashed)

    # -- what is shown -------------------------------------------------------------------------

    def set_bench(self, bench: Workbench) -> None:
        """Take the services over once the library is open."""
        self.bench = bench
        self.gloss.set_bench(bench)
        self.edits.bench = self.opening.bench = self.translating.bench = bench
        self.view.set_language_tools(bench.look_up_word.in_script, bench.look_up_word.weight)
        self.alternatives.bench = bench
        self._take_statuses()

    def _take_statuses(self) -> None:
        assert self.bench is not None
        statuses = self.bench.vocabulary.statuses()
        self.view.document.statuses = statuses
        known = (WordStatus.KNOWN, WordStatus.IGNORED)
        self.header.show_beginner(not any(status in known for status in statuses.values()))

    def set_look(self, settings: Settings, colours: Palette) -> None:
        """Take over settings and colours."""
        self.look.settings = self.translating.settings = settings
        self.header.show_settings(settings)
        self.library.set_colours(colours)
        self.view.set_look(settings, colours)
        self.gloss.set_settings(settings)
        self.gloss.set_colours(colours)

    # -- opening a post ------------------------------------------------------------------------

    def open_post(self, post_id: PostId, sentence: str | None = None) -> None:
        """Show a post; what it needs is prepared and translated in the background.

        Args:
            sentence: text of the sentence to go to; None goes where the reader was.
        """
        if self.bench is None:
            return
        if self.opening.wanted == post_id:
            if sentence is not None and self.opened is not None:
                self.view.go_to_sentence(sentence)
            elif sentence is not None:
                self._go_to_sentence = sentence
            return
        self.close_post()
        self._go_to_sentence = sentence
        self.opening.open(post_id)

    def close_post(self) -> None:
        """Stop working for the post in view and forget it."""
        self.opening.stop()
        self.translating.stop()
        self.alternatives.close()
        self.gloss.close()
        self.opened = None

    def show_nothing(self) -> None:
        """No post is open."""
        had_focus = self.view.hasFocus()
        self.close_post()
        self._stack.setCurrentWidget(self.empty)
        if had_focus:
            self.take_focus()

    def take_focus(self) -> None:
        """Take the keyboard: to the post, or where none is open to the page as a whole."""
        (self.view if self._stack.currentWidget() is not self.empty else self).setFocus()

    def _show_words(self, batch: list[tuple[int, PreparedSentence]], headwords: dict[str, str]) -> None:
        self.view.document.headwords.update(headwords)
        self.view.set_prepared(batch)
        self.gloss.words_changed()

    def _show_opened(self, opened: "OpenedPost") -> None:
        assert self.bench is not None
        self.opened = self.translating.post = opened
        self.gloss.post = opened.stored
        count = sum(1 for _ in opened.stored.post.thread())
        document = build_rows(
            opened.stored.post,
            opened.sentences,
            comments_label=self.tr("评论 {count} · Comments").format(count=count),
            author_label=self.tr("author"),
        )
        document.statuses = self.bench.vocabulary.statuses()
        self.view.set_own_script(opened.stored.script)
        self.header.display.show_post_script(opened.stored.script)
        self.view.set_document(document)
        self._stack.setCurrentIndex(1)
        # Whoever types, or goes through the list by keyboard, stays there.
        if not isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit | QAbstractItemView):
            self.view.setFocus()
        self.finder.look_again()
        with suppress(ReaderError):  # a library that cannot be written can still be read
            self.bench.posts.mark_opened(opened.stored.id)
        if self._go_to_sentence is not None:
            self.view.go_to_sentence(self._go_to_sentence)
        elif opened.stored.place in document.row_of_sentence and opened.stored.place > 2:
            self.view.go_to(document.row_of_sentence[opened.stored.place])
        self.translating.show_progress()
        self.library_changed.emit(opened.stored.id)

    def _on_all_words(self) -> None:
        self.translating.start()
        if self.opened is not None:
            self.library_changed.emit(self.opened.stored.id)

    # -- the reader's actions ------------------------------------------------------------------

    def note_on_post(self) -> None:
        """Ask for a note on the sentence in hand, or on the post when there is none."""
        if self.opened is None:
            return
        self.note_asked.emit(self.gloss.quote() or Quote(self.opened.stored.id, source=self.gloss.source()))

    def _keep_place(self, number: int) -> None:
        if self.bench is not None and self.opened is not None:
            with suppress(ReaderError):  # not worth a message at every step
                self.bench.posts.keep_place(self.opened.stored.id, number)

    def _on_vocabulary(self) -> None:
        assert self.bench is not None
        self._take_statuses()
        self.view.refresh()
        self.translating.show_progress()
        self.vocabulary_changed.emit()
        if self.opened is not None:
            self.library_changed.emit(self.opened.stored.id)

    def refresh_vocabulary(self) -> None:
        """Show statuses that changed elsewhere."""
        if self.bench is not None:
            self._take_statuses()
            self.view.refresh()
            self.translating.show_progress()
            self.gloss.refresh()

    def _set_post_script(self, script: str) -> None:
        if self.bench is not None and self.opened is not None:
            self.bench.posts.set_script(self.opened.stored.id, script)
            self.view.set_own_script(script)
            self.header.display.show_post_script(script)

    def _star_opened(self) -> None:
        if self.opened is not None:
            summary = self.library.summary(self.opened.stored.id)
            self.library.star_asked.emit(self.opened.stored.id, not (summary and summary.starred))

    def _remove_opened(self) -> None:
        if self.opened is not None:
            self.library.remove_asked.emit([self.opened.stored.id])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the reader that no widget inside has taken."""
        if self._keys.press(event):
            event.accept()
        else:
            super().keyPressEvent(event)
