"""Does what the list of posts asks for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from xinqiao.domain.notes import Quote
from xinqiao.domain.posts import PostId
from xinqiao.domain.words import Encounter
from xinqiao.ui.common.in_words import in_words
from xinqiao.ui.desk import Desk
from xinqiao.ui.reading.read_page import ReadPage

if TYPE_CHECKING:
    from xinqiao.services.import_posts import Imported

_SEARCH_AFTER_MS = 150
_MAX_FOUND = 500


class LibraryActions(QObject):
    """Between the list of posts and those in the library.

    Signals:
        post_shown: a post is on its way to the screen; the Read page has to be in view.
    """

    post_shown = Signal()

    def __init__(self, page: ReadPage, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._search_soon = QTimer(self)
        self._search_soon.setSingleShot(True)
        self._search_soon.timeout.connect(self._search)
        page.library_changed.connect(self._refresh_post)
        page.library.search_changed.connect(lambda _text: self._search_soon.start(_SEARCH_AFTER_MS))
        page.library.remove_asked.connect(self.remove)
        page.library.star_asked.connect(self._star)
        page.library.samples_asked.connect(self._restore_samples)

    def refresh(self) -> None:
        """List the posts as they are now."""
        if self._desk.bench is not None:
            self._page.library.set_posts(self._desk.bench.posts.summaries())

    def _refresh_post(self, post_id: PostId) -> None:
        assert self._desk.bench is not None
        summary = self._desk.bench.posts.summary(post_id)
        if summary is not None:
            self._page.library.replace(summary)

    def _search(self) -> None:
        if self._desk.bench is None:
            return
        text = self._page.library.search.text().strip()
        found = {post.id for post in self._desk.bench.posts.search(text, limit=_MAX_FOUND)} if text else None
        self._page.library.set_found(found)

    def _star(self, post_id: PostId, starred: bool) -> None:
        assert self._desk.bench is not None
        self._desk.bench.posts.set_starred(post_id, starred)
        self._refresh_post(post_id)

    def remove(self, post_ids: list[PostId]) -> None:
        """Take posts out of the library; Undo brings them back."""
        if self._desk.bench is None or not post_ids:
            return
        undo = self._desk.bench.import_posts.remove(post_ids)
        if self._page.opened is not None and self._page.opened.stored.id in post_ids:
            self._page.show_nothing()
        self.refresh()
        self._desk.tell(self.tr("Removed %n post(s).", "", len(post_ids)), undo, self.refresh)

    def _restore_samples(self) -> None:
        assert self._desk.bench is not None
        count = self._desk.bench.import_posts.restore_samples()
        self.refresh()
        back = self.tr("%n sample post(s) are back.", "", count)
        self._desk.tell(back if count else self.tr("The sample posts are all there."))

    def show_imported(self, imported: "Imported") -> None:
        """Open the post that came in, and say what became of it."""
        self.post_shown.emit()
        self._search_soon.stop()
        self._page.library.show_everything()
        self.refresh()
        self._page.library.select(imported.post_id)
        self._page.open_post(imported.post_id)
        if imported.notices:
            said = " ".join(in_words(notice.sentence) for notice in imported.notices)
            self._desk.tell(said, imported.undo, self._after_import_undo)
        elif imported.already_there:
            self._desk.tell(self.tr("This post is in your library already."))
        else:
            self._desk.tell(self.tr("Added to your library."), imported.undo, self._after_import_undo)

    def _after_import_undo(self) -> None:
        self._page.show_nothing()
        self.refresh()

    def open_encounter(self, encounter: Encounter) -> None:
        """Open the post of an encounter at its sentence."""
        if encounter.post_id is not None:
            self.open_at(encounter.post_id, encounter.sentence)

    def open_quote(self, quote: Quote) -> None:
        """Open the post of a quote at its sentence."""
        if quote.post_id is not None:
            self.open_at(quote.post_id, quote.sentence)

    def open_at(self, post_id: PostId, sentence: str) -> None:
        """Open a post at a sentence; an empty one goes where the reader was."""
        assert self._desk.bench is not None
        if self._desk.bench.posts.get(post_id) is None:
            self._desk.tell(self.tr("This post was removed from your library."))
            return
        self.post_shown.emit()
        self._page.open_post(post_id, sentence or None)
        self._page.library.select(post_id)
