"""The window: the bar on the left, one page at a time, messages at the foot."""

import base64
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QMessageBox, QStackedWidget, QWidget

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.notes import Quote
from xinqiao.domain.settings import Settings
from xinqiao.domain.undo import Undo
from xinqiao.services.workbench import Workbench
from xinqiao.ui.common import messages, palette, style
from xinqiao.ui.common.jobs import LatestJob, Worker
from xinqiao.ui.common.pinyin_look import with_tones
from xinqiao.ui.common.toast import Toast
from xinqiao.ui.desk import Desk
from xinqiao.ui.gloss.index_renewal import IndexRenewal
from xinqiao.ui.gloss.stroke_actions import StrokeActions
from xinqiao.ui.reading.import_actions import ImportActions
from xinqiao.ui.reading.library_actions import LibraryActions
from xinqiao.ui.reading.read_page import ReadPage
from xinqiao.ui.sidebar import MODELS, NOTES, READ, WORDS, Sidebar

if TYPE_CHECKING:
    from xinqiao.ui.other_pages import OtherPages

_NARROWEST = 420  # px of a page; what does not fit then is cut rather than the window widened


class MainWindow(QMainWindow):
    """Everything on the screen.

    The Read page is there from the start; the `other` pages are made when they are first asked for, at the
    latest when the library is open, which is after the first paint.

    Signals:
        library_opened: the library is there and its posts are listed.
        library_failed: the library could not be opened; carries a `ReaderError`.
        crashed: a job met a bug; carries the exception.
        closed: the window is gone and everything is kept.
    """

    library_opened = Signal()
    library_failed = Signal(object)
    crashed = Signal(object)
    closed = Signal()
    _unpacking = Signal(int, int)

    def __init__(
        self, settings: Settings, keep_settings: Callable[[Settings], None], stickers: dict[str, str]
    ) -> None:
        """Make the window; `open_library` fills it.

        Args:
            settings: what the reader chose before.
            keep_settings: writes settings to disk.
            stickers: emoji of sticker codes.
        """
        super().__init__()
        self.setWindowTitle("Xinqiao 心桥")
        self.setAcceptDrops(True)
        self.settings = settings
        self._keep_settings = keep_settings
        # What comes in is kept at once, however long a post is being prepared or translated.
        self._library = Worker("library")
        self._language, self._model = Worker("language"), Worker("model")
        self._made: Workbench | None = None
        self._closed = False
        self.sidebar = Sidebar()
        self.read = ReadPage(self._language, self._model)
        self.read.view.set_stickers(stickers)
        self.read.setMinimumWidth(_NARROWEST)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.read)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.pages, stretch=1)
        self.setCentralWidget(body)
        self.toast = Toast(body)
        self.desk = Desk(self, self.toast, self._library)
        self.posts = LibraryActions(self.read, self.desk)
        self.importing = ImportActions(self.desk, self._library)
        self.indexing = IndexRenewal(self)
        self._open_job = LatestJob(self._library, self)
        self.strokes = StrokeActions(self.desk)
        self._connect()
        self._shortcuts()
        self.resize(1280, 820)
        if settings.window:
            self.restoreGeometry(QByteArray.fromBase64(settings.window.encode()))
        self.show_page(READ)
        self._show_look()

    @property
    def bench(self) -> Workbench | None:
        """The services; None until the library is open."""
        return self.desk.bench

    @cached_property
    def other(self) -> "OtherPages":
        """The pages behind the first one."""
        from xinqiao.ui.other_pages import OtherPages

        other = OtherPages(self.pages, _NARROWEST, self.desk, self._model)
        other.words.strokes_asked.connect(lambda word: self.strokes.show((word.text, word.traditional), self))
        other.vocabulary.changed.connect(self.read.refresh_vocabulary)
        other.vocabulary.changed.connect(self.posts.refresh)
        other.vocabulary.place_asked.connect(self.posts.open_encounter)
        other.note_taking.changed.connect(self.read.gloss.refresh)
        other.notes.place_asked.connect(self.posts.open_quote)
        other.modelling.settings_changed.connect(self.set_settings)
        other.modelling.models_changed.connect(self.read.translating.start)
        other.modelling.loading.connect(self.read.translating.say_loading)
        other.modelling.crashed.connect(self._on_crash)
        other.set_look(self.settings, self._colours())
        return other

    def _connect(self) -> None:
        self.sidebar.page_chosen.connect(self.show_page)
        self.sidebar.help_asked.connect(self.show_help)
        read, library = self.read, self.read.library
        read.settings_changed.connect(self.set_settings)
        read.note_asked.connect(self._write_note)
        read.gloss.place_asked.connect(self.posts.open_at)
        read.gloss.strokes_asked.connect(lambda forms: self.strokes.show(forms, self))
        self.strokes.speed_chosen.connect(
            lambda speed: self.set_settings(replace(self.settings, stroke_speed=speed))
        )
        read.header.corrections_asked.connect(self.show_corrections)
        read.header.slang_asked.connect(self.show_slang)
        read.header.levels_asked.connect(self.show_levels)
        read.told.connect(self.toast.tell)
        read.failed.connect(self.desk.show_error)
        library.paste_asked.connect(self.importing.paste)
        library.open_asked.connect(self.importing.choose_files)
        self.posts.post_shown.connect(lambda: self.show_page(READ))
        self.importing.imported.connect(self.posts.show_imported)
        self._open_job.produced.connect(self._on_bench)
        self._open_job.failed.connect(self.library_failed)
        self._unpacking.connect(self._show_unpacking)
        self.toast.undo_failed.connect(self.desk.show_error)
        read.opening.words_job.finished.connect(self.indexing.start)
        self.indexing.said.connect(read.translating.say_meanwhile)
        self.indexing.renewed.connect(read.gloss.refresh)
        self.indexing.renewed.connect(self.posts.refresh)
        self.indexing.job.failed.connect(self.desk.show_error)
        for source in (self._open_job, self.read, self.desk, self.indexing.job):
            source.crashed.connect(self._on_crash)

    def _shortcuts(self) -> None:
        standard = QKeySequence.StandardKey
        for keys, do in (
            ("Ctrl+1", lambda: self.show_page(READ)),
            ("Ctrl+2", lambda: self.show_page(WORDS)),
            ("Ctrl+3", lambda: self.show_page(NOTES)),
            ("Ctrl+5", lambda: self.show_page(MODELS)),
            ("Ctrl+E", lambda: self.other.export_here()),
            ("Ctrl+N", lambda: self._write_note(Quote())),
            ("Ctrl+K", self._focus_search),
            ("Ctrl+L", self.look_up),
            (standard.Paste, self.importing.paste),
            (standard.Open, self.importing.choose_files),
            (standard.Undo, self.toast.undo),
            (standard.HelpContents, self.show_help),
        ):
            QShortcut(QKeySequence(keys), self, do)

    # -- look ----------------------------------------------------------------------------------

    def set_settings(self, settings: Settings) -> None:
        """Take over and keep other settings."""
        self.settings = settings
        self._show_look()
        self.desk.try_to(lambda: self._keep_settings(settings))

    def _colours(self) -> palette.Palette:
        return with_tones(palette.chosen(self.settings.theme), self.settings)

    def _show_look(self) -> None:
        colours = self._colours()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setPalette(palette.qt_palette(colours))
        self.setStyleSheet(style.sheet(colours))
        self.sidebar.set_colours(colours)
        self.read.set_look(self.settings, colours)
        self.strokes.set_look(self.settings, colours)
        if "other" in self.__dict__:
            self.other.set_look(self.settings, colours)

    def show_page(self, number: int) -> None:
        """Go to a page."""
        self.sidebar.show_page(number)
        if number == READ:
            self.pages.setCurrentWidget(self.read)
            self.read.take_focus()
        else:
            self.other.show_page(number)

    def _write_note(self, quote: Quote) -> None:
        self.other.note_taking.write(quote)

    # -- the library ---------------------------------------------------------------------------

    def open_library(self, open_bench: Callable[[], Workbench]) -> None:
        """Open the library in the background; `library_opened` tells when it is there."""
        if self._closed:
            return

        def work(cancel: CancelToken) -> Iterator[Workbench]:
            self._made = open_bench()
            yield self._made

        self._open_job.start(work)

    def _on_bench(self, bench: Workbench) -> None:
        self.desk.bench = bench
        self.read.set_bench(bench)
        self.other.modelling.set_bench(bench)
        self.posts.refresh()
        self.read.show_nothing()
        if summaries := self.read.library.model.summaries:
            self.read.library.select(summaries[0].id)
        if bench.notices:
            self.desk.tell(" ".join(bench.notices))
        self.library_opened.emit()
        self.indexing.set_bench(bench)

    def report_unpacking(self, done: int, total: int) -> None:
        """Tell how far the unpacking of the starter model is, in bytes; from any thread."""
        self._unpacking.emit(done // 1_000_000, total // 1_000_000)

    def _show_unpacking(self, done: int, total: int) -> None:
        said = self.tr("Preparing the translation model: {done} of {total} MB")
        self.read.header.say(said.format(done=done, total=total))

    def _focus_search(self) -> None:
        box = self.other.search_box() or self.read.library.search
        box.setFocus()
        box.selectAll()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Text and files may be dropped."""
        if event.mimeData().hasText() or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """What is dropped becomes a post; a translation package is installed."""
        event.acceptProposedAction()
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        packages = [file for file in files if file.suffix.lower() == ".argosmodel"]
        if packages:
            self.show_page(MODELS)
            self.other.modelling.packages.install_files(packages)
            if others := [file for file in files if file not in packages]:
                self.importing.take_files(others)
            return
        self.importing.take(event.mimeData())

    # -- errors, help, leaving -----------------------------------------------------------------

    def offer_backup(self, error: ReaderError, take_it: Callable[[], None]) -> None:
        """Say that the library is damaged, with a button for the newest backup."""
        box = messages.box(error, self)
        box.addButton(QMessageBox.StandardButton.Close)
        way_out = self.tr("Start with the newest backup")
        button = box.addButton(way_out, QMessageBox.ButtonRole.AcceptRole)
        button.clicked.connect(take_it)
        box.open()

    def show_crash(self, error: BaseException) -> None:
        """Say what the reader can do about it, or else that we have a bug."""
        if isinstance(error, ReaderError):
            self.desk.show_error(error)
            return
        self.desk.tell(self.tr("Something went wrong inside Xinqiao; your library is safe."))

    def tell_last_crash(self, report: Path) -> None:
        """Say that the last run ended badly, and where its report is."""
        self.desk.tell(self.tr("Xinqiao ended unexpectedly last time. Report: {path}").format(path=report))

    def _on_crash(self, error: BaseException) -> None:
        self.crashed.emit(error)
        self.show_crash(error)

    def look_up(self) -> None:
        """A box that looks up anything."""
        # like the lists below: not before it is wanted
        from xinqiao.ui.gloss.look_up_dialog import LookUpDialog

        if self.bench is None:
            return
        dialog = LookUpDialog(self, self.bench, palette.chosen(self.settings.theme), self._library)
        dialog.vocabulary_changed.connect(self._on_words_elsewhere)
        dialog.note_asked.connect(self._write_note)
        dialog.told.connect(lambda text, undo: self.toast.tell(text, undo, self._on_words_elsewhere))
        dialog.strokes_asked.connect(lambda forms: self.strokes.show(forms, dialog))
        dialog.crashed.connect(self._on_crash)
        dialog.open()

    def _on_words_elsewhere(self) -> None:
        self.read.refresh_vocabulary()
        self.other.vocabulary.refresh()

    def show_levels(self) -> None:
        """A box to mark the words of HSK levels as known."""
        from xinqiao.ui.words.levels_dialog import LevelsDialog

        if self.bench is None:
            return
        dialog = LevelsDialog(self.bench, self._library, self)
        dialog.marked.connect(self._on_levels)
        dialog.crashed.connect(self._on_crash)
        dialog.open()

    def _on_levels(self, undo: Undo) -> None:
        self._after_levels()
        self.desk.tell_done(undo, self._after_levels)

    def _after_levels(self) -> None:
        self._on_words_elsewhere()
        self.posts.refresh()

    def show_corrections(self) -> None:
        """The list of corrections."""
        from xinqiao.ui.gloss.corrections_dialog import CorrectionsDialog

        CorrectionsDialog(self, self.desk, self.read.opening.renew_words).open()

    def show_slang(self) -> None:
        """The list of slang entries."""
        from xinqiao.ui.gloss.slang_dialog import SlangDialog

        SlangDialog(self, self.desk, self.read.opening.renew_words).open()

    def show_help(self) -> None:
        """Keys, licences, version."""
        from xinqiao.ui.help_dialog import HelpDialog

        HelpDialog(self).open()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the desktop when it turns dark or light."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ThemeChange:
            self._show_look()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed, stop the jobs and wait for them, then close the library."""
        if self._closed:
            super().closeEvent(event)
            return
        self._closed = True
        window = base64.b64encode(self.saveGeometry().data()).decode()
        self.hide()  # what is still to be waited for need not be watched
        if "other" in self.__dict__:
            self.other.notes.keep_now()
        self.read.close_post()
        self._open_job.cancel()
        self._library.finish()  # a post that was pasted and a file that was asked for are kept
        for job in (self.importing.job, self.desk.export_job):
            job.cancel()
        self.indexing.close()
        if "other" in self.__dict__:
            self.other.modelling.close()
        self._language.close()
        self._model.close()
        try:
            self._keep_settings(replace(self.settings, window=window))
        except ReaderError:
            pass  # where the window stood is not worth a question on the way out
        finally:
            if self._made is not None:
                self._made.close()
            self.desk.bench = self._made = None
            self.closed.emit()
        super().closeEvent(event)
