"""Keeps "seen N times" right: the word index follows corrections and slang through saved posts."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.occurrences import IndexTask
from xinqiao.domain.ports import IndexQueue, PostStore
from xinqiao.domain.posts import PostId
from xinqiao.services.written_forms import WrittenForms

_MOST_SEARCHES = 400  # stretches that are searched for one by one; for more, every post is gone through
_LONGEST_REST = 0.25  # seconds


@dataclass(frozen=True, slots=True)
class Renewed:
    """How far it is.

    Attributes:
        done: posts that were gone through.
        total: posts to go through.
    """

    done: int
    total: int


class RenewIndex:
    """Goes through the posts that hold what changed, the newest first, on a worker of its own."""

    def __init__(
        self,
        queue: IndexQueue,
        posts: PostStore,
        index_again: Callable[[PostId, CancelToken], None],
        forms: WrittenForms,
    ) -> None:
        """Take the parts.

        Args:
            index_again: prepares one post with the engines and corrections of now, and indexes it.
            forms: how a stretch may stand in posts.
        """
        self._queue, self._posts = queue, posts
        self._index_again = index_again
        self._forms = forms

    def run(self, cancel: CancelToken, rest: Callable[[float], object] | None = None) -> Iterator[Renewed]:
        """Follow what was noted up to now; `Renewed` before the first post and after each.

        Each post is one short transaction, and after it the work rests as long as it took: the
        reader comes first. What is done stays done when the program ends; the next run goes on there.

        Args:
            rest: waits so many seconds; until `cancel` is set for None.

        Raises:
            Cancelled: `cancel` was set.
        """
        left = [(task, self._posts_of(task, cancel)) for task in self._queue.all()]
        done, total = 0, sum(len(posts) for _, posts in left)
        if total:
            yield Renewed(0, total)
        for task, posts in left:
            for post_id in posts:
                cancel.raise_if_set()
                began = time.monotonic()
                self._index_again(post_id, cancel)
                self._queue.reached(task.number, post_id)
                done += 1
                yield Renewed(done, total)
                (rest or cancel.wait)(min(time.monotonic() - began, _LONGEST_REST))
            self._queue.done(task.number)

    def _posts_of(self, task: IndexTask, cancel: CancelToken) -> list[PostId]:
        """Posts that the task has still to go through, the newest first."""
        cancel.raise_if_set()
        if len(task.stretches) > _MOST_SEARCHES:
            posts = self._posts.indexed_with([""])
        else:
            posts = self._posts.indexed_with(self._forms(task.stretches))
        return [
            post_id
            for post_id in posts
            if task.post_id in (None, post_id) and (task.reached is None or post_id < task.reached)
        ]
