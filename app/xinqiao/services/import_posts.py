"""Brings posts into the library and takes them out again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from xinqiao.domain.imports import ImportNotice, notices_for
from xinqiao.domain.messages import counted, message
from xinqiao.domain.ports import PostStore
from xinqiao.domain.posts import Post, PostId
from xinqiao.domain.undo import Undo


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a text.

    Attributes:
        already_there: the library had the same title and body; `post_id` is that post.
        undo: takes the new post out again; None when it was there already.
    """

    post_id: PostId
    already_there: bool = False
    notices: tuple[ImportNotice, ...] = ()
    undo: Undo | None = None


class ImportPosts:
    """Keeps a text at once, so that nothing is lost before it is translated.

    Args:
        posts: the library.
        parse: makes a post of pasted text.
        read_file: makes a post of a text file.
    """

    def __init__(
        self, posts: PostStore, *, parse: Callable[[str], Post], read_file: Callable[[Path], Post]
    ) -> None:
        self._posts = posts
        self._parse = parse
        self._read_file = read_file

    def paste(self, text: str) -> Imported:
        """Keep a pasted text as a post.

        Raises:
            ReaderError: the text is empty, too long or no text, or the library cannot be written.
        """
        return self.keep(self._parse(text))

    def file(self, path: Path) -> Imported:
        """Keep a text file as a post.

        Raises:
            ReaderError: the file cannot be read or is no text, or the library cannot be written.
        """
        return self.keep(self._read_file(path))

    def keep(self, post: Post) -> Imported:
        """Keep a post unless the library has the same text already."""
        notices = notices_for(post)
        same = self._posts.find_same(post)
        if same is not None:
            return Imported(same, already_there=True, notices=notices)
        post_id = self._posts.add(post)
        undo = Undo(
            message("Bring in “{title}”", title=post.shown_title), lambda: self._posts.remove([post_id])
        )
        return Imported(post_id, notices=notices, undo=undo)

    def load_samples_once(self, samples: Sequence[Post]) -> int:
        """Keep those sample posts that the library never had; how many.

        Samples the reader removed stay removed.
        """
        had = self._posts.sample_references(removed=False) | self._posts.sample_references(removed=True)
        fresh = [sample for sample in samples if sample.origin.reference not in had]
        # The list is newest first: the first sample shall stand at its top.
        if fresh:
            self._posts.add_many(fresh[::-1])
        return len(fresh)

    def restore_samples(self) -> int:
        """Bring every removed sample post back; how many."""
        return self._posts.restore_samples()

    def remove(self, post_ids: Sequence[PostId]) -> Undo:
        """Take posts out of the list; their notes and words stay."""
        ids = tuple(post_ids)
        self._posts.remove(ids)
        what = counted("Remove post", "Remove {count} posts", len(ids))
        return Undo(what, lambda: self._posts.restore(ids))

    def set_starred(self, post_id: PostId, starred: bool) -> Undo:
        """Star or unstar a post."""
        self._posts.set_starred(post_id, starred)
        return Undo(
            message("Star post") if starred else message("Unstar post"),
            lambda: self._posts.set_starred(post_id, not starred),
        )
