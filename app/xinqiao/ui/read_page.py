"""Read: the library on the left, the chosen post with its translation on the right."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict, TypeVar, Unpack

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
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

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.notes import Quote
from xinqiao.domain.posts import PostId
from xinqiao.domain.settings import (
    EnglishShown,
    PinyinShown,
    PinyinStyle,
    Script,
    Settings,
    Theme,
    TonePalette,
)
from xinqiao.domain.translations import Maker, Translation
from xinqiao.domain.words import PreparedSentence, WordStatus
from xinqiao.services.workbench import Workbench
from xinqiao.ui.alternatives import Alternatives
from xinqiao.ui.compare_dialog import CompareDialog
from xinqiao.ui.doubt_words import explain
from xinqiao.ui.find_bar import FindBar, Finder
from xinqiao.ui.gloss_controller import GlossController
from xinqiao.ui.jobs import LatestJob, Worker
from xinqiao.ui.library_pane import LibraryPane
from xinqiao.ui.palette import Palette
from xinqiao.ui.read_header import ReadHeader
from xinqiao.ui.reader_rows import build_rows
from xinqiao.ui.reader_view import ReaderView
from xinqiao.ui.translation_editor import TranslationEdits
from xinqiao.ui.word_changes import Change, WordChanges

if TYPE_CHECKING:
    from xinqiao.services.read_post import OpenedPost

_SIZES = (14, 40)
_SHOW_EVERY_MS = 60
IMPROVE_AFTER_MS = 1500
"""How long a post has to be translated before its unsure sentences are gone over again."""

_Choice = TypeVar("_Choice", PinyinShown, EnglishShown, PinyinStyle, Script)
_Batch = tuple[list[tuple[int, PreparedSentence]], dict[str, str]]  # with headwords of the words


class SettingsChange(TypedDict, total=False):
    """What the page's buttons and keys change."""

    pinyin: PinyinShown
    english: EnglishShown
    theme: Theme
    tone_colours: bool
    hanzi_size: int
    language: str
    pinyin_style: PinyinStyle
    sandhi: bool
    tone_palette: TonePalette
    custom_tones: str
    script: Script


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
        self._settings = Settings()
        self._waiting: list[tuple[int, Translation]] = []
        self._told = ""  # what went wrong with the model
        self._wanted: PostId | None = None  # opened, or on its way to the screen
        self._go_to_sentence: str | None = None
        self.prepare_job = LatestJob(language, self)
        self.translate_job = LatestJob(model, self)
        self.improve_job = LatestJob(model, self)
        self._model = model
        self.prepare_job.produced.connect(self._on_prepared)
        self.prepare_job.finished.connect(self._on_all_prepared)
        self.translate_job.produced.connect(self._on_translated)
        self.translate_job.finished.connect(self._on_all_translated)
        self.translate_job.stopped.connect(self._show_progress)
        self.translate_job.failed.connect(self._on_translation_failed)
        self.prepare_job.failed.connect(self._on_opening_failed)
        self.words_job = LatestJob(language, self)
        self.words_job.finished.connect(self._prepare_again)
        self.words_job.failed.connect(self.failed)
        self.improve_job.produced.connect(self._on_improved)
        for job in (self.prepare_job, self.translate_job, self.words_job, self.improve_job):
            job.crashed.connect(self.crashed)
        # translations come faster than the eye follows: shown together, a few times a second
        self._show_soon = QTimer(self)
        self._show_soon.setSingleShot(True)
        self._show_soon.timeout.connect(self._show_waiting)
        self._improve_soon = QTimer(self)
        self._improve_soon.setSingleShot(True)
        self._improve_soon.timeout.connect(self._improve)
        self._build()

    def _build(self) -> None:
        self.library = LibraryPane()
        self.header = ReadHeader()
        self.find_bar = FindBar()
        self.view = ReaderView(explain)
        self.gloss = GlossController(self.view, self)
        self.changes = WordChanges(self.gloss, self)
        self.edits = TranslationEdits(self.view, self)
        self.alternatives = Alternatives(self.view, self.edits, self._model, self)
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
        header, view = self.header, self.view
        self.library.post_chosen.connect(self.open_post)
        for chosen in (self.library.list.clicked, self.library.list.activated):
            chosen.connect(lambda _index: self.view.setFocus())
        header.pinyin_asked.connect(lambda value: self.change(pinyin=value))
        header.english_asked.connect(lambda value: self.change(english=value))
        header.theme_asked.connect(lambda value: self.change(theme=value))
        header.language_asked.connect(self._change_language)
        header.display.changed.connect(lambda changes: self.change(**changes))
        header.display.post_script_asked.connect(self._set_post_script)
        header.tone_colours_asked.connect(lambda on: self.change(tone_colours=on))
        header.size_asked.connect(self.resize_text)
        header.note_asked.connect(self.note_on_post)
        header.find_asked.connect(self.find_bar.open_bar)
        header.copy_asked.connect(self.copy_post)
        header.edit_asked.connect(self.edits.edit)
        header.stop_asked.connect(self.translate_job.cancel)
        header.star_asked.connect(self._star_opened)
        header.remove_asked.connect(self._remove_opened)
        view.sentence_changed.connect(self._keep_place)
        header.alternatives_asked.connect(self.alternatives.open)
        header.compare_asked.connect(self.compare_models)
        view.doubt_asked.connect(self.alternatives.open)
        self.alternatives.translated.connect(self._on_fresh)
        self.alternatives.compare_asked.connect(self.compare_models)
        self.alternatives.crashed.connect(self.crashed)
        self.gloss.vocabulary_changed.connect(self._on_vocabulary)
        self.gloss.told.connect(self.told)
        self.edits.told.connect(self.told)
        self.edits.translation_wanted.connect(self.translate)
        self.gloss.note_asked.connect(self.note_asked)
        self.changes.changed.connect(self.words_changed)
        self.changes.told.connect(self.told)
        self.changes.failed.connect(self.failed)

    # -- what is shown -------------------------------------------------------------------------

    def set_bench(self, bench: Workbench) -> None:
        """Take the services over once the library is open."""
        self.bench = bench
        self.gloss.set_bench(bench)
        self.edits.bench = bench
        self.view.set_converter(bench.look_up_word.in_script)
        self.alternatives.bench = bench
        self.view.document.statuses = bench.vocabulary.statuses()

    def set_look(self, settings: Settings, colours: Palette) -> None:
        """Take over settings and colours."""
        self._settings = settings
        self.header.show_settings(settings)
        self.library.set_colours(colours)
        self.view.set_look(settings, colours)
        self.gloss.set_settings(settings)
        self.gloss.set_colours(colours)

    def change(self, **changes: Unpack[SettingsChange]) -> None:
        """Change settings."""
        self.settings_changed.emit(replace(self._settings, **changes))

    def _change_language(self, language: str) -> None:
        self.change(language=language)
        self.told.emit(self.tr("The language changes with the next start."), None, None)

    def resize_text(self, step: int) -> None:
        """Make the text larger (1), smaller (-1) or as it was (0)."""
        size = Settings().hanzi_size if step == 0 else self._settings.hanzi_size + 2 * step
        self.change(hanzi_size=max(_SIZES[0], min(_SIZES[1], size)))

    # -- opening and translating ---------------------------------------------------------------

    def open_post(self, post_id: PostId, sentence: str | None = None) -> None:
        """Show a post; what it needs is prepared and translated in the background.

        Args:
            sentence: text of the sentence to go to; None goes where the reader was.
        """
        if self.bench is None:
            return
        if self._wanted == post_id:
            if sentence is not None and self.opened is not None:
                self._go_to_text(sentence)
            elif sentence is not None:
                self._go_to_sentence = sentence
            return
        self.close_post()
        self._wanted, self._go_to_sentence = post_id, sentence
        bench = self.bench

        def work(cancel: CancelToken) -> "Iterator[OpenedPost | _Batch]":
            opened = bench.read_post.open(post_id)
            yield opened
            yield from _words_of(bench, opened, cancel)

        self.prepare_job.start(work)

    def words_changed(self) -> None:
        """Corrections or slang changed: the engines follow, then the post in view."""
        bench = self.bench
        if bench is None:
            return

        def work(cancel: CancelToken) -> Iterator[bool]:
            bench.correct_words.renew_words()
            yield bench.edit_slang.apply()

        self.words_job.start(work)

    def _prepare_again(self) -> None:
        if self.bench is None or self.opened is None:
            return
        bench, post_id = self.bench, self.opened.stored.id

        def work(cancel: CancelToken) -> "Iterator[_Batch]":
            yield from _words_of(bench, bench.read_post.open(post_id), cancel)

        self.prepare_job.start(work)

    def close_post(self) -> None:
        """Stop working for the post in view and forget it."""
        self.prepare_job.cancel()
        self.translate_job.cancel()
        self._rest()
        self.alternatives.close()
        self._show_soon.stop()
        self._waiting.clear()
        self.gloss.close()
        self.opened = self._wanted = None

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

    def _on_prepared(self, item: "OpenedPost | _Batch") -> None:
        if not isinstance(item, tuple):
            self._show_opened(item)
            return
        batch, headwords = item
        self.view.document.headwords.update(headwords)
        self.view.set_prepared(batch)
        self.gloss.words_changed()

    def _show_opened(self, opened: "OpenedPost") -> None:
        assert self.bench is not None
        self.opened = opened
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
            self._go_to_text(self._go_to_sentence)
        elif opened.stored.place in document.row_of_sentence and opened.stored.place > 2:
            self.view.go_to(document.row_of_sentence[opened.stored.place])
        self._show_progress()
        self.library_changed.emit(opened.stored.id)

    def _go_to_text(self, text: str) -> None:
        rows = self.view.document.rows
        for index, row in enumerate(rows):
            if row.prepared is not None and row.prepared.text == text:
                self.view.go_to(index)
                return

    def _on_all_prepared(self) -> None:
        self.translate()
        if self.opened is not None:
            self.library_changed.emit(self.opened.stored.id)

    def translate(self) -> None:
        """Translate what has no translation yet."""
        if self.bench is None or self.opened is None:
            return
        bench, opened = self.bench, self.opened
        self._rest()
        self.translate_job.start(lambda cancel: bench.read_post.translate(opened, cancel))
        self._show_progress()

    def _on_translated(self, item: tuple[int, Translation]) -> None:
        self._waiting.append(item)
        if not self._show_soon.isActive():
            self._show_soon.start(_SHOW_EVERY_MS if len(self._waiting) > 1 else 0)

    def _show_waiting(self) -> None:
        items, self._waiting = self._waiting, []
        self.view.set_translations(items)
        self._show_progress()

    def _on_all_translated(self) -> None:
        self._show_waiting()
        if self.opened is not None:
            self.library_changed.emit(self.opened.stored.id)
            self._improve_soon.start(IMPROVE_AFTER_MS)

    # -- better after --------------------------------------------------------------------------

    def _rest(self) -> None:
        """Leave unsure sentences as they are: there is other work."""
        self._improve_soon.stop()
        self.improve_job.cancel()

    def _improve(self) -> None:
        bench = self.bench
        if bench is None or not self._settings.improve or self.translate_job.running:
            return
        items = [
            (row.prepared.text, row.translation)
            for row in self.view.document.rows
            if row.prepared is not None and row.translation is not None and row.number is not None
        ]
        self.improve_job.start(lambda cancel: bench.read_post.improve(items, cancel))

    def _on_improved(self, item: tuple[str, Translation]) -> None:
        self._on_fresh(*item)

    def _on_fresh(self, sentence: str, translation: Translation) -> None:
        """Show another translation of a sentence wherever it stands, but over no edit."""
        self.view.set_translations(
            [
                (row.number, translation)
                for row in self.view.document.rows
                if row.number is not None
                and row.prepared is not None
                and row.prepared.text == sentence
                and (row.translation is None or row.translation.maker is not Maker.READER)
            ]
        )

    def compare_models(self) -> None:
        """Set two models side by side on the post in view."""
        if self.bench is None or self.opened is None:
            return
        self._rest()
        texts = [aligned.sentence.text for aligned in self.opened.sentences]
        dialog = CompareDialog(list(dict.fromkeys(texts)), self.bench, self._model, self)
        dialog.crashed.connect(self.crashed)
        dialog.open()

    def _on_opening_failed(self, error: ReaderError) -> None:
        if self.opened is None:
            self._wanted = None  # the next click tries again
        self.failed.emit(error)

    def _on_translation_failed(self, error: ReaderError) -> None:
        self._show_waiting()
        self.header.say(self.tr("Not translated: {what}").format(what=error.what))
        if error.what != self._told:  # once in a box; the line above the post goes on saying it
            self._told = error.what
            self.failed.emit(error)

    def say_loading(self, text: str) -> None:
        """Say that the model is being loaded; an empty text shows again how far the post is."""
        if text:
            self.header.say(text)
        elif self.opened is not None:
            self._show_progress()

    def _show_progress(self) -> None:
        rows = [row for row in self.view.document.rows if row.number is not None]
        done = sum(row.translation is not None for row in rows)
        self.header.show_progress(
            done,
            len(rows),
            running=self.translate_job.running,
            share=self.view.document.known_share(),
        )

    # -- the reader's actions ------------------------------------------------------------------

    def note_on_post(self) -> None:
        """Ask for a note on the sentence in hand, or on the post when there is none."""
        if self.opened is None:
            return
        self.note_asked.emit(self.gloss.quote() or Quote(self.opened.stored.id, source=self.gloss.source()))

    def copy_post(self) -> None:
        """Copy the whole post with its translation."""
        self.view.select_all()
        self.copy(english=True)
        self.view.selection.clear()
        self.view.marks.selected = None
        self.view.viewport().update()

    def copy(self, *, english: bool) -> None:
        """Copy the selection, or the word in hand.

        Args:
            english: whether the translation is copied too.
        """
        text = self.view.selection.text(self.view.document, english=english)
        if not text and self.view.marks.current is not None:
            row, token = self.view.marks.current
            prepared = self.view.document.rows[row].prepared
            assert prepared is not None
            text = prepared.tokens[token].text
            if english:
                translation = self.view.document.rows[row].translation
                text = f"{prepared.text}\n{translation.text}" if translation else prepared.text
        if text:
            QGuiApplication.clipboard().setText(text)
            self.told.emit(self.tr("Copied."), None, None)

    def _keep_place(self, number: int) -> None:
        if self.bench is not None and self.opened is not None:
            with suppress(ReaderError):  # not worth a message at every step
                self.bench.posts.keep_place(self.opened.stored.id, number)

    def _on_vocabulary(self) -> None:
        assert self.bench is not None
        self.view.document.statuses = self.bench.vocabulary.statuses()
        self.view.refresh()
        self._show_progress()
        self.vocabulary_changed.emit()
        if self.opened is not None:
            self.library_changed.emit(self.opened.stored.id)

    def refresh_vocabulary(self) -> None:
        """Show statuses that changed elsewhere."""
        if self.bench is not None:
            self.view.document.statuses = self.bench.vocabulary.statuses()
            self.view.refresh()
            self._show_progress()
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

    # -- keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the reader that no widget inside has taken."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = modifiers & Qt.KeyboardModifier.ControlModifier
        if control and key == Qt.Key.Key_C:
            self.copy(english=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        elif control and key == Qt.Key.Key_A:
            self.view.select_all()
        elif control and key == Qt.Key.Key_F:
            self.find_bar.open_bar()
        elif modifiers == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_V:
            self.gloss.speak(whole=True)
        elif modifiers == Qt.KeyboardModifier.ShiftModifier and key in (Qt.Key.Key_M, Qt.Key.Key_U):
            self.changes.do(Change.MERGE_EVERYWHERE if key == Qt.Key.Key_M else Change.USE_EVERYWHERE)
        elif control or not self._plain_key(Qt.Key(key)):
            super().keyPressEvent(event)
            return
        event.accept()

    def _plain_key(self, key: Qt.Key) -> bool:
        """Do what a key without Ctrl stands for; False when it stands for nothing."""
        if key == Qt.Key.Key_Escape:
            return self._escape()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0):
            self.resize_text({Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}.get(key, 1))
        elif key == Qt.Key.Key_P:
            self.change(pinyin=_next(PinyinShown, self._settings.pinyin))
        elif key == Qt.Key.Key_T:
            self.change(english=_next(EnglishShown, self._settings.english))
        elif key == Qt.Key.Key_J:
            self.change(script=_next(Script, self._settings.script))
        elif key == Qt.Key.Key_Z:
            self.change(pinyin_style=_next(PinyinStyle, self._settings.pinyin_style))
        elif key == Qt.Key.Key_E:
            self.edits.edit()
        elif key == Qt.Key.Key_D:
            self.alternatives.open()
        elif key == Qt.Key.Key_S:
            self.gloss.save(WordStatus.LEARNING)
        elif key == Qt.Key.Key_K:
            self.gloss.save(WordStatus.KNOWN)
        elif key == Qt.Key.Key_I:
            self.gloss.save(WordStatus.IGNORED)
        elif key == Qt.Key.Key_N:
            self.note_on_post()
        elif key in (Qt.Key.Key_M, Qt.Key.Key_X, Qt.Key.Key_U):
            changes = {Qt.Key.Key_M: Change.MERGE, Qt.Key.Key_X: Change.SPLIT, Qt.Key.Key_U: Change.USE}
            self.changes.do(changes[key])
        elif key == Qt.Key.Key_V:
            self.gloss.speak(whole=False)
        elif key == Qt.Key.Key_W:
            self.gloss.show_occurrences()
        else:
            return False
        return True

    def _escape(self) -> bool:
        if self.gloss.card.isVisible():
            self.gloss.close()
        elif self.translate_job.running:
            self.translate_job.cancel()
        elif self.find_bar.isVisible():
            self.find_bar.close_bar()
        else:
            return False
        return True


def _words_of(bench: Workbench, opened: "OpenedPost", cancel: CancelToken) -> Iterator[_Batch]:
    """Words of a post's sentences, some at a time, with the headwords of those that have syllables."""
    for batch in bench.read_post.prepare(opened, cancel):
        texts = {token.text for _, prepared in batch for token in prepared.tokens if token.syllables}
        yield batch, {text: bench.look_up_word.headword(text) for text in texts}


def _next(choices: type[_Choice], now: _Choice) -> _Choice:
    values = list(choices)
    return values[(values.index(now) + 1) % len(values)]
