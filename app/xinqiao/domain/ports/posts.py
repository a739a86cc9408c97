"""Where posts are kept, and their sentences cut into words."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from xinqiao.domain.occurrences import IndexedSentence, Occurrences
from xinqiao.domain.posts import Post, PostId, PostSummary, StoredPost
from xinqiao.domain.words import (
    PreparedSentence,
)


class PostStore(Protocol):
    """Posts in the library."""

    def add(self, post: Post) -> PostId:
        """Keep a post; it is on disk when this returns."""
        ...

    def add_many(self, posts: Sequence[Post]) -> list[PostId]:
        """Keep posts, all or none; they are on disk when this returns."""
        ...

    def get(self, post_id: PostId, *, even_removed: bool = False) -> StoredPost | None:
        """One post, or None when it is not there (or removed)."""
        ...

    def summary(self, post_id: PostId) -> PostSummary | None:
        """One post's line of the library list, or None when it is not there (or removed)."""
        ...

    def summaries(self) -> list[PostSummary]:
        """The library list, newest first, removed posts left out."""
        ...

    def search(self, text: str, limit: int = 50) -> list[PostSummary]:
        """Posts with `text` in title, body, tags, comments, names or English, newest first.

        Parts between blanks must all be there, in any order. Text without anything to search
        for (blank, or marks alone) finds nothing.
        """
        ...

    def find_same(self, post: Post) -> PostId | None:
        """A post in the library with the same title and body, removed ones left out."""
        ...

    def mark_opened(self, post_id: PostId) -> None:
        """Note that the reader opened it now."""
        ...

    def keep_place(self, post_id: PostId, place: int) -> None:
        """Note the sentence number the reader is at."""
        ...

    def set_starred(self, post_id: PostId, starred: bool) -> None:
        """Star or unstar a post."""
        ...

    def set_script(self, post_id: PostId, script: str) -> None:
        """Show a post in a script of its own (a value of `Script`); empty follows the setting."""
        ...

    def remove(self, post_ids: Sequence[PostId]) -> None:
        """Take posts out of the list; `restore` brings them back."""
        ...

    def restore(self, post_ids: Sequence[PostId]) -> None:
        """Bring removed posts back."""
        ...

    def sample_references(self, *, removed: bool) -> set[str]:
        """References of the sample posts in the library (`removed=False`) or removed from it."""
        ...

    def restore_samples(self) -> int:
        """Bring every removed sample post back; how many."""
        ...

    def purge_removed(self, before: datetime) -> int:
        """Delete for good what was removed before then, samples excepted; how many posts.

        Notes and encounters keep their quotes.
        """
        ...

    def set_words(self, post_id: PostId, words: Mapping[str, int]) -> None:
        """Keep which distinct words (simplified) a post has and how often each.

        For `PostSummary.known_share` and for "seen N times in your library".
        `index_sentences` does the same and knows the sentences too: prefer it.
        """
        ...

    def index_sentences(self, post_id: PostId, sentences: Sequence[IndexedSentence]) -> None:
        """Keep which words a post has and in which sentences; replaces what was kept before."""
        ...

    def indexed_with(self, stretches: Sequence[str]) -> list[PostId]:
        """Posts the index knows, removed ones too, that hold one of `stretches`; the newest first.

        All of them when a stretch has nothing to search by, such as marks alone.
        """
        ...

    def set_english(self, post_id: PostId, title: str, text: str) -> None:
        """Keep a post's English for the list (`title`) and for the search (`title` and `text`).

        To be called when a post is translated in full and after a translation was edited.
        """
        ...

    def occurrences(self, word: str, limit: int = 5) -> Occurrences:
        """Where a word (simplified) stands in the library, with at most `limit` examples."""
        ...

    def has_words(self, post_id: PostId) -> bool:
        """Whether `set_words` was called for this post."""
        ...


class PreparedCache(Protocol):
    """Prepared sentences by sentence text and engine version."""

    def get_many(self, texts: Sequence[str], version: str) -> dict[str, PreparedSentence]:
        """Those of `texts` that are cached for `version`."""
        ...

    def put_many(self, sentences: Sequence[PreparedSentence], version: str) -> None:
        """Keep prepared sentences for `version`."""
        ...
