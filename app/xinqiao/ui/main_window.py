"""The window: the bar on the left, one page at a time, messages at the foot."""

import base64
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QMessageBox,
    QPlainTextEdit,
    QStackedWidget,
    QWidget,
)

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.notes import Note, NoteId, Quote
from xinqiao.domain.posts import PostId
from xinqiao.domain.settings import Settings
from xinqiao.domain.undo import Undo
from xinqiao.domain.words import Encounter, Word, WordId, WordStatus
from xinqiao.services.import_posts import Imported
from xinqiao.services.workbench import Workbench
from xinqiao.ui import messages, palette, style
from xinqiao.ui.help_dialog import HelpDialog
from xinqiao.ui.jobs import LatestJob, Worker
from xinqiao.ui.note_editor import NoteDialog
from xinqiao.ui.notes_page import NotesPage
from xinqiao.ui.read_page import ReadPage
from xinqiao.ui.sidebar import Sidebar
from xinqiao.ui.toast import Toast
from xinqiao.ui.words_page import WordsPage

READ, WORDS, NOTES = range(3)
OpenWorkbench = Callable[[], Workbench]


class MainWindow(QMainWindow):
    """Everything on the screen.

    Signals:
        library_opened: the library is there and its posts are listed.
        library_failed: the library could not be opened; carries a `ReaderError`.
        crashed: a job met a bug; carries the exception.
        closed: the window is gone and everything is kept.
    """

    library_opened = Signal()
    library_failed = Signal(object)
    closed = Signal()
    crashed = Signal(object)

    def __init__(
        self,
        settings: Settings,
        keep_settings: Callable[[Settings], None],
        stickers: dict[str, str],
    ) -> None:
        """Make the window; `open_library` fills it.

        Args:
            keep_settings: writes settings to disk.
            stickers: emoji of sticker codes.
        """
        super().__init__()
        self.setWindowTitle("Xinqiao 心桥")
        self.setAcceptDrops(True)
        self.settings = settings
        self._keep_settings = keep_settings
        self.bench: Workbench | None = None
        self._language, self._model = Worker("language"), Worker("model")
        self._open_job = LatestJob(self._language, self)
        self._import_job = LatestJob(self._language, self)
        self._export_job = LatestJob(self._language, self)
        self.sidebar = Sidebar()
        self.read = ReadPage(self._language, self._model)
        self.read.view.set_stickers(stickers)
        self.words = WordsPage()
        self.notes = NotesPage()
        self.pages = QStackedWidget()
        for page in (self.read, self.words, self.notes):
            self.pages.addWidget(page)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.pages, stretch=1)
        self.setCentralWidget(body)
        self.toast = Toast(body)
        self._search_soon = QTimer(self)
        self._search_soon.setSingleShot(True)
        self._search_soon.timeout.connect(self._search)
        self._connect()
        self._shortcuts()
        self.resize(1280, 820)
        if settings.window:
            self.restoreGeometry(QByteArray(base64.b64decode(settings.window)))
        self.show_page(READ)
        self._show_look()

    def _connect(self) -> None:
        self.sidebar.page_chosen.connect(self.show_page)
        self.sidebar.help_asked.connect(self.show_help)
        read, library = self.read, self.read.library
        read.settings_changed.connect(self.set_settings)
        read.library_changed.connect(self._refresh_post)
        read.vocabulary_changed.connect(self._refresh_words)
        read.note_asked.connect(self.write_note)
        read.told.connect(self.toast.tell)
        read.failed.connect(self.show_error)
        read.crashed.connect(self._on_crash)
        library.search_changed.connect(lambda _text: self._search_soon.start(150))
        library.paste_asked.connect(self.paste)
        library.open_asked.connect(self.choose_file)
        library.remove_asked.connect(self.remove_posts)
        library.star_asked.connect(self._star)
        library.samples_asked.connect(self._restore_samples)
        self.words.status_asked.connect(self._set_status)
        self.words.remove_asked.connect(self._remove_words)
        self.words.export_asked.connect(self.export_words)
        self.words.word_chosen.connect(self._show_word)
        self.words.place_asked.connect(self._open_encounter)
        self.words.note_asked.connect(lambda word: self.write_note(Quote(word=word.text)))
        self.notes.changed.connect(self._change_note)
        self.notes.remove_asked.connect(self._remove_notes)
        self.notes.export_asked.connect(self.export_notes)
        self.notes.place_asked.connect(self._open_quote)
        self.notes.new_asked.connect(lambda: self.write_note(Quote()))
        for job in (self._open_job, self._import_job, self._export_job):
            job.crashed.connect(self._on_crash)
        self._open_job.failed.connect(self.library_failed)
        self._import_job.failed.connect(self.show_error)
        self._export_job.failed.connect(self.show_error)
        self._open_job.produced.connect(self._on_bench)
        self._import_job.produced.connect(self._on_imported)
        self._export_job.produced.connect(self._on_exported)

    def _shortcuts(self) -> None:
        for number in range(3):
            QShortcut(QKeySequence(f"Ctrl+{number + 1}"), self, lambda page=number: self.show_page(page))
        QShortcut(QKeySequence.StandardKey.Paste, self, self.paste)
        QShortcut(QKeySequence.StandardKey.Open, self, self.choose_file)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.toast.undo)
        QShortcut(QKeySequence("Ctrl+E"), self, self._export_here)
        QShortcut(QKeySequence("Ctrl+N"), self, lambda: self.write_note(Quote()))
        QShortcut(QKeySequence("Ctrl+K"), self, self._focus_search)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, self.show_help)

    # -- look ----------------------------------------------------------------------------------

    def set_settings(self, settings: Settings) -> None:
        """Take over and keep other settings."""
        self.settings = settings
        self._show_look()
        try:
            self._keep_settings(settings)
        except ReaderError as error:
            self.show_error(error)

    def _show_look(self) -> None:
        colours = palette.chosen(self.settings.theme)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setPalette(palette.qt_palette(colours))
        self.setStyleSheet(style.sheet(colours))
        self.sidebar.set_colours(colours)
        self.read.set_look(self.settings, colours)
        self.words.set_colours(colours)
        self.notes.set_colours(colours)

    def show_page(self, number: int) -> None:
        """Go to a page."""
        self.pages.setCurrentIndex(number)
        self.sidebar.show_page(number)
        if number == READ:
            self.read.view.setFocus()
        elif number == WORDS:
            self._refresh_words_page()
            self.words.table.setFocus()
        else:
            self._refresh_notes()
            self.notes.list.setFocus()

    # -- the library ---------------------------------------------------------------------------

    def open_library(self, open_bench: OpenWorkbench) -> None:
        """Open the library in the background; `library_opened` tells when it is there."""

        def work(cancel: CancelToken) -> Iterator[Workbench]:
            yield open_bench()

        self._open_job.start(work)

    def _on_bench(self, bench: Workbench) -> None:
        self.bench = bench
        self.read.set_bench(bench)
        self._refresh_library()
        self.read.show_nothing()
        summaries = self.read.library.model.summaries
        if summaries:
            self.read.library.select(summaries[0].id)
        for notice in bench.notices:
            self.toast.tell(notice)
        self.library_opened.emit()

    def _refresh_library(self) -> None:
        if self.bench is not None:
            self.read.library.set_posts(self.bench.posts.summaries())

    def _refresh_post(self, post_id: PostId) -> None:
        assert self.bench is not None
        summary = self.bench.posts.summary(post_id)
        if summary is not None:
            self.read.library.replace(summary)

    def _search(self) -> None:
        if self.bench is None:
            return
        text = self.read.library.search.text().strip()
        found = {post.id for post in self.bench.posts.search(text, limit=500)} if text else None
        self.read.library.set_found(found)

    def _focus_search(self) -> None:
        page = self.pages.currentIndex()
        box = (self.read.library.search, self.words.search, self.notes.search)[page]
        box.setFocus()
        box.selectAll()

    def _star(self, post_id: PostId, starred: bool) -> None:
        assert self.bench is not None
        self.bench.posts.set_starred(post_id, starred)
        self._refresh_post(post_id)

    def remove_posts(self, post_ids: list[PostId]) -> None:
        """Take posts out of the library; Undo brings them back."""
        if self.bench is None or not post_ids:
            return
        undo = self.bench.import_posts.remove(post_ids)
        if self.read.opened is not None and self.read.opened.stored.id in post_ids:
            self.read.show_nothing()
        self._refresh_library()
        self.toast.tell(self.tr("Removed %n post(s).", "", len(post_ids)), undo, self._refresh_library)

    def _restore_samples(self) -> None:
        assert self.bench is not None
        count = self.bench.import_posts.restore_samples()
        self._refresh_library()
        self.toast.tell(
            self.tr("%n sample post(s) are back.", "", count) if count else self.tr("They are all there.")
        )

    # -- getting posts in ----------------------------------------------------------------------

    def paste(self) -> None:
        """Make a post from the clipboard; in a text box, paste there instead."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QPlainTextEdit):
            focus.paste()
            return
        self._take(QGuiApplication.clipboard().mimeData())

    def _take(self, mime: QMimeData | None) -> None:
        if mime is not None and mime.hasUrls():
            files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
            if files:
                self.import_files(files)
                return
        self.import_text(mime.text() if mime is not None and mime.hasText() else "")

    def import_text(self, text: str) -> None:
        """Make a post from plain text and open it."""
        bench = self.bench
        if bench is None:
            return
        self._import_job.start(lambda cancel: iter([bench.import_posts.paste(text)]))

    def import_files(self, files: list[Path]) -> None:
        """Make a post from each text file; the last one opens."""
        bench = self.bench
        if bench is None:
            return

        def work(cancel: CancelToken) -> Iterator[object]:
            for file in files:
                cancel.raise_if_set()
                yield bench.import_posts.file(file)

        self._import_job.start(work)

    def choose_file(self) -> None:
        """Ask for text files."""
        files, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Open a post"), "", self.tr("Text (*.txt *.md);;All files (*)")
        )
        if files:
            self.import_files([Path(file) for file in files])

    def _on_imported(self, imported: Imported) -> None:
        self.show_page(READ)
        self.read.library.search.clear()
        self._search_soon.stop()
        self.read.library.set_found(None)
        self._refresh_library()
        post_id = imported.post_id
        self.read.library.select(post_id)
        self.read.open_post(post_id)
        if imported.notices:
            self.toast.tell(" ".join(notice.sentence for notice in imported.notices))
        elif imported.already_there:
            self.toast.tell(self.tr("This post is in your library already."))
        else:
            assert self.bench is not None
            self.toast.tell(self.tr("Added to your library."), imported.undo, self._after_import_undo)

    def _after_import_undo(self) -> None:
        self.read.show_nothing()
        self._refresh_library()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Text and files may be dropped."""
        if event.mimeData().hasText() or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """What is dropped becomes a post."""
        event.acceptProposedAction()
        self._take(event.mimeData())

    # -- words ---------------------------------------------------------------------------------

    def _refresh_words(self) -> None:
        if self.pages.currentIndex() == WORDS:
            self._refresh_words_page()

    def _refresh_words_page(self) -> None:
        if self.bench is not None:
            self.words.set_words(self.bench.vocabulary.all())

    def _after_words(self) -> None:
        self._refresh_words_page()
        self.read.refresh_vocabulary()
        self._refresh_library()

    def _set_status(self, ids: list[WordId], status: WordStatus) -> None:
        assert self.bench is not None
        undo = self.bench.keep_vocabulary.set_status(ids, status)
        self._after_words()
        self._tell(undo, self._after_words)

    def _remove_words(self, ids: list[WordId]) -> None:
        assert self.bench is not None
        undo = self.bench.keep_vocabulary.remove(ids)
        self._after_words()
        self._tell(undo, self._after_words)

    def _tell(self, undo: Undo, after: Callable[[], None]) -> None:
        self.toast.tell(undo.description, undo, after)

    def _show_word(self, word: Word | None) -> None:
        if self.bench is None or word is None:
            self.words.panel.show_word(None, [], [])
            return
        self.words.panel.show_word(
            word, self.bench.vocabulary.encounters(word.id), self.bench.notes.for_word(word.text)
        )

    def _open_encounter(self, encounter: Encounter) -> None:
        if encounter.post_id is not None:
            self._open_at(encounter.post_id, encounter.sentence)

    def _open_at(self, post_id: PostId, sentence: str) -> None:
        assert self.bench is not None
        if self.bench.posts.get(post_id) is None:
            self.toast.tell(self.tr("This post was removed from your library."))
            return
        self.show_page(READ)
        self.read.open_post(post_id, sentence or None)
        self.read.library.select(post_id)

    # -- notes ---------------------------------------------------------------------------------

    def write_note(self, quote: Quote) -> None:
        """Open the note editor for a quote."""
        if self.bench is None:
            return
        dialog = NoteDialog(quote, self)
        dialog.kept.connect(self._keep_note)
        dialog.dropped.connect(self._on_note_dropped)
        dialog.open()

    def _keep_note(self, body: str, quote: Quote, tags: tuple[str, ...]) -> None:
        assert self.bench is not None
        try:
            change = self.bench.take_notes.add(body, quote, tags)
        except ReaderError as error:
            QGuiApplication.clipboard().setText(body)
            self.show_error(ReaderError(error.what, f"{error.next_step} The note is on the clipboard."))
            return
        self._after_notes()
        self.notes.choose(change.note.id)
        self.toast.tell(self.tr("Note saved."), change.undo, self._after_notes)

    def _on_note_dropped(self, body: str, quote: Quote, tags: tuple[str, ...]) -> None:
        undo = Undo(self.tr("note discarded"), lambda: self._keep_note(body, quote, tags))
        self.toast.tell(self.tr("Note discarded."), undo, self._after_notes)

    def _after_notes(self) -> None:
        self._refresh_notes()
        self.read.gloss.refresh()
        if self.words.panel.word is not None:
            self._show_word(self.words.panel.word)

    def _refresh_notes(self) -> None:
        if self.bench is not None:
            self.notes.set_notes(self.bench.notes.all())

    def _change_note(self, note_id: NoteId, body: str, tags: tuple[str, ...]) -> None:
        assert self.bench is not None
        try:
            self.bench.take_notes.edit(note_id, body, tags)
        except ReaderError as error:
            self.show_error(error)

    def _remove_notes(self, ids: list[NoteId]) -> None:
        assert self.bench is not None
        undo = self.bench.take_notes.remove(ids)
        self._after_notes()
        self._tell(undo, self._after_notes)

    def _open_quote(self, quote: Quote) -> None:
        if quote.post_id is not None:
            self._open_at(quote.post_id, quote.sentence)

    # -- export --------------------------------------------------------------------------------

    def _export_here(self) -> None:
        if self.pages.currentIndex() == WORDS:
            self.words.ask_export()
        elif self.pages.currentIndex() == NOTES:
            self.notes.ask_export()

    def export_words(self, words: list[Word]) -> None:
        """Ask where and write words to a CSV file."""
        file, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export words"), "xinqiao-words.csv", self.tr("CSV (*.csv)")
        )
        bench = self.bench
        if file and bench is not None:
            path = _with_ending(file, ".csv")
            ids = [word.id for word in words]
            self._export_job.start(lambda _: iter([(bench.export_vocabulary.to_csv(path, ids), path)]))

    def export_notes(self, notes: list[Note]) -> None:
        """Ask where and write notes to a Markdown file."""
        file, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export notes"), "xinqiao-notes.md", self.tr("Markdown (*.md)")
        )
        bench = self.bench
        if file and bench is not None:
            path = _with_ending(file, ".md")
            ids = [note.id for note in notes]
            self._export_job.start(lambda _: iter([(bench.export_notes.to_markdown(path, ids), path)]))

    def _on_exported(self, done: tuple[int, Path]) -> None:
        count, path = done
        self.toast.tell(self.tr("Wrote %n line(s) to {path}.", "", count).format(path=path))

    # -- errors, help, leaving -----------------------------------------------------------------

    def show_error(self, error: ReaderError) -> None:
        """Say what happened and what to do; never blocks."""
        messages.box(error, self).open()

    def offer(self, error: ReaderError, way_out: str, take_it: Callable[[], None]) -> None:
        """Say what happened with a button for the way out."""
        box = messages.box(error, self)
        box.addButton(QMessageBox.StandardButton.Close)
        button = box.addButton(way_out, QMessageBox.ButtonRole.AcceptRole)
        button.clicked.connect(take_it)
        box.open()

    def show_crash(self, _error: BaseException) -> None:
        """Say that we have a bug."""
        self.toast.tell(self.tr("Something went wrong inside Xinqiao; your library is safe."))

    def tell_last_crash(self, report: Path) -> None:
        """Say that the last run ended badly, and where its report is."""
        self.toast.tell(self.tr("Xinqiao ended unexpectedly last time. Report: {path}").format(path=report))

    def _on_crash(self, error: BaseException) -> None:
        self.crashed.emit(error)
        self.show_crash(error)

    def show_help(self) -> None:
        """Keys, licences, version."""
        HelpDialog(self).open()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the desktop when it turns dark or light."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ThemeChange:
            self._show_look()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed, stop the jobs and wait for them, then close the library."""
        self.notes.keep_now()
        self.read.close_post()
        for job in (self._open_job, self._import_job, self._export_job):
            job.cancel()
        self._language.close()
        self._model.close()
        window = base64.b64encode(self.saveGeometry().data()).decode()
        try:
            self._keep_settings(replace(self.settings, window=window))
        finally:
            if self.bench is not None:
                self.bench.close()
                self.bench = None
            self.closed.emit()
        super().closeEvent(event)


def _with_ending(file: str, ending: str) -> Path:
    path = Path(file)
    return path if path.suffix else path.with_suffix(ending)
