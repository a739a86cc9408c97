"""Reads posts from the library and cuts them into words, in the background."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.posts import PostId
from xinqiao.domain.words import PreparedSentence
from xinqiao.services.workbench import Workbench
from xinqiao.ui.common.jobs import LatestJob, Worker

if TYPE_CHECKING:
    from xinqiao.services.read_post import OpenedPost

_Batch = tuple[list[tuple[int, PreparedSentence]], dict[str, str]]  # with headwords of the words


class PostOpening(QObject):
    """One post at a time; opening another stops the one before.

    Attributes:
        wanted: the post that is open, or on its way to the screen.

    Signals:
        opened: the post as it is in the library; carries the `OpenedPost`.
        words_came: some sentences have their words; carries (number, `PreparedSentence`) pairs and
            the headwords of their words.
        finished: every sentence of the post has its words.
        failed: carries a `ReaderError`.
        crashed: carries an exception that is our bug.
    """

    opened = Signal(object)
    words_came = Signal(object, object)
    finished = Signal()
    failed = Signal(object)
    crashed = Signal(object)

    def __init__(self, language: Worker, parent: QObject) -> None:
        """Make the jobs.

        Args:
            language: where posts are read from the library and cut into words.
        """
        super().__init__(parent)
        self.bench: Workbench | None = None
        self.wanted: PostId | None = None
        self._there = False
        self.job = LatestJob(language, self)
        self.job.produced.connect(self._on_produced)
        self.job.finished.connect(self.finished)
        self.job.failed.connect(self._on_failed)
        self.words_job = LatestJob(language, self)
        self.words_job.finished.connect(self._again)
        self.words_job.failed.connect(self.failed)
        for job in (self.job, self.words_job):
            job.crashed.connect(self.crashed)

    def open(self, post_id: PostId) -> None:
        """Read a post and cut it into words."""
        assert self.bench is not None
        bench, self.wanted, self._there = self.bench, post_id, False

        def work(cancel: CancelToken) -> "Iterator[OpenedPost | _Batch]":
            opened = bench.read_post.open(post_id)
            yield opened
            yield from _words_of(bench, opened, cancel)

        self.job.start(work)

    def renew_words(self) -> None:
        """Corrections or slang changed: the engines follow, then the post in view."""
        bench = self.bench
        if bench is None:
            return

        def work(cancel: CancelToken) -> Iterator[bool]:
            bench.correct_words.renew_words()
            yield bench.edit_slang.apply()

        self.words_job.start(work)

    def _again(self) -> None:
        if self.bench is None or self.wanted is None or not self._there:
            return
        bench, post_id = self.bench, self.wanted

        def work(cancel: CancelToken) -> "Iterator[_Batch]":
            yield from _words_of(bench, bench.read_post.open(post_id), cancel)

        self.job.start(work)

    def stop(self) -> None:
        """Stop working and forget the post."""
        self.job.cancel()
        self.wanted, self._there = None, False

    def _on_produced(self, item: "OpenedPost | _Batch") -> None:
        if isinstance(item, tuple):
            self.words_came.emit(*item)
        else:
            self._there = True
            self.opened.emit(item)

    def _on_failed(self, error: ReaderError) -> None:
        if not self._there:
            self.wanted = None  # the next click tries again
        self.failed.emit(error)


def _words_of(bench: Workbench, opened: "OpenedPost", cancel: CancelToken) -> Iterator[_Batch]:
    """Words of a post's sentences, some at a time, with the headwords of those that have syllables."""
    for batch in bench.read_post.prepare(opened, cancel):
        texts = {token.text for _, prepared in batch for token in prepared.tokens if token.syllables}
        yield batch, {text: bench.look_up_word.headword(text) for text in texts}
